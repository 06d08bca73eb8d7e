// The whole state is in the link; a link that is unknown, repeated, truncated or hostile still opens something sensible.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

/** The link that the button copies. There is one clipboard for all tests. */
const copied = async (calculator) => {
  const context = calculator.page.context();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await calculator.part('copy-link').click();
  await calculator.settled();
  return calculator.page.evaluate(() => navigator.clipboard.readText());
};

test('link: a copied link gives the same figures in another browser', async (stage) => {
  await stage.alone('clipboard');
  const calculator = await stage.open();
  await calculator.unfold();
  const untouched = await copied(calculator);
  await calculator.choose('preset', /gpt-?3\b/i);
  await calculator.choose('accelerator', /h100/i);
  await calculator.choose('basis', /reserved/i);
  await calculator.type('tokens', '15万亿');
  await calculator.type('mfu', '37%');
  await calculator.type('engineers', '42');
  await calculator.part('currency-cny').click();
  const figures = await calculator.figures();
  const link = await copied(calculator);
  assert.ok(link.startsWith(stage.site.url), link);
  const query = new URL(link).searchParams;
  assert.equal(query.get('v'), '1');
  assert.match(query.get('d') ?? '', /^\d{4}\.\d{1,2}(\.\d+)?$/);
  assert.ok(link.length - stage.site.url.length < 160, `the link is short: ${link}`);
  assert.ok(new URL(untouched).search.length < 40, `an untouched link says almost nothing: ${untouched}`);

  const other = await stage.open(link.slice(stage.site.url.length));
  assert.deepEqual(await other.figures(), figures);
  assert.equal(await other.part('ignored').filter({ visible: true }).count(), 0, 'nothing of our own link is ignored');
});

test('link: the address follows every change, and reloading keeps it', async (stage) => {
  const calculator = await stage.open();
  await calculator.type('tokens', '1.2亿');
  await calculator.page.waitForFunction(() => new URLSearchParams(location.search).has('t'));
  const figures = await calculator.figures();
  await calculator.page.reload();
  await calculator.ready();
  assert.deepEqual(await calculator.figures(), figures);
});

test('link: choices of the groups travel', async (stage) => {
  await stage.alone('clipboard');
  const calculator = await stage.open();
  await calculator.choose('basis', /^own/i);
  for (const [name, pattern] of [['team', /^in$/], ['language', /^code$/], ['synthesis', /^own$/], ['algorithm', /^dpo$/], ['depreciation', /^declining$/]]) {
    assert.ok(await calculator.choose(name, pattern), `${name} was another`);
  }
  const link = await copied(calculator);
  const query = new URL(link).searchParams;
  assert.deepEqual(['tm', 'dl', 'sy', 'al', 'dp'].map((key) => query.get(key)), ['in', 'code', 'own', 'dpo', 'declining']);
  const other = await stage.open(link.slice(stage.site.url.length));
  assert.deepEqual(await other.figures(), await calculator.figures());
  assert.equal(await other.part('select-depreciation').inputValue(), 'declining');
});

test('link: reset goes back to the first answer', async (stage) => {
  const calculator = await stage.open();
  const first = await calculator.figures();
  await calculator.type('tokens', '70B');
  assert.notEqual((await calculator.figures())['figure-total'], first['figure-total']);
  await calculator.part('reset').click();
  assert.deepEqual(await calculator.figures(), first);
});

test('link: the theme is the reader\'s own, and is in the link of an embed alone', async (stage) => {
  await stage.alone('clipboard');
  const calculator = await stage.open();
  await calculator.part('theme').click();
  assert.match((await calculator.page.evaluate(() => document.documentElement.dataset.theme)) ?? '', /^(light|dark)$/);
  await calculator.type('tokens', '2T');
  await calculator.page.waitForFunction(() => new URLSearchParams(location.search).has('t'));
  assert.equal(await calculator.page.evaluate(() => new URLSearchParams(location.search).get('theme')), null);
  assert.equal(new URL(await copied(calculator)).searchParams.get('theme'), null);
  const embedded = await stage.open('?embed=1&t=2T&theme=dark');
  assert.equal(await embedded.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
});

// Native tests cover every kind of hostile link (tests/page/link.rs); these cover the browser's part.
const HOSTILE = [
  ['markup', '?%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D1%22%3E=1&p=%3Cscript%3Ewindow.harmed=1%3C/script%3E', ['img', 'p']],
  ['10 kB of digits', `?n=${'9'.repeat(10_000)}`, ['n']],
  ['10 kB under an unknown key', `?junk=${'a'.repeat(10_000)}`, ['junk']],
  ['truncated escapes, repeated and unknown keys', '?v=9&t=2T&n=%E4&k=%&t=3T&colour=red', ['v', 'n', 'k', 't', 'colour']],
];

for (const [what, query, keys] of HOSTILE) {
  test(`link: ${what}: a sensible scenario opens, and says what it ignored`, async (stage) => {
    const calculator = await stage.open(query);
    const figures = await calculator.figures();
    assert.match(figures['figure-total'], /\d/);
    const ignored = await calculator.part('ignored').innerText();
    for (const key of keys) assert.ok(ignored.includes(key), `"${ignored.slice(0, 200)}" names ${key}`);
    assert.ok(ignored.length < 1500, 'the list is short');
    assert.equal(await calculator.page.evaluate(() => globalThis.harmed), undefined);
    assert.equal(await calculator.part('ignored').locator('script, img').count(), 0);
    assert.ok((await calculator.overflow()) <= 0, 'nothing widens the page');
    await calculator.makesSense();
  });
}

test('link: odd but harmless ones open without a word', async (stage) => {
  const plain = await (await stage.open()).figures();
  for (const query of ['?&&', '#x']) {
    const calculator = await stage.open(query);
    assert.equal(await calculator.part('ignored').filter({ visible: true }).count(), 0, query);
    assert.equal((await calculator.figures())['figure-total'], plain['figure-total'], query);
  }
});
