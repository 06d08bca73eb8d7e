// Ranges that a person enters, the draws they go into, what moves the total, and levers: on the page, in the link, in both languages.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

/** Unfolds a section and waits until the worker has said all of it. */
async function whole({ page }, place) {
  await page.evaluate((place) => (document.querySelector(`[data-section=${place}]`).open = true), place);
  const done = (place) => {
    const element = document.getElementById(place);
    return element.textContent.length > 100 && !element.hasAttribute('aria-busy');
  };
  await page.waitForFunction(done, place, { timeout: 30_000 });
}

/** What a place says once it says something else than `before`, and all of it. */
async function changed({ page }, place, before) {
  const done = ([place, before]) => {
    const element = document.getElementById(place);
    return element.innerText !== before && !element.hasAttribute('aria-busy');
  };
  await page.waitForFunction(done, [place, before], { timeout: 30_000 });
  return page.locator(`#${place}`).innerText();
}

const linkedValue = ({ page }, key) => page.evaluate((key) => new URLSearchParams(location.search).get(key), key);
const linked = ({ page }, key) => page.waitForFunction((key) => new URLSearchParams(location.search).has(key), key);

test('ranges: the served page shows drawn ranges, and its figures do not change', async (stage) => {
  const calculator = await stage.open();
  assert.equal(await calculator.page.evaluate(() => document.documentElement.dataset.ranges), 'sampled');
  const served = await calculator.figures();
  await calculator.type('tokens', '3T');
  await calculator.figures();
  await calculator.part('reset').click();
  assert.deepEqual(await calculator.figures(), served, 'drawn anew they are the same');
});

test('ranges: a field takes a range in every way of writing it, and the link carries it', async (stage) => {
  const calculator = await stage.open('?b=reserved');
  const { page } = calculator;
  const seen = new Set();
  for (const text of ['10T to 20T', '10T~20T', '10T 到 20T', '10e12–20e12']) {
    await calculator.type('tokens', text);
    assert.equal(await calculator.field('tokens').getAttribute('aria-invalid'), 'false', text);
    seen.add((await calculator.figures())['figure-total']);
  }
  assert.equal(seen.size, 1, [...seen].join(' | '));
  assert.match((await calculator.figures())['figure-flops'], /to/, 'what was exact has a range now');
  await linked(calculator, 't');
  const other = await stage.open(new URL(page.url()).search);
  assert.deepEqual(await other.figures(), await calculator.figures());
  await calculator.type('tokens', '15T±20%');
  assert.equal(await calculator.field('tokens').getAttribute('aria-invalid'), 'false');
  const good = await calculator.figures();
  for (const [text, says] of [['20T to 10T', /first|small/i], ['10T to 10T', /same|differ|width/i], ['-1T to 1T', /zero/i], ['10T to', /./]]) {
    await calculator.type('tokens', text);
    assert.match(await calculator.part('error-tokens').innerText(), says, text);
    assert.deepEqual(await calculator.figures(), good, `${text}: the last good figures stay`);
  }
});

test('drivers: the seed is in the link; another one draws other numbers, the same one the same', async (stage) => {
  const calculator = await stage.open('?t=2T');
  const { page } = calculator;
  await whole(calculator, 'drivers');
  const text = await page.locator('#drivers').innerText();
  const figures = await calculator.figures();
  await calculator.type('seed', '7');
  const other = await changed(calculator, 'drivers', text);
  assert.match(other, /seed 7/);
  await linked(calculator, 'seed');
  assert.equal(await linkedValue(calculator, 'seed'), '7');
  await calculator.type('seed', '1');
  assert.equal(await changed(calculator, 'drivers', other), text);
  assert.deepEqual(await calculator.figures(), figures);
  await calculator.type('seed', '1.5');
  assert.match(await calculator.part('error-seed').innerText(), /whole/i);
});

test('drivers: a bar and a name lead to their input, and a column reads its probability', async (stage) => {
  const calculator = await stage.open();
  const { page } = calculator;
  await whole(calculator, 'drivers');
  const bar = page.locator('#drivers rect[data-go]').first();
  const field = await bar.getAttribute('data-go');
  await bar.click();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), `field-${field}`);
  assert.match(await page.locator('#drivers rect title').last().textContent(), /%/);
  assert.equal(await page.locator('#drivers figure svg').count(), 2);
  assert.ok((await page.locator('#drivers table').count()) >= 2);
  await calculator.makesSense();
});

test('levers: those that are on travel in the link, and their order makes no difference', async (stage) => {
  const calculator = await stage.open();
  const { page } = calculator;
  await whole(calculator, 'levers');
  const total = (await calculator.figures())['figure-total'];
  const fall = page.locator('#levers > p[aria-live]');
  const says = [];
  for (const order of [['spot', 'staged-training', 'smaller-model'], ['smaller-model', 'staged-training', 'spot']]) {
    for (const lever of order) {
      const before = await page.locator('#levers').innerText();
      await page.locator(`#lever-${lever}`).click();
      await changed(calculator, 'levers', before);
      assert.ok(await page.locator(`#lever-${lever}`).isChecked(), lever);
    }
    says.push(await fall.innerText());
    if (says.length === 1) {
      for (const lever of order) {
        const before = await page.locator('#levers').innerText();
        await page.locator(`#lever-${lever}`).click();
        await changed(calculator, 'levers', before);
      }
    }
  }
  assert.equal(says[0], says[1]);
  assert.equal((await calculator.figures())['figure-total'], total, 'a lever changes no figure of the page');
  assert.equal(await page.locator('#levers figure svg').count(), 1, 'a waterfall');
  assert.match(await page.locator('#levers').innerText(), /nats|loss/i);
  await linked(calculator, 'lv');

  const other = await stage.open(new URL(page.url()).search);
  await other.page.waitForFunction(() => document.querySelector('#lever-spot')?.checked);
  assert.equal(await other.page.locator('#levers > p[aria-live]').innerText(), says[0]);
  await other.speak('zh-CN');
  await other.page.waitForFunction(() => /[一-鿿]/.test(document.querySelector('#levers > p[aria-live]')?.innerText ?? ''));
  assert.ok(await other.page.locator('#lever-spot').isChecked());
  await other.makesSense();
});

test('levers: none is lost when they are switched faster than they are answered', async (stage) => {
  const calculator = await stage.open();
  const { page } = calculator;
  // A chosen theme is no reason to ask again.
  await calculator.part('theme').click();
  await whole(calculator, 'levers');
  const all = ['spot', 'staged-training', 'smaller-model'];
  const stays = await page.evaluate(async ([one, other, last]) => {
    const box = (lever) => document.getElementById(`lever-${lever}`);
    const changes = (element, what) => new Promise((done) => new MutationObserver(done).observe(element, what));
    const asked = changes(document.documentElement, { attributes: true, attributeFilter: ['data-query'] });
    box(one).click();
    await asked;
    const answered = changes(document.getElementById('levers'), { childList: true });
    box(other).click();
    await answered;
    const stays = box(other).checked;
    box(last).click();
    return stays;
  }, all);
  assert.ok(stays, 'an answer to what was asked before does not undo it');
  await page.waitForFunction((count) => new URLSearchParams(location.search).get('lv')?.split('.').length === count, all.length);
  assert.deepEqual((await linkedValue(calculator, 'lv')).split('.').sort(), [...all].sort());
  const other = await stage.open(new URL(page.url()).search);
  await other.page.waitForFunction(() => document.querySelectorAll('#levers input:checked').length === 3);
  const says = await other.page.locator('#levers > p[aria-live]').innerText();
  await page.waitForFunction((says) => document.querySelector('#levers > p[aria-live]')?.innerText === says, says);
  for (const lever of all) assert.ok(await page.locator(`#lever-${lever}`).isChecked(), lever);
  for (const lever of all) await page.locator(`#lever-${lever}`).click();
  await page.waitForFunction(() => !new URLSearchParams(location.search).has('lv'));
  await page.waitForFunction(() => !document.querySelector('#levers figure'));
  assert.equal(await page.locator('#levers input:checked').count(), 0);
});

test('levers: all of them at once', async (stage) => {
  const calculator = await stage.open();
  const { page } = calculator;
  await whole(calculator, 'levers');
  const ids = await page.locator('#levers input').evaluateAll((all) => all.map(({ dataset }) => dataset.lever));
  const other = await stage.open(`?lv=${ids.join('.')}`);
  await other.page.waitForFunction((count) => document.querySelectorAll('#levers input:checked').length === count, ids.length);
  await other.makesSense();
  assert.equal(await other.page.locator('#levers td:not([data-label])').count(), 0, 'where columns are lines, each has its name');
  assert.ok((await other.overflow()) <= 0);
  const hostile = await stage.open('?lv=spot.nothing');
  assert.match(await hostile.page.locator('body').innerText(), /lv/, 'what the link held and cannot be used is named');
});
