// Language by link, then saved choice, then browser; currency by choice, at a rate that can be edited.
import assert from 'node:assert/strict';
import { worth } from './calculator.mjs';
import { test } from './harness.mjs';
import { LANGS, OWN_NAMES } from './languages.mjs';

const HAN = /\p{Script=Han}/u;
const language = (calculator) => calculator.page.evaluate(() => document.documentElement.lang);

test('language: switching changes the words, not the scenario, and is remembered', async (stage) => {
  const calculator = await stage.open('?n=70B&t=2T');
  assert.match(await language(calculator), /^en/);
  const params = await calculator.field('params').inputValue();
  await calculator.speak('zh-CN');
  assert.match(await language(calculator), /^zh/);
  assert.match(await calculator.verdict.innerText(), HAN);
  assert.match(await calculator.page.title(), HAN);
  assert.equal(worth(await calculator.field('params').inputValue()), worth(params));
  await calculator.makesSense();

  const later = await stage.open('', { context: calculator.page.context() });
  assert.match(await language(later), /^zh/, 'the choice is remembered');
  const linked = await stage.open('?lang=en', { context: calculator.page.context() });
  assert.match(await language(linked), /^en/, 'a link goes before the choice');
  await calculator.speak('en');
  assert.match(await language(calculator), /^en/);
  assert.doesNotMatch(await calculator.verdict.innerText(), HAN);
});

test('language: a Chinese browser gets Chinese and the same scenario', async (stage) => {
  const english = await stage.open();
  const chinese = await stage.open('', { locale: 'zh-CN' });
  assert.match(await language(chinese), /^zh/);
  assert.match(await chinese.verdict.innerText(), HAN);
  for (const name of ['params', 'tokens', 'count']) {
    const [here, there] = [await chinese.field(name).inputValue(), await english.field(name).inputValue()];
    assert.equal(worth(here), worth(there), `the default ${name} is the same: ${here}, ${there}`);
  }
});

test('language: no Chinese is left in English, nor a bare key in any language', async (stage) => {
  for (const lang of LANGS) {
    const calculator = await stage.open(`?lang=${lang}`);
    await calculator.unfoldAll();
    const text = await calculator.page.locator('main').innerText();
    assert.doesNotMatch(text, /\b[a-z]+[._][a-z]+[._][a-z]+\b/, 'a message key shows');
    if (lang === 'en') assert.doesNotMatch(OWN_NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text), HAN);
    else assert.ok((text.match(/\p{Script=Han}/gu) ?? []).length > 200, 'the page is in Chinese');
  }
});

test('currency: CNY and USD, at a rate that can be edited', async (stage) => {
  const calculator = await stage.open();
  await calculator.unfold();
  const dollars = await calculator.figures();
  assert.match(dollars['figure-total'], /\$/);
  await calculator.part('currency-cny').click();
  const yuan = await calculator.figures();
  assert.match(yuan['figure-total'], /¥\d/);
  assert.match(yuan['verdict-total'], /¥\d/);
  assert.equal(yuan['figure-gpu-hours'], dollars['figure-gpu-hours']);
  await calculator.type('fx', '14');
  assert.notEqual((await calculator.figures())['figure-total'], yuan['figure-total'], 'the rate is felt');
  await calculator.part('currency-usd').click();
  assert.equal((await calculator.figures())['figure-total'], dollars['figure-total'], 'dollars do not depend on the rate');
});

test('currency: money is typed in the currency shown, and is worth the same in the other', async (stage) => {
  const calculator = await stage.open();
  await calculator.type('price', '2');
  const dollars = await calculator.figures();
  await calculator.part('currency-cny').click();
  await calculator.type('fx', '8');
  assert.equal(worth(await calculator.field('price').inputValue()), 16, 'the field follows the currency');
  await calculator.type('price', '24');
  await calculator.part('currency-usd').click();
  assert.equal(worth(await calculator.field('price').inputValue()), 3);
  const dearer = await calculator.figures();
  assert.notEqual(dearer['figure-total'], dollars['figure-total']);
  await calculator.type('price', '3');
  assert.deepEqual(await calculator.figures(), dearer, '24 yuan at 8 a dollar are 3 dollars');
});
