// Tests in a row, each on a stage of its own that is watched: an error or a warning in the console, an error nobody caught, or
// a request to any origin that the test did not set up fails the test, whatever its body says.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchProfile } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { serve } from './server.mjs';

export const OUT = join(import.meta.dirname, 'out');
const LIMIT_MS = 120_000;
const tests = [];

/** Declares a test; `body` is given a Stage. */
export const test = (name, body) => tests.push({ name, body });

/** What a test works with: contexts, pages and servers that are closed after it, and the problems seen meanwhile. */
class Stage {
  constructor(browser, dist, site) {
    Object.assign(this, { browser, dist, site, origins: [site.origin], problems: [], allowed: [], closers: [], contexts: [] });
  }

  /** Lets the test go on although the console says this, where it is the very thing tested. */
  allow(pattern) {
    this.allowed.push(pattern);
  }

  async serve(folder, options) {
    const server = await serve(folder, options);
    this.origins.push(server.origin, server.origin.replace('127.0.0.1', 'localhost'));
    this.closers.push(() => server.stop());
    return server;
  }

  async context(options = {}) {
    return this.#watch(await this.browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options }));
  }

  /** A context in which storage is allowed everywhere (`true`: in frames of other sites as well) or nowhere (`false`). */
  async contextWithStorage(storage) {
    return this.#watch(await launchProfile({ storage, locale: 'en-US', viewport: { width: 1280, height: 900 } }));
  }

  /** The calculator, ready, at a query (`?n=70B`) in a new context or in the one given. */
  async open(query = '', { context, site = this.site, ...options } = {}) {
    const page = await (context ?? (await this.context(options))).newPage();
    await page.goto(site.url + query);
    const calculator = new Calculator(page);
    await calculator.ready();
    return calculator;
  }

  #watch(context) {
    context.setDefaultTimeout(10_000);
    const problem = (text) => this.allowed.some((pattern) => pattern.test(text)) || this.problems.push(text);
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problem(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => problem(`not caught: ${error.error()?.stack ?? error.error()}`));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && !this.origins.includes(origin)) problem(`request to another origin: ${request.url()}`);
    });
    this.closers.push(async () => context.close());
    this.contexts.push(context);
    return context;
  }

  /** Pictures of every page still open, for whoever reads the failure. */
  async picture(name) {
    await mkdir(OUT, { recursive: true });
    const pages = this.contexts.flatMap((context) => context.pages());
    const file = (index) => join(OUT, `failed-${name.replaceAll(/[^\p{L}\d]+/gu, '-')}-${index}.png`);
    await Promise.allSettled(pages.map((page, index) => page.screenshot({ path: file(index), timeout: 5000 })));
  }

  async close() {
    for (const close of this.closers.reverse()) await close().catch(() => {});
  }
}

/** Runs one test; what went wrong, or nothing. */
async function run({ name, body }, stage) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    await Promise.race([body(stage), limit]);
    return stage.problems.join('\n');
  } catch (error) {
    await stage.picture(name);
    return [error.stack, ...stage.problems].join('\n');
  } finally {
    clearTimeout(timer);
    await stage.close();
  }
}

/** Runs the tests whose name contains `filter`, two at a time; prints each and the sum; true if all passed. */
export async function runAll(browser, dist, filter = '') {
  const site = await serve(dist);
  const chosen = tests.filter(({ name }) => name.includes(filter));
  const queue = [...chosen];
  const failures = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const started = performance.now();
      const fault = await run(next, new Stage(browser, dist, site));
      const took = `${Math.round(performance.now() - started)} ms`;
      if (!fault) console.log(`ok      ${next.name} (${took})`);
      else {
        failures.push(next.name);
        console.log(`FAILED  ${next.name} (${took})\n${fault.replaceAll(/^/gm, '        ')}`);
      }
    }
  };
  await Promise.all([work(), work()]);
  await site.stop();
  console.log(`\n${chosen.length - failures.length} passed, ${failures.length} failed`);
  for (const name of failures) console.log(`  failed: ${name}`);
  return failures.length === 0 && chosen.length > 0;
}
