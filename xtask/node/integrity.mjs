// Prints the integrity of files of a build, as JSON. Called by `cargo xtask finish`: integrity.mjs FOLDER FILE...
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...names] = process.argv.slice(2);
const integrity = (name) => `sha256-${createHash("sha256").update(readFileSync(join(folder, name))).digest("base64")}`;
console.log(JSON.stringify(Object.fromEntries(names.map((name) => [name, integrity(name)]))));
