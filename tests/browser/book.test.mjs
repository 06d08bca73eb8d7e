// Prices of one's own: a price book as CSV, pasted or dropped, and the provider one rents from.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { LANGS } from './languages.mjs';
import { sentence } from './texts.mjs';

const HAN = /\p{Script=Han}/u;
const GOOD = 'item,accelerator,basis,price\nelectricity,,,0.06\n,h800-sxm,on-demand,3.5\n,h200-sxm,,4.25\n,h800-sxm,spot,1.25\n';

/** The price book, unfolded: its text, buttons, and what it answers in whatever language: how many prices apply, then line and column of each bad one. */
async function bookOf(calculator) {
  await calculator.unfold();
  const body = calculator.page.locator('.book');
  const text = calculator.part('book');
  return {
    text,
    undo: body.locator('button:not(.apply)'),
    async says() {
      const words = (await calculator.part('book-says').innerText()).match(/\d+|(?<![a-z])(?:item|accelerator|basis|price)(?![a-z])/g) ?? [];
      return words.map((word) => (/\d/.test(word) ? Number(word) : word));
    },
    async apply(prices) {
      await text.fill(prices);
      await body.locator('button.apply').click();
      await calculator.settled();
    },
  };
}

/** The link's query, once it holds what is expected: a query, or values by key (`null`: none). */
async function linked({ page }, expected) {
  await page.waitForFunction((expected) => {
    if (typeof expected === 'string') return location.search === expected;
    const query = new URLSearchParams(location.search);
    return Object.entries(expected).every(([key, value]) => query.get(key) === value);
  }, expected);
  return page.evaluate(() => location.search);
}

const price = async (calculator) => Number((await calculator.field('price').inputValue()).replace(/[^\d.]/g, ''));
const usual = async (calculator) => (await calculator.field('price').getAttribute('placeholder')) ?? '';

test('book: good lines apply, to the figures and the link', async (stage) => {
  const calculator = await stage.open();
  const before = await calculator.figures();
  const book = await bookOf(calculator);
  await book.apply(GOOD);
  assert.deepEqual(await book.says(), [4]);
  assert.equal(await price(calculator), 3.5, 'the rent of the accelerator and basis that are chosen');
  assert.match(await calculator.field('electricity').inputValue(), /^\$?0\.06$/);
  assert.notEqual((await calculator.figures())['figure-total'], before['figure-total']);
  const other = await stage.open(await linked(calculator, { price: '3.5' }));
  assert.deepEqual(await other.figures(), await calculator.figures(), 'the link opens with the same figures');
  assert.equal(await other.part('ignored').filter({ visible: true }).count(), 0);
  await calculator.makesSense();
});

test('book: bad lines are named by number and column, and the good ones apply, in every language', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  const lines = ['electricity,,,0.06', 'beer,,,5', '', 'electricity,,,-1', ',h100-sxm,own,2', ',abacus,,1', ',h100-sxm,,', 'tokens,,,5'];
  await book.apply(['item,accelerator,basis,price', ...lines, ''].join('\n'));
  assert.match(await calculator.field('electricity').inputValue(), /0\.06/);
  // The answer follows the language.
  for (const lang of LANGS) {
    await calculator.speak(lang);
    assert.deepEqual(await book.says(), [1, 3, 'item', 5, 'price', 6, 'basis', 7, 'accelerator', 8, 'price', 9, 'item'], lang);
    assert.equal(HAN.test(await calculator.part('book-says').innerText()), lang !== 'en');
    await calculator.makesSense();
  }
});

test('book: nothing but bad lines changes nothing, and a book without a price says so', async (stage) => {
  const calculator = await stage.open('?t=2T');
  const figures = await calculator.figures();
  const book = await bookOf(calculator);
  for (const [text, says] of [
    ['item,price\nbeer,5', [2, 'item']],
    ['item,value\nelectricity,0.06', [1, 'price']],
    ['', []],
    [`item,price\n${'x'.repeat(20_000)},1`, [2, 'item']],
  ]) {
    await book.apply(text);
    assert.deepEqual(await book.says(), says);
    assert.deepEqual(await calculator.figures(), figures, text.slice(0, 40));
    assert.ok(await book.undo.isDisabled(), 'there is nothing to undo');
  }
  // The address follows the next change, which is the only one.
  await calculator.part('currency-cny').click();
  const query = new URLSearchParams(await linked(calculator, { cur: 'cny' }));
  for (const key of ['v', 'd', 'cur']) query.delete(key);
  assert.equal(query.toString(), 't=2T');
});

test('book: markup in a book is text', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.apply('item,price\n<img src=x onerror="window.harmed=1">,5\n"=cmd|1",2');
  assert.deepEqual(await book.says(), [2, 'item', 3, 'item']);
  assert.equal(await calculator.page.evaluate(() => globalThis.harmed), undefined);
  assert.equal(await calculator.page.locator('.book img').count(), 0);
});

test('book: undo restores exactly', async (stage) => {
  const calculator = await stage.open('?price=2.2&r=FR&b=reserved');
  // The address is the page's own from the first change on.
  await calculator.type('tokens', '2T');
  const [figures, link] = [await calculator.figures(), await linked(calculator, { t: '2T' })];
  const book = await bookOf(calculator);
  assert.ok(await book.undo.isDisabled(), 'nothing to undo at first');
  await book.apply(`${GOOD},h800-sxm,reserved,2.5\n`);
  assert.equal(await price(calculator), 2.5);
  await linked(calculator, { price: '2.5' });
  await book.undo.click();
  assert.deepEqual(await calculator.figures(), figures);
  assert.equal(await price(calculator), 2.2, 'the price that was typed is back');
  await linked(calculator, link);
  assert.deepEqual(await book.says(), []);
  assert.ok(await book.undo.isDisabled());
  // Its rents are gone as well.
  await calculator.choose('basis', /^spot$/);
  assert.equal(await price(calculator), 2.2);
});

test('book: undo takes back the last book alone', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.apply('item,price\nelectricity,0.06\n');
  await calculator.page.waitForFunction(() => location.search.includes('0.06'));
  const link = await linked(calculator, {});
  await book.apply('accelerator,price\nh800-sxm,3\n');
  assert.equal(await price(calculator), 3);
  await linked(calculator, { price: '3' });
  await book.undo.click();
  await linked(calculator, link);
  assert.match(await calculator.field('electricity').inputValue(), /0\.06/);
});

test('book: a rent applies when its accelerator and basis are chosen', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.apply(GOOD);
  await calculator.choose('accelerator', /^h200-sxm$/);
  assert.equal(await price(calculator), 4.25);
  const total = await calculator.total();
  await calculator.choose('accelerator', /^h100-sxm$/);
  assert.equal(await calculator.field('price').inputValue(), '', 'what the book does not have is at the catalog\'s price');
  assert.notEqual(await calculator.total(), total);
  await calculator.choose('accelerator', /^h800-sxm$/);
  assert.equal(await price(calculator), 3.5);
  await calculator.choose('basis', /^spot$/);
  assert.equal(await price(calculator), 1.25);
  // A price of one's own stays.
  await calculator.type('price', '9.75');
  await calculator.choose('accelerator', /^h200-sxm$/);
  await calculator.choose('basis', /^on-demand$/);
  assert.equal(await price(calculator), 9.75);
});

for (const how of ['with a heading in another order, quotes, tabs and a byte order mark', 'as they are named']) {
  test(`book: a file that is dropped applies, ${how}`, async (stage) => {
    const calculator = await stage.open();
    const book = await bookOf(calculator);
    const csv = how === 'as they are named' ? GOOD : '\ufeffPRICE\tBasis\tAccelerator\r\n"$3.5"\ton-demand\t"H800 SXM 80GB"\r\n';
    const dropped = await calculator.page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'prices.csv', { type: 'text/csv' }));
      return data;
    }, csv);
    // The page accepts files once the script that reads them has loaded.
    await calculator.page.waitForFunction(() => {
      const over = new DragEvent('dragover', { bubbles: true, cancelable: true });
      return !document.querySelector('.book textarea').dispatchEvent(over);
    });
    await book.text.dispatchEvent('drop', { dataTransfer: dropped });
    await calculator.page.waitForFunction(() => document.querySelector('[data-testid=book-says]').innerText !== '');
    assert.deepEqual(await book.says(), [how === 'as they are named' ? 4 : 1]);
    assert.equal(await price(calculator), 3.5);
    assert.match(await book.text.inputValue(), /3\.5/, 'what was dropped can be read and edited');
    assert.ok(calculator.page.url().startsWith(stage.site.url), 'the browser does not open the file instead');
  });
}

test('provider: choosing one changes the price, the figures and the link', async (stage) => {
  const calculator = await stage.open('?gpu=h100-sxm');
  const [market, figures] = [await usual(calculator), await calculator.figures()];
  const options = await calculator.part('select-provider').locator('option').evaluateAll((all) => all.map(({ value }) => value));
  assert.equal(options[0], 'market');
  const seen = new Set([market]);
  for (const provider of ['aws', 'lambda']) {
    assert.ok(options.includes(provider), provider);
    await calculator.choose('provider', new RegExp(`^${provider}$`));
    assert.match(await usual(calculator), /\d/, provider);
    seen.add(await usual(calculator));
    assert.notEqual((await calculator.figures())['figure-total'], figures['figure-total'], provider);
    const other = await stage.open(await linked(calculator, { pv: provider }));
    assert.deepEqual(await other.figures(), await calculator.figures(), 'the link opens with the same figures');
    assert.equal(await other.part('select-provider').inputValue(), provider);
    assert.equal(await other.part('ignored').filter({ visible: true }).count(), 0);
  }
  assert.equal(seen.size, 3, `three prices: ${[...seen].join(', ')}`);
  await calculator.choose('provider', /^market$/);
  assert.deepEqual(await calculator.figures(), figures);
  await linked(calculator, { pv: null });
});

for (const lang of LANGS) {
  test(`provider: one without a public price asks for yours, ${lang}`, async (stage) => {
    const calculator = await stage.open(`?gpu=h100-sxm&lang=${lang}`);
    await calculator.choose('provider', /^alibaba$/);
    // The verdict says what the rest comes to at least, and never a total.
    const floor = sentence('at_least', { cost: '\\D*\\d' }, lang);
    assert.match(await calculator.total(), floor);
    assert.doesNotMatch((await calculator.figures())['figure-total'], /\d/, 'no price, no total');
    assert.doesNotMatch(await calculator.part('breakdown').locator('tfoot tr.total').innerText(), /\d/);
    assert.match((await calculator.figures())['figure-days'], /\d/, 'what needs no price stands');
    assert.doesNotMatch(await usual(calculator), /\d/);
    for (const place of ['#verdict', '#notes']) assert.match(await calculator.page.locator(place).innerText(), sentence('unknown_offer', {}, lang), `${place} asks for a price`);
    await calculator.makesSense();
    await linked(calculator, { pv: 'alibaba' });
    await calculator.type('price', '3');
    assert.match((await calculator.figures())['figure-total'], /\d/);
    assert.doesNotMatch(await calculator.total(), floor);
    await calculator.type('price', '');
    assert.doesNotMatch((await calculator.figures())['figure-total'], /\d/);
    assert.match(await calculator.total(), floor);
  });
}

test('provider: who publishes no price is named, for others publish one', async (stage) => {
  const calculator = await stage.open('?gpu=h100-sxm&pv=alibaba');
  assert.match(await calculator.page.locator('#verdict, #notes').allInnerTexts().then((texts) => texts.join(' ')), /Alibaba/);
});

test('provider: every one makes sense in every language', async (stage) => {
  const calculator = await stage.open('?gpu=h100-sxm');
  const choice = calculator.part('select-provider');
  const figures = await calculator.figures();
  for (const lang of LANGS) {
    await calculator.speak(lang);
    const looks = await calculator.chooseEach('provider');
    assert.ok(looks.length > 8);
    for (const { value, label, nonsense } of looks) assert.ok(label && nonsense === undefined, `${value}: ${label}, ${nonsense}`);
    assert.equal(looks.some(({ label }) => HAN.test(label)), lang !== 'en');
    assert.equal(await choice.inputValue(), looks.at(-1).value, 'the choice stays');
    await calculator.makesSense();
  }
  await calculator.speak('en');
  await calculator.choose('provider', /^market$/);
  assert.deepEqual(await calculator.figures(), figures);
});

test('provider: a link with an unknown one lists it as ignored', async (stage) => {
  const plain = await (await stage.open()).figures();
  const calculator = await stage.open('?pv=%3Cb%3E');
  assert.match(await calculator.part('ignored').innerText(), /pv/);
  assert.equal((await calculator.figures())['figure-total'], plain['figure-total']);
  await calculator.makesSense();
});

test('provider: owning asks for no provider\'s price', async (stage) => {
  const calculator = await stage.open('?gpu=h100-sxm&b=own');
  const total = await calculator.total();
  const other = await stage.open('?gpu=h100-sxm&b=own&pv=alibaba');
  assert.equal(await other.total(), total);
});
