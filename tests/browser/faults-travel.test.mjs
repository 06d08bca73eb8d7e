// Faults of scenarios that travel: what is entered is what the worker, the export, a link and a reload have.
import assert from 'node:assert/strict';
import { worth } from './calculator.mjs';
import { test } from './harness.mjs';
import { sentence } from './texts.mjs';

/** The project that the export shows, once it holds `text`. */
const exported = async ({ page }, text) => {
  await page.locator('[data-section=export]').evaluate((fold) => (fold.open = true));
  await page.waitForFunction((text) => document.querySelector('#export pre')?.textContent.includes(text), text);
  return JSON.parse(await page.locator('#export pre').textContent());
};

const total = async (calculator) => worth((await calculator.total()).match(/\$(\S+)/)[1]);

test('faults: accelerators 2048 to 16000: the verdict, the export and the ranges are of the same project', async (stage) => {
  const calculator = await stage.open();
  await calculator.type('count', '2048 to 16000');
  assert.match(await calculator.verdict.innerText(), /5,724/);
  await calculator.page.waitForFunction(() => new URLSearchParams(location.search).has('k'));
  const { values } = await exported(calculator, '"count": {');
  assert.deepEqual(values.count, { low: 2048, high: 16000 });
  await calculator.drawn();
  assert.match(await calculator.verdict.innerText(), /5,724/);
});

test('faults: a range whose ends are spelt with different letters is the same after a reload, and in its field', async (stage) => {
  const calculator = await stage.open();
  await calculator.type('hardware-price', '25000 to 30500');
  await calculator.page.waitForFunction(() => new URLSearchParams(location.search).has('hw'));
  await calculator.page.reload();
  await calculator.ready();
  assert.deepEqual((await exported(calculator, '"hardware-price": {')).values['hardware-price'], { low: 25000, high: 30500 });
  // A reader edits the text that the field shows.
  const shown = await calculator.field('hardware-price').inputValue();
  await calculator.type('hardware-price', shown.replace('30500', '30600'));
  await calculator.page.waitForFunction(() => document.querySelector('#export pre').textContent.includes('30600'));
  assert.deepEqual((await exported(calculator, '30600')).values['hardware-price'], { low: 25000, high: 30600 });
});

test("faults: unusable active parameters leave the preset's own, and are named", async (stage) => {
  const expected = await total(await stage.open());
  for (const value of ['abc', '-1', '9e30', '37B,']) {
    const calculator = await stage.open(`?a=${value}`);
    assert.equal(await total(calculator), expected, value);
    assert.match(await calculator.part('ignored').innerText(), /\(a\)/, value);
  }
});

test('faults: a link names its data and its total, and the page does not vouch for them', async (stage) => {
  const older = await stage.open('?v=1&d=2026.11&t=2T&was=5');
  assert.match(await older.part('ignored').innerText(), sentence('data_was', { was: '\\$5' }));
  for (const version of ['2026.9', '2026.11.10', '2099.12.31', '9999999999999999']) {
    const calculator = await stage.open(`?v=1&d=${version}&t=2T&was=5`);
    const note = await calculator.part('ignored').innerText();
    assert.match(note, sentence('link_data', { key: 'd' }), version);
    assert.doesNotMatch(note, /\$5/, version);
  }
});

test('faults: a mark of direction in a key of the link does not reach its note', async (stage) => {
  const calculator = await stage.open('?%E2%80%AEtxt=1');
  const note = await calculator.part('ignored').innerText();
  assert.match(note, /txt/);
  assert.doesNotMatch(note, /\u202e/);
});

test('faults: a figure that the address of the open page comes to name is explained', async (stage) => {
  const { page } = await stage.open('#figure-total');
  const explained = (figure) => page.waitForFunction((figure) => document.querySelector(`button[data-explain="${figure}"][aria-expanded=true]`), figure);
  await explained('total');
  await page.evaluate(() => (location.hash = '#figure-final-run'));
  await explained('final-run');
});
