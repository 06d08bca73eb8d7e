// Minifies the scripts and the wasm of a build in place and joins its styles into one file, named by its content; says on
// stdout, as JSON, what index.html must now name. Called by `cargo xtask finish`: minify.mjs FOLDER GLUE WASM BOOT STYLE...
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { transformSync } = createRequire(new URL("../npm/package.json", import.meta.url))("esbuild");
const [folder, glue, wasm, boot, ...styles] = process.argv.slice(2);

const read = (name) => readFileSync(join(folder, name), "utf8");
const write = (name, text) => writeFileSync(join(folder, name), text);
const minified = (text, options) => transformSync(text, { minify: true, legalComments: "none", ...options }).code;
const integrity = (text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;

// Leptos brings classes for streams of server functions, which nothing here makes; the wasm behind them goes with them.
const lean = read(glue)
  .replace(/^export class IntoUnderlying\w+ \{[^]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?/gm, "")
  .replace(/^const IntoUnderlying\w+ = [^]*?;\n/gm, "");
if (lean.includes("IntoUnderlying")) throw new Error("wasm-bindgen writes its classes differently now: see minify.mjs.");
dropUnasked(join(folder, wasm), new Set([...lean.matchAll(/\bwasm\.([\w$]+)/g)].map(([, name]) => name)));
write(glue, minified(lean, { sourcefile: glue, format: "esm", target: "es2022" }));
// No newer syntax than its source has, for it must also run, and say what is wrong, where the page cannot.
write(boot, minified(read(boot), { sourcefile: boot, target: "es2020" }));

const style = minified(styles.map(read).join("\n"), { sourcefile: "style.css", loader: "css" });
const name = `style-${createHash("sha256").update(style).digest("hex").slice(0, 16)}.css`;
styles.forEach((style) => unlinkSync(join(folder, style)));
write(name, style);

/** Drops the exports that the glue never names, and all that only they need. */
function dropUnasked(path, asked) {
  const bin = (name) => new URL(`../npm/node_modules/.bin/${name}`, import.meta.url).pathname;
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(path))).map(({ name }) => name);
  const kept = exported.filter((name) => asked.has(name));
  const graph = [{ name: "glue", root: true, reaches: kept }, ...exported.map((name) => ({ name, export: name }))];
  writeFileSync(`${path}.json`, JSON.stringify(graph));
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  execFileSync(bin("wasm-metadce"), [path, `--graph-file=${path}.json`, "-o", path], quiet);
  execFileSync(bin("wasm-opt"), [path, "-Oz", "--converge", "--strip-producers", "--strip-target-features", "-o", path], quiet);
  rmSync(`${path}.json`);
}

console.log(JSON.stringify({ style: { name, integrity: integrity(style) } }));
