// Speeds of the page for its reader, measured on dist/ in headless Chromium: `name | limit | measured`.
// Absolute times drift between machines: the reference loop beside them says how fast this one is.
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import lighthouse from 'lighthouse';
import { launch } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { serve } from '../../xtask/node/server.mjs';

const KEYSTROKES = 200;
const dist = resolve(process.env.DIST || join(import.meta.dirname, '../../dist'));
const rows = [];
const row = (what, limit, measured) => {
  rows.push([what, limit, measured]);
  console.error(`  ${what}: ${measured}`);
};
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;
const ms = (value) => (Number.isFinite(value) ? `${value.toFixed(value < 10 ? 2 : 0)} ms` : 'not measured');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Lighthouse as on a phone, the median of five visits. */
async function visits(site) {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  const results = [];
  for (let visit = 0; visit < 5; visit += 1) {
    const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo'];
    const { lhr } = await lighthouse(site.url, { port, onlyCategories, output: 'json', logLevel: 'error' });
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    results.push(lhr);
  }
  await browser.close();
  const median = (value) => quantile(results.map(value), 0.5);
  for (const [id, limit] of [['performance', '>= 0.99'], ['accessibility', '1'], ['best-practices', '1'], ['seo', '1']]) {
    row(`Lighthouse mobile: ${id}`, limit, median((lhr) => lhr.categories[id].score));
  }
  row('Lighthouse mobile: LCP', '1500 ms', ms(median((lhr) => lhr.audits['largest-contentful-paint'].numericValue)));
  row('Lighthouse mobile: TBT', '100 ms', ms(median((lhr) => lhr.audits['total-blocking-time'].numericValue)));
  row('Lighthouse mobile: CLS', '0', median((lhr) => lhr.audits['cumulative-layout-shift'].numericValue).toFixed(4));
  for (const id of ['accessibility', 'best-practices', 'seo']) {
    for (const { id: audit } of results[0].categories[id].auditRefs) {
      const { score, title } = results[0].audits[audit];
      if (score !== null && score < 1) console.error(`    ${id}: ${title} (${audit})`);
    }
  }
}

async function open(browser, site, options) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(site.url);
  const calculator = new Calculator(page);
  await calculator.ready();
  await calculator.unfold();
  await calculator.settled();
  return calculator;
}

async function reference(browser) {
  const page = await browser.newPage();
  const time = await page.evaluate(() => {
    const times = [];
    for (let run = 0; run < 7; run += 1) {
      const started = performance.now();
      let x = 1;
      for (let i = 0; i < 20_000_000; i += 1) x = (Math.imul(x, 1664525) + 1013904223) | 0;
      times.push(performance.now() - started + (x === 0.5 ? 1 : 0));
    }
    return times.sort((a, b) => a - b)[3];
  });
  await page.close();
  row('reference loop (2 × 10^7 steps in JavaScript)', '', ms(time));
}

/** The processor's time between the marks of each key, ms. */
function scripts(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const marks = (name) => traceEvents.filter((event) => event.name === name && event.tts !== undefined).sort((one, other) => one.ts - other.ts);
  const said = marks('bench:said');
  return marks('bench:key').map((key, index) => (said[index].tts - key.tts) / 1000);
}

/** Keys after which the page has come to rest, about four seconds after its load. */
const SETTLED = 50;

/** Keys, each until all figures stand in the DOM: by the processor's time of the page's thread, which is the script's, and by the clock. */
async function keystrokes(browser, site) {
  const { page } = await open(browser, site);
  // Marks carry the time that their thread had the processor; nothing else is traced.
  await browser.startTracing(page, { categories: ['blink.user_timing'] });
  const times = await page.evaluate(async (count) => {
    const input = document.querySelector('[data-testid=field-tokens]');
    // Context for anew each time: figures are written as one piece, so their elements change.
    const names = ['figure-flops', 'figure-carbon', 'figure-total', 'verdict-total'];
    const said = () => names.map((name) => document.querySelector(`[data-testid=${name}]`).textContent);
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const times = [];
    input.focus();
    for (let i = 0; i < count; i += 1) {
      const before = said();
      const waiting = () => said().some((text, index) => text === before[index]);
      // Far apart, so that every figure's rounded text must change.
      set.call(input, `${i % 2 === 0 ? 2 + (i % 7) : 20 + (i % 70)}.${i % 10}T`);
      performance.mark('bench:key');
      const started = performance.now();
      input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
      for (let turn = 0; turn < 10_000 && waiting(); turn += 1) await null;
      times.push(waiting() ? NaN : performance.now() - started);
      performance.mark('bench:said');
      // A quick typist's pause: the next key must not wait for the last one's charts to be painted by other processes.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    }
    return times;
  }, KEYSTROKES);
  const script = scripts(await browser.stopTracing());
  const unseen = times.filter(Number.isNaN).length;
  const note = unseen > 0 ? ` (${unseen} of ${KEYSTROKES} not in the DOM at the end of their own task)` : '';
  const both = (all) => `${ms(quantile(all, 0.95))}, half under ${ms(quantile(all, 0.5))}`;
  row('keystroke to every figure in the DOM, script time, p95', '4 ms', `${both(script)}${note}`);
  // The clock also counts while other processes have the processors: until it has come to rest, the browser compiles and fills its cache.
  row('the same by the clock, p95', '', both(times.filter(Number.isFinite)));
  row(`the same by the clock, from the ${SETTLED}th key on, p95`, '', both(times.slice(SETTLED).filter(Number.isFinite)));
  await page.context().close();
}

/** Real keys on a processor four times slower: how long each waits before the page hears of it. */
async function slowKeystrokes(browser, site) {
  const calculator = await open(browser, site);
  const { page } = calculator;
  await calculator.type('tokens', '7000000000');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.evaluate(() => {
    globalThis.presses = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') globalThis.presses.push([entry.processingStart - entry.startTime, entry.duration]);
    }).observe({ type: 'event', durationThreshold: 16 });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (let press = 0; press < KEYSTROKES; press += 1) {
    await page.keyboard.press(press % 2 === 0 ? '3' : 'Backspace');
    await page.waitForTimeout(30);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await calculator.settled();
  const seen = await page.evaluate(() => globalThis.presses);
  // A press that took less than 16 ms to the next frame is not reported: its delay was less than that.
  const pad = (values) => [...values, ...Array(Math.max(0, KEYSTROKES - values.length)).fill(0)];
  row('the same with 4x CPU slowdown, input delay, p95', '100 ms', ms(quantile(pad(seen.map(([delay]) => delay)), 0.95)));
  row('the same, key to next frame, p95', '', ms(quantile(pad(seen.map(([, duration]) => duration)), 0.95)));
  await page.context().close();
}

/** The page's own `chart:NAME` measures while the tokens change, at device pixel ratio 2. */
async function charts(browser, site) {
  const { page } = await open(browser, site, { deviceScaleFactor: 2 });
  const frames = await page.evaluate(async () => {
    const input = document.querySelector('[data-testid=field-tokens]');
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const frames = [];
    for (let i = 0; i < 80; i += 1) {
      performance.clearMeasures();
      set.call(input, `${1 + i}T`);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
      frames.push(performance.getEntriesByType('measure').filter(({ name }) => name.startsWith('chart:')).map(({ name, duration }) => [name, duration]));
    }
    return frames;
  });
  const names = new Set(frames.flat().map(([name]) => name));
  for (const name of names) {
    row(`${name} redrawn at pixel ratio 2, p95`, '12 ms', ms(quantile(frames.flat().filter((f) => f[0] === name).map((f) => f[1]), 0.95)));
  }
  const sums = frames.filter((frame) => frame.length > 0).map((frame) => frame.reduce((sum, [, duration]) => sum + duration, 0));
  row('all visible charts, p95', '24 ms', ms(quantile(sums, 0.95)));
  await page.context().close();
}

/** What the worker is asked and when it answers: kept in `told` on the page. */
const listen = () => {
  globalThis.told = [];
  globalThis.Worker = class extends Worker {
    constructor(...asked) {
      super(...asked);
      this.addEventListener('message', ({ data }) => {
        const [number, place, , more] = data.split('\n', 4);
        told.push({ at: performance.now(), number, what: place === undefined ? 'heard' : more ? 'part' : 'whole', place });
      });
    }
    postMessage(text) {
      const [number, place] = text.split('\n', 2);
      told.push({ at: performance.now(), number, what: 'asked', place });
      super.postMessage(text);
    }
  };
};

/** Another value in a field, until the total stands in the DOM; gives the milliseconds that took. */
const change = async ([field, text]) => {
  const input = document.querySelector(`[data-testid=field-${field}]`);
  const total = document.querySelector('[data-testid=figure-total]');
  const before = total.textContent;
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  input.focus();
  set.call(input, text);
  performance.mark('bench:key');
  const started = performance.now();
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  for (let turn = 0; turn < 10_000 && total.textContent === before; turn += 1) await null;
  performance.mark('bench:said');
  return performance.now() - started;
};

/** The worker's long analyses, from the moment they are asked for: their first picture, their whole, and keystrokes meanwhile. */
async function deciding(browser, site) {
  for (const [place, field, values, first, whole] of [
    ['ranges', 'tokens', (turn) => `${2 + turn}T`, '', ['10,000 draws of the whole bill', '100 ms']],
    ['drivers', 'tokens', (turn) => `${2 + turn}T`, '30 ms', ['draws, total effects and their pictures', '1000 ms']],
    ['frontier', 'price', (turn) => `${1 + turn / 10}`, '', ['frontier, again after a price change', '100 ms']],
  ]) {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(listen);
    await page.goto(`${site.url}?t=1T`);
    const calculator = new Calculator(page);
    await calculator.ready();
    await page.locator('#plan').scrollIntoViewIfNeeded();
    await page.locator('#plan svg').first().waitFor();
    const answered = (from) => page.waitForFunction(
      ([place, from]) => {
        const asked = told.slice(from).findLast(({ what, place: of }) => what === 'asked' && of === place);
        return asked && told.some(({ what, number }) => what === 'whole' && number === asked.number);
      }, [place, from], { timeout: 60_000 });
    const since = async (from) => page.evaluate(([place, from]) => {
      const { number, at: asked } = told.slice(from).findLast(({ what, place: of }) => what === 'asked' && of === place);
      const mine = told.filter((one) => one.number === number);
      const at = (what) => mine.find((one) => one.what === what)?.at;
      return { asked, part: at('part') ?? at('whole'), whole: at('whole') };
    }, [place, from]);
    await page.evaluate((place) => document.querySelector(`[data-section=${place}]`)?.setAttribute('open', ''), place);
    await answered(0);
    if (place === 'frontier') {
      const { asked, whole } = await since(0);
      row('frontier over accelerators, providers, bases and regions, whole', '3000 ms', ms(whole - asked));
    }
    const times = [];
    const keys = [];
    await browser.startTracing(page, { categories: ['blink.user_timing'] });
    for (let turn = 0; turn < 40; turn += 1) {
      const from = await page.evaluate(() => told.length);
      await page.evaluate(change, [field, values(turn)]);
      await answered(from);
      times.push(await since(from));
      // Again, and another key a moment after the worker has begun.
      const next = await page.evaluate(() => told.length);
      await page.evaluate(change, [field, values(turn + 0.5)]);
      await page.waitForFunction(([place, from]) => told.slice(from).some(({ what, place: of }) => what === 'asked' && of === place), [place, next], { polling: 1 });
      keys.push(await page.evaluate(change, [field, values(turn + 0.7)]));
      await answered(next);
      await page.waitForTimeout(200);
    }
    const span = (pick) => quantile(times.map(pick), 0.5);
    if (first) row(`${place}: first picture, half under`, first, ms(span(({ asked, part }) => part - asked)));
    row(`${whole[0]}, half under`, whole[1], ms(span(({ asked, whole }) => whole - asked)));
    const script = scripts(await browser.stopTracing()).filter((_, index) => index % 3 === 2);
    row(`keystroke to the total while ${place} runs, script time, p95`, '16 ms', `${ms(quantile(script, 0.95))}, half under ${ms(quantile(script, 0.5))}`);
    row('the same by the clock, p95', '', `${ms(quantile(keys, 0.95))}, half under ${ms(quantile(keys, 0.5))}`);
    await context.close();
  }
}

/** A second visit with the network gone, until wasm has taken over; the median of nine. */
async function repeatVisits(browser) {
  const site = await serve(dist);
  const calculator = await open(browser, site);
  const { page } = calculator;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.context().addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.documentElement?.dataset.ready === '1') globalThis.readyAt ??= performance.now();
    });
    watch.observe(document, { attributes: true, subtree: true, childList: true, attributeFilter: ['data-ready'] });
  });
  await page.context().setOffline(true);
  await site.stop();
  const times = [];
  for (let visit = 0; visit < 9; visit += 1) {
    await page.reload();
    await calculator.ready();
    await calculator.settled();
    times.push(await page.evaluate(() => globalThis.readyAt));
  }
  row('repeat visit, offline, to interactive, median', '500 ms', ms(quantile(times, 0.5)));
  await page.context().close();
}

const site = await serve(dist);
const browser = await launch();
let failed = false;
const benches = [reference, keystrokes, slowKeystrokes, charts, deciding, repeatVisits];
const only = process.env.ONLY;
for (const bench of benches.filter(({ name }) => !only || name === only)) {
  await bench(browser, site).catch((error) => {
    failed = true;
    row(bench.name, '', `failed: ${error.message.split('\n')[0]}`);
  });
}
await browser.close();
if (!only) await visits(site).catch((error) => {
  failed = true;
  row('Lighthouse mobile', '', `failed: ${error.message.split('\n')[0]}`);
});
await site.stop();
const widths = [0, 1, 2].map((column) => Math.max(...rows.map((r) => String(r[column]).length), 8));
console.log([['what', 'limit', 'measured'], ...rows].map((r) => r.map((cell, i) => String(cell).padEnd(widths[i])).join(' | ').trimEnd()).join('\n'));
process.exit(failed ? 1 : 0);
