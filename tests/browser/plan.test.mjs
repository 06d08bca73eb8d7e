// The worker's part of the page: the found plan, the computed MFU, and how right the model is.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { LANGS } from './languages.mjs';
import { sentence } from './texts.mjs';

/** Until the worker has filled a place that has come into view; gives its text. */
async function filled({ page }, place) {
  await page.locator(`#${place}`).evaluate((element) => element.scrollIntoView());
  await page.waitForFunction((id) => document.getElementById(id)?.textContent.length > 100, place, { timeout: 15_000 });
  return page.locator(`#${place}`).innerText();
}

/** Until the worker has answered what has changed: the place's text differs from `before`. */
async function changed({ page }, place, before) {
  await page.waitForFunction(([id, text]) => document.getElementById(id).innerText !== text, [place, before], { timeout: 15_000 });
  return page.locator(`#${place}`).innerText();
}

test('plan: the best plan is found, in words, charts and tables', async (stage) => {
  const calculator = await stage.open();
  const text = await filled(calculator, 'plan');
  assert.match(text, /MFU/);
  assert.ok((await calculator.page.locator('#plan svg').count()) >= 2, 'time and memory as charts');
  assert.ok((await calculator.page.locator('#plan table').count()) >= 2, 'and as tables');
  await calculator.makesSense();
  assert.ok((await calculator.overflow()) <= 0, 'nothing is wider than the page');
});

test('plan: a computed MFU moves the figures, and an entered one takes over again', async (stage) => {
  const calculator = await stage.open();
  await filled(calculator, 'plan');
  const before = await calculator.figures();
  await calculator.choose('mfu-from', /^computed$/);
  await calculator.page.waitForFunction((mfu) => document.querySelector('[data-testid=figure-mfu]').textContent.trim() !== mfu, before['figure-mfu']);
  const computed = await calculator.figures();
  assert.notEqual(computed['figure-total'], before['figure-total']);
  const chip = calculator.page.locator('.field:has([data-testid=field-mfu]) .chip');
  assert.equal(await chip.getAttribute('data-from'), 'computed');
  await calculator.page.waitForFunction(() => location.search.includes('mf=computed'));

  const other = await stage.open(new URL(calculator.page.url()).search);
  await other.page.waitForFunction((mfu) => document.querySelector('[data-testid=figure-mfu]').textContent.trim() === mfu, computed['figure-mfu']);
  assert.deepEqual(await other.figures(), computed, 'the link opens with the same figures');

  await calculator.type('mfu', '30%');
  assert.equal(await calculator.part('select-mfu-from').inputValue(), 'entered');
  assert.match((await calculator.figures())['figure-mfu'], /30/);
});

test('plan: with a computed MFU, what is decided starts from the total that is shown', async (stage) => {
  // The last answer to each: what was asked before the MFU was found is asked again after.
  const calculator = await stage.open('?p=llama-65b&mf=computed&lv=staged-training&v=1');
  const { page } = calculator;
  await page.waitForFunction(() => document.documentElement.dataset.mfu);
  const total = (await calculator.figures())['figure-total'].match(/\$[\d.]+[MK]?/)[0];
  const says = {
    levers: (before) => sentence('from_to', { before }),
    solver: (cost) => sentence('own_total', { cost }),
    frontier: (cost) => new RegExp(['yours_beaten', 'yours_stands'].map((name) => sentence(name, { cost }).source).join('|'), 's'),
  };
  for (const [place, pattern] of Object.entries(says)) {
    await page.evaluate((place) => (document.querySelector(`[data-section=${place}]`).open = true), place);
    await page.locator(`#${place}`).filter({ hasText: pattern(total.replaceAll(/[$.]/g, '\\$&')) }).waitFor({ timeout: 30_000 });
  }
  const other = await stage.open('?p=llama-65b&v=1');
  assert.ok(!(await other.figures())['figure-total'].includes(total), 'the usual MFU gives another');
  // A row opens as what it says.
  const row = page.locator('#frontier tbody tr').first();
  const cost = (await row.locator('td').nth(2).innerText()).trim();
  const opened = await stage.open(new URL(await row.locator('a').evaluate((one) => one.href)).search);
  assert.ok((await opened.figures())['figure-total'].includes(cost), cost);
});

// tests/report.rs checks that every preset has a plan, or a reason why not, in every language.
test('plan: another model has another plan, in every language', async (stage) => {
  const calculator = await stage.open();
  let text = await filled(calculator, 'plan');
  await calculator.choose('preset', /^llama-65b$/);
  text = await changed(calculator, 'plan', text);
  assert.ok(text.length > 40, text);
  for (const lang of LANGS.filter((lang) => lang !== 'en')) {
    await calculator.speak(lang);
    text = await changed(calculator, 'plan', text);
    assert.match(text, /\p{Script=Han}/u);
    await calculator.makesSense();
  }
});

test('plan: how right it is, run by run', async (stage) => {
  const calculator = await stage.open('?lang=zh-CN');
  await calculator.unfoldAll();
  assert.match(await filled(calculator, 'validation'), /Calculon/);
  assert.ok((await calculator.page.locator('#validation tr').count()) > 25, 'run by run');
  assert.ok((await calculator.page.locator('#validation svg').count()) >= 1, 'as a chart');
  assert.match(await filled(calculator, 'runs'), /GPT-3/);
  await calculator.makesSense();
  assert.ok((await calculator.overflow()) <= 0, 'nothing is wider than the page');
});

test('plan: without the worker the page answers all the same', async (stage) => {
  stage.allow(/worker-/);
  const page = await stage.page();
  await page.route('**/worker-*', (route) => route.abort());
  const calculator = await stage.open('', { page });
  await calculator.type('tokens', '1T');
  assert.match(await calculator.total(), /\d/);
  await calculator.part('no-ranges').waitFor();
});

test('plan: offline too', async (stage) => {
  const calculator = await stage.open('', { context: await stage.context() });
  await filled(calculator, 'plan');
  await calculator.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await calculator.page.waitForFunction(async () => (await caches.keys()).length > 0);
  await calculator.page.context().setOffline(true);
  await calculator.page.reload();
  await calculator.ready();
  await filled(calculator, 'plan');
});

test('plan: with a computed MFU a compact view and the note of an older link say the same total as the page', async (stage) => {
  const query = '?p=llama-65b&mf=computed&v=1';
  const whole = await stage.open(query);
  await whole.page.waitForFunction(() => document.documentElement.dataset.mfu);
  await whole.figures();
  const total = await whole.total();
  assert.notEqual(total, await (await stage.open(query.replace('&mf=computed', ''))).total(), 'the plan says another MFU');
  const embedded = await stage.open(`${query}&embed=1`);
  await embedded.page.waitForFunction((total) => document.querySelector('[data-testid=verdict-total]').textContent.trim() === total, total);
  const older = await stage.open(`${query}&d=2026.11&was=1000000`);
  await older.page.waitForFunction(() => document.documentElement.dataset.mfu);
  const now = sentence('data_was', { now: '\\$([\\d.]+)M' });
  await older.part('ignored').filter({ hasText: now }).waitFor();
  const [, millions] = (await older.part('ignored').innerText()).match(now);
  assert.equal(Number(Number(millions).toPrecision(2)), Number(total.match(/[\d.]+/)[0]));
  // An MFU that comes after an edit is of what was edited.
  const page = await stage.page();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/worker-*.js', async (route) => {
    await held;
    await route.continue();
  });
  const edited = await stage.open(`${query}&d=2026.11&was=1000000`, { page });
  await edited.type('tokens', '9T');
  release();
  await edited.page.waitForFunction(() => document.documentElement.dataset.mfu);
  await edited.figures();
  assert.doesNotMatch(await edited.part('ignored').innerText(), now);
});
