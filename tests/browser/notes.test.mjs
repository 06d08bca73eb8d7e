// Notes that a reader needs before trusting a figure: leftovers of a preset, impossible plans, inputs without effect.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { LANGS } from './languages.mjs';
import { sentence } from './texts.mjs';

const notes = (calculator) => calculator.page.locator('#notes').innerText();
const shape = (calculator) => calculator.part('other-shape');
const hint = (calculator, field) => calculator.page.locator(`#hint-${field}`).innerText();

test("notes: a preset's shape is not used in silence for another size", async (stage) => {
  const calculator = await stage.open('?p=llama-65b');
  assert.ok(!(await shape(calculator).isVisible()), 'the preset as it is has its own shape');
  assert.doesNotMatch(await notes(calculator), sentence('Note::OtherProject'));
  await calculator.type('params', '7B');
  assert.match(await shape(calculator).innerText(), sentence('Note::OtherShape', { layers: '80', hidden: '8,192', made: '65B', params: '7B' }));
  assert.match(await hint(calculator, 'layers'), /LLaMA 65B's shape; yours may differ/);
  const other = new RegExp(sentence('Note::OtherProject', { preset: 'LLaMA 65B' }), 'g');
  assert.equal((await notes(calculator)).match(other)?.length, 1, 'said once');
  await shape(calculator).getByRole('button').click();
  await calculator.settled();
  assert.ok(!(await shape(calculator).isVisible()), 'a usual shape is no news');
  assert.equal(await calculator.field('layers').inputValue(), '32');
  assert.equal(Number(await calculator.field('hidden').inputValue()) % 128, 0);
  assert.doesNotMatch(await hint(calculator, 'layers'), /may differ/);
});

test('notes: a shape of the right size is no news', async (stage) => {
  const calculator = await stage.open('?p=llama-65b');
  await calculator.type('params', '70B');
  assert.ok(!(await shape(calculator).isVisible()));
  assert.match(await notes(calculator), sentence('Note::OtherProject', { preset: 'LLaMA 65B' }));
});

test('notes: a run longer than its project says so, and one longer than any cluster lives', async (stage) => {
  const calculator = await stage.open('?p=llama-65b');
  for (const note of ['OutlastsProject', 'Impractical']) assert.doesNotMatch(await notes(calculator), sentence(`Note::${note}`));
  await calculator.type('count', '64');
  assert.match(await notes(calculator), sentence('Note::OutlastsProject', { time: '[\\d.]+ (years|days)', months: '5' }));
  assert.doesNotMatch(await notes(calculator), sentence('Note::Impractical'));
  await calculator.type('tokens', '100T');
  assert.match(await notes(calculator), sentence('Note::Impractical', { time: '\\d+ years' }));
  await calculator.makesSense();
});

test('notes: a reservation says what it commits to', async (stage) => {
  const calculator = await stage.open('?p=llama-65b');
  const commits = sentence('Note::Committed', { chips: '2,048 × .+?', cost: '\\$(\\d+)M' });
  assert.doesNotMatch(await notes(calculator), commits);
  const amounts = [];
  for (const basis of [/^reserved$/, /^reserved-3y$/]) {
    await calculator.choose('basis', basis);
    amounts.push(Number((await notes(calculator)).match(commits)?.[1]));
  }
  assert.ok(amounts[0] > 1 && amounts[1] > 1.5 * amounts[0], `${amounts}: three years commit to more than one`);
});

for (const lang of LANGS) {
  test(`notes: what counts for nothing on a basis says so, ${lang}`, async (stage) => {
    const calculator = await stage.open(`?lang=${lang}`);
    const power = sentence('unused_power', {}, lang);
    const hardware = sentence('unused_hardware', {}, lang);
    const owning = sentence('unused_owning', {}, lang);
    const lids = async () => {
      const all = await calculator.page.locator('#advanced summary').allInnerTexts();
      return all.filter((lid) => [power, hardware, owning].some((says) => says.test(lid)));
    };
    const chip = () => calculator.page.locator('.field', { has: calculator.field('price') }).locator('.chip').getAttribute('data-from');
    for (const says of [power, hardware]) assert.equal((await lids()).filter((lid) => says.test(lid)).length, 1);
    assert.equal((await lids()).length, 2);
    assert.notEqual(await chip(), 'unused');
    await calculator.choose('basis', /^own$/);
    assert.equal((await lids()).length, 1);
    assert.match((await lids())[0], owning);
    assert.equal(await chip(), 'unused');
  });
}

test('notes: a provider without an offer is marked in the list', async (stage) => {
  const calculator = await stage.open('?p=llama-65b');
  const marked = async () => {
    const labels = await calculator.part('select-provider').locator('option').allInnerTexts();
    return labels.filter((label) => label.includes('no public price')).length;
  };
  await calculator.choose('accelerator', /^h100-sxm$/);
  const few = await marked();
  await calculator.choose('accelerator', /^ascend-910b$/);
  assert.ok(few > 0 && (await marked()) > few, `${few} of H100, ${await marked()} of Ascend`);
});

test('notes: an old price says how old it is', async (stage) => {
  const calculator = await stage.open('?p=llama-65b');
  const page = await stage.page();
  await stage.inject(page, () => {
    const Then = Date;
    globalThis.Date = class extends Then {
      constructor(...given) {
        super(...(given.length ? given : ['2031-06-15']));
      }
    };
  });
  const later = await stage.open('', { page });
  assert.match(await hint(later, 'price'), /20\d\d-\d\d \(\d(\.\d)? years old\)/);
  assert.doesNotMatch(await hint(calculator, 'params'), /years old/);
});

test('figures: an explanation takes a row of its own and moves no tile sideways', async (stage) => {
  const calculator = await stage.open('?p=llama-65b');
  const tiles = () => calculator.page.locator('.figures .tile').evaluateAll((all) => all.map((tile) => [tile.getBoundingClientRect().x, tile.getBoundingClientRect().width]));
  const top = () => calculator.part('figure-final-run').evaluate((tile) => tile.getBoundingClientRect().y - document.querySelector('#figures').getBoundingClientRect().y);
  const [before, y] = [await tiles(), await top()];
  await calculator.part('figure-total').locator('button').click();
  await calculator.page.locator('.figures .explanation').first().waitFor();
  assert.deepEqual(await tiles(), before);
  assert.equal(await top(), y, 'its neighbour stays beside it');
  const [place, grid] = await Promise.all(['.figures .explains:not([hidden])', '.figures'].map((part) => calculator.page.locator(part).first().boundingBox()));
  assert.ok(Math.abs(place.width - grid.width) < 1, 'over the whole row');
});

test('figures: no range of equal ends, no thousands of a unit, no comparison below one', async (stage) => {
  for (const query of ['', '?p=lora-7b', '?p=gpt-2', '?p=llama-3.1-405b']) {
    const calculator = await stage.open(query);
    for (const [name, said] of Object.entries(await calculator.figures())) {
      const [, low, high] = said.match(/(\S+) to (\S+)/) ?? [];
      assert.ok(!low || low !== high, `${query} ${name}: ${said}`);
      assert.doesNotMatch(said, /\dK (t|kg|MWh|kWh|GWh|m³|L) /, `${query} ${name}`);
    }
    for (const like of await calculator.page.locator('[data-explain=households], [data-explain=flights]').allInnerTexts()) {
      assert.doesNotMatch(like, /\b0(\.\d+)? /, `${query}: ${like}`);
    }
  }
});
