// Prices of one's own: a price book as CSV, pasted or dropped, and the provider one rents from.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const HAN = /\p{Script=Han}/u;
const GOOD = 'item,accelerator,basis,price\nelectricity,,,0.06\n,h800-sxm,on-demand,3.5\n,h200-sxm,,4.25\n,h800-sxm,spot,1.25\n';
const WORDS = {
  en: {
    apply: 'Apply',
    undo: 'Undo',
    taken: (count) => `Prices applied: ${count}.`,
    bad: (line, column) => `Line ${line}, column ${column}: cannot be used.`,
  },
  'zh-CN': {
    apply: '应用',
    undo: '撤销',
    taken: (count) => `已采用 ${count} 个价格。`,
    bad: (line, column) => `第 ${line} 行 ${column} 列无法使用。`,
  },
};

/** The price book, unfolded: its text, buttons and answer. */
async function bookOf(calculator, lang = 'en') {
  await calculator.unfold();
  const { apply, undo } = WORDS[lang];
  const body = calculator.page.locator('.book');
  const text = calculator.part('book');
  return {
    text,
    undo: body.getByRole('button', { name: undo, exact: true }),
    says: async () => (await calculator.part('book-says').innerText()).trim(),
    async apply(prices) {
      await text.fill(prices);
      await body.getByRole('button', { name: apply, exact: true }).click();
      await calculator.settled();
    },
  };
}

/** The link's query, once it has stood still. */
async function query({ page }) {
  let last;
  for (let now = await page.evaluate(() => location.search); now !== last; now = await page.evaluate(() => location.search)) {
    last = now;
    await page.waitForTimeout(700);
  }
  return last;
}

const price = async (calculator) => Number((await calculator.field('price').inputValue()).replace(/[^\d.]/g, ''));
const usual = async (calculator) => (await calculator.field('price').getAttribute('placeholder')) ?? '';

test('book: good lines apply, to the figures and the link', async (stage) => {
  const calculator = await stage.open();
  const before = await calculator.figures();
  const book = await bookOf(calculator);
  await book.apply(GOOD);
  assert.equal(await book.says(), WORDS.en.taken(4));
  assert.equal(await price(calculator), 3.5, 'the rent of the accelerator and basis that are chosen');
  assert.match(await calculator.field('electricity').inputValue(), /^\$?0\.06$/);
  assert.notEqual((await calculator.figures())['figure-total'], before['figure-total']);
  const link = new URLSearchParams(await query(calculator));
  assert.equal(link.get('price'), '3.5');
  const other = await stage.open(`?${link}`);
  assert.deepEqual(await other.figures(), await calculator.figures(), 'the link opens with the same figures');
  assert.equal(await other.part('ignored').filter({ visible: true }).count(), 0);
  await calculator.makesSense();
});

for (const lang of ['en', 'zh-CN']) {
  test(`book: bad lines are named by number and column, and the good ones apply, ${lang}`, async (stage) => {
    const calculator = await stage.open(`?lang=${lang}`);
    const book = await bookOf(calculator, lang);
    const { taken, bad } = WORDS[lang];
    const lines = ['electricity,,,0.06', 'beer,,,5', '', 'electricity,,,-1', ',h100-sxm,own,2', ',abacus,,1', ',h100-sxm,,', 'tokens,,,5'];
    await book.apply(['item,accelerator,basis,price', ...lines, ''].join('\n'));
    const expected = [taken(1), bad(3, 'item'), bad(5, 'price'), bad(6, 'basis'), bad(7, 'accelerator'), bad(8, 'price'), bad(9, 'item')];
    assert.deepEqual((await book.says()).replaceAll(/(?<=[.。])\s*(?=\S)(?!\d)/g, '\n').split('\n'), expected);
    assert.match(await calculator.field('electricity').inputValue(), /0\.06/);
    await calculator.makesSense();
    // The answer follows the language.
    const other = lang === 'en' ? 'zh-CN' : 'en';
    await calculator.part(`lang-${other}`).click();
    await calculator.settled();
    assert.ok((await book.says()).startsWith(WORDS[other].taken(1)), await book.says());
    assert.equal(HAN.test(await book.says()), other === 'zh-CN');
  });
}

test('book: nothing but bad lines changes nothing, and a book without a price says so', async (stage) => {
  const calculator = await stage.open('?t=2T');
  const [figures, link] = [await calculator.figures(), await query(calculator)];
  const book = await bookOf(calculator);
  for (const [text, says] of [
    ['item,price\nbeer,5', WORDS.en.bad(2, 'item')],
    ['item,value\nelectricity,0.06', WORDS.en.bad(1, 'price')],
    ['', ''],
    ['item,price\nelectricity,NaN', WORDS.en.bad(2, 'price')],
    ['item,price\nelectricity,1e99', WORDS.en.bad(2, 'price')],
    [`item,price\n${'x'.repeat(20_000)},1`, WORDS.en.bad(2, 'item')],
  ]) {
    await book.apply(text);
    assert.equal(await book.says(), says);
    assert.deepEqual(await calculator.figures(), figures, text.slice(0, 40));
    assert.ok(await book.undo.isDisabled(), 'there is nothing to undo');
  }
  assert.equal(await query(calculator), link);
});

test('book: markup in a book is text', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.apply('item,price\n<img src=x onerror="window.harmed=1">,5\n"=cmd|1",2');
  assert.equal(await book.says(), `${WORDS.en.bad(2, 'item')} ${WORDS.en.bad(3, 'item')}`);
  assert.equal(await calculator.page.evaluate(() => globalThis.harmed), undefined);
  assert.equal(await calculator.page.locator('.book img').count(), 0);
});

test('book: undo restores exactly', async (stage) => {
  const calculator = await stage.open('?price=2.2&r=FR&b=reserved');
  // The address is the page's own from the first change on.
  await calculator.type('tokens', '2T');
  const [figures, link] = [await calculator.figures(), await query(calculator)];
  const book = await bookOf(calculator);
  assert.ok(await book.undo.isDisabled(), 'nothing to undo at first');
  await book.apply(`${GOOD},h800-sxm,reserved,2.5\n`);
  assert.equal(await price(calculator), 2.5);
  assert.notEqual(await query(calculator), link);
  await book.undo.click();
  assert.deepEqual(await calculator.figures(), figures);
  assert.equal(await price(calculator), 2.2, 'the price that was typed is back');
  assert.equal(await query(calculator), link);
  assert.equal(await book.says(), '');
  assert.ok(await book.undo.isDisabled());
  // Its rents are gone as well.
  await calculator.choose('basis', /^spot$/);
  assert.equal(await price(calculator), 2.2);
});

test('book: undo takes back the last book alone', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.apply('item,price\nelectricity,0.06\n');
  const link = await query(calculator);
  await book.apply('accelerator,price\nh800-sxm,3\n');
  assert.equal(await price(calculator), 3);
  await book.undo.click();
  assert.equal(await query(calculator), link);
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
    await book.text.dispatchEvent('dragover', { dataTransfer: dropped });
    await book.text.dispatchEvent('drop', { dataTransfer: dropped });
    await calculator.page.waitForFunction(() => document.querySelector('[data-testid=book-says]').innerText !== '');
    assert.equal(await book.says(), WORDS.en.taken(how === 'as they are named' ? 4 : 1));
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
    const link = await query(calculator);
    assert.equal(new URLSearchParams(link).get('pv'), provider);
    const other = await stage.open(link);
    assert.deepEqual(await other.figures(), await calculator.figures(), 'the link opens with the same figures');
    assert.equal(await other.part('select-provider').inputValue(), provider);
    assert.equal(await other.part('ignored').filter({ visible: true }).count(), 0);
  }
  assert.equal(seen.size, 3, `three prices: ${[...seen].join(', ')}`);
  await calculator.choose('provider', /^market$/);
  assert.deepEqual(await calculator.figures(), figures);
  assert.equal(new URLSearchParams(await query(calculator)).get('pv'), null);
});

for (const lang of ['en', 'zh-CN']) {
  test(`provider: one without a public price asks for yours, ${lang}`, async (stage) => {
    const calculator = await stage.open(`?gpu=h100-sxm&lang=${lang}`);
    await calculator.choose('provider', /^alibaba$/);
    // The verdict says what the rest comes to at least, and never a total.
    const floor = lang === 'en' ? /^at least / : /^至少/;
    assert.match(await calculator.total(), floor);
    assert.doesNotMatch((await calculator.figures())['figure-total'], /\d/, 'no price, no total');
    assert.doesNotMatch(await calculator.part('breakdown').locator('tfoot tr.total').innerText(), /\d/);
    assert.match((await calculator.figures())['figure-days'], /\d/, 'what needs no price stands');
    assert.doesNotMatch(await usual(calculator), /\d/);
    const asks = lang === 'en' ? /enter/i : /请填写/;
    for (const place of ['#verdict', '#notes']) assert.match(await calculator.page.locator(place).innerText(), asks, `${place} asks for a price`);
    await calculator.makesSense();
    const link = await query(calculator);
    assert.equal(new URLSearchParams(link).get('pv'), 'alibaba');
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

test('provider: every one opens in both languages without nonsense', async (stage) => {
  const calculator = await stage.open('?gpu=h100-sxm');
  const select = calculator.part('select-provider');
  await calculator.unfold();
  const read = () => select.locator('option').evaluateAll((all) => all.map(({ value, label }) => ({ value, label })));
  const options = await read();
  assert.ok(options.length > 8 && options.every(({ label }) => label && !HAN.test(label)), JSON.stringify(options));
  for (const { value } of options) {
    await select.selectOption(value);
    await calculator.settled();
    await calculator.makesSense();
  }
  await calculator.part('lang-zh-CN').click();
  await calculator.settled();
  assert.ok((await read()).some(({ label }) => HAN.test(label)));
  assert.equal(await select.inputValue(), options.at(-1).value, 'the choice stays');
});

test('provider: a link with an unknown one lists it as ignored', async (stage) => {
  const plain = await (await stage.open()).figures();
  for (const query of ['?pv=nonsense', '?pv=', '?pv=market', '?pv=%3Cb%3E', '?pv=aws&pv=gcp']) {
    const calculator = await stage.open(query);
    assert.match(await calculator.part('ignored').innerText(), /pv/, query);
    if (!query.includes('aws')) assert.equal((await calculator.figures())['figure-total'], plain['figure-total'], query);
    await calculator.makesSense();
  }
});

test('provider: owning asks for no provider\'s price', async (stage) => {
  const calculator = await stage.open('?gpu=h100-sxm&b=own');
  const total = await calculator.total();
  const other = await stage.open('?gpu=h100-sxm&b=own&pv=alibaba');
  assert.equal(await other.total(), total);
});
