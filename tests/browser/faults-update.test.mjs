// Faults of updates: a build is installed whole or not at all, and a page with damaged files repairs itself once, or says why it cannot.
import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { TYPES } from '../../xtask/node/server.mjs';
import { copyOf, nextBuild } from './builds.mjs';
import { Calculator } from './calculator.mjs';
import { test } from './harness.mjs';
import { sentence } from './texts.mjs';

const LINK = '?v=1&p=gpt-3&t=1T';
const REPORTED = /Failed to load|Failed to fetch|net::ERR|WebAssembly|wasm|integrity|dynamically imported|MIME|404|another build/;
const fails = (page) => page.locator('#failed').filter({ visible: true }).waitFor({ timeout: 6000 });
const totals = (page) => page.getByTestId('verdict-total').filter({ visible: true }).count();
const says = (page, name, lang = 'en') => page.getByText(sentence(name, {}, lang)).filter({ visible: true }).first().waitFor({ timeout: 6000 });

/** A host whose folder a test can change at once, and whose answers it can change; the page of its first build is installed. */
async function installed(stage, options = {}) {
  stage.allow(REPORTED);
  const host = { answer: undefined };
  const first = await copyOf(stage);
  const site = await stage.serve(first, {
    change: async (path, answer) => (await host.answer?.(path, answer)) ?? answer,
    ...options,
  });
  const calculator = await stage.open('', { site });
  await calculator.page.waitForFunction(() => navigator.serviceWorker.controller);
  return { host, site, first, calculator, page: calculator.page };
}

/** Answers from a folder. */
const from = (folder) => async (path) => {
  const name = path || 'index.html';
  const body = await readFile(join(folder, name)).catch(() => undefined);
  return body ? [200, { 'content-type': TYPES[extname(name)], 'cache-control': 'no-cache' }, body] : [404, {}, 'not here'];
};

/** Lets the browser look for an update, and the reader accept it if one is offered. Gives the state in which the new service worker ends. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) => registration.addEventListener('updatefound', () => resolve(registration.installing)));
    await registration.update();
    const worker = await found;
    const ended = (state) => new Promise((resolve) => {
      const check = () => [state, 'redundant'].includes(worker.state) && resolve(worker.state);
      worker.addEventListener('statechange', check);
      check();
    });
    if ((await ended('installed')) === 'redundant') return 'redundant';
    worker.postMessage({ type: 'SKIP_WAITING' });
    return ended('activated');
  });

test('update: an index of another build is not installed, and the next visit has the page', async (stage) => {
  const { host, page, first, calculator } = await installed(stage);
  const next = from(await nextBuild(stage));
  const before = from(first);
  // A network of caches still has the old index.
  host.answer = (path, answer) => (path === '' ? before : next)(path);
  const state = await update(page);
  await page.reload();
  await calculator.ready();
  assert.equal(state, 'redundant');
  host.answer = next;
  assert.equal(await update(page), 'activated', 'the whole build is installed');
  await page.reload();
  await calculator.ready();
});

for (const [fault, spoil] of [
  ['answered with the index', async (path, next) => (/worker-.*wasm|_bg\.wasm|boot-/.test(path) ? next('') : undefined)],
  ['cut short', async (path, next) => {
    if (!/worker-.*wasm|_bg\.wasm|boot-/.test(path)) return undefined;
    const [status, headers, body] = await next(path);
    return [status, headers, body.subarray(0, body.length / 2)];
  }],
]) {
  test(`update: a build with files ${fault} is not installed, and the next visit has the page`, async (stage) => {
    const { host, page, calculator } = await installed(stage);
    const next = from(await nextBuild(stage));
    host.answer = async (path) => (await spoil(path, next)) ?? next(path);
    const state = await update(page);
    await page.reload();
    await calculator.ready();
    assert.equal(state, 'redundant');
  });
}

test('update: a document that was cut short is not installed', async (stage) => {
  const { host, page, calculator } = await installed(stage);
  const next = from(await nextBuild(stage));
  host.answer = async (path) => {
    const [status, headers, body] = await next(path);
    return [status, headers, path === '' ? body.subarray(0, body.indexOf('id="not-started"')) : body];
  };
  const state = await update(page);
  await page.reload();
  await calculator.ready();
  assert.equal(state, 'redundant');
});

for (const [half, index, files] of [['index', 1, 0], ['files', 0, 1]]) {
  test(`update: a host that has only the ${half} of the next build says so at a first visit`, async (stage) => {
    stage.allow(REPORTED);
    const builds = [await copyOf(stage), await nextBuild(stage)].map((folder) => from(folder));
    const site = await stage.serve(stage.dist, { change: (path) => builds[path === '' ? index : files](path) });
    const page = await stage.page({ context: await stage.context() });
    await page.goto(site.url + LINK);
    await says(page, 'not_started');
  });
}

test('update: a host that lacks the calculator of its index says so', async (stage) => {
  stage.allow(REPORTED);
  const folder = await copyOf(stage);
  for (const name of await readdir(folder)) if (/^(traincost|worker|late)-/.test(name)) await rm(join(folder, name));
  const site = await stage.serve(folder);
  const page = await stage.page({ context: await stage.context() });
  await page.goto(site.url + LINK);
  await fails(page);
  assert.equal(await totals(page), 0);
  await says(page, 'incomplete');
});

const ofWasm = ['_bg\\.wasm$', 'application/wasm'];
const ofLate = ['/(late|aside)-', 'text/javascript'];

/** Damages files, those of a pattern, in all that is kept for use offline. */
const damage = (page, file = ofWasm) =>
  page.evaluate(async ([pattern, type]) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (RegExp(pattern).test(request.url)) await cache.put(request, new Response('<junk>', { headers: { 'content-type': type } }));
    }
  }, file);

/** The number of requests for the page itself. */
const visits = (site) => site.log.filter(({ path }) => path === '/' || path.startsWith('/?')).length;

test('update: a page whose kept files are damaged repairs itself, keeps its link, and says so', async (stage) => {
  const { page, calculator, site } = await installed(stage);
  await damage(page);
  await page.goto(site.url + LINK);
  await calculator.ready();
  await says(page, 'repaired');
  assert.match(await calculator.verdict.innerText(), /GPT-3|175B/);
  assert.match(page.url(), /p=gpt-3/);
  // The new offline copy is whole.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.reload();
  await calculator.ready();
  assert.ok(!(await page.getByText(sentence('repaired')).filter({ visible: true }).count()), 'it is said once');
});

test('update: a page kept of a build that its host has no more repairs itself by the next build', async (stage) => {
  const { host, page, calculator, site } = await installed(stage);
  host.answer = from(await nextBuild(stage));
  await damage(page);
  await page.goto(site.url + LINK);
  await calculator.ready();
  assert.match(await calculator.verdict.innerText(), /GPT-3|175B/);
});

test('update: a page whose kept scripts of reports are damaged runs, and loads whole when its reader asks for that', async (stage) => {
  const { page, calculator, site } = await installed(stage);
  stage.allow(/Unexpected token/);
  await damage(page, ofLate);
  await page.goto(site.url + LINK);
  await calculator.ready();
  await says(page, 'late_missing');
  await Promise.all([page.waitForEvent('load'), page.locator('#update-now').click()]);
  await calculator.ready();
  await calculator.drawn();
  assert.ok(!(await page.locator('#update').isVisible()));
});

test('update: a wrong answer that the browser has cached for a year is asked for anew', async (stage) => {
  stage.allow(REPORTED);
  let updating = true;
  const site = await stage.serve(stage.dist, {
    change: (path, [status, headers, body]) => {
      if (!/_bg\.wasm$/.test(path)) return [status, headers, body];
      const kept = { 'cache-control': 'max-age=31536000, immutable' };
      return updating ? [200, { 'content-type': 'text/html', ...kept }, '<!doctype html>'] : [status, { ...headers, ...kept }, body];
    },
  });
  const page = await stage.page({ context: await stage.context() });
  await page.goto(site.url + LINK);
  await fails(page);
  updating = false;
  // Its next visit, in another tab.
  const calculator = await stage.open(LINK, { site, context: page.context() });
  await says(calculator.page, 'repaired');
});

test('update: a repair leaves the service worker of another site on this origin alone', async (stage) => {
  const { host, page, site } = await installed(stage, { base: '/some/where/' });
  stage.allow(/SW registration|Service-Worker-Allowed/);
  host.answer = (path, answer) => (/_bg\.wasm$/.test(path) ? [404, {}, 'not here'] : path === 'other.js' ? [200, { 'content-type': 'text/javascript', 'service-worker-allowed': '/' }, ''] : answer);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('other.js', { scope: '/' });
    await (await navigator.serviceWorker.getRegistration()).unregister();
  });
  await page.goto(site.url);
  await fails(page);
  assert.deepEqual(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname)), ['/']);
});

test('update: a repair that does not help is not repeated', async (stage) => {
  const { host, page, site } = await installed(stage);
  host.answer = (path, answer) => (/_bg\.wasm$/.test(path) ? [404, {}, 'not here'] : answer);
  await damage(page);
  await page.goto(site.url + LINK);
  await fails(page);
  assert.equal(await totals(page), 0);
  await says(page, 'incomplete');
  await says(page, 'pending');
  const before = visits(site);
  await page.reload();
  await says(page, 'incomplete');
  assert.equal(visits(site), before + 1, 'each visit is one, until the page starts');
});

test('update: where storage is denied a page that cannot start says so at once', async (stage) => {
  stage.allow(REPORTED);
  const site = await stage.serve(stage.dist, { change: (path, answer) => (/_bg\.wasm$/.test(path) ? [404, {}, 'not here'] : answer) });
  const page = await stage.page({ context: await stage.contextWithStorage(false) });
  await page.goto(site.url + LINK);
  await fails(page);
  assert.equal(await totals(page), 0);
  await says(page, 'incomplete');
  assert.equal(visits(site), 1);
});

test('update: a damaged page without a network keeps what it has', async (stage) => {
  const { page, site } = await installed(stage);
  await damage(page);
  await page.context().setOffline(true);
  await page.goto(site.url + LINK);
  await says(page, 'unreachable');
  assert.ok(await page.evaluate(async () => (await caches.keys()).length && (await navigator.serviceWorker.getRegistration())), 'it is still kept');
});

test('update: a page without its service worker in charge hears of a new version', async (stage) => {
  const { host, page, calculator } = await installed(stage);
  // Past the cache, and so past the service worker: as after a reload in the instant in which it is activated.
  const session = await page.context().newCDPSession(page);
  await Promise.all([page.waitForEvent('load'), session.send('Page.reload', { ignoreCache: true })]);
  await calculator.ready();
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  host.answer = from(await nextBuild(stage));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.locator('#update').waitFor({ timeout: 6000 });
  await Promise.all([page.waitForEvent('load'), page.locator('#update-now').click()]);
  await calculator.ready();
});
