// Bundles a script of public/ with its imports, and fills in the names that only the build knows.
import { createRequire } from "node:module";

const { buildSync } = createRequire(new URL("../npm/package.json", import.meta.url))("esbuild");

/** The script at a path below public/, minified, with `{{NAME}}` replaced by `names.NAME`. */
export function bundle(path, names = {}, options = {}) {
  const entry = new URL(`../../public/${path}`, import.meta.url).pathname;
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    // Left as they are, to be filled in below.
    external: ["{{glue}}"],
    ...options,
  });
  return outputFiles[0].text.replace(/\{\{(\w+)\}\}/g, (whole, name) => names[name] ?? whole);
}
