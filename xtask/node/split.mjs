// Writes the two modules of a split page into a build, small and under names that change with their content, each with its script;
// takes out what Trunk had made in their place; says the new names on stdout, as JSON.
// Called by `cargo xtask finish`: split.mjs FOLDER MADE GLUE WASM
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { shortened } from "./imports.mjs";
import { lean, small } from "./lean.mjs";

const { transformSync } = createRequire(new URL("../npm/package.json", import.meta.url))("esbuild");
const [folder, made, ...replaced] = process.argv.slice(2);

const minified = (text, options) => transformSync(text, { minify: true, legalComments: "none", target: "es2022", ...options }).code;
const hash = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 16);
const write = (name, content) => writeFileSync(join(folder, name), content);

const [first, second] = ["page_bg.wasm", "split_worker.wasm"].map((name) => join(made, name));
const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(second)));
if (imports.some(({ module }) => module !== "__wasm_split")) throw new Error("The worker's module asks for more than the page's module has.");
const asked = imports.map(({ name }) => name);
const text = shortened(lean(readFileSync(join(made, "page.js"), "utf8"), first, asked), first);
small(second);
const [page, worker] = [first, second].map((path) => readFileSync(path));
// One name for both, for the second module knows where the first keeps everything: never may a cache join two builds.
const build = hash(page, worker, text, bundle("worker/worker.js"));
const glue = `traincost-${build}.js`;
const wasm = `traincost-${build}_bg.wasm`;

const late = bundle("late.js", { worker: `worker-${build}.js` });

for (const name of replaced) rmSync(join(folder, name));
write(glue, minified(text.replaceAll("page_bg.wasm", wasm), { format: "esm" }));
write(wasm, page);
write(`worker-${build}.js`, bundle("worker/worker.js", { glue: `./${glue}`, wasm, build }));
write(`worker-${build}.wasm`, worker);
write(`late-${hash(late)}.js`, late);
rmSync(made, { recursive: true });
const integrity = `sha256-${createHash("sha256").update(page).digest("base64")}`;
console.log(JSON.stringify({ glue, wasm, size: page.length, integrity, late: `late-${hash(late)}.js` }));
