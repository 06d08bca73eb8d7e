// Every change updates every figure and both charts at once.
import assert from 'node:assert/strict';
import { colours, difference } from './calculator.mjs';
import { test } from './harness.mjs';

const ALL = ['flops', 'gpu-hours', 'days', 'energy', 'carbon', 'total'];

/** Fails unless all figures named changed since `before`, and those in `kept` did not; gives the figures now. */
async function changed(calculator, before, names, kept = [], look = () => calculator.figures()) {
  const now = await look();
  for (const name of names) assert.notEqual(now[`figure-${name}`], before[`figure-${name}`], `figure-${name} changes`);
  for (const name of kept) assert.equal(now[`figure-${name}`], before[`figure-${name}`], `figure-${name} stays`);
  if (names.includes('total')) assert.notEqual(now['verdict-total'], before['verdict-total'], 'the verdict changes');
  await calculator.makesSense();
  return now;
}

test('change: preset, accelerator and tokens move every figure and both charts', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfold();
  await calculator.choose('preset', /llama.?65b/i);
  let figures = await calculator.figures();
  let charts = [await calculator.chart('breakdown'), await calculator.chart('scatter')];
  for (const chart of charts) assert.ok(colours(chart) > 5, 'a chart is drawn');

  const step = async (what, names, kept) => {
    figures = await changed(calculator, figures, names, kept);
    const now = [await calculator.chart('breakdown'), await calculator.chart('scatter')];
    for (const [index, name] of ['breakdown', 'scatter'].entries()) {
      assert.ok(difference(charts[index], now[index]) > 20, `chart-${name} changes with ${what}`);
    }
    charts = now;
  };

  await calculator.choose('preset', /gpt-?3\b/i);
  await step('the preset', ALL);
  await ((await calculator.choose('accelerator', /a100/i)) || calculator.choose('accelerator', /h100/i));
  await step('the accelerator', ['gpu-hours', 'days', 'energy', 'total'], ['flops']);
  for (const text of ['15万亿', '1.2亿', '70B']) {
    await calculator.type('tokens', text);
    await step(`tokens ${text}`, ALL);
    assert.equal(await calculator.field('tokens').inputValue(), text, 'what was typed stays while the field has the focus');
  }
});

test('change: the slider moves by keyboard and takes its field along', async (stage) => {
  const calculator = await stage.open();
  // A dense model: in a mixture of experts compute hangs on the active parameters alone.
  await calculator.choose('preset', /llama.?65b/i);
  for (const name of ['params', 'tokens']) {
    const slider = calculator.part(`slider-${name}`);
    await slider.focus();
    for (const key of ['PageUp', 'ArrowRight', 'ArrowLeft', 'Home', 'ArrowRight', 'End', 'ArrowLeft', 'PageDown']) {
      const before = await calculator.middles();
      const text = await calculator.field(name).inputValue();
      const words = await slider.getAttribute('aria-valuetext');
      await calculator.page.keyboard.press(key);
      // A small step may be less than the figures, which say no more digits than they warrant, can show.
      await changed(calculator, before, key.startsWith('Arrow') ? [] : ['flops', 'total'], [], () => calculator.middles());
      assert.notEqual(await calculator.field(name).inputValue(), text, `field-${name} follows ${key} from ${text}`);
      const says = (await slider.getAttribute('aria-valuetext')) ?? '';
      assert.match(says, /\d/, 'the slider says its value in words');
      assert.notEqual(says, words, `and says it after ${key}`);
    }
  }
});

test('change: the field moves its slider', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfold();
  const slider = calculator.part('slider-tokens');
  await calculator.type('tokens', '1B');
  const low = Number(await slider.inputValue());
  await calculator.type('tokens', '10T');
  assert.ok(Number(await slider.inputValue()) > low);
});

test('change: basis, region, precision and kind are felt', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfold();
  let figures = await calculator.figures();
  await calculator.choose('basis', /reserved/i);
  figures = await changed(calculator, figures, ['total'], ['flops', 'gpu-hours', 'energy']);
  await calculator.choose('basis', /^own/i);
  figures = await changed(calculator, figures, ['total', 'upfront'], ['flops', 'gpu-hours', 'energy']);
  await ((await calculator.choose('region', /^(FR|France)/i)) || calculator.choose('region', /^(PL|Poland)/i));
  figures = await changed(calculator, figures, ['carbon'], ['flops', 'gpu-hours']);
  await calculator.choose('kind', /lora/i);
  await changed(calculator, figures, ['flops', 'total']);
});

test('change: every chosen accelerator gives figures or asks for a price', async (stage) => {
  const calculator = await stage.open();
  const looks = await calculator.chooseEach('accelerator');
  assert.ok(looks.length > 20, `${looks.length} accelerators`);
  for (const { value, figures, nonsense } of looks) {
    assert.doesNotMatch(figures['figure-total'], /^\D{0,4}0(\.0+)?$/, `${value} does not cost nothing`);
    assert.equal(nonsense, undefined, value);
  }
  await calculator.figures();
  await calculator.makesSense();
});

test('change: every preset gives figures', async (stage) => {
  const calculator = await stage.open();
  const looks = await calculator.chooseEach('preset');
  assert.ok(looks.length >= 16, `${looks.length} presets`);
  for (const { value, figures, nonsense } of looks) {
    assert.match(figures['figure-flops'], /\d/, value);
    assert.equal(nonsense, undefined, value);
  }
  assert.ok(new Set(looks.map(({ figures }) => figures['figure-flops'])).size > looks.length / 2, 'presets differ');
  await calculator.figures();
  await calculator.makesSense();
});
