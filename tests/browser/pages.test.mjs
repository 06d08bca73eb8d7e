// The pages that stand by themselves: how it computes, and claims checked.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { LANGS, OWN_NAMES } from './languages.mjs';
import { sentence } from './texts.mjs';

const HAN = /\p{Script=Han}/u;
const PAGES = LANGS.flatMap((lang) => ['method', 'claims'].map((name) => ({ name, lang, file: `${name}.${lang}.html` })));

/** The figure that each claim is about: what one clicks from the bill or the tiles to read it. A claim without a scenario has none. */
const ABOUT = {
  'thirty-thousand-gpus': ['days'],
  'gpt-3-rent': ['rent-final'],
  'household-years': ['households'],
  'hundred-billion': ['rent-final'],
  'gpt-4': ['rent-final'],
  'label-price': ['preferences'],
  'engineer-pay': ['team'],
  'eighty-percent': ['rent-alignment', 'alignment-hours'],
  'own-cluster': ['upfront'],
  exponential: ['flops'],
  'domestic-chips': ['households', 'energy'],
};

const SCALES = { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12, 万: 1e4, 亿: 1e8, 万亿: 1e12, 萬: 1e4, 億: 1e8, 兆: 1e12 };
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Opens a page and waits for what is written when it is opened. */
async function read(page, address) {
  const response = await page.goto(address);
  await page.locator('article').last().waitFor();
  return response;
}

/** Every number in a text: 5.1, 30K, 3万, 2.37×10²⁵. */
function numbers(text) {
  const written = /(\d[\d,]*(?:\.\d+)?)(?:×10([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?\s*(万亿|亿|万|兆|億|萬|[KMBT](?![A-Za-z]))?/g;
  return [...text.matchAll(written)].map(([, digits, raised = '', scale = '']) => {
    const power = raised && Number([...raised].map((digit) => RAISED.indexOf(digit)).join(''));
    return Number(digits.replaceAll(',', '')) * (raised ? 10 ** power : SCALES[scale]);
  });
}

/** Two numbers of two digits each are the same. */
const same = (a, b) => Math.abs(a - b) <= 0.051 * Math.max(a, b);

/** What the calculator says of a figure; where it shows it in an explanation alone, that is opened. */
async function says(page, path) {
  let scope = page.locator('#verdict, #results');
  for (const id of path.slice(0, -1)) {
    const button = scope.locator(`button[data-explain="${id}"]`).first();
    await button.click();
    scope = page.locator(`#${await button.getAttribute('aria-controls')}`);
    await scope.locator('.explanation').waitFor({ timeout: 15_000 });
  }
  const button = scope.locator(`button[data-explain="${path.at(-1)}"]`).first();
  // The figure itself, or the value beside its name.
  return path.length === 1 ? button.innerText() : button.locator('xpath=ancestor::tr[1]/td[1]').innerText();
}

for (const { name, lang, file } of PAGES) {
  test(`pages: ${file} is whole, with ways out`, async (stage) => {
    const page = await stage.page();
    const response = await read(page, stage.site.url + file);
    assert.equal(response.status(), 200);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
    assert.equal(HAN.test(await page.title()), lang !== 'en');
    const text = await page.locator('main').innerText();
    assert.ok(text.length > 1500, `${text.length} characters`);
    assert.doesNotMatch(text, /\bNaN\b|\bundefined\b|\bInfinity\b|\binf\b|[{}]|\[object/);
    if (lang === 'en') assert.doesNotMatch(OWN_NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text), HAN);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length, 'every id once');
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id)));
    assert.deepEqual(dead, [], 'links within the page lead somewhere');
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'nothing is wider than the page');
    await page.setViewportSize({ width: 360, height: 740 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'nor than a phone');

    const other = LANGS.find((one) => one !== lang);
    await page.locator(`a[hreflang="${other}"]`).click();
    await page.waitForURL(`**/${name}.${other}.html`);
    assert.equal(await page.locator('h1').count(), 1);
    await page.goBack();
    await page.locator('header a[href^="./"]').first().click();
    await page.waitForFunction(() => document.documentElement.dataset.ready === '1', null, { timeout: 20_000 });
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang, 'back in the same language');
    assert.match(await page.getByTestId('verdict-total').innerText(), /\d/);
  });

  test(`pages: ${file} prints without its ways out`, async (stage) => {
    const page = await stage.page();
    await read(page, stage.site.url + file);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('h1').isVisible());
    assert.ok(await page.locator('article').last().isVisible());
    assert.equal(await page.locator('nav').filter({ visible: true }).count(), 0, 'no nav on paper');
  });
}

test('pages: claims begin with all verdicts, each in words and with a mark', async (stage) => {
  const page = await stage.page();
  for (const lang of LANGS) {
    await page.goto(`${stage.site.url}claims.${lang}.html`);
    const verdicts = (scope) => page.locator(`${scope} .verdict-of-claim`).allInnerTexts();
    const listed = await verdicts('.contents');
    assert.deepEqual(listed, await verdicts('article'));
    for (const verdict of listed) assert.match(verdict, /^[✓≈✗?±∅] \S/);
    for (const id of ['baidu', 'own-cluster']) assert.match(await page.locator(`#${id}`).innerText(), /(¥|元)[\s\S]*(\$|美元)/, 'RMB, and dollars');
  }
});

test('pages: they follow the theme that was chosen, and print dark on white', async (stage) => {
  const page = await stage.page();
  await page.goto(`${stage.site.url}claims.en.html`);
  await page.evaluate(() => localStorage.setItem('traincost.theme', 'dark'));
  await page.reload();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await paper(), 'rgb(20, 25, 31)');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await paper(), 'rgb(255, 255, 255)');
});

test('pages: the footer leads to both, in the language of the page', async (stage) => {
  const calculator = await stage.open();
  const { page } = calculator;
  for (const lang of LANGS) {
    await calculator.speak(lang);
    for (const name of ['method', 'claims']) {
      const address = await page.locator(`footer a[href="${name}.${lang}.html"]`).evaluate((link) => link.href);
      assert.equal(address, `${stage.site.url}${name}.${lang}.html`);
    }
  }
  await page.locator('footer a[href^="claims."]').click();
  await page.waitForURL(`**/claims.${LANGS.at(-1)}.html`);
  assert.match(await page.locator('h1').innerText(), HAN);
});

test('pages: the methodology has every formula with its numbers, the same in both languages', async (stage) => {
  const page = await stage.page();
  const formulas = async (lang) => {
    await read(page, `${stage.site.url}method.${lang}.html`);
    return page.locator('article').evaluateAll((all) =>
      all.map((one) => {
        const says = [...one.querySelectorAll('dl.formula dd')].map((dd) => dd.textContent);
        return { id: one.id, name: one.querySelector('h3')?.textContent, says };
      }));
  };
  const [en, zh] = [await formulas('en'), await formulas('zh-CN')];
  assert.ok(en.length > 80, `${en.length} formulas`);
  assert.deepEqual(en.map(({ id }) => id), zh.map(({ id }) => id));
  for (const [index, { id, says: said, name }] of en.entries()) {
    assert.ok(name && said.length === 3 && said.every((text) => / = ./.test(text)), `${id}: ${said.join(' | ')}`);
    // A line of zero on this basis says so in words.
    if (!HAN.test(zh[index].says[1])) assert.equal(said[1], zh[index].says[1], `${id}: symbols know no language`);
  }
});

test('pages: the methodology keeps no formula back', async (stage) => {
  const page = await stage.page();
  await read(page, `${stage.site.url}method.en.html`);
  const without = await page.locator('article').evaluateAll((all) =>
    all.filter((one) => /zero on these terms/.test(one.querySelector('dl.formula').textContent)).map(({ id }) => id));
  assert.deepEqual(without, []);
});

/** The claims of a page. */
async function claimsOf(page, site, lang) {
  await page.goto(`${site.url}claims.${lang}.html`);
  return page.locator('article.claim').evaluateAll((all) =>
    all.map((one) => {
      const link = one.querySelector('a[href^="./?"]');
      return {
        id: one.id,
        verdict: one.querySelector('.verdict-of-claim')?.textContent,
        own: one.querySelector('a[href^="#"]')?.hash,
        sources: one.querySelectorAll('ul li').length,
        link: link?.getAttribute('href').slice(2),
        says: link?.parentElement.previousElementSibling.textContent,
      };
    }));
}

for (const lang of LANGS) {
  test(`pages: every claim has its verdict, link and sources, ${lang}`, async (stage) => {
    const claims = await claimsOf(await stage.page(), stage.site, lang);
    assert.ok(claims.length >= 13, `${claims.length} claims`);
    assert.equal(new Set(claims.map(({ id }) => id)).size, claims.length, 'each has an id of its own');
    for (const { id, verdict, own, sources } of claims) {
      assert.ok(id && verdict && sources > 0, `${id}: ${verdict}, ${sources} sources`);
      assert.equal(own, `#${id}`);
    }
    const open = claims.filter(({ link }) => link);
    assert.deepEqual(open.map(({ id }) => id).sort(), Object.keys(ABOUT).sort(), 'claims with a calculation');
  });

  // tests/page/claims.rs compares every calculation with its claim, in every language. Here: a tile's, a line's, and one that no table shows.
  for (const id of lang === 'en' ? ['thirty-thousand-gpus', 'gpt-3-rent', 'eighty-percent'] : ['gpt-3-rent']) {
    const path = ABOUT[id];
    test(`pages: the calculation of a claim says the same, ${id}, ${lang}`, async (stage) => {
      const claims = await claimsOf(await stage.page(), stage.site, lang);
      const { link, says: said } = claims.find((claim) => claim.id === id);
      const calculator = await stage.open(link);
      const opened = calculator.page.locator('button[data-explain][aria-expanded="true"]').first();
      await opened.waitFor();
      const figure = new URL(link, stage.site.url).hash.slice('#figure-'.length);
      assert.ok([figure, 'total'].includes(await opened.getAttribute('data-explain')), 'its figure, or the total, is explained');
      assert.ok(await opened.evaluate((button) => button.getBoundingClientRect().top < innerHeight), 'and in sight');
      for (const note of ['ignored', 'stale']) assert.equal(await calculator.part(note).filter({ visible: true }).count(), 0, note);
      const shown = await says(calculator.page, path);
      const [ours] = numbers(shown);
      assert.ok(numbers(said).some((one) => same(one, ours)), `the calculator says ${shown}, the claim ${said}`);
      assert.equal(await calculator.page.evaluate(() => document.documentElement.lang), lang);
      await calculator.makesSense();
    });
  }
}

test('pages: below a sub-path, and offline after one visit of the calculator', async (stage) => {
  const site = await stage.serve(stage.dist, { base: '/some/where/' });
  const calculator = await stage.open('', { site });
  await calculator.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const page = await calculator.page.context().newPage();
  for (const { file } of PAGES) {
    await read(page, site.url + file);
    assert.equal(await page.locator('h1').count(), 1, file);
  }
  for (const { path, status } of site.log) assert.ok(path.startsWith('/some/where/') && status === 200, `${path}: ${status}`);
  await page.context().setOffline(true);
  await site.stop();
  for (const { file } of PAGES) {
    await read(page, site.url + file);
    assert.equal(await page.locator('h1').count(), 1, `${file} offline`);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).fontFamily), '', file);
    assert.ok(await page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)), `${file} has its style`);
  }
  await page.locator('header a[href^="./"]').first().click();
  await page.waitForFunction(() => document.documentElement.dataset.ready === '1', null, { timeout: 20_000 });
});

test('pages: without scripts claims are the same, and the methodology says what is missing', async (stage) => {
  const page = await (await stage.context({ javaScriptEnabled: false })).newPage();
  for (const { name, lang, file } of PAGES) {
    await page.goto(stage.site.url + file);
    if (name === 'claims') assert.ok((await page.locator('main').innerText()).length > 1500, file);
    else assert.match(await page.locator('#formulas').innerText(), sentence('method_waits', {}, lang));
  }
});

test('pages: a link to one formula of the methodology leads to it', async (stage) => {
  const page = await stage.page();
  await read(page, `${stage.site.url}method.en.html#rent-final`);
  await page.waitForFunction(() => Math.abs(document.getElementById('rent-final').getBoundingClientRect().top) < innerHeight);
});
