// Faults after the start: a browser API that throws inside wasm, a worker that goes missing, a wrong clock, messages of strangers. Each test is named
// after its fault.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { template } from './texts.mjs';

const HAN = /\p{Script=Han}/u;

/** In the page: the next number format after `armed` is set throws. */
function fragile() {
  const { NumberFormat } = Intl;
  Intl.NumberFormat = new Proxy(NumberFormat, {
    construct(target, [lang, options]) {
      if (globalThis.armed) {
        globalThis.armed = false;
        throw new RangeError('thrown by the browser');
      }
      return new target(lang, options);
    },
  });
}

test('faults after: an Intl that throws once while the language changes costs nothing', async (stage) => {
  const page = await stage.page();
  await stage.inject(page, fragile);
  const calculator = await stage.open('?p=gpt-3&t=1T', { page });
  await page.evaluate(() => (globalThis.armed = true));
  await calculator.speak('zh-CN');
  assert.equal(await page.evaluate(() => globalThis.armed), false, 'it has thrown');
  assert.match(await calculator.total(), /\d/, 'the verdict stays');
  assert.match(await calculator.verdict.innerText(), HAN);
  assert.ok(!(await page.locator('#failed').isVisible()));
  await calculator.type('tokens', '3T');
  await page.waitForFunction(() => new URLSearchParams(location.search).get('t') === '3T');
  await calculator.makesSense();
});

// A worker that goes missing

test('faults after: a worker whose script has gone says so in the place of the report, and tries again', async (stage) => {
  stage.allow(/worker|ERR_FAILED|Failed to load/);
  const page = await stage.page();
  await stage.inject(page, () => {
    const Real = Worker;
    globalThis.workers = [];
    globalThis.Worker = class extends Real {
      constructor(...names) {
        super(...names);
        if (String(names[0]).includes('worker-')) workers.push(this);
      }
    };
  });
  const calculator = await stage.open('?t=3T', { page });
  await calculator.drawn();
  const total = await calculator.total();
  await page.route('**/worker-*', (route) => route.abort());
  await page.evaluate(() => workers.at(-1).dispatchEvent(new ErrorEvent('error', { cancelable: true })));
  await page.evaluate(() => (document.querySelector('[data-section="routes"]').open = true));
  const place = page.locator('#routes');
  await place.filter({ hasText: template('report_lost') }).waitFor();
  await page.locator('#figures button[data-explain="total"]').click();
  const explains = page.locator('#figures [data-explains="total"]');
  await explains.filter({ hasText: template('report_lost') }).waitFor();
  assert.equal(await calculator.total(), total, 'the answer stands');
  await calculator.type('tokens', '4T');
  assert.notEqual(await calculator.total(), total, 'the page computes on');
  await place.filter({ hasText: template('report_lost') }).waitFor();
  await page.unroute('**/worker-*');
  await place.getByRole('button', { name: template('report_retry') }).click();
  await place.locator('table').waitFor();
  await explains.locator('.explanation').waitFor();
});

// A wrong clock

for (const year of [1970, 2001, 2060, 2999, 9999]) {
  test(`faults after: a clock of ${year} gives no absurd years or amounts`, async (stage) => {
    const page = await stage.page();
    await stage.inject(page, `{
      const Real = Date;
      const now = Real.UTC(${year}, 5, 15);
      globalThis.Date = class extends Real {
        constructor(...parts) { super(...(parts.length ? parts : [now])); }
        static now() { return now; }
      };
    }`);
    const calculator = await stage.open('', { page });
    await page.evaluate(() => (document.querySelector('[data-section="years"]').open = true));
    const place = page.locator('#years');
    await place.locator('table').waitFor();
    const text = await place.innerText();
    assert.doesNotMatch(text, /NaN|∞|Infinity/);
    const years = await place.locator('tbody th').allInnerTexts();
    const sentences = await place.locator('p:not(.fine)').allInnerTexts();
    years.push(...sentences.join(' ').match(/\b\d{4}\b/g));
    assert.ok(years.every((one) => one >= 2020 && one <= 2040), years.join(' '));
    assert.doesNotMatch(text, /\d,\d{3}T/, 'no amount of thousands of trillions');
    await calculator.unfold();
    await calculator.makesSense();
    const hints = (await page.locator('.field-hint').allInnerTexts()).join(' ');
    for (const [, years] of hints.matchAll(/\(([\d.,-]+) years old\)/g)) assert.ok(years > 0 && years < 30, `${years} years old`);
  });
}

// Other people's pages

const host = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A blog</title><body style="margin:0">${body}</body></html>`;

/** A page of another origin with this body; its frames once there are so many. */
async function hosted(stage, body, count = 1) {
  const context = await stage.context({ viewport: { width: 800, height: 600 } });
  const server = await stage.serve(null, { pages: { '/': host(body), '/other': host('<script>parent.postMessage({ type: "traincost:height", v: 1, height: 4321 }, "*")</script>') } });
  const page = await context.newPage();
  await page.goto(server.url.replace('127.0.0.1', 'localhost'));
  await page.waitForFunction((count) => document.querySelectorAll('iframe').length === count, count);
  return { page, server };
}

const heights = (page) => page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.clientHeight));

test('faults after: an embed that went to another origin sets no height', async (stage) => {
  const { page, server } = await hosted(stage, `<script>heights = []; addEventListener("message", ({ data }) => heights.push(data.height))</script>
    <script async src="${stage.site.url}embed.js"></script>`);
  await page.waitForFunction(() => heights.length);
  await page.evaluate((url) => (document.querySelector('iframe').src = url), `${server.url}other`);
  await page.waitForFunction(() => heights.includes(4321));
  assert.ok(!(await heights(page)).includes(4321), `${await heights(page)} px`);
});

test('faults after: an embed has a limit to its height', async (stage) => {
  const { page } = await hosted(stage, `<script>heights = []; addEventListener("message", ({ data }) => heights.push(data.height))</script>
    <script async src="${stage.site.url}embed.js"></script>`);
  await page.waitForFunction(() => heights.length);
  const [, frame] = page.frames();
  await frame.waitForFunction(() => document.documentElement.dataset.ready);
  for (const height of [1e9, 1e21, Infinity]) {
    await frame.evaluate((height) => parent.postMessage({ type: 'traincost:height', v: 1, height }, '*'), height);
    await page.waitForFunction((height) => heights.includes(height), height);
    const [shown] = await heights(page);
    assert.ok(shown <= 5000, `${shown} px`);
  }
});

test('faults after: embed.js as a module makes a frame of each element', async (stage) => {
  const module = (state) => `<script type="module" src="${stage.site.url}embed.js" data-state="${state}"></script>`;
  await stage.allow(/^$/);
  const context = await stage.context();
  // A module of another origin needs leave by CORS, which the test server does not give.
  await context.route('**/embed.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
  const server = await stage.serve(null, { pages: { '/': host(module('p=gpt-3') + module('t=2T')) } });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => document.querySelectorAll('iframe').length === 2);
  const sources = await page.locator('iframe').evaluateAll((frames) => frames.map(({ src }) => src));
  assert.match(sources[0], /p=gpt-3/);
  assert.match(sources[1], /t=2T/);
});

test('faults after: an embed that is out of sight is as high as it needs', async (stage) => {
  const embed = `<script async src="${stage.site.url}embed.js"></script>`;
  const { page } = await hosted(stage, `${embed}<div style="height:3000px"></div>${embed}`, 2);
  for (const frame of page.frames().slice(1)) await frame.waitForFunction(() => document.documentElement.dataset.ready, null, { polling: 100 });
  await page.waitForFunction(() => {
    const [one, other] = [...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight);
    return one > 300 && Math.abs(one - other) < 40;
  }, null, { timeout: 5000 });
});
