// On someone else's page: another origin, third-party storage blocked, any width from 320 to 800 px.
import assert from 'node:assert/strict';
import { Calculator } from './calculator.mjs';
import { test } from './harness.mjs';

const STATES = ['n=7B&t=2T', 'n=70B&t=15T&lang=zh-CN'];

/** A host page on localhost (the calculator is on 127.0.0.1: another site) with two embeds by script and a plain iframe. */
const hostPage = (url) => `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A blog</title><body style="margin:0">
<script>
  window.heights = [];
  addEventListener('message', ({ data, source }) => data?.type === 'traincost:height' && heights.push({ ...data, own: source === window }));
</script>
<p>Before</p>
<script async src="${url}embed.js" data-lang="en" data-state="${STATES[0]}"></script>
<script async src="${url}embed.js" data-lang="zh-CN" data-theme="dark" data-state="${STATES[1]}"></script>
<p>After</p></body></html>`;

/** The host page with both embeds ready: { page, frames }. */
async function hosted(stage, context) {
  const host = await stage.serve(null, { pages: { '/': hostPage(stage.site.url) } });
  const page = await context.newPage();
  await page.goto(host.url.replace('127.0.0.1', 'localhost'));
  await page.waitForFunction(() => document.querySelectorAll('iframe').length === 2);
  const frames = [];
  for (const element of await page.locator('iframe').elementHandles()) {
    const frame = await element.contentFrame();
    for (let tries = 0; !(await frame.evaluate(() => document.documentElement?.dataset.ready === '1')); tries += 1) {
      assert.ok(tries < 200, `embed ${frames.length} is ready within 20 s`);
      // One that grows pushes the next out of sight, where Chromium gives a frame of another site no animation frames.
      await element.scrollIntoViewIfNeeded();
      await page.waitForTimeout(100);
    }
    assert.match(await frame.getByTestId('verdict-total').innerText(), /\d/);
    frames.push(frame);
  }
  return { page, frames };
}

/** Until every iframe is as high as what it shows. */
async function heightsFollow(page, frames) {
  for (const [index, frame] of frames.entries()) {
    const iframe = page.locator('iframe').nth(index);
    // Chromium lays out no frame of another site that is out of sight.
    await iframe.scrollIntoViewIfNeeded();
    let shown;
    let needed;
    for (let tries = 0; tries < 40; tries += 1) {
      shown = await iframe.evaluate((element) => element.clientHeight);
      needed = await frame.evaluate(() => document.documentElement.scrollHeight);
      const content = await frame.evaluate(() => document.body.getBoundingClientRect().height);
      if (shown >= needed && shown - content < 60) break;
      shown = `${shown} for a body of ${content}`;
      await page.waitForTimeout(50);
    }
    assert.equal(typeof shown, 'number', `embed ${index} is ${shown} px high`);
  }
}

test('embed: two on a page of another origin, each as high as it needs', async (stage) => {
  const { page, frames } = await hosted(stage, await stage.context());
  await heightsFollow(page, frames);
  const totals = await Promise.all(frames.map((frame) => frame.getByTestId('verdict-total').innerText()));
  assert.notEqual(totals[0], totals[1], 'each has its own state');
  assert.match(await frames[1].evaluate(() => document.documentElement.lang), /^zh/);
  const before = await page.locator('iframe').first().evaluate((element) => element.clientHeight);
  await page.setViewportSize({ width: 340, height: 800 });
  await heightsFollow(page, frames);
  const after = await page.locator('iframe').first().evaluate((element) => element.clientHeight);
  assert.notEqual(after, before, 'a narrower embed is higher');
});

test('embed: a height that did not come from the embed is not believed', async (stage) => {
  const { page, frames } = await hosted(stage, await stage.context());
  await heightsFollow(page, frames);
  await page.evaluate(() => postMessage({ type: 'traincost:height', v: 1, height: 9999 }, '*'));
  await page.waitForFunction(() => heights.some(({ own }) => own));
  await page.waitForTimeout(100);
  await heightsFollow(page, frames);
  assert.ok((await page.evaluate(() => heights.filter(({ own }) => !own))).every(({ v, height }) => v === 1 && height > 50));
});

test('embed: works where storage is blocked', async (stage) => {
  const context = await stage.contextWithStorage(false);
  const { page, frames } = await hosted(stage, context);
  for (const frame of frames) {
    const blocked = await frame.evaluate(() => {
      try {
        return void localStorage.length;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(blocked, 'SecurityError', 'storage is blocked in this test');
  }
  await heightsFollow(page, frames);
  const full = await stage.open('?n=70B', { context });
  await full.speak('zh-CN');
  assert.match(await full.verdict.innerText(), /\p{Script=Han}/u, 'the full page works without storage as well');
});

test('embed: stores nothing even where it could', async (stage) => {
  const context = await stage.contextWithStorage(true);
  const { page, frames } = await hosted(stage, context);
  await heightsFollow(page, frames);
  const direct = await stage.open('?embed=1&n=70B&lang=zh-CN&theme=dark&cur=cny', { context });
  for (const place of [...frames, direct.page]) {
    const stored = await place.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    assert.deepEqual(stored, { local: 0, session: 0, cookies: '', databases: 0, caches: 0, workers: 0 });
  }
});

test('embed: leads to the full page with the same scenario', async (stage) => {
  const embedded = await stage.open('?embed=1&n=70B&t=2T&b=reserved');
  const total = await embedded.total();
  const link = embedded.part('open-full');
  assert.equal(await link.getAttribute('target'), '_blank');
  const href = await link.evaluate((element) => element.href);
  assert.equal(new URL(href).searchParams.get('embed'), null);
  const full = await stage.open(href.slice(stage.site.url.length));
  assert.equal(await full.total(), total);
  assert.equal(await full.part('ignored').filter({ visible: true }).count(), 0, 'nothing of our own link is ignored');
});

for (const width of [320, 480, 800]) {
  test(`embed: fits ${width} px`, async (stage) => {
    for (const lang of ['en', 'zh-CN']) {
      const calculator = await stage.open(`?embed=1&lang=${lang}`, { viewport: { width, height: 600 } });
      assert.ok((await calculator.overflow()) <= 0, `${lang}: ${await calculator.overflow()} px too wide`);
      assert.ok(await calculator.part('verdict-total').isVisible());
      await calculator.makesSense();
    }
  });
}
