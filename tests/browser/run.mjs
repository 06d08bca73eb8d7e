// The whole product in a real browser: `node --test-reporter=spec run.mjs [part of a test's name]`, on ../../dist or the folder in DIST, and of
// all suites or those whose file name begins with SUITES.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runAll } from './harness.mjs';

const dist = resolve(process.env.DIST || join(import.meta.dirname, '../../dist'));
if (!existsSync(join(dist, 'index.html'))) {
  console.error(`No page in ${dist}: run \`cargo xtask build\` first.`);
  process.exit(2);
}
const suites = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.test.mjs') && name.startsWith(process.env.SUITES ?? ''));
for (const suite of suites.sort()) await import(`./${suite}`);
await runAll(dist, process.argv[2]);
