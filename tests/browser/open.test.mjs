// The answer before anyone touches anything: in the served HTML, and the same elements after wasm has taken over.
import assert from 'node:assert/strict';
import { Calculator } from './calculator.mjs';
import { test } from './harness.mjs';

const PARTS = ['total', 'range', 'basis', 'gpus', 'days'];

test('open: the verdict stands in the served HTML, without scripts', async (stage) => {
  const context = await stage.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(stage.site.url);
  for (const part of PARTS) {
    // Every language is served; one is visible.
    const text = await page.locator(`#verdict [data-testid=verdict-${part}]`).filter({ visible: true }).innerText();
    assert.match(text, /\d|[a-z]/i, `verdict-${part} says something`);
  }
  assert.match(await page.getByTestId('verdict-total').filter({ visible: true }).innerText(), /\d/);
});

test('open: wasm takes over the elements of the verdict and changes no word', async (stage) => {
  const page = await stage.page();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(stage.site.url);
  const before = await page.locator('#verdict').innerText();
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('#verdict, #verdict [data-testid]')) node.served = true;
  });
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.ready), '1', 'not ready while wasm is on its way');
  release();
  await new Calculator(page).ready();
  assert.equal(await page.locator('#verdict').innerText(), before);
  for (const part of PARTS) {
    const kept = await page.locator(`#verdict [data-testid=verdict-${part}]`).evaluate((node) => node.served === true);
    assert.ok(kept, `the served element of verdict-${part} is kept`);
  }
  assert.ok(await page.locator('#verdict').evaluate((node) => node.served === true), 'the served #verdict is kept');
});

test('open: figures, breakdown and both charts are there', async (stage) => {
  const calculator = await stage.open();
  const figures = await calculator.figures();
  for (const name of ['flops', 'gpu-hours', 'days', 'energy', 'carbon', 'total']) assert.match(figures[`figure-${name}`] ?? '', /\d/, name);
  assert.ok((await calculator.part('breakdown').locator('tr').count()) >= 5, 'five heads in the table');
  for (const name of ['breakdown', 'scatter']) assert.ok(await calculator.part(`chart-${name}`).locator('canvas').first().isVisible(), name);
  assert.equal(await calculator.part('ignored').filter({ visible: true }).count(), 0, 'nothing was ignored');
  assert.equal(await calculator.part('stale').filter({ visible: true }).count(), 0, 'nothing is stale');
  await calculator.makesSense();
});

for (const [name, sabotage] of [
  ['cannot be fetched', (context) => context.route('**/*.wasm', (route) => route.abort())],
  ['is not wasm', (context) => context.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'junk' }))],
  ['is refused by the browser', (context) => context.addInitScript(() => delete globalThis.WebAssembly)],
]) {
  for (const [locale, words] of [
    ['en-US', /[a-z]{3,} [a-z]{2,}/i],
    ['zh-CN', /\p{Script=Han}{4,}/u],
  ]) {
    test(`open: a plain message in ${locale} when wasm ${name}`, async (stage) => {
      stage.allow(/Failed to load resource|Failed to fetch|ERR_FAILED|[Ww]ebAssembly|wasm|integrity/);
      const context = await stage.context({ locale });
      await sabotage(context);
      const page = await context.newPage();
      await page.goto(stage.site.url);
      const message = page.locator('#failed');
      await message.waitFor({ state: 'visible' });
      assert.match(await message.innerText(), words);
      const verdict = await page.locator('#verdict').innerText();
      assert.match(verdict, /\d/, 'the served verdict still stands');
      assert.equal(/\p{Script=Han}/u.test(verdict), locale === 'zh-CN', `in ${locale} alone`);
      assert.match(await page.getByTestId('verdict-total').filter({ visible: true }).innerText(), /\d/);
    });
  }
}

test('open: the figures of the verdict are buttons, served and after', async (stage) => {
  const asked = ['total', 'days', 'final-run'];
  const buttons = (page) => page.locator('#verdict button[data-explain]').filter({ visible: true });
  const context = await stage.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(stage.site.url);
  assert.deepEqual(await buttons(page).evaluateAll((all) => all.map(({ dataset }) => dataset.explain)), asked);
  const calculator = await stage.open();
  for (const id of asked) {
    const button = calculator.page.locator(`#verdict button[data-explain="${id}"]`);
    const before = await button.boundingBox();
    await button.click();
    const place = calculator.page.locator(`#verdict [data-explains="${id}"]`).first();
    await place.locator('.explanation').first().waitFor();
    assert.deepEqual(await button.boundingBox(), before, `${id} stays where it is`);
    await button.click();
    assert.ok(!(await place.isVisible()), `${id} is closed`);
  }
});
