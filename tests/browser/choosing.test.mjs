// Choices: train, tune or buy; rent or buy the hardware; now or in another year.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { sentence } from './texts.mjs';

/** What is cheapest, for so many tokens a month. */
const cheapest = (volume, route, total, lang) => sentence('routes_say', { volume, months: '12', route, total }, lang);

/** Unfolds a section and waits until the worker has filled it; gives its text. */
async function opened({ page }, place) {
  await page.evaluate((id) => (document.querySelector(`[data-section=${id}]`).open = true), place);
  await page.waitForFunction((id) => document.getElementById(id).textContent.length > 60, place, { timeout: 15_000 });
  return page.locator(`#${place}`).innerText();
}

/** Until a place says something that it did not say before. */
async function changed({ page }, place, before) {
  await page.waitForFunction(([id, text]) => document.getElementById(id).innerText !== text, [place, before], { timeout: 15_000 });
  return page.locator(`#${place}`).innerText();
}

/** A sentence first, then a chart that says the same to those who do not see it, then tables with their heads. */
async function isWhole({ page }, place) {
  const section = page.locator(`#${place}`);
  const first = section.locator('> :first-child');
  assert.equal(await first.evaluate((element) => element.tagName), 'P');
  assert.equal(await section.locator('svg').getAttribute('aria-label'), await first.innerText());
  assert.ok((await section.locator('polyline').count()) >= 2, 'lines');
  assert.ok((await section.locator('table').count()) >= 1, 'a table beside the chart');
  assert.ok((await section.locator('svg title').count()) >= 8, 'values to be read');
}

test('choosing: train, tune or buy', async (stage) => {
  const calculator = await stage.open();
  let text = await opened(calculator, 'routes');
  await isWhole(calculator, 'routes');
  assert.match(text, cheapest('1B', 'an API', '\\$[\\d.]+K \\(\\$[^)]+ to \\$[^)]+\\)'));
  assert.match(text, /an API up to [\d.]+B, LoRA up to/, 'where one overtakes another');
  const rows = calculator.page.locator('#routes tbody tr');
  assert.equal(await rows.count(), 7);
  for (const said of await rows.allInnerTexts()) assert.match(said, /\$/);
  assert.equal(await calculator.page.locator('#routes li').count(), 7, 'what each assumes, and its risk');
  assert.ok((await calculator.page.locator('#routes li a[href^=http]').count()) >= 5, 'with sources');

  await calculator.type('volume', '100B');
  text = await changed(calculator, 'routes', text);
  assert.match(text, cheapest('100B', 'LoRA'));
  await calculator.type('api-price', '0.01');
  text = await changed(calculator, 'routes', text);
  assert.match(text, cheapest('100B', 'an API'), 'the price of an API is the reader’s');
  await calculator.type('volume', '0');
  text = await changed(calculator, 'routes', text);
  assert.match(text, cheapest('0', 'an API', '\\$0'));
  await calculator.speak('zh-CN');
  text = await changed(calculator, 'routes', text);
  assert.match(text, cheapest('0', ' ?API', undefined, 'zh-CN'));
  await calculator.makesSense();
});

test('choosing: a project that tunes says what it does not say', async (stage) => {
  const calculator = await stage.open('?p=lora-7b');
  const text = await opened(calculator, 'routes');
  assert.match(text, sentence('not_said'));
  assert.match(text, /LoRA The project as it stands above/);
  await calculator.makesSense();
});

test('choosing: rent or buy', async (stage) => {
  const calculator = await stage.open('?p=llama-2-70b');
  let text = await opened(calculator, 'rent-or-buy');
  await isWhole(calculator, 'rent-or-buy');
  assert.match(text, /buying pays off from month \d+ on/);
  assert.match(text, /buying pays off above \d+% use/);
  assert.equal(await calculator.page.locator('#rent-or-buy table').count(), 3);
  assert.equal(await calculator.page.locator('#rent-or-buy svg circle').count() > 0, true, 'the crossing is marked');

  await calculator.type('rent-decline', '60%');
  text = await changed(calculator, 'rent-or-buy', text);
  assert.match(text, /If it has no resale value, buying never pays off/);
  await calculator.part('select-accelerator').selectOption('l20');
  text = await changed(calculator, 'rent-or-buy', text);
  assert.match(text, sentence('rent_unknown'), 'why, and what to do');
  await calculator.speak('zh-CN');
  text = await changed(calculator, 'rent-or-buy', text);
  assert.match(text, sentence('rent_unknown', {}, 'zh-CN'));
  await calculator.makesSense();
});

test('choosing: in other years', async (stage) => {
  const calculator = await stage.open();
  let text = await opened(calculator, 'years');
  await isWhole(calculator, 'years');
  const year = new Date().getUTCFullYear();
  assert.match(text, sentence('years_say', { now: '\\$[\\d.]+M', this: year, cost: '\\$[\\d.]+M \\(\\$[^)]+ to \\$[^)]+\\)', year: year + 3 }));
  assert.match(text, /The largest runs go the other way/);
  assert.equal(await calculator.page.locator('#years li').count(), 5, 'every rate with its source');

  await calculator.type('hardware-rate', '1.1 to 1.6');
  text = await changed(calculator, 'years', text);
  assert.match(text, /×1\.3\d? \(×1\.1 to ×1\.6\) yours/, 'the reader replaces a rate');
  await calculator.part('currency-cny').click();
  text = await changed(calculator, 'years', text);
  assert.match(text, /CN¥/);
  await calculator.speak('zh-CN');
  text = await changed(calculator, 'years', text);
  assert.match(text, new RegExp(`^${year} 年`));
  await calculator.makesSense();
});

test('choosing: when the money is spent, which a longer team changes', async (stage) => {
  const calculator = await stage.open();
  const text = await opened(calculator, 'spending');
  const section = calculator.page.locator('#spending');
  assert.equal(await section.locator('svg').getAttribute('aria-label'), await section.locator('> :first-child').innerText());
  const rows = section.locator('tbody tr');
  const months = await rows.count();
  assert.match(text, new RegExp(`by the end of month \\d+ of ${months};`));
  assert.match(await rows.last().innerText(), /\$29\.?\d*M/, 'all of the bill is paid in the end');
  await calculator.type('months', '20');
  await changed(calculator, 'spending', text);
  assert.equal(await rows.count(), 20);
});

test('choosing: nothing is wider than a phone', async (stage) => {
  const calculator = await stage.open('?p=llama-2-70b', { viewport: { width: 360, height: 800 } });
  for (const place of ['routes', 'rent-or-buy', 'years', 'spending']) {
    await opened(calculator, place);
    assert.ok((await calculator.overflow()) <= 0, `${place} fits the page`);
    const holders = calculator.page.locator(`#${place} .table-holder`);
    for (const wider of await holders.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth))) assert.equal(wider, 0, place);
  }
});
