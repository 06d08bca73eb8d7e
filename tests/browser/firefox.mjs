// Firefox against Chromium: the same figures, bit for bit, for a dozen links; and in Firefox alone, what a person does with the page.
// `node firefox.mjs` on ../../dist or the folder in DIST; the last line counts what was compared.
import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { serve } from '../../xtask/node/server.mjs';
import { Visitor, open } from './visitor.mjs';

const dist = resolve(process.env.DIST || join(import.meta.dirname, '../../dist'));

/** Every kind of scenario and view: presets, ranges, owned and spot hardware, mixtures of experts, tuning, levers, languages, currencies. */
const LINKS = [
  '',
  '?p=gpt-3',
  '?p=llama-3.1-405b&b=own&op=3',
  '?p=deepseek-v3&lang=zh-CN&cur=cny',
  '?p=llama-2-70b&b=spot&t=1T~4T',
  '?n=70B&t=15T&k=2048&price=1.5~2.5',
  '?p=palm-540b&lang=zh-TW',
  '?p=bloom-176b&mfu=0.3~0.5',
  '?n=7B&t=2T&gpu=h100-sxm&r=US',
  '?p=gpt-4&cur=cny&fx=7.1',
  '?p=llama-7b&dl=code&sy=own&al=dpo',
  '?n=405.85B&t=15.6T&k=16384&mf=computed',
];

/** All that the page says of a link, and the bits beneath: plan found, sampled ranges, project as JSON. */
async function standing(visitor, url) {
  await visitor.go(url);
  for (const section of ['plan', 'drivers', 'export']) {
    await visitor.page.$eval(`[data-section=${section}]`, (place) => {
      place.closest('details')?.setAttribute('open', '');
      place.scrollIntoView();
    });
  }
  await visitor.sampled();
  await visitor.until(() => document.querySelector('[data-section=export] pre')?.textContent.includes('"version"') && document.querySelector('[data-section=drivers] svg') && !document.querySelector('[data-section=drivers] progress'));
  await visitor.until(() => document.documentElement.dataset.mfu !== undefined);
  await visitor.sampled();
  await visitor.frame();
  return visitor.page.evaluate(() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
    const { mfu, sampled, query } = document.documentElement.dataset;
    return {
      query,
      mfu: mfu ?? '',
      sampled: sampled ?? '',
      verdict: document.querySelector('#verdict').innerText,
      figures: texts('[data-testid^="figure-"]'),
      bill: texts('[data-testid=breakdown]'),
      drivers: document.querySelector('[data-section=drivers]').textContent,
      project: document.querySelector('[data-section=export] pre').textContent,
    };
  });
}

/** Deeds of a person: name and steps, each on a page that shows the default project. */
const DEEDS = [
  ['types a size and shares its link', async (visitor) => {
    const before = await visitor.total();
    await visitor.type('tokens', '30T');
    assert.notEqual(await visitor.total(), before);
    await visitor.until(() => new URLSearchParams(location.search).get('t') === '30T');
    const total = await visitor.total();
    await visitor.go(visitor.page.url());
    assert.equal(await visitor.total(), total);
  }],
  ['types what is no number, reads why, and mends it', async (visitor) => {
    await visitor.type('tokens', 'many');
    assert.equal(await visitor.page.$eval('[data-testid=field-tokens]', (field) => field.getAttribute('aria-invalid')), 'true');
    assert.match(await visitor.text('[data-testid=error-tokens]'), /\w/);
    await visitor.type('tokens', '3T');
    assert.notEqual(await visitor.page.$eval('[data-testid=field-tokens]', (field) => field.getAttribute('aria-invalid')), 'true');
  }],
  ['enters a range', async (visitor) => {
    await visitor.type('price', '2 to 3');
    await visitor.until(() => /price=2~3/.test(location.search));
    await visitor.sampled();
  }],
  ['buys the hardware', async (visitor) => {
    const before = await visitor.total();
    await visitor.unfold('[data-testid=select-basis]');
    await visitor.page.select('[data-testid=select-basis]', 'own');
    await visitor.until((before) => document.querySelector('#verdict [data-testid=verdict-total]').innerText.trim() !== before, before);
  }],
  ['reads it in Chinese and in yuan, and goes back', async (visitor) => {
    const before = await visitor.total();
    await visitor.press('[data-testid^="lang-"][lang="zh-CN"]');
    await visitor.press('[data-testid=currency-cny]');
    await visitor.until(() => document.documentElement.lang === 'zh-CN' && /[¥万亿]/.test(document.querySelector('#verdict [data-testid=verdict-total]').innerText));
    await visitor.press('[data-testid^="lang-"][lang="en"]');
    await visitor.press('[data-testid=currency-usd]');
    assert.equal(await visitor.total(), before);
  }],
  ['opens every fold and gets every report', async (visitor) => {
    await visitor.page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
    // The solver waits for a budget, and the law is inputs alone.
    const sections = await visitor.page.$$eval('details[data-section], details [data-section]', (all) => all.map((place) => place.dataset.section));
    assert.ok(sections.length > 8, `${sections.length} reports`);
    for (const section of sections.filter((section) => section && !['solver', 'law', 'explanation', 'runs'].includes(section))) {
      await visitor.page.$eval(`[data-section=${section}]`, (place) => place.scrollIntoView());
      await visitor.until((section) => {
        const place = document.querySelector(`[data-section=${section}]`);
        return place.querySelector('svg, table, pre') && !place.querySelector('progress') && !/\bNaN\b|undefined|Infinity/.test(place.textContent);
      }, section);
    }
  }],
  ['asks why a figure is what it is', async (visitor) => {
    await visitor.press('[data-explain=total]');
    await visitor.until(() => document.querySelector('[data-explains=total]')?.textContent.length > 100);
  }],
  ['turns the theme and keeps it after a reload', async (visitor) => {
    const theme = () => visitor.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await theme();
    await visitor.press('[data-testid=theme]');
    const after = await theme();
    assert.notEqual(after, before);
    await visitor.page.reload();
    await visitor.ready();
    assert.equal(await theme(), after);
    await visitor.press('[data-testid=theme]');
  }],
  ['comes back without a network', async (visitor, site) => {
    await visitor.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await visitor.page.reload();
    await visitor.ready();
    const total = await visitor.total();
    await site.stop();
    await visitor.page.reload();
    await visitor.ready();
    assert.equal(await visitor.total(), total);
  }],
];

const browsers = Object.fromEntries(await Promise.all(['chromium', 'firefox'].map(async (name) => [name, await open(name)])));
const versions = await Promise.all(Object.values(browsers).map((browser) => browser.version()));
const failures = [];
const attempt = async (name, run) => {
  try {
    await run();
    console.log(`passed: ${name}`);
  } catch (error) {
    failures.push(name);
    console.log(`FAILED: ${name}: ${error.message}`);
  }
};
const site = await serve(dist);
const visitors = {};
for (const [name, browser] of Object.entries(browsers)) visitors[name] = await Visitor.at(browser, site.url);
let same = 0;
let sampled = 0;
for (const link of LINKS) {
  await attempt(`the same in both browsers: ${link || 'the default'}`, async () => {
    const chromium = await standing(visitors.chromium, site.url + link);
    const firefox = await standing(visitors.firefox, site.url + link);
    // A comparison of two empty lists proves nothing.
    for (const part of ['query', 'verdict', 'figures', 'bill', 'drivers', 'project']) assert.ok(chromium[part].length > 0, `${part} is empty`);
    assert.ok(chromium.figures.length > 5, `${chromium.figures.length} figures`);
    assert.deepEqual(firefox, chromium);
    same += 1;
    // Those of the default come with the page.
    sampled += chromium.sampled ? 1 : 0;
  });
}
let done = 0;
for (const [name, deed] of DEEDS) {
  await attempt(`a person in Firefox ${name}`, async () => {
    const host = await serve(dist);
    const visitor = await Visitor.at(browsers.firefox, host.url);
    try {
      await deed(visitor, host);
      assert.deepEqual(visitor.problems, []);
      done += 1;
    } finally {
      await visitor.page.close();
      await host.stop().catch(() => {});
    }
  });
}
if (sampled < LINKS.length - 2) failures.push(`only ${sampled} links have sampled ranges`);
for (const { problems } of Object.values(visitors)) if (problems.length) failures.push(...problems);
for (const browser of Object.values(browsers)) await browser.close();
await site.stop();
console.log(`${versions.join(' and ')}: ${same} of ${LINKS.length} links the same to the last bit; ${done} of ${DEEDS.length} deeds done in Firefox${failures.length ? `; FAILED: ${failures.join('; ')}` : ''}`);
process.exit(failures.length ? 1 : 0);
