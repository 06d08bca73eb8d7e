// Prices of one's own: a price book as CSV, pasted or dropped, and the provider one rents from.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { LANGS } from './languages.mjs';
import { sentence } from './texts.mjs';

const HAN = /\p{Script=Han}/u;
const GOOD = 'item,accelerator,basis,price\nelectricity,,,0.06\n,h800-sxm,on-demand,3.5\n,h200-sxm,,4.25\n,h800-sxm,spot,1.25\n';

/** The price book, unfolded: its text, buttons, what it says, and how it reads each price. */
async function bookOf(calculator) {
  await calculator.unfold();
  await scripted(calculator);
  const body = calculator.page.locator('.book');
  const [text, reads] = [calculator.part('book'), calculator.part('book-reads')];
  return {
    text,
    undo: body.locator('button.undo'),
    applies: body.locator('button.apply'),
    /** The sentences on the text as a whole, and on what was applied. */
    says: async () => {
      const paragraphs = reads.locator('> p');
      // A worker that failed leaves a text without one.
      const texts = (await paragraphs.count()) ? await paragraphs.allInnerTexts() : [await reads.innerText()];
      return [await calculator.part('book-says').innerText(), ...texts].join(' ').trim();
    },
    prices: async () => (await reads.locator('tr').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ')),
    bad: () => reads.locator('li').allInnerTexts(),
    /** Until a worker has read the text. */
    read: () => calculator.page.waitForFunction(() => {
      const reads = document.querySelector('[data-testid=book-reads]');
      // A place without a reading may have a node that is empty.
      return reads.textContent && !reads.hasAttribute('aria-busy');
    }),
    async preview(prices) {
      await text.fill(prices);
      await body.locator('button.preview').click();
      await this.read();
    },
    async apply(prices) {
      await this.preview(prices);
      await this.applies.click();
      await calculator.settled();
    },
  };
}

/** The pattern of the sentence on a line that has a fault. */
const badLine = (line, name, values = {}, lang = 'en') => sentence('BookText.line', { line, why: sentence(name, values, lang).source }, lang);

/** Fails unless each text matches its pattern. */
function allMatch(texts, patterns) {
  assert.equal(texts.length, patterns.length, texts.join(' | '));
  for (const [index, text] of texts.entries()) assert.match(text, patterns[index]);
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
  assert.match(await book.says(), sentence('book_applied', { count: 4 }));
  assert.equal(await price(calculator), 3.5, 'the rent of the accelerator and basis that are chosen');
  assert.match(await calculator.field('electricity').inputValue(), /^\$?0\.06$/);
  assert.notEqual((await calculator.figures())['figure-total'], before['figure-total']);
  const other = await stage.open(await linked(calculator, { price: '3.5' }));
  assert.deepEqual(await other.figures(), await calculator.figures(), 'the link opens with the same figures');
  assert.equal(await other.part('ignored').filter({ visible: true }).count(), 0);
  await calculator.makesSense();
});

test('book: the page shows how it reads prices, with their currency, before any applies', async (stage) => {
  const calculator = await stage.open('?fx=8');
  const book = await bookOf(calculator);
  const figures = await calculator.figures();
  assert.equal(await book.applies.count(), 0, 'there is nothing to apply');
  const prices = 'item,accelerator,basis,price\nelectricity,,,¥0.8\n,h800-sxm,spot,"1,234.5"\npue,,,1.2\n';
  await book.preview(prices);
  assert.match(await book.says(), sentence('BookText.read', { count: 3 }));
  assert.deepEqual(await book.prices(), [
    'Electricity price CN¥0.8 per kWh = $0.1',
    'H800 SXM 80GB (Rent on the spot market) $1,234.5 per hour',
    'PUE 1.2',
  ]);
  assert.deepEqual(await calculator.figures(), figures, 'nothing applies yet');
  // By the keyboard alone, from the text on.
  await book.text.focus();
  await calculator.page.keyboard.press('Tab');
  await calculator.page.keyboard.press('Enter');
  await book.read();
  await calculator.page.keyboard.press('Tab');
  await calculator.page.keyboard.press('Enter');
  await calculator.settled();
  assert.match(await book.says(), sentence('book_applied', { count: 3 }));
  assert.equal(await calculator.field('electricity').inputValue(), '0.1');
  assert.equal(await book.applies.count(), 0, 'they apply once');
  assert.ok(await book.undo.evaluate((button) => button === document.activeElement), 'the focus goes on to Undo');
  // A text that has changed since is read again before it applies.
  await book.preview(prices);
  await book.text.fill('item,price\nelectricity,5');
  assert.equal(await book.applies.count(), 0);
  assert.deepEqual(await book.prices(), []);
});

test('book: a price without a sign is in the currency of the page, and the page says which', async (stage) => {
  const calculator = await stage.open('?fx=8');
  const book = await bookOf(calculator);
  const how = calculator.page.locator('#book-how');
  assert.match(await how.innerText(), /in US dollars/);
  await book.preview('item,price\nelectricity,0.8');
  assert.deepEqual(await book.prices(), ['Electricity price $0.8 per kWh']);
  await calculator.part('currency-cny').click();
  assert.match(await how.innerText(), /in Renminbi/);
  // It is read again, and shown before it applies.
  await calculator.page.waitForFunction(() => document.querySelector('[data-testid=book-reads] td')?.innerText.includes('CN¥'));
  assert.deepEqual(await book.prices(), ['Electricity price CN¥0.8 per kWh']);
  await book.applies.click();
  await calculator.settled();
  assert.equal(await calculator.field('electricity').inputValue(), '0.8');
  await calculator.part('currency-usd').click();
  assert.equal(await calculator.field('electricity').inputValue(), '0.1');
});

test('book: one price is counted in proper English', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.preview('item,price\nelectricity,0.06\nbeer,1');
  assert.doesNotMatch(await book.says(), /\b1 (prices|lines)/);
  await book.applies.click();
  await calculator.settled();
  assert.doesNotMatch(await book.says(), /\b1 (prices|lines)/);
});

test('book: bad lines are named by number and reason, and the good ones apply, in every language', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  const lines = ['electricity,,,0.06', 'beer,,,5', '', 'electricity,,,-1', ',h100-sxm,own,2', ',abacus,,1', ',h100-sxm,,', 'tokens,,,5', 'electricity,,,0,10',
    'electricity,,,1', 'colocation,,,"1', 'pue,,,$1', 'pue,,,0x1', 'colocation,,,1€'];
  await book.preview(['item,accelerator,basis,price', ...lines, ''].join('\n'));
  // The answer follows the language.
  for (const lang of LANGS) {
    await calculator.speak(lang);
    const counts = sentence('BookText.bad', { count: 12 }, lang);
    await calculator.page.waitForFunction((counts) => new RegExp(counts).test(document.querySelector('[data-testid=book-reads]').innerText), counts.source);
    const [says, bad] = [await book.says(), await book.bad()];
    assert.match(says, sentence('BookText.read', { count: 1 }, lang));
    const field = { field: 'price' };
    allMatch(bad, [
      badLine(3, 'BookText.name', { column: 'item' }, lang),
      badLine(5, 'error_negative', field, lang),
      badLine(6, 'BookText.name', { column: 'basis' }, lang),
      badLine(7, 'BookText.name', { column: 'accelerator' }, lang),
      badLine(8, 'error_empty', field, lang),
      badLine(9, 'BookText.name', { column: 'item' }, lang),
      badLine(10, 'BookText.surplus', {}, lang),
      badLine(11, 'BookText.repeated', { first: 2 }, lang),
      badLine(12, 'BookText.quote', {}, lang),
      badLine(13, 'BookText.currency', {}, lang),
      // Ten are named, and more are counted.
      /^…$/,
    ]);
    assert.equal(HAN.test(says), lang !== 'en');
    await calculator.makesSense();
  }
  await book.applies.click();
  await calculator.settled();
  assert.match(await calculator.field('electricity').inputValue(), /0\.06/);
});

test('book: a text without a price to read changes nothing and says what it lacks', async (stage) => {
  const calculator = await stage.open('?t=2T');
  const figures = await calculator.figures();
  const book = await bookOf(calculator);
  for (const [text, says, ...bad] of [
    ['item,price\nbeer,5', sentence('BookText.bad', { count: 1 }), badLine(2, 'BookText.name', { column: 'item' })],
    ['item,value\nelectricity,0.06', sentence('BookText.heading')],
    ['item,price\n', sentence('BookText.no_prices')],
    ['', sentence('BookText.empty')],
    ['item,price\nelectricity,0.06\ufffd\ufffd', sentence('BookText.encoding')],
    [`item,price\n${'x'.repeat(20_000)},1`, sentence('BookText.bad', { count: 1 }), badLine(2, 'BookText.name', { column: 'item' })],
    // Each of these was once taken for a price.
    ['item,price\nelectricity,', sentence('BookText.bad', { count: 1 }), badLine(2, 'error_empty', { field: 'price' })],
    ['item,price\nelectricity', sentence('BookText.bad', { count: 1 }), badLine(2, 'error_empty', { field: 'price' })],
    ['item,price\nelectricity,0,10', sentence('BookText.bad', { count: 1 }), badLine(2, 'BookText.surplus')],
    ['accelerator,basis,price\nh800-sxm,on-demand,$1,200', sentence('BookText.bad', { count: 1 }), badLine(2, 'BookText.surplus')],
    ['item,price\nelectricity,0x1', sentence('BookText.bad', { count: 1 }), badLine(2, 'error_not_number', { field: 'price' })],
    ['item,price\nelectricity,-0', sentence('BookText.bad', { count: 1 }), badLine(2, 'error_negative', { field: 'price' })],
    ['item;price\nelectricity;0,06', sentence('BookText.bad', { count: 1 }), badLine(2, 'error_separator', { field: 'price' })],
  ]) {
    await book.preview(text);
    assert.match(await book.says(), says, text.slice(0, 40));
    allMatch(await book.bad(), bad);
    assert.deepEqual(await book.prices(), []);
    assert.equal(await book.applies.count(), 0, `${text.slice(0, 40)} cannot be applied`);
    assert.deepEqual(await calculator.figures(), figures, text.slice(0, 40));
    assert.ok(await book.undo.isDisabled(), 'there is nothing to undo');
  }
  // The address follows the next change, which is the only one.
  await calculator.part('currency-cny').click();
  const query = new URLSearchParams(await linked(calculator, { cur: 'cny' }));
  for (const key of ['v', 'd', 'cur']) query.delete(key);
  assert.equal(query.toString(), 't=2T');
});

test('book: of a text of 10 MB a worker gets no more than refuses it, and the list of bad lines is short', async (stage) => {
  const page = await stage.page();
  await stage.inject(page, () => {
    globalThis.longest = 0;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message) {
      globalThis.longest = Math.max(globalThis.longest, message.length);
      postMessage.call(this, message);
    };
  });
  const calculator = await stage.open('', { page });
  const book = await bookOf(calculator);
  const read = async (line, length) => {
    await page.evaluate(({ line, length }) => {
      document.querySelector('[data-testid=book-reads]').replaceChildren();
      const area = document.querySelector('[data-testid=book]');
      // To take and show so long a text costs the browser itself seconds.
      Object.defineProperty(area, 'value', { configurable: true, get: () => `item,price\n${line.repeat(length / line.length)}` });
      document.querySelector('.book button.preview').click();
      delete area.value;
    }, { line, length });
    await book.read();
  };
  for (const line of ['beer,5\n', 'electricity,0.06\n']) {
    await read(line, 10_000_000);
    assert.match(await book.says(), sentence('BookText.long', { limit: 64 }));
    await read(line, 65_000);
    assert.ok((await book.bad()).length <= 11, 'the list of bad lines is short');
  }
  const longest = await page.evaluate(() => globalThis.longest);
  assert.ok(longest > 65_000 && longest < 70_000, `${longest} characters`);
});

test('book: a worker that fails is replaced once, and then the page says so', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  // The browser says that it could not load the script.
  stage.allow(/Failed to load resource/);
  let refused = 0;
  let failures = 1;
  await calculator.page.route(/\/worker-[^/]*\.js$/, (route) => (refused++ < failures ? route.abort() : route.continue()));
  await book.preview('item,price\nelectricity,0.06');
  assert.match(await book.says(), sentence('BookText.read', { count: 1 }));
  [refused, failures] = [0, 2];
  await book.preview('item,price\nelectricity,0.07');
  assert.match(await book.says(), sentence('report_lost'));
  assert.equal(await book.applies.count(), 0);
});

test('book: markup in a book is text', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.preview('item,price\n<img src=x onerror="window.harmed=1">,5\n"=cmd|1",2');
  allMatch(await book.bad(), [badLine(2, 'BookText.name', { column: 'item' }), badLine(3, 'BookText.name', { column: 'item' })]);
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
  assert.equal(await book.says(), '');
  assert.ok(await book.undo.isDisabled());
  // Its rents are gone as well.
  await calculator.choose('basis', /^spot$/);
  assert.equal(await price(calculator), 2.2);
});

test('book: undo keeps what was entered after the book', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  await book.apply(GOOD);
  await calculator.type('tokens', '3T');
  await calculator.type('salary', 'abc');
  await book.undo.click();
  await calculator.settled();
  assert.equal(await calculator.field('tokens').inputValue(), '3T');
  assert.equal(await calculator.field('salary').inputValue(), 'abc', 'what is wrong stays to be mended');
  assert.equal(await calculator.field('price').inputValue(), '');
  await calculator.type('salary', '');
  const query = new URLSearchParams(await linked(calculator, { t: '3T', price: null }));
  assert.deepEqual([...query.keys()].filter((key) => !['v', 'd'].includes(key)), ['t']);
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

test('start over: it leaves the price book too, and can itself be undone', async (stage) => {
  const calculator = await stage.open();
  const [first, book] = [await calculator.figures(), await bookOf(calculator)];
  const undo = calculator.part('reset-undo');
  const entries = () => calculator.page.evaluate(() => history.length);
  const before = await entries();
  await calculator.part('reset').click();
  assert.ok(!(await undo.isVisible()), 'there is nothing to undo');
  assert.equal(await entries(), before, 'nor to go back to');
  await book.apply(GOOD);
  await calculator.type('tokens', '3T');
  await calculator.choose('basis', /^spot$/);
  const figures = await calculator.figures();
  const link = await linked(calculator, { t: '3T', price: '1.25' });
  await calculator.part('reset').click();
  assert.deepEqual(await calculator.figures(), first);
  assert.ok(await book.undo.isDisabled(), 'no book is left');
  await calculator.choose('basis', /^spot$/);
  assert.equal(await calculator.field('price').inputValue(), '', 'nor any of its rents');
  await undo.click();
  assert.deepEqual(await calculator.figures(), figures);
  await linked(calculator, link);
  assert.ok(!(await undo.isVisible()));
  assert.equal(await calculator.page.evaluate(() => document.activeElement.dataset.testid), 'reset', 'the focus stays near');
  await calculator.choose('basis', /^on-demand$/);
  assert.equal(await price(calculator), 3.5, 'the book is back');
  await book.undo.click();
  assert.equal(await calculator.field('price').inputValue(), '');
});

test('start over: Back returns to the project with its price book, and Forward leaves it again', async (stage) => {
  const calculator = await stage.open('?fx=8&cur=cny');
  const [first, book] = [await calculator.figures(), await bookOf(calculator)];
  await book.apply(GOOD);
  // The address has not followed yet when the reader starts over.
  await calculator.type('tokens', '3T');
  const figures = await calculator.figures();
  await calculator.part('reset').click();
  await calculator.settled();
  assert.notEqual(await calculator.field('fx').inputValue(), '8', 'the rate was entered, too');
  assert.notDeepEqual(await calculator.figures(), first);
  await calculator.page.goBack();
  assert.deepEqual(await calculator.figures(), figures);
  assert.equal(await calculator.field('fx').inputValue(), '8');
  await linked(calculator, { t: '3T', fx: '8' });
  assert.ok(await book.undo.isEnabled());
  await calculator.page.goForward();
  await linked(calculator, { t: null, fx: null });
  assert.ok(await book.undo.isDisabled());
  // A jump within the page is no other project, and Back from it keeps what was entered since.
  await calculator.type('tokens', '5T');
  await calculator.page.evaluate(() => (location.hash = '#results'));
  await calculator.type('tokens', '6T');
  await linked(calculator, { t: '6T' });
  await calculator.page.goBack();
  await calculator.settled();
  assert.equal(await calculator.field('tokens').inputValue(), '6T');
  await calculator.page.goBack();
  await linked(calculator, { t: '3T', fx: '8' });
  assert.equal(await calculator.field('tokens').inputValue(), '3T');
  // Loaded again, the page has the links alone.
  await calculator.page.reload();
  await calculator.ready();
  await calculator.page.goForward();
  await calculator.ready();
  await linked(calculator, { fx: null });
  await calculator.settled();
  assert.notEqual(await calculator.field('fx').inputValue(), '8');
  await calculator.page.goBack();
  await linked(calculator, { t: '3T', fx: '8' });
  await calculator.settled();
  assert.equal(await calculator.field('tokens').inputValue(), '3T');
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

/** Until the script of price books has loaded: it accepts files from then on. */
const scripted = ({ page }) => page.waitForFunction(() => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([''], 'prices.csv'));
  return !document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }));
});

/** Drops files on an element of the page; gives whether the browser would still open them itself. */
async function drop({ page }, selector, files) {
  return page.evaluate(async ({ selector, files }) => {
    const dataTransfer = new DataTransfer();
    for (const bytes of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], 'prices.csv', { type: 'text/csv' }));
    const opens = document.querySelector(selector).dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    await new Promise((done) => setTimeout(done, 0));
    return opens;
  }, { selector, files: files.map((file) => [...Buffer.from(file)]) });
}

const HEADED = 'PRICE\tBasis\tAccelerator\r\n"$3.5"\ton-demand\t"H800 SXM 80GB"\r\n';
const FILES = {
  'as they are named': [GOOD, 4],
  'with a heading in another order, quotes, tabs and a byte order mark': [`\ufeff${HEADED}`, 1],
  'in UTF-16': [Buffer.from(`\ufeff${HEADED}`, 'utf16le'), 1],
  'in UTF-16 of the other order': [Buffer.from(`\ufeff${HEADED}`, 'utf16le').swap16(), 1],
};
for (const [how, [file, count]] of Object.entries(FILES)) {
  test(`book: a file that is dropped is read, ${how}`, async (stage) => {
    const calculator = await stage.open();
    const book = await bookOf(calculator);
    assert.equal(await drop(calculator, '.book textarea', [file]), false, 'the browser does not open the file instead');
    await book.read();
    assert.match(await book.says(), sentence('BookText.read', { count }));
    await book.applies.click();
    await calculator.settled();
    assert.equal(await price(calculator), 3.5);
    assert.match(await book.text.inputValue(), /3\.5/, 'what was dropped can be read and edited');
    assert.ok(calculator.page.url().startsWith(stage.site.url));
  });
}

test('book: a folder, an unreadable file, several files and one too long each get a sentence', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  const says = async (pattern) => {
    await book.read();
    assert.match(await book.says(), pattern);
    assert.equal(await book.text.inputValue(), 'mine', 'what stands there is not lost');
    assert.equal(await book.applies.count(), 0);
    await book.text.fill('');
    await book.text.fill('mine');
    assert.equal(await book.says(), '');
  };
  await book.text.fill('mine');
  await drop(calculator, '.book textarea', [GOOD, GOOD]);
  await says(sentence('BookText.several'));
  await drop(calculator, '.book textarea', [Buffer.alloc(200_000, 'x')]);
  await says(sentence('BookText.long', { limit: 64 }));
  // The browser refuses the bytes of a folder, and of a file that is gone.
  await calculator.page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = async () => {
      Blob.prototype.arrayBuffer = arrayBuffer;
      throw new DOMException('A requested file or directory could not be found', 'NotFoundError');
    };
  });
  await drop(calculator, '.book textarea', [GOOD]);
  await says(sentence('BookText.unreadable'));
  // In GBK; its ideographs are no UTF-8.
  await drop(calculator, '.book textarea', [Buffer.from([...Buffer.from('item,price\n'), 0xb5, 0xe7, 0xb7, 0xd1, ...Buffer.from(',0.06\n')])]);
  await book.read();
  assert.match(await book.says(), sentence('BookText.encoding'));
});

test('book: a file that misses it is not opened in place of the page', async (stage) => {
  const calculator = await stage.open();
  const book = await bookOf(calculator);
  for (const selector of ['body', '#results', '[data-testid="field-tokens"]']) {
    assert.equal(await drop(calculator, selector, [GOOD]), false, selector);
  }
  assert.equal(await book.says(), '');
  // A text that is dragged goes where the browser puts it.
  const isLeft = await calculator.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', '3T');
    return document.querySelector('[data-testid="field-tokens"]').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  assert.ok(isLeft);
});

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
