// Writes worker-HASH.js and worker-HASH.wasm into a build, from what wasm-bindgen made of the worker, and aside-HASH.js, which asks
// it; says the name of the last on stdout. Called by `cargo xtask finish`: worker.mjs FOLDER MADE
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { lean } from "./lean.mjs";

const { transformSync } = createRequire(new URL("../npm/package.json", import.meta.url))("esbuild");
const [folder, made] = process.argv.slice(2);

const wasm = join(made, "worker_bg.wasm");
const glue = lean(readFileSync(join(made, "worker.js"), "utf8"), wasm);
const bytes = readFileSync(wasm);
const minified = (text) => transformSync(text, { minify: true, legalComments: "none", target: "es2022" }).code;
const asks = readFileSync(new URL("../../public/aside.js", import.meta.url), "utf8");
const hash = createHash("sha256").update(bytes).update(glue).update(asks).digest("hex").slice(0, 16);
// Messages that come while the wasm is on its way wait for it; whoever asked hears of a wasm that does not come only as an error thrown.
const start = `
const early = [];
onmessage = (event) => early.push(event);
wasm_bindgen({ module_or_path: "worker-${hash}.wasm" }).then(
  () => early.forEach((event) => onmessage(event)),
  (error) => setTimeout(() => { throw error; }),
);`;
writeFileSync(join(folder, `worker-${hash}.wasm`), bytes);
writeFileSync(join(folder, `worker-${hash}.js`), minified(glue + start));
writeFileSync(join(folder, `aside-${hash}.js`), minified(asks.replace("{{worker}}", `worker-${hash}.js`)));
rmSync(made, { recursive: true });
console.log(`aside-${hash}.js`);
