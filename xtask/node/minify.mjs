// Minifies the first script of a build in place and joins its styles into one file, named by its content; prints as JSON the name
// for index.html. Called by `cargo xtask finish`: minify.mjs FOLDER BOOT STYLE...
import { createHash } from "node:crypto";
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { transformSync } = createRequire(new URL("../npm/package.json", import.meta.url))("esbuild");
const [folder, boot, ...styles] = process.argv.slice(2);

const read = (name) => readFileSync(join(folder, name), "utf8");
const write = (name, text) => writeFileSync(join(folder, name), text);
const minified = (text, options) => transformSync(text, { minify: true, legalComments: "none", ...options }).code;

// No newer syntax than its source has, because it must also run, and report the fault, where the page cannot.
write(boot, minified(read(boot), { sourcefile: boot, target: "es2020" }));

const style = minified(styles.map(read).join("\n"), { sourcefile: "style.css", loader: "css" });
const name = `style-${createHash("sha256").update(style).digest("hex").slice(0, 16)}.css`;
styles.forEach((style) => unlinkSync(join(folder, style)));
write(name, style);

console.log(JSON.stringify({ style: name }));
