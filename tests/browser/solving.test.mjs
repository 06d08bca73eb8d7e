// The best model for a budget, and cost against time: sentences, tables, charts, and links that open the named scenario.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

/** Unfolds a section and waits until the worker has said all of it; gives its text. */
async function whole({ page }, place, { has = '' } = {}) {
  await page.evaluate((place) => (document.querySelector(`[data-section=${place}]`).open = true), place);
  const done = ([place, has]) => {
    const element = document.getElementById(place);
    return element.textContent.length > 100 && element.textContent.includes(has) && !element.hasAttribute('aria-busy');
  };
  await page.waitForFunction(done, [place, has], { timeout: 30_000 });
  return page.locator(`#${place}`).innerText();
}

/** Where a link leads, opened. */
async function follow(stage, calculator, link) {
  const { search } = new URL(await link.evaluate((one) => one.href));
  return stage.open(search);
}

test('solving: without a limit it says what to enter, and leads there', async (stage) => {
  const calculator = await stage.open('?p=llama-7b&v=1');
  const text = await whole(calculator, 'solver');
  assert.match(text, /Enter a budget/);
  assert.ok(await calculator.page.locator('#solver table').count(), 'what its own total would buy');
  await calculator.page.locator('#solver [data-go=budget]').click();
  assert.equal(await calculator.page.evaluate(() => document.activeElement.dataset.testid), 'field-budget');
});

test('solving: a budget and a deadline buy a model, which opens as a scenario', async (stage) => {
  const calculator = await stage.open('?p=llama-7b&v=1&bu=200000&dy=20');
  const text = await whole(calculator, 'solver');
  assert.match(text, /parameters/);
  assert.match(text, /On the best offer/);
  await calculator.makesSense();
  assert.ok((await calculator.overflow()) <= 0, 'nothing is wider than the page');
  const opened = await follow(stage, calculator, calculator.page.locator('#solver li a').first());
  const days = await opened.part('figure-days').innerText();
  assert.ok(Number.parseFloat(days) <= 20.5, `the deadline holds: ${days}`);
});

test('solving: what cannot be says what would make it so, in both languages', async (stage) => {
  const calculator = await stage.open('?p=llama-7b&v=1&bu=0.5');
  assert.match(await whole(calculator, 'solver'), /does not pay for the smallest model/);
  await calculator.speak('zh-CN');
  assert.match(await whole(calculator, 'solver', { has: '预算' }), /至少需要/);
  await calculator.choose('kind', /^lora$/);
  await whole(calculator, 'solver', { has: '预训练' });
  await calculator.makesSense();
});

test('solving: cost against time, as a line and a table, each row a scenario', async (stage) => {
  const calculator = await stage.open();
  const text = await whole(calculator, 'frontier');
  assert.match(text, /No public rental offer is both faster and cheaper/);
  assert.equal(await calculator.page.locator('#frontier figure svg').count(), 1);
  const rows = calculator.page.locator('#frontier tbody tr');
  assert.ok((await rows.count()) > 3);
  const named = await rows.nth(1).locator('th a').innerText();
  const opened = await follow(stage, calculator, rows.nth(1).locator('th a'));
  await opened.unfold();
  const chip = await opened.part('select-accelerator').evaluate((select) => select.selectedOptions[0].label);
  assert.ok(named.includes(chip), `${named} opens with ${chip}`);
});

test('solving: both fit a phone, in Chinese and in the dark', async (stage) => {
  const calculator = await stage.open('?lang=zh-CN&bu=1000000', { viewport: { width: 360, height: 800 }, colorScheme: 'dark' });
  await whole(calculator, 'solver');
  assert.match(await whole(calculator, 'frontier'), /[\u4e00-\u9fff]/);
  await calculator.makesSense();
  assert.ok((await calculator.overflow()) <= 0, 'nothing is wider than the page');
});
