// Removes the unused parts of wasm-bindgen's glue and of the wasm behind it.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const bin = (name) => new URL(`../npm/node_modules/.bin/${name}`, import.meta.url).pathname;
// Their warnings are of no use here; when they fail, the error has their output.
const quiet = { stdio: ["ignore", "ignore", "pipe"] };
/** Features that Rust uses and every browser of the last years has. */
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"].map(
  (name) => `--enable-${name}`,
);

/** Optimises the wasm at `path` for size. */
export function small(path) {
  execFileSync(bin("wasm-opt"), [path, "-Oz", "--converge", ...FEATURES, "--strip-producers", "--strip-target-features", "-o", path], quiet);
}

/** The glue without its unused parts; the wasm at `path` loses the code that only they needed, except the exports `shared`, and is optimised for size. */
export function lean(glue, path, shared) {
  // Leptos brings classes for streams of server functions, which nothing here makes.
  const text = glue
    .replace(/^( *)(?:export )?class IntoUnderlying\w+ \{[^]*?^\1\}\n(?: *if \(Symbol\.dispose\).*\n)?(?: *exports\.IntoUnderlying.*\n)?/gm, "")
    .replace(/^ *const IntoUnderlying\w+ = [^]*?;\n/gm, "");
  if (text.includes("IntoUnderlying")) throw new Error("wasm-bindgen writes its classes differently now: see xtask/node/lean.mjs.");
  const asked = new Set([...text.matchAll(/\bwasm\.([\w$]+)/g)].map(([, name]) => name).concat(shared));
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(path))).map(({ name }) => name);
  const kept = exported.filter((name) => asked.has(name));
  const graph = [{ name: "glue", root: true, reaches: kept }, ...exported.map((name) => ({ name, export: name }))];
  writeFileSync(`${path}.json`, JSON.stringify(graph));
  execFileSync(bin("wasm-metadce"), [path, ...FEATURES, `--graph-file=${path}.json`, "-o", path], quiet);
  rmSync(`${path}.json`);
  small(path);
  return text;
}
