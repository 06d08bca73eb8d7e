// The whole bill: what each way of paying shows, what each new input adds, and what cannot be.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { LANGS } from './languages.mjs';
import { sentence } from './texts.mjs';

/** The lines of the bill's table by their names: what stands in the rest of each row. */
async function bill(calculator) {
  await calculator.settled();
  const rows = await calculator.part('breakdown').locator('tbody tr:not(.explains), tfoot tr:not(.explains)').evaluateAll((all) =>
    all.map((row) => [row.querySelector('th').textContent, [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' ').trim()]));
  return new Map(rows);
}

test('bill: renting has power and hardware included', async (stage) => {
  const calculator = await stage.open();
  const lines = await bill(calculator);
  for (const name of ['Rent, final run', 'Rent, idle hours', 'Rent, set-up', 'Storage of data and checkpoints', 'Egress', 'Team']) {
    assert.match(lines.get(name) ?? '', /\$\d/, name);
  }
  assert.match(lines.get('Electricity and cooling'), /^included in Compute, about \$\d/);
  assert.match(lines.get('Depreciation'), /^included in Compute, about \$\d/);
  assert.equal(lines.get('Hardware').trim(), '–');
  assert.ok(!lines.has('Depreciation, accelerators'));
});

test('bill: owning shows depreciation and no rent', async (stage) => {
  const calculator = await stage.open();
  await calculator.choose('basis', /^own/i);
  const lines = await bill(calculator);
  for (const name of ['Depreciation, accelerators', 'Depreciation, servers', 'Depreciation, network', 'Cost of capital', 'Maintenance', 'Colocation',
    'Electricity of the machines', 'Cooling and conversion', 'Storage of data and checkpoints']) {
    assert.match(lines.get(name) ?? '', /\$\d/, name);
  }
  assert.ok([...lines.keys()].every((name) => !name.startsWith('Rent')), 'no rent');
  assert.equal(lines.get('Compute').trim(), '–');
  // An entered price has servers and network in it.
  await calculator.type('hardware-price', '30K');
  const entered = await bill(calculator);
  assert.ok(entered.has('Depreciation, accelerators') && !entered.has('Depreciation, servers') && !entered.has('Depreciation, network'));
});

for (const [name, amount, line, basis] of [
  ['pairs', '1B', 'Preference pairs'],
  ['prompts', '1B', 'Rent, alignment'],
  ['licences', '1B', 'Licences'],
  ['synthetic', '100T', 'Synthetic text'],
  ['hires', '10K', 'Hiring'],
  ['colocation', '5000', 'Colocation', /^own/i],
]) {
  test(`bill: ${name} are felt in their line and the total`, async (stage) => {
    const calculator = await stage.open();
    if (basis) await calculator.choose('basis', basis);
    const [before, total] = [await bill(calculator), await calculator.total()];
    await calculator.type(name, amount);
    const after = await bill(calculator);
    assert.match(after.get(line) ?? '', /\$\d/, line);
    assert.notEqual(after.get(line), before.get(line), line);
    assert.notEqual(after.get('Total'), before.get('Total'), 'the total of the table');
    assert.notEqual(await calculator.total(), total, 'the total of the verdict');
    await calculator.makesSense();
  });
}

test('bill: three years of reservation cost less than one', async (stage) => {
  const calculator = await stage.open();
  const rent = async () => Number((await calculator.field('price').getAttribute('placeholder')).replace(/[^\d.]/g, ''));
  await calculator.choose('basis', /^reserved$/);
  const one = await rent();
  await calculator.choose('basis', /^reserved-3y$/);
  assert.ok(0 < (await rent()) && (await rent()) < one, `${await rent()} < ${one}`);
  assert.match(await calculator.part('verdict-basis').innerText(), /three years/);
});

test('bill: where the team is paid changes what it costs', async (stage) => {
  const calculator = await stage.open();
  const team = async () => (await bill(calculator)).get('Team');
  await calculator.choose('team', /^us$/);
  const there = await team();
  await calculator.choose('team', /^in$/);
  assert.notEqual(await team(), there);
});

for (const lang of LANGS) {
  test(`bill: what does not fit says so and has no total, ${lang}`, async (stage) => {
    const says = sentence('Note::DoesNotFit', { chips: '1 × .*T4.*?' }, lang);
    const calculator = await stage.open(`?lang=${lang}`);
    await calculator.choose('kind', /^finetune$/);
    await calculator.type('active', '');
    await calculator.type('params', '70B');
    await calculator.choose('accelerator', /\bt4\b/i);
    await calculator.type('count', '1');
    assert.match(await calculator.page.locator('#notes').innerText(), says);
    assert.match(await calculator.part('verdict-range').innerText(), says);
    assert.doesNotMatch(await calculator.total(), /\d/);
    const figures = await calculator.figures();
    for (const name of ['total', 'days', 'gpu-hours', 'energy', 'carbon']) assert.doesNotMatch(figures[`figure-${name}`], /\d/, name);
    await calculator.makesSense();
    await calculator.type('count', '128');
    assert.equal(await calculator.page.locator('#notes').filter({ hasText: says }).count(), 0, 'more of them fit');
    assert.match(await calculator.total(), /\d/);
  });
}

test('bill: a residual of the whole price is refused beside its field', async (stage) => {
  const calculator = await stage.open();
  await calculator.choose('basis', /^own/i);
  const total = await calculator.total();
  await calculator.type('residual', '100%');
  assert.match(await calculator.part('error-residual').innerText(), /below 100%/);
  assert.equal(await calculator.field('residual').getAttribute('aria-invalid'), 'true');
  assert.equal(await calculator.total(), total, 'the last good total stays');
});

test('bill: a declining balance to nothing says that it never ends', async (stage) => {
  const calculator = await stage.open();
  await calculator.choose('basis', /^own/i);
  await calculator.choose('depreciation', /^declining$/);
  await calculator.type('residual', '0');
  assert.match(await calculator.page.locator('#notes').innerText(), sentence('Note::EndlessDepreciation'));
  assert.doesNotMatch(await calculator.total(), /\d/);
  await calculator.type('residual', '10%');
  assert.match(await calculator.total(), /\d/);
});

test('bill: every figure can be asked, and has a place for the answer', async (stage) => {
  const calculator = await stage.open();
  const faults = await calculator.page.evaluate(() =>
    [...document.querySelectorAll('[data-explain]')].flatMap((button) => {
      const id = button.dataset.explain;
      const place = button.closest('tr')?.nextElementSibling ?? button.closest('.pair, .verdict > div');
      const fits = button.tagName === 'BUTTON' && button.getAttribute('aria-expanded') === 'false' && place.querySelector(`[data-explains="${id}"]`);
      return fits ? [] : [id];
    }));
  assert.deepEqual(faults, []);
  const asked = await calculator.page.evaluate(() => [...document.querySelectorAll('[data-explain]')].map(({ dataset }) => dataset.explain));
  for (const id of ['total', 'compute', 'rent-final', 'team', 'households', 'flights', 'water', 'embodied-carbon', 'mfu']) assert.ok(asked.includes(id), id);
  // The button stays the same while figures change, so that an open answer keeps its place.
  await calculator.page.evaluate(() => (document.querySelector('#bill-table [data-explain=total]').kept = true));
  await calculator.type('price', '3');
  assert.ok(await calculator.page.evaluate(() => document.querySelector('#bill-table [data-explain=total]').kept));
});
