// Tests of the page in a browser, by node's own runner, each on a stage of its own that is watched: an error or a warning in the console, an
// uncaught error, or a request to an origin that the test did not set up fails the test, whatever its body asserts.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { launch, launchProfile } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { serve } from '../../xtask/node/server.mjs';

export const OUT = join(import.meta.dirname, 'out');
const LIMIT_MS = 120_000;
/** How many tests run at once: one for each of two cores. */
const AT_ONCE = 2;
const DESKTOP = { width: 1280, height: 900 };
const USUAL = { locale: 'en-US', viewport: DESKTOP };
/** What a tab can change without a new context. */
const MEDIA = ['colorScheme', 'reducedMotion'];
const tests = [];

/** Declares a test; `body` is given a Stage. */
export const test = (name, body) => tests.push({ name, body });

/**
 * A page in a context of its own, which tests use one after another: a context costs three times what a visit does. Nothing is left of one test
 * for the next. No service worker is installed in it; tests of what works offline have contexts of their own.
 */
class Tab {
  stage;

  static async open(browser, stage) {
    const tab = new Tab();
    tab.context = await browser.newContext({ ...USUAL, serviceWorkers: 'block' });
    watch(tab.context, () => tab.stage);
    tab.stage = stage;
    tab.page = await tab.context.newPage();
    return tab;
  }

  /** Gets ready for a test with a viewport and media of its own. */
  async enter(stage, { viewport = DESKTOP, ...media }) {
    this.stage = stage;
    await this.page.setViewportSize(viewport);
    await this.page.emulateMedia({ ...Object.fromEntries(MEDIA.map((name) => [name, null])), media: null, ...media });
  }

  /** Forgets a test: what it rerouted, opened, stored and was permitted. An empty page also ends what its workers were at. */
  async leave() {
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    for (const other of this.context.pages()) if (other !== this.page) await other.close();
    await this.page.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
    await this.context.clearPermissions();
    await this.page.goto('about:blank');
    this.stage = undefined;
  }
}

/** What all tests share: the browser, the page's files and their server, free tabs, and whose turn it is with what there is one of. */
class House {
  tabs = [];
  turns = new Map();

  static async open(dist) {
    return Object.assign(new House(), { dist, browser: await launch(), site: await serve(dist) });
  }

  async close() {
    await this.browser.close();
    await this.site.stop();
  }
}

/** Reports a context's problems to the stage that it is on. */
function watch(context, stage) {
  context.setDefaultTimeout(10_000);
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    stage()?.problem(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => stage()?.problem(`not caught: ${error.error()?.stack ?? error.error()}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !stage()?.origins.includes(origin)) stage()?.problem(`request to another origin: ${request.url()}`);
  });
}

/** What a test works with: tabs, contexts and servers that are given back or closed after it, and the problems seen meanwhile. */
class Stage {
  problems = [];
  allowed = [];
  closers = [];
  contexts = [];
  tabs = [];

  constructor(house) {
    Object.assign(this, { house, dist: house.dist, site: house.site, origins: [house.site.origin] });
  }

  /** Lets the test go on although the console says this, where it is the very thing tested. */
  allow(pattern) {
    this.allowed.push(pattern);
  }

  problem(text) {
    if (!this.allowed.some((pattern) => pattern.test(text))) this.problems.push(text);
  }

  async serve(folder, options) {
    const server = await serve(folder, options);
    this.origins.push(server.origin, server.origin.replace('127.0.0.1', 'localhost'));
    this.closers.push(() => server.stop());
    return server;
  }

  /** A new context, for tests of service workers, of being offline, and of what is not in USUAL. */
  async context(options = {}) {
    return this.#own(await this.house.browser.newContext({ ...USUAL, ...options }));
  }

  /** A context in which storage is allowed everywhere (`true`: in frames of other sites as well) or nowhere (`false`). */
  async contextWithStorage(storage) {
    return this.#own(await launchProfile({ storage, ...USUAL }));
  }

  /** An empty page: a tab, unless it is asked for what only a context can have. */
  async page({ context, ...options } = {}) {
    if (context || Object.keys(options).some((option) => option !== 'viewport' && !MEDIA.includes(option))) {
      return (context ?? (await this.context(options))).newPage();
    }
    const tab = this.house.tabs.pop() ?? (await Tab.open(this.house.browser, this));
    this.tabs.push(tab);
    this.contexts.push(tab.context);
    await tab.enter(this, options);
    return tab.page;
  }

  /** The calculator, ready, at a query (`?n=70B`), in a page that the test has prepared or one for these options. */
  async open(query = '', { page, site = this.site, ...options } = {}) {
    if (site !== this.site) options.context ??= await this.context();
    page ??= await this.page(options);
    await page.goto(site.url + query);
    const calculator = new Calculator(page);
    await calculator.ready();
    return calculator;
  }

  /** Runs a script before those of each document that a page opens, until the test is over. */
  async inject(page, script) {
    const handle = await page.addInitScript(script);
    this.closers.push(() => handle.dispose());
  }

  /** Waits for the other tests that use what there is only one of, such as the clipboard; it is free again after this test. */
  async alone(what) {
    const { turns } = this.house;
    const before = turns.get(what);
    let done;
    turns.set(what, new Promise((resolve) => (done = resolve)));
    this.closers.push(done);
    await before;
  }

  #own(context) {
    watch(context, () => this);
    this.closers.push(() => context.close());
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

  /** Gives back its tabs, those of a failed test excepted, and closes the rest. */
  async close(passed) {
    for (const close of this.closers.splice(0).reverse()) await Promise.resolve(close()).catch(() => {});
    for (const tab of this.tabs.splice(0)) {
      if (passed && (await tab.leave().then(() => true, () => false))) this.house.tabs.push(tab);
      else await tab.context.close().catch(() => {});
    }
  }
}

/** Runs a test on a stage; throws what went wrong. */
async function run({ name, body }, house, signal) {
  const stage = new Stage(house);
  let passed = false;
  // A test that takes too long loses its pages, which ends it.
  const end = () => stage.close(false);
  signal.addEventListener('abort', end);
  try {
    await body(stage);
    if (stage.problems.length) throw new Error(stage.problems.join('\n'));
    passed = true;
  } catch (error) {
    await stage.picture(name);
    if (stage.problems.length) error.message = [error.message, ...stage.problems].join('\n');
    throw error;
  } finally {
    // Node aborts it after every test.
    signal.removeEventListener('abort', end);
    await stage.close(passed);
  }
}

/** Hands the tests whose name contains `filter` to node's runner. */
export async function runAll(dist, filter = '') {
  const chosen = tests.filter(({ name }) => name.includes(filter));
  if (!chosen.length) throw new Error(`no test's name contains "${filter}"`);
  const house = await House.open(dist);
  describe('browser', { concurrency: AT_ONCE }, () => {
    after(() => house.close());
    for (const one of chosen) it(one.name, { timeout: LIMIT_MS }, ({ signal }) => run(one, house, signal));
  });
}
