// Writes method.LANG.html and claims.LANG.html into a build, from the bodies that `cargo run --example pages` made, with their style and their script.
// Called by `cargo xtask finish`: pages.mjs FOLDER MADE
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

const { transformSync } = createRequire(new URL("../npm/package.json", import.meta.url))("esbuild");
const [folder, made] = process.argv.slice(2);
const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const built = (pattern) => readdirSync(folder).find((name) => pattern.test(name));

/** Writes a file into the build under a name that changes with its content. */
function add(text, extension) {
  const name = `paper-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.${extension}`;
  writeFileSync(join(folder, name), text);
  return name;
}

const fill = {
  style: built(/^style-.*\.css$/),
  paper: add(transformSync(source("style/paper.css"), { minify: true, loader: "css" }).code, "css"),
  script: add(bundle("worker/paper.js", { worker: built(/^worker-.*\.js$/) }, { format: "iife" }), "js"),
};
const page = source("public/page.html");
for (const file of readdirSync(made)) {
  const lang = file.slice(file.indexOf(".") + 1);
  const body = readFileSync(join(made, file), "utf8");
  const title = /<h1>(.*?)<\/h1>/.exec(body)?.[1];
  if (!title) throw new Error(`${file} has no title.`);
  const filled = page.replace(/\{\{(\w+)\}\}/g, (_, name) => ({ ...fill, lang, title, body })[name]);
  writeFileSync(join(folder, `${file}.html`), filled);
}
rmSync(made, { recursive: true });
