// A long visit: a person who does not stop, by a seed, in Chromium. `node soak.mjs MINUTES [SEED]` on ../../dist or the folder in DIST.
// Passes without errors, and with heap, nodes, listeners and wasm memory at most 10% above those after the warm-up.
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { serve } from '../../xtask/node/server.mjs';
import { Visitor, open } from './visitor.mjs';

const MOST_GROWTH = 1.1;
/** Samples that are taken as one, by their median. */
const TOGETHER = 3;
const minutes = Number(process.argv[2] ?? 30);
const seed = Number(process.argv[3] ?? 42);
const dist = resolve(process.env.DIST || join(import.meta.dirname, '../../dist'));

/** Mulberry32: numbers from 0 to below 1 that repeat. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(seed);
const below = (count) => Math.floor(next() * count);
const any = (list) => list[below(list.length)];

const NUMBERS = ['1', '0.4', '40%', '70B', '7B', '15T', '3e12', '2048', '100', '25000 to 30500', '1T~4T', '5±1', '', 'many', '-1', '1e40', '３万亿', '１2亿'];
const BOOK = ['item,price\nelectricity,0.06\n', ',h800-sxm,on-demand,3.5', 'accelerator,basis,price\nh800-sxm,spot,1.25\nh200-sxm,,4\n', 'nonsense', ''];

/** Deeds of a person, by name. */
const DEEDS = {
  async field(visitor) {
    const fields = await visitor.page.$$eval('[data-testid^="field-"]', (all) => all.map((field) => field.dataset.testid.slice('field-'.length)));
    await visitor.type(any(fields), any(NUMBERS));
  },
  async select(visitor) {
    const selects = await visitor.page.$$eval('select', (all) => all.map(({ options }, index) => ({ index, values: [...options].filter((option) => !option.disabled).map(({ value }) => value) })));
    const { index, values } = any(selects);
    if (values.length) {
      await visitor.page.evaluate((index, value) => {
        const select = document.querySelectorAll('select')[index];
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, index, any(values));
    }
  },
  slide: (visitor) => visitor.page.evaluate((at) => {
    const sliders = [...document.querySelectorAll('input[type=range]')];
    const slider = sliders[Math.floor(at * sliders.length)];
    if (!slider) return;
    slider.value = Number(slider.min) + at * (slider.max - slider.min);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, next()),
  fold: (visitor) => visitor.page.evaluate((at) => {
    const folds = [...document.querySelectorAll('details')];
    const fold = folds[Math.floor(at * folds.length)];
    fold.open = !fold.open;
    fold.scrollIntoView();
  }, next()),
  explain: (visitor) => visitor.page.evaluate((at) => {
    const figures = [...document.querySelectorAll('[data-explain]')].filter((figure) => figure.checkVisibility());
    figures[Math.floor(at * figures.length)]?.click();
  }, next()),
  lever: (visitor) => visitor.page.evaluate((at) => {
    const levers = [...document.querySelectorAll('[data-section=levers] input[type=checkbox]')];
    levers[Math.floor(at * levers.length)]?.click();
  }, next()),
  view: (visitor) => visitor.press(any(['[data-testid=theme]', '[data-testid=currency-cny]', '[data-testid=currency-usd]', '[data-testid^="lang-"][lang=en]', '[data-testid^="lang-"][lang=zh-CN]', '[data-testid^="lang-"][lang=zh-TW]'])),
  book: (visitor) => visitor.page.evaluate((text) => {
    const book = document.querySelector('[data-testid=book]');
    if (!book) return;
    book.value = text;
    book.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('.book button.apply')?.click();
    document.querySelector('.book button:not(.apply)')?.click();
  }, any(BOOK)),
  reset: (visitor) => visitor.press('[data-testid=reset]'),
  scroll: (visitor) => visitor.page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), next()),
};
const TURNS = ['field', 'field', 'field', 'field', 'select', 'select', 'slide', 'slide', 'fold', 'fold', 'explain', 'explain', 'lever', 'view', 'book', 'reset', 'scroll'];

/** Puts the page back to where it began: the default project in English and dollars, everything folded. */
async function home(visitor) {
  for (const selector of ['[data-testid=reset]', '[data-testid^="lang-"][lang=en]', '[data-testid=currency-usd]']) await visitor.press(selector);
  await visitor.page.evaluate(() => {
    for (const figure of document.querySelectorAll('[data-explain][aria-expanded=true]')) figure.click();
    for (const fold of document.querySelectorAll('details')) fold.open = false;
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  await visitor.sampled();
  await visitor.frame();
}

/** Keeps the memories of wasm in a global, where this program finds them. */
const KEEPS = `for (const name of ['instantiate', 'instantiateStreaming']) {
  const plain = WebAssembly[name];
  WebAssembly[name] = async (...all) => {
    const result = await plain.apply(WebAssembly, all);
    self.memories ??= new Set();
    for (const value of Object.values((result.instance ?? result).exports)) if (value instanceof WebAssembly.Memory) self.memories.add(value);
    return result;
  };
}
`;

/** Adds that to the scripts of workers. */
const kept = async (path, [status, headers, body], request) => {
  if (request.headers['sec-fetch-dest'] !== 'worker' || status !== 200) return [status, headers, body];
  const { 'content-encoding': encoding, ...plain } = headers;
  return [status, plain, KEEPS + (encoding === 'br' ? brotliDecompressSync(body) : body)];
};

/** The bytes of all wasm memories of a page or a worker. */
async function wasm(client) {
  const expression = '[...(self.memories ?? [])].reduce((sum, memory) => sum + memory.buffer.byteLength, 0)';
  return (await client.send('Runtime.evaluate', { expression })).result.value;
}

/** Memory of the page and its workers after garbage collection, in megabytes, and counts of nodes and listeners. */
async function held(visitor) {
  await home(visitor);
  const { page } = visitor;
  const client = (visitor.client ??= await page.createCDPSession());
  const usage = async (client) => {
    for (let turn = 0; turn < 2; turn += 1) await client.send('HeapProfiler.collectGarbage');
    return { ...(await client.send('Runtime.getHeapUsage')), wasm: await wasm(client) };
  };
  const own = await usage(client);
  // A worker may be replaced by another at this moment.
  const workers = (await Promise.allSettled(page.workers().map((worker) => usage(worker.client)))).flatMap(({ value }) => value ?? []);
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name)?.value ?? NaN;
  const sum = (all, name) => all.reduce((sum, one) => sum + one[name], 0) / 1e6;
  return {
    'heap of the page, MB': own.usedSize / 1e6,
    'wasm memory of the page, MB': own.wasm / 1e6,
    'heap of its workers, MB': sum(workers, 'usedSize'),
    'wasm memory of its workers, MB': sum(workers, 'wasm'),
    'elements': await page.evaluate(() => document.querySelectorAll('*').length),
    'nodes': metric('Nodes'),
    'listeners': metric('JSEventListeners'),
    'workers': workers.length,
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (value) => (Number.isInteger(value) ? value : value.toFixed(2));

const site = await serve(dist, { change: kept });
const browser = await open('chromium');
const visitor = await Visitor.at(browser, site.url, KEEPS);
await (visitor.client = await visitor.page.createCDPSession()).send('Performance.enable');
// The warm-up opens everything once, for what is once loaded stays.
await visitor.page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
await visitor.sampled();
const samples = [];
const begin = Date.now();
const warm = begin + (minutes * 60_000) / 5;
const end = begin + minutes * 60_000;
const every = Math.max(10_000, (end - warm) / 12);
let deeds = 0;
let measure = warm;
while (Date.now() < end || samples.length < 2 * TOGETHER) {
  await DEEDS[any(TURNS)](visitor);
  deeds += 1;
  if (Date.now() >= measure) {
    samples.push(await held(visitor));
    measure = Date.now() + (Date.now() < end ? every : 0);
    console.error(`${Math.round((Date.now() - begin) / 1000)} s, ${deeds} deeds: ${Object.entries(samples.at(-1)).map(([name, value]) => `${name} ${shown(value)}`).join(', ')}`);
  }
}
const failures = [...new Set(visitor.problems)];
const rows = Object.keys(samples[0]).map((name) => {
  const [first, last] = [samples.slice(0, TOGETHER), samples.slice(-TOGETHER)].map((some) => median(some.map((sample) => sample[name])));
  if (!(last <= first * MOST_GROWTH)) failures.push(`${name} grew from ${shown(first)} to ${shown(last)}`);
  return `${name} ${shown(first)} to ${shown(last)}`;
});
if (!/\d/.test(await visitor.total())) failures.push('no total is left');
await browser.close();
await site.stop();
console.log(`${minutes} minutes, seed ${seed}: ${deeds} deeds, ${visitor.problems.length} errors; after the warm-up ${rows.join('; ')}${failures.length ? `; FAILED: ${failures.slice(0, 5).join('; ')}` : ''}`);
process.exit(failures.length ? 1 : 0);
