// Builds that differ from the one under test, for tests of updates and of hosts that have parts of two.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const TEXTS = ['.html', '.js', '.css', '.webmanifest'];
/** Trunk writes those of scripts without leading zeros. */
const HASH = /[0-9a-f]{12,16}/g;
/** Another hash for each. */
const otherHash = (hash) => [...hash].map((digit) => (15 - parseInt(digit, 16)).toString(16)).join('');

/** A folder of its own for a test. */
async function folderFor(stage) {
  const folder = await mkdtemp(join(tmpdir(), 'traincost-'));
  stage.closers.push(() => rm(folder, { recursive: true }));
  return folder;
}

/** A copy of the build, which a test may change. */
export async function copyOf(stage) {
  const folder = await folderFor(stage);
  await cp(stage.dist, folder, { recursive: true, filter: (name) => !name.endsWith('.br') });
  return folder;
}

/** The next build: the same page under another version and other names of files. */
export async function nextBuild(stage) {
  const folder = await copyOf(stage);
  const names = await readdir(folder);
  // Imports of the wasm have hashes too, which stay.
  const [version] = (await readFile(join(folder, 'sw.js'), 'utf8')).match(/(?<=VERSION ?= ?")[^"]+/);
  const hashes = new Set([version, ...names.flatMap((name) => name.match(HASH) ?? [])]);
  const other = [...hashes].reduce(
    (before, hash) => (text) => before(text).replaceAll(hash, otherHash(hash)),
    (text) => text,
  );
  for (const name of names) {
    const path = join(folder, name);
    if (TEXTS.includes(extname(name))) await writeFile(path, other(await readFile(path, 'utf8')));
    if (other(name) !== name) await rename(path, join(folder, other(name)));
  }
  // The service worker compares the files with their integrity.
  const path = join(folder, 'sw.js');
  const worker = await readFile(path, 'utf8');
  const listed = [...worker.matchAll(/"([^"]+)":"sha256-[^"]+"/g)];
  const renewed = listed.map(async ([entry, name]) => [entry, `"${name}":"sha256-${createHash('sha256').update(await readFile(join(folder, name))).digest('base64')}"`]);
  await writeFile(path, (await Promise.all(renewed)).reduce((text, [entry, renewed]) => text.replace(entry, renewed), worker));
  return folder;
}
