// What is no good says so beside itself; the last good figures stay and are marked. What may be left to the catalog says what it has.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const REQUIRED = ['params', 'tokens', 'layers', 'hidden', 'seq', 'count', 'gathered', 'annotated', 'engineers', 'months', 'pairs', 'age', 'fx',
  'served', 'volume', 'service-months', 'rent-decline', 'partners', 'seed'];
/** Emptied, these go back to the catalog's value, and that is no fault. */
const OPTIONAL = ['active', 'peak', 'mfu', 'batch', 'goodput', 'experiments', 'price', 'pue', 'electricity', 'carbon', 'clean-price', 'item-price', 'salary',
  'hardware-price', 'life', 'residual', 'utilisation', 'idle', 'tdp', 'review', 'load', 'colocation', 'budget', 'deadline', 'available', 'law-size', 'api-price', 'hardware-rate'];
/** Empty, these bound nothing. */
const LIMITS = ['budget', 'deadline', 'available'];
const BAD = ['', 'abc', '-5', '0', 'inf', '1e40', '15 GB'];
/** Where nothing is something: no data gathered, nobody employed, power for free, hardware worth nothing in the end. */
const ZERO_IS_FINE = new Set(['electricity', 'carbon', 'gathered', 'clean-price', 'annotated', 'item-price', 'engineers', 'months', 'salary', 'residual',
  'pairs', 'age', 'idle', 'review', 'colocation', 'served', 'volume', 'service-months', 'rent-decline', 'budget', 'deadline', 'api-price']);

/** Brings a field onto the page: some are shown only when owning, or only in another currency. */
async function show(calculator, name) {
  const field = calculator.field(name);
  const ways = [
    () => calculator.choose('basis', /^own/i),
    () => calculator.choose('basis', /on.demand/i),
    () => calculator.part('currency-cny').click(),
  ];
  await calculator.unfold();
  for (const way of ways) {
    if (await field.isVisible()) return;
    await way();
    await calculator.unfold();
  }
  // Those of a decision come with its fold.
  if (!(await field.count())) await calculator.bring(field);
  assert.ok(await field.isVisible(), `field-${name} can be brought onto the page`);
}

/** A few at a time share a page, for opening one takes longer than a field. */
const few = (names) => Array.from({ length: Math.ceil(names.length / 6) }, (_, part) => names.slice(6 * part, 6 * part + 6));

for (const names of few([...REQUIRED, ...OPTIONAL])) {
  test(`bad input: ${names.join(', ')}`, async (stage) => {
    const calculator = await stage.open();
    for (const name of names) await refuses(calculator, name);
  });
}

/** A field says what is wrong with each bad text, keeps the last good figures meanwhile, and forgets it all. */
async function refuses(calculator, name) {
  await show(calculator, name);
  const field = calculator.field(name);
  const error = calculator.part(`error-${name}`);
  const stale = calculator.part('stale').filter({ visible: true });
  const good = await field.inputValue();
  const figures = await calculator.figures();
  const said = new Set();
  for (const text of BAD) {
    if ((text === '0' && ZERO_IS_FINE.has(name)) || (text === '' && OPTIONAL.includes(name))) continue;
    await calculator.type(name, text);
    const what = `field-${name} with "${text}"`;
    const message = (await error.filter({ visible: true }).allInnerTexts()).join('').trim();
    assert.match(message, /[a-z]{3,} [a-z]{2,}/i, `${what} says what is wrong`);
    said.add(message);
    assert.equal(await field.getAttribute('aria-invalid'), 'true', `${what} is marked invalid`);
    const described = ((await field.getAttribute('aria-describedby')) ?? '').split(/\s+/);
    assert.ok(described.includes(await error.getAttribute('id')), `${what} is described by its message`);
    assert.ok((await stale.count()) > 0, `${what}: the figures are marked as the last good ones`);
    assert.deepEqual(await calculator.figures(), figures, `${what}: the last good figures stay`);
    assert.ok((await calculator.overflow()) <= 0, `${what}: the message fits`);
    await calculator.makesSense();
  }
  assert.ok(said.size >= 4, `the messages tell one fault from another: ${[...said].join(' | ')}`);
  await calculator.type(name, good);
  assert.equal(await error.filter({ visible: true, hasText: /\S/ }).count(), 0, 'the message goes');
  assert.equal(await stale.count(), 0, 'the mark goes');
  assert.deepEqual(await calculator.figures(), figures);
}

/** Fails if a field, its group or the figures are marked as faulty. */
async function unmarked(calculator, name, what) {
  assert.equal(await calculator.part(`error-${name}`).filter({ visible: true, hasText: /\S/ }).count(), 0, `${what} is no fault`);
  assert.equal(await calculator.field(name).getAttribute('aria-invalid'), 'false', `${what} is not marked invalid`);
  assert.equal(await calculator.part('stale').filter({ visible: true }).count(), 0, `${what}: the figures are those of what stands there`);
}

for (const names of few(OPTIONAL)) {
  for (const [lang, says] of [['en', /^Catalog: .*\d/], ['zh-CN', /^资料库：.*\d/]]) {
    test(`emptied: back to the catalog's value, and says so, ${lang}: ${names.join(', ')}`, async (stage) => {
      const calculator = await stage.open(`?lang=${lang}`);
      for (const name of names) await goesBack(calculator, name, says);
    });
  }
}

/** An emptied field has the catalog's value again and says so, before and after a value of one's own. */
async function goesBack(calculator, name, says) {
  await show(calculator, name);
  const hint = async () => {
    const described = (await calculator.field(name).getAttribute('aria-describedby')).split(/\s+/);
    const texts = await calculator.page.locator(described.map((id) => `#${id}`).join()).filter({ visible: true }).allInnerTexts();
    return texts.join(' ').trim();
  };
  await calculator.type(name, '');
  await unmarked(calculator, name, `an empty field-${name}`);
  const figures = await calculator.figures();
  // Without active parameters a model is dense: what stands for them is the total, not the catalog. An empty batch is the model's own, and
  // without one salary for everybody there are those of the roles; a limit that nobody sets is none.
  const ownRule = ['active', 'batch', 'salary', ...LIMITS].includes(name);
  const expected = ownRule ? /\S/ : says;
  assert.match(await hint(), expected);
  await calculator.type(name, { active: '1B', batch: '4M', pue: '3', experiments: '7', life: '9', 'hardware-price': '9000', load: '2', tdp: '900', available: '64' }[name] ?? '0.9');
  await unmarked(calculator, name, `a value of one's own in field-${name}`);
  if (!ownRule) assert.doesNotMatch(await hint(), says, 'the catalog is silent beside a value of one\'s own');
  await calculator.type(name, '');
  assert.match(await hint(), expected);
  assert.deepEqual(await calculator.figures(), figures, 'the figures are those of the catalog again');
}

test('zero: is a value where nothing is something', async (stage) => {
  const calculator = await stage.open();
  for (const name of ZERO_IS_FINE) {
    await show(calculator, name);
    await calculator.type(name, '0');
    await unmarked(calculator, name, `0 in field-${name}`);
    await calculator.makesSense();
  }
  const figures = await calculator.figures();
  await calculator.page.waitForTimeout(600);
  await calculator.page.reload();
  await calculator.ready();
  assert.deepEqual(await calculator.figures(), figures, 'the link keeps every zero');
  assert.equal(await calculator.part('ignored').filter({ visible: true }).count(), 0);
});

test('bad input: every field on the page refuses words, and nothing is lost', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfoldAll();
  await calculator.field('frontier-rate').waitFor();
  const figures = await calculator.figures();
  // There are too many to type into one by one.
  const said = await calculator.page.evaluate(async (bad) => {
    const said = [];
    const enter = (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return new Promise((resolve) => setTimeout(resolve));
    };
    for (const field of [...document.querySelectorAll('input[data-testid^=field-]')].filter((one) => one.checkVisibility())) {
      const good = field.value;
      for (const text of bad) {
        await enter(field, text);
        const error = document.getElementById(field.getAttribute('aria-describedby').split(' ').find((id) => id.startsWith('error-')));
        said.push({ field: field.dataset.testid, text, bad: true, invalid: field.getAttribute('aria-invalid'), error: error?.innerText ?? '' });
      }
      await enter(field, good);
      said.push({ field: field.dataset.testid, text: good, bad: false, invalid: field.getAttribute('aria-invalid') });
    }
    return said;
  }, ['abc', '1e400', '-1~1']);
  assert.ok(said.length > 4 * 80, `${said.length} texts`);
  for (const { field, text, bad, invalid, error } of said) {
    assert.equal(invalid, String(bad), `${field} with "${text}"`);
    if (bad) assert.match(error, /[a-z]{3,} [a-z]{2,}/i, `${field} with "${text}"`);
  }
  await calculator.makesSense();
  assert.deepEqual(await calculator.figures(), figures);
});

test('bad input: messages are in Chinese on the Chinese page', async (stage) => {
  const calculator = await stage.open('?lang=zh-CN');
  for (const text of BAD) {
    await calculator.type('tokens', text);
    assert.match(await calculator.part('error-tokens').innerText(), /\p{Script=Han}{3,}/u, text);
  }
});

test('bad input: two bad fields keep their messages apart', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfold();
  const figures = await calculator.figures();
  await calculator.type('params', 'abc');
  await calculator.type('tokens', '');
  await calculator.type('params', '70B');
  assert.match(await calculator.part('error-tokens').innerText(), /\S/);
  assert.equal(await calculator.part('error-params').filter({ visible: true, hasText: /\S/ }).count(), 0);
  assert.ok((await calculator.part('stale').filter({ visible: true }).count()) > 0);
  await calculator.part('reset').click();
  assert.equal(await calculator.part('stale').filter({ visible: true }).count(), 0);
  assert.deepEqual(await calculator.figures(), figures);
});

test('bad input: only the bad field looks bad', async (stage) => {
  const calculator = await stage.open();
  const border = (name) => calculator.field(name).evaluate((field) => getComputedStyle(field).borderColor);
  await calculator.type('mfu', '140%');
  assert.notEqual(await border('mfu'), await border('pue'), 'the bad field is marked');
  assert.equal(await border('goodput'), await border('pue'), 'its neighbours in the group are not');
});

test('bad input: a bad field does not survive into the link', async (stage) => {
  const calculator = await stage.open();
  await calculator.type('tokens', '70B');
  const figures = await calculator.figures();
  await calculator.page.waitForFunction(() => new URLSearchParams(location.search).has('t'));
  await calculator.type('tokens', 'abc');
  await calculator.page.waitForTimeout(600);
  await calculator.page.reload();
  await calculator.ready();
  assert.deepEqual(await calculator.figures(), figures);
});
