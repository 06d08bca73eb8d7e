// Shortens the names of a wasm's imports: wasm-bindgen's end in hashes that no compression shortens. docs/decisions/014 compares wasm-opt's own.
import { readFileSync, writeFileSync } from "node:fs";

const IMPORTS = 2;

/** A whole number as wasm writes it: seven bits a byte, the lowest first. */
function number(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...number(value >>> 7)];
}

/** Walks over bytes. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  number() {
    const byte = this.bytes[this.at++];
    return byte < 128 ? byte : (byte & 127) + 128 * this.number();
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
}

/** The section of imports with every name renamed. */
function renamed(section, rename) {
  const reader = new Reader(section);
  const count = reader.number();
  const parts = [number(count)];
  for (let index = 0; index < count; index += 1) {
    const place = reader.take(reader.number());
    const name = Buffer.from(rename(reader.take(reader.number()).toString()));
    const begin = reader.at;
    if (reader.number() !== 0) throw new Error("The page's wasm imports more than functions: see xtask/node/imports.mjs.");
    reader.number();
    parts.push(number(place.length), place, number(name.length), name, section.subarray(begin, reader.at));
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** The glue with short names for what the wasm at `path` imports; the wasm is rewritten with the same. */
export function shortened(glue, path) {
  const short = new Map();
  const reader = new Reader(readFileSync(path));
  const parts = [reader.take(8)];
  while (reader.at < reader.bytes.length) {
    const id = reader.number();
    const section = reader.take(reader.number());
    const rename = (name) => short.set(name, short.get(name) ?? `i${short.size.toString(36)}`).get(name);
    const now = id === IMPORTS ? renamed(section, rename) : section;
    parts.push(Buffer.from([id, ...number(now.length)]), now);
  }
  writeFileSync(path, Buffer.concat(parts));
  const met = new Set();
  const text = glue.replace(/[\w$]+/g, (word) => {
    if (!short.has(word)) return word;
    if (met.has(word)) throw new Error(`The glue has ${word} twice: see xtask/node/imports.mjs.`);
    met.add(word);
    return short.get(word);
  });
  if (met.size < short.size) throw new Error("The glue does not name all that the wasm imports: see xtask/node/imports.mjs.");
  return text;
}
