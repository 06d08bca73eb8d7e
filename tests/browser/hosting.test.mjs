// Any host, any sub-path, and no host at all once the page has been visited.
import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { copyOf, nextBuild } from './builds.mjs';
import { test } from './harness.mjs';

/** The calculator on a server of its own, its service worker in charge of the page. */
async function installed(stage, options) {
  const site = await stage.serve(stage.dist, options);
  const calculator = await stage.open('', { site });
  await calculator.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  return { site, calculator };
}

for (const base of ['/', '/some/where/']) {
  test(`hosting: offline after one visit, below ${base}`, async (stage) => {
    const { site, calculator } = await installed(stage, { base });
    const context = calculator.page.context();
    const online = await stage.open('?n=70B&t=2T&b=reserved', { site, context });
    const linked = await online.figures();
    const first = await calculator.figures();
    // Both: the first is what a page can notice, the second is certain.
    await context.setOffline(true);
    await site.stop();
    await calculator.page.reload();
    await calculator.ready();
    assert.deepEqual(await calculator.figures(), first, 'the page reloads');
    const other = await stage.open('?n=70B&t=2T&b=reserved', { site, context });
    assert.deepEqual(await other.figures(), linked, 'a link with state opens');
    await other.type('tokens', '15T');
    assert.notEqual((await other.figures())['figure-total'], linked['figure-total'], 'and answers');
    const embedded = await stage.open('?embed=1', { site, context });
    assert.match(await embedded.total(), /\d/, 'so does the embed');
  });
}

test('hosting: below a sub-path nothing is asked for outside it', async (stage) => {
  const { site, calculator } = await installed(stage, { base: '/some/where/' });
  await calculator.page.goto(site.url.slice(0, -1));
  await calculator.ready();
  for (const { path, status } of site.log) {
    assert.ok(path.startsWith('/some/where'), path);
    assert.ok([200, 301].includes(status), `${path}: ${status}`);
  }
});

test('hosting: everything the page asks for is there', async (stage) => {
  const { site } = await installed(stage);
  const missing = site.log.filter(({ status }) => status !== 200);
  assert.deepEqual(missing, []);
});

test('hosting: a new version waits to be asked for, and opens in every tab that asks', async (stage) => {
  const folder = await copyOf(stage);
  const site = await stage.serve(folder);
  const first = await stage.open('', { site });
  await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await first.page.reload();
  await first.ready();
  const second = await stage.open('?n=70B&t=2T', { site, context: first.page.context() });
  await cp(await nextBuild(stage), folder, { recursive: true });
  await first.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  for (const { page } of [first, second]) {
    await page.locator('#update').waitFor();
    await page.evaluate(() => (globalThis.old = true));
  }
  for (const calculator of [first, second]) {
    const { page } = calculator;
    await Promise.all([page.waitForEvent('load'), page.locator('#update-now').click()]);
    await calculator.ready();
    assert.ok(!(await page.evaluate(() => globalThis.old)), 'it is opened anew');
    assert.ok(!(await page.locator('#update').isVisible()), 'nothing waits any more');
  }
  assert.match(await second.page.evaluate(() => location.search), /n=70B/, 'the link is kept');
});
