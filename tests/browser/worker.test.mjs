// The worker's manners: parts of answers, what supersedes what, and what is said when it dies.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { sentence } from './texts.mjs';

/** In the page, before anything else: every message to a worker and from it. */
function listen() {
  const Real = Worker;
  globalThis.told = [];
  globalThis.workers = [];
  globalThis.Worker = class extends Real {
    constructor(...names) {
      super(...names);
      // boot.js has one of its own.
      if (names[0].includes('worker-')) workers.push(this);
      this.addEventListener('message', ({ data }) => {
        const [number, place, , more] = String(data).split('\n', 4);
        told.push({ number, place, what: place === undefined ? 'heard' : more ? 'part' : 'whole' });
      });
    }

    postMessage(text) {
      const [number, subject] = String(text).split('\n', 2);
      if (subject) told.push({ number, place: subject, what: 'asked' });
      super.postMessage(text);
    }

    terminate() {
      told.push({ what: 'ended' });
      super.terminate();
    }
  };
}

async function open(stage, query = '', prepare = async () => {}) {
  const page = await stage.page();
  await stage.inject(page, listen);
  await prepare(page);
  const calculator = await stage.open(query, { page });
  await calculator.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/late-/.test(name)));
  return calculator;
}

const unfold = ({ page }, place) => page.evaluate((place) => (document.querySelector(`[data-section="${place}"]`).open = true), place);

/** Until something was told after the first `after`. */
const until = ({ page }, place, what, after = 0) =>
  page.waitForFunction(([place, what, after]) => told.slice(after).some((one) => one.place === place && one.what === what), [place, what, after], {
    timeout: 20_000,
  });

const told = ({ page }) => page.evaluate(() => globalThis.told);

/** The worker's script with more behind it, which throws when it is asked what `dies` matches, so many times in all. */
async function deadly(page, dies) {
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    const more = `addEventListener("message", ({ data }) => { if (${dies}.test(data)) throw new Error("died as told"); });`;
    await route.fulfill({ response, body: `${await response.text()};${more}` });
  });
}

test('worker: drivers come in parts, with progress, and a change supersedes them', async (stage) => {
  const calculator = await open(stage);
  await unfold(calculator, 'drivers');
  await until(calculator, 'drivers', 'whole');
  const all = await told(calculator);
  const { number } = all.find((one) => one.place === 'drivers' && one.what === 'asked');
  const mine = all.filter((one) => one.number === number).map(({ what }) => what);
  assert.deepEqual(mine.slice(0, 3), ['asked', 'heard', 'part']);
  assert.equal(mine.at(-1), 'whole');
  assert.equal(await calculator.page.locator('#drivers progress').count(), 0, 'all is done');
  assert.equal(await calculator.page.locator('#drivers').getAttribute('aria-busy'), null);

  // The long one is dropped for what changes, and comes again; what waited is answered.
  await unfold(calculator, 'solver');
  await until(calculator, 'solver', 'part');
  const before = (await told(calculator)).length;
  await calculator.type('tokens', '3T');
  await until(calculator, 'drivers', 'whole', before);
  await until(calculator, 'solver', 'whole', before);
  const asked = (await told(calculator)).filter(({ place, what }) => place === 'solver' && what === 'asked');
  const wholes = (await told(calculator)).filter(({ place, what }) => place === 'solver' && what === 'whole');
  assert.ok(asked.length > wholes.length, 'the first was given up');
});

test('worker: a figure is explained while long work goes on', async (stage) => {
  const calculator = await open(stage);
  await unfold(calculator, 'solver');
  await until(calculator, 'solver', 'part');
  await calculator.page.locator('#figures button[data-explain="total"]').click();
  await calculator.page.locator('#figures [data-explains="total"] .explanation').waitFor();
  const places = (await told(calculator)).filter(({ what }) => what === 'whole').map(({ place }) => place);
  assert.ok(!places.includes('solver'), 'it need not wait for the solver');
  await until(calculator, 'solver', 'whole');
});

test('worker: what hangs on language alone is not asked again', async (stage) => {
  const calculator = await open(stage);
  for (const place of ['validation', 'chips', 'runs', 'frontier']) {
    await unfold(calculator, place);
    await until(calculator, place, 'whole');
  }
  let before = (await told(calculator)).length;
  await calculator.type('tokens', '3T');
  await until(calculator, 'frontier', 'whole', before);
  const places = async () => new Set((await told(calculator)).slice(before).filter(({ what }) => what === 'asked').map(({ place }) => place));
  for (const place of ['validation', 'chips', 'runs']) assert.ok(!(await places()).has(place), place);
  before = (await told(calculator)).length;
  await calculator.speak('zh-CN');
  for (const place of ['validation', 'chips', 'runs']) await until(calculator, place, 'whole', before);
  assert.ok(!(await places()).has('ranges'), 'they are the same in every language');
});

test('worker: a lever asks again for what reads it alone, itself first', async (stage) => {
  const calculator = await open(stage, '?t=3T');
  const opened = ['drivers', 'frontier', 'rent-or-buy', 'levers'];
  for (const place of opened) {
    await unfold(calculator, place);
    await until(calculator, place, 'whole');
  }
  await calculator.drawn();
  const before = (await told(calculator)).length;
  await calculator.page.locator('#lever-spot').click();
  await until(calculator, 'frontier', 'whole', before);
  const asked = (await told(calculator)).slice(before).filter(({ what }) => what === 'asked');
  // The plan may come by itself meanwhile.
  assert.deepEqual(asked.map(({ place }) => place).filter((place) => place !== 'plan'), ['levers', 'frontier']);
});

test('worker: ranges that come late are not taken for those of what was changed back', async (stage) => {
  const calculator = await open(stage, '', (page) =>
    stage.inject(page, () => {
      Object.defineProperty(Worker.prototype, 'onmessage', {
        set(take) {
          this.addEventListener('message', async (event) => {
            const isLate = globalThis.held && String(event.data).split('\n', 2)[1] === 'ranges';
            if (isLate) await globalThis.held;
            take.call(this, event);
            globalThis.came ||= isLate;
          });
        },
      });
    }),
  );
  const figures = await calculator.figures();
  await calculator.page.evaluate(() => {
    globalThis.held = new Promise((resolve) => (globalThis.release = resolve));
  });
  const before = (await told(calculator)).length;
  await calculator.type('tokens', '30T');
  await until(calculator, 'ranges', 'asked', before);
  await calculator.type('tokens', '14.8T');
  await calculator.page.waitForFunction(() => new URLSearchParams(document.documentElement.dataset.query).get('t') === null);
  await calculator.page.evaluate(() => globalThis.release());
  await calculator.page.waitForFunction(() => globalThis.came);
  assert.deepEqual(await calculator.figures(), figures);
});

test('worker: a new MFU asks again for what reads it, the ranges first', async (stage) => {
  const calculator = await open(stage, '?t=3T');
  for (const place of ['rent-or-buy', 'drivers', 'levers']) {
    await unfold(calculator, place);
    await until(calculator, place, 'whole');
  }
  let before = (await told(calculator)).length;
  await calculator.choose('mfu-from', /computed/);
  // Then nothing of this change waits any more.
  for (const place of ['plan', 'rent-or-buy']) await until(calculator, place, 'whole', before);
  await calculator.drawn();
  before = (await told(calculator)).length;
  await calculator.choose('accelerator', /a100/i);
  await until(calculator, 'plan', 'whole', before);
  await calculator.drawn();
  for (const place of ['rent-or-buy', 'drivers']) await until(calculator, place, 'whole', before);
  const after = (await told(calculator)).slice(before);
  const found = after.findIndex(({ place, what }) => place === 'plan' && what === 'whole');
  const asked = (all) => all.filter(({ what }) => what === 'asked').map(({ place }) => place);
  assert.equal(asked(after)[0], 'plan', 'all else waits for its MFU');
  assert.deepEqual(asked(after.slice(found)).slice(0, 2), ['ranges', 'levers']);
  assert.equal(asked(after).filter((place) => place === 'rent-or-buy').length, 1);
});

test('worker: one that does not hear is ended, and another answers', async (stage) => {
  const calculator = await open(stage, '', (page) =>
    page.route('**/worker-*.js', async (route) => {
      const response = await route.fetch();
      // Deaf for good once it is asked for the frontier of a model of 3T tokens.
      const more = 'addEventListener("message", ({ data }) => { while (/\\nfrontier\\n.*t=3T/s.test(data)); });';
      await route.fulfill({ response, body: `${await response.text()};${more}` });
    }),
  );
  await unfold(calculator, 'frontier');
  await until(calculator, 'frontier', 'whole');
  await calculator.type('tokens', '3T');
  await calculator.page.waitForFunction(() => told.at(-1).what === 'asked' && told.at(-1).place === 'frontier');
  const before = (await told(calculator)).length;
  await calculator.type('tokens', '4T');
  await until(calculator, 'frontier', 'whole', before);
  assert.equal((await told(calculator)).filter(({ what }) => what === 'ended').length, 1);
});

test('worker: one that hears each request only after the next is not ended', async (stage) => {
  const calculator = await open(stage, '', async (page) => {
    // Ten times the patience, for how long a busy machine keeps a worker waiting is not what is tested.
    await stage.inject(page, () => {
      const real = setTimeout;
      globalThis.setTimeout = (call, ms, ...rest) => real(call, ms >= 300 ? 10 * ms : ms, ...rest);
    });
    await page.route('**/worker-*.js', async (route) => {
      const response = await route.fetch();
      // Its answers are held back until the next request, or for a while.
      const late = `{
        const post = self.postMessage.bind(self);
        let held = [];
        let idle;
        const flush = () => held.splice(0).forEach((text) => post(text));
        self.postMessage = (text) => { held.push(text); clearTimeout(idle); idle = setTimeout(flush, 200); };
        addEventListener('message', flush);
      }`;
      await route.fulfill({ response, body: `${late}${await response.text()}` });
    });
  });
  await unfold(calculator, 'frontier');
  await until(calculator, 'frontier', 'whole');
  const before = (await told(calculator)).length;
  await calculator.page.evaluate(async () => {
    const asked = () => told.filter(({ what }) => what === 'asked').length;
    for (const theme of ['dark', 'light', 'dark', 'light', 'dark', 'light', 'dark']) {
      const last = asked();
      document.documentElement.dataset.theme = theme;
      while (asked() === last) await new Promise((done) => setTimeout(done, 10));
    }
  });
  await until(calculator, 'frontier', 'whole', before);
  assert.equal((await told(calculator)).filter(({ what }) => what === 'ended').length, 0);
});

test('worker: one that dies is started again, once and silently', async (stage) => {
  const calculator = await open(stage);
  await unfold(calculator, 'frontier');
  await until(calculator, 'frontier', 'whole');
  const before = (await told(calculator)).length;
  await calculator.page.evaluate(() => {
    const [worker] = workers;
    const post = worker.postMessage;
    // It dies of the next thing that it is asked.
    worker.postMessage = function (text) {
      post.call(this, text);
      this.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
    };
  });
  await calculator.type('tokens', '3T');
  await until(calculator, 'frontier', 'whole', before);
  assert.equal(await calculator.page.evaluate(() => workers.length), 2);
  assert.ok(await calculator.page.locator('#frontier table').count());
});

test('worker: one that dies of the same again says so, and is tried again after a change', async (stage) => {
  stage.allow(/died as told/);
  const calculator = await open(stage, '', (page) => deadly(page, '/\\nfrontier\\n.*t=3T/s'));
  await calculator.type('tokens', '3T');
  const total = await calculator.total();
  await calculator.page.waitForFunction(() => document.documentElement.dataset.query.includes('t=3T'));
  await unfold(calculator, 'frontier');
  const place = calculator.page.locator('#frontier');
  await place.filter({ hasText: 'stopped, or could not be loaded' }).waitFor();
  assert.equal((await told(calculator)).filter(({ what }) => what === 'ended').length, 2, 'it was tried twice');
  assert.equal(await calculator.total(), total, 'the answer stands');
  // Others are answered all the same.
  await unfold(calculator, 'drivers');
  await until(calculator, 'drivers', 'whole');
  await calculator.speak('zh-CN');
  await place.filter({ hasText: '停止了' }).waitFor();
  await calculator.type('tokens', '4T');
  await place.locator('table').waitFor();
});

test('worker: ranges that it dies of are said to be of a rule, until they come', async (stage) => {
  stage.allow(/died as told/);
  const calculator = await open(stage, '', (page) => deadly(page, '/\\nranges\\n.*t=3T/s'));
  const says = calculator.part('no-ranges');
  await calculator.type('tokens', '3T');
  await says.filter({ hasText: sentence('no_ranges') }).waitFor();
  assert.equal(await calculator.page.evaluate(() => document.documentElement.dataset.ranges), 'rule');
  await calculator.speak('zh-CN');
  await says.filter({ hasText: sentence('no_ranges', {}, 'zh-CN') }).waitFor();
  await calculator.type('tokens', '4T');
  await calculator.drawn();
  assert.equal(await says.count(), 0);
});

test('worker: a plan that it dies of leaves no MFU of another model', async (stage) => {
  stage.allow(/died as told/);
  const calculator = await open(stage, '?mf=computed', (page) => deadly(page, '/\\nplan\\n.*t=3T/s'));
  const { page } = calculator;
  await page.waitForFunction(() => document.documentElement.dataset.mfu);
  await calculator.type('tokens', '3T');
  await page.waitForFunction(() => document.documentElement.dataset.mfu === '');
  const usual = await stage.open('?t=3T');
  const figures = await usual.figures();
  await page.waitForFunction((total) => document.querySelector('[data-testid=figure-total]').textContent.trim() === total, figures['figure-total']);
  assert.equal((await calculator.figures())['figure-mfu'], figures['figure-mfu']);
});
