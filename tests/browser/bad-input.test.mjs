// A field reports its own error; the last good figures stay and are marked. An emptied field shows the catalog's value.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { LANGS } from './languages.mjs';
import { sentence } from './texts.mjs';

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

/** A text that is bad in a field: some take zero, and some are left to the catalog when emptied. */
const badTexts = (name) => BAD.filter((text) => !(text === '0' && ZERO_IS_FINE.has(name)) && !(text === '' && OPTIONAL.includes(name)));

/** Fails unless the page says what is wrong with a bad text, and keeps the last good figures meanwhile. */
function isRefused({ what, invalid, error, isDescribed, isStale, figures, overflow, nonsense }, good) {
  assert.match(error, /[a-z]{3,} [a-z]{2,}/i, `${what} says what is wrong`);
  assert.equal(invalid, 'true', `${what} is marked invalid`);
  assert.ok(isDescribed, `${what} is described by its message`);
  assert.ok(isStale, `${what}: the figures are marked as the last good ones`);
  assert.deepEqual(figures, good, `${what}: the last good figures stay`);
  assert.ok(overflow <= 0, `${what}: the message fits`);
  assert.equal(nonsense, undefined, what);
}

/** Fails if a field, its group or the figures are marked as faulty. */
function isFine({ what, invalid, error, isStale, nonsense }) {
  assert.equal(error, '', `${what} is no fault`);
  assert.equal(invalid, 'false', `${what} is not marked invalid`);
  assert.ok(!isStale, `${what}: the figures are those of what stands there`);
  assert.equal(nonsense, undefined, what);
}

test('bad input: what is typed is refused beside its field, and forgotten with it', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfold();
  const figures = await calculator.figures();
  for (const name of ['tokens', 'price']) {
    const field = calculator.field(name);
    const error = calculator.part(`error-${name}`);
    const stale = calculator.part('stale').filter({ visible: true });
    const good = await field.inputValue();
    for (const text of badTexts(name)) {
      await calculator.type(name, text);
      const what = `field-${name} with "${text}"`;
      assert.match(await error.filter({ visible: true }).innerText(), /[a-z]{3,} [a-z]{2,}/i, `${what} says what is wrong`);
      assert.equal(await field.getAttribute('aria-invalid'), 'true', `${what} is marked invalid`);
      assert.ok((await stale.count()) > 0, `${what}: the figures are marked as the last good ones`);
      assert.deepEqual(await calculator.figures(), figures, `${what}: the last good figures stay`);
      await calculator.makesSense();
    }
    await calculator.type(name, good);
    assert.equal(await error.filter({ visible: true, hasText: /\S/ }).count(), 0, 'the message goes');
    assert.equal(await stale.count(), 0, 'the mark goes');
    assert.deepEqual(await calculator.figures(), figures);
  }
});

test('bad input: every number on the page refuses what is none, and tells one fault from another', async (stage) => {
  const calculator = await stage.open();
  const names = new Set([...REQUIRED, ...OPTIONAL]);
  for await (const seen of calculator.bring(names)) {
    for (const name of seen) {
      const good = await calculator.field(name).inputValue();
      const texts = [good, ...badTexts(name), good];
      const looks = await calculator.enter(texts.map((text) => [name, text]));
      const { figures } = looks[0];
      for (const look of looks.slice(1, -1)) isRefused(look, figures);
      const faults = new Set(looks.slice(1, -1).map(({ error }) => error));
      assert.ok(faults.size >= 4, `the messages tell one fault from another: ${[...faults].join(' | ')}`);
      isFine(looks.at(-1));
      assert.deepEqual(looks.at(-1).figures, figures, 'all is as it was');
    }
  }
});

test('bad input: fields without a test of their own refuse words too', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfoldAll();
  await calculator.field('frontier-rate').waitFor();
  const figures = await calculator.figures();
  const fields = await calculator.page.locator('input[data-testid^=field-]:visible').evaluateAll((all) =>
    all.map((field) => [field.dataset.testid.slice('field-'.length), field.value]));
  assert.ok(fields.length > 80, `${fields.length} fields`);
  const others = fields.filter(([name]) => !REQUIRED.includes(name) && !OPTIONAL.includes(name));
  const looks = await calculator.enter(others.flatMap(([name, good]) => ['abc', '1e400', '-1~1', good].map((text) => [name, text])));
  for (const [index, look] of looks.entries()) {
    if (index % 4 === 3) isFine(look);
    else isRefused(look, looks[3].figures);
  }
  await calculator.makesSense();
  assert.deepEqual(await calculator.figures(), figures);
});

/** A value of one's own that each field takes. */
const OWN = { active: '1B', batch: '4M', pue: '3', experiments: '7', life: '9', 'hardware-price': '9000', load: '2', tdp: '900', available: '64' };
/** Without active parameters a model is dense: what stands for them is the total, not the catalog. An empty batch is the model's own, and without one
 * salary for everybody there are those of the roles; a limit that nobody sets is none. */
const OWN_RULE = ['active', 'batch', 'salary', ...LIMITS];

for (const lang of LANGS) {
  test(`emptied: a number goes back to the catalog's value and says so, ${lang}`, async (stage) => {
    const calculator = await stage.open(`?lang=${lang}`);
    for await (const seen of calculator.bring(OPTIONAL)) {
      for (const name of seen) {
        const looks = await calculator.enter(['', OWN[name] ?? '0.9', ''].map((text) => [name, text]));
        const [empty, own, again] = looks;
        for (const look of looks) isFine(look);
        assert.match(empty.hint, /\S/, empty.what);
        if (!OWN_RULE.includes(name)) {
          assert.match(empty.placeholder, /\d/, `${empty.what} shows the catalog's value`);
          assert.ok(empty.hint.includes(empty.placeholder), `${empty.what} says whose it is: ${empty.hint}`);
          const [says] = empty.hint.split(empty.placeholder);
          assert.ok(says.length > 1 && !own.hint.startsWith(says), `the catalog is silent beside a value of one's own: ${own.hint}`);
        }
        assert.notEqual(empty.from, 'you', empty.what);
        if (empty.from !== 'unused') assert.equal(own.from, 'you', own.what);
        assert.equal(again.hint, empty.hint, again.what);
        assert.deepEqual(again.figures, empty.figures, 'the figures are those of the catalog again');
      }
    }
  });
}

test('emptied: a price that is deleted by keyboard is the catalog\'s again, ranges and all', async (stage) => {
  const calculator = await stage.open();
  const figures = await calculator.figures();
  await calculator.type('price', '0.9');
  assert.notDeepEqual(await calculator.figures(), figures);
  await calculator.type('price', '');
  assert.match(await calculator.page.locator('#hint-price').innerText(), /\d/);
  assert.deepEqual(await calculator.figures(), figures);
});

test('zero: is a value where nothing is something', async (stage) => {
  const calculator = await stage.open();
  for await (const seen of calculator.bring(ZERO_IS_FINE)) {
    for (const look of await calculator.enter(seen.map((name) => [name, '0']))) isFine(look);
  }
  await calculator.makesSense();
  const figures = await calculator.figures();
  await calculator.page.waitForFunction((count) => [...new URLSearchParams(location.search).values()].filter((value) => /^0%?$/.test(value)).length >= count, 10);
  await calculator.page.reload();
  await calculator.ready();
  assert.deepEqual(await calculator.figures(), figures, 'the link keeps every zero');
  for (const name of ZERO_IS_FINE) {
    const field = calculator.field(name);
    if (await field.count()) assert.match(await field.inputValue(), /^0%?$/, name);
  }
  assert.equal(await calculator.part('ignored').filter({ visible: true }).count(), 0);
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
  await calculator.page.waitForFunction(() => new URLSearchParams(location.search).has('t'));
  await calculator.type('tokens', 'abc');
  // The address follows what comes after it.
  await calculator.part('currency-cny').click();
  await calculator.page.waitForFunction(() => new URLSearchParams(location.search).has('cur'));
  const figures = await calculator.figures();
  await calculator.page.reload();
  await calculator.ready();
  assert.deepEqual(await calculator.figures(), figures);
});

test('bad input: a text is read as its writer meant it, or refused with the right sentence, in every language', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfold();
  for (const lang of LANGS) {
    await calculator.speak(lang);
    for (const [text, name] of [
      ['-', 'error_incomplete'],
      ['5±', 'error_incomplete'],
      ['1 000 000', 'error_separator'],
      ["1'000'000", 'error_separator'],
      ['1.000.000,5', 'error_separator'],
      ['1,5', 'error_separator'],
      ['5'.repeat(121), 'error_long'],
    ]) {
      const [look] = await calculator.enter([['tokens', text]]);
      assert.match(look.error, sentence(name, {}, lang), `${text}, ${lang}`);
    }
    // Nobody sees the characters around this number.
    const looks = await calculator.enter(['\u200b', '\ufeff', '\u200e', '\u200f', '\u202e'].map((mark) => ['tokens', `${mark}3T${mark}`]));
    for (const look of looks) isFine(look);
    assert.equal(new Set(looks.map(({ figures }) => figures.join())).size, 1);
    assert.match(looks[0].hint, /3/);
  }
});

test('bad input: a text of 60 KB is refused at once', async (stage) => {
  const calculator = await stage.open();
  const times = await calculator.page.evaluate(() => {
    const field = document.querySelector('[data-testid="field-tokens"]');
    // The browser lays a field out whenever its text changes. Here the time of the page's own work counts.
    field.style.display = 'none';
    const times = ['-', ' to', '~', '5-'].map((unit) => {
      field.value = '5' + unit.repeat(60_000 / unit.length);
      const start = performance.now();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return performance.now() - start;
    });
    field.style.display = '';
    return times;
  });
  assert.ok(Math.max(...times) < 50, times.join(' ms, '));
  assert.match(await calculator.part('error-tokens').innerText(), sentence('error_long'));
});
