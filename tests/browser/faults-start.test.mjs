// Faults of start-up and of loading the worker. Each ends in a working page or in a sentence about what happened, and no link shows the figures
// of another project.
import assert from 'node:assert/strict';
import { Calculator } from './calculator.mjs';
import { test } from './harness.mjs';
import { sentence, template } from './texts.mjs';

/** A link of another project than the default one, DeepSeek-V3. */
const LINK = '?v=1&p=gpt-3&t=1T';
const WASM = '**/traincost-*_bg.wasm';
const BOOT = '**/boot-*.js';
const STYLE = '**/style-*.css';
/** The scripts that come after the page: aside.js in builds before December 2026. */
const LATE = '**/{late,aside}-*.js';

/** Messages of the browser on a file that does not come, and the page's own in the console. */
const REPORTED = /Failed to load|Failed to fetch|net::ERR|WebAssembly|wasm|integrity|dynamically imported|blocked|CORS|404|sandbox|Sandbox/;

// On builds of before, a test has to fail by its fault: what they did right is asserted by what all builds have, and first.

/** Waits until the page reports a failure. */
const fails = (page) => page.locator('#failed').filter({ visible: true }).waitFor({ timeout: 6000 });

/** Waits until a sentence of the page is seen. */
const says = (page, name, lang = 'en') => page.getByText(sentence(name, {}, lang)).filter({ visible: true }).first().waitFor({ timeout: 6000 });

/** The totals that a reader sees before the calculator runs. */
const totals = (page) => page.getByTestId('verdict-total').filter({ visible: true }).count();

/** The number of documents that a page has opened since; `reach` waits until it has opened so many. */
function documentsOf(page) {
  const seen = { count: 0 };
  let look = () => {};
  page.on('request', (request) => {
    seen.count += request.isNavigationRequest() && request.frame() === page.mainFrame();
    look();
  });
  seen.reach = (count) => new Promise((resolve) => {
    look = () => seen.count >= count && resolve();
    look();
  });
  return seen;
}

/** Answers a file in a page by `fault`. */
async function opened(stage, query, file, fault) {
  stage.allow(REPORTED);
  const page = await stage.page();
  await page.route(file, fault);
  const documents = documentsOf(page);
  await page.goto(stage.site.url + query);
  return { page, documents };
}

/** Holds back the files of a pattern, or those asked for `when` it is true, until the returned function is called; then they get their `answer`. */
async function held(page, file, when = () => true, answer = (route) => route.continue()) {
  let release;
  const until = new Promise((resolve) => (release = resolve));
  await page.route(file, async (route) => {
    if (when()) await until;
    await Promise.resolve(answer(route)).catch(() => {});
  });
  return release;
}

/** The file as it is, with its body changed. */
const changed = (change) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};
const missing = (route) => route.fulfill({ status: 404, body: 'not here' });
const html = (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Our site</title>' });

for (const [fault, answer] of [
  ['is missing', missing],
  ['is cut short', changed((body) => body.subarray(0, body.length / 2))],
  ['is empty', changed(() => Buffer.alloc(0))],
  ['is damaged', changed((body) => body.map((byte, index) => (index % 1000 === 999 ? byte ^ 255 : byte)))],
  ['is a page of HTML', html],
]) {
  test(`start: a wasm that ${fault} is a fault of the host, and the link shows no other project`, async (stage) => {
    const { page, documents } = await opened(stage, LINK, WASM, answer);
    await fails(page);
    assert.equal(await totals(page), 0);
    await says(page, 'incomplete');
    await says(page, 'pending');
    assert.equal(documents.count, 2, 'it was loaded once more, and no oftener');
  });
}

test('start: a glue script that is missing is a fault of the host', async (stage) => {
  const { page } = await opened(stage, '', '**/traincost-*.js', missing);
  await fails(page);
  assert.match(await page.locator('body').innerText(), /default project/);
  await says(page, 'incomplete');
  await says(page, 'default_figures');
});

test('start: a host that does not answer is told from one that lacks a file', async (stage) => {
  const { page, documents } = await opened(stage, LINK, /\.wasm$|sw\.js$/, (route) => route.abort());
  await fails(page);
  assert.equal(await totals(page), 0);
  await says(page, 'unreachable');
  assert.equal(documents.count, 1, 'nothing is to be gained by loading again');
});

test('start: a browser that forbids WebAssembly is not taken for a host that lacks a file', async (stage) => {
  stage.allow(REPORTED);
  const policy = { 'content-security-policy': "default-src 'self'" };
  const site = await stage.serve(stage.dist, { change: (_, [status, headers, body]) => [status, { ...headers, ...policy }, body] });
  const page = await stage.page();
  await page.goto(site.url);
  await page.locator('#failed [data-why=unsupported]').waitFor();
});

test('start: a wasm of another type runs all the same', async (stage) => {
  const page = await stage.page();
  await page.route(WASM, async (route) => route.fulfill({ response: await route.fetch(), contentType: 'application/octet-stream' }));
  await stage.open(LINK, { page });
});

test('start: without TransformStream the page runs without progress', async (stage) => {
  const page = await stage.page();
  await stage.inject(page, () => delete globalThis.TransformStream);
  await stage.open(LINK, { page });
});

for (const query of [LINK, `${LINK}&embed=1&lang=zh-CN`]) {
  test(`start: while the wasm is on its way, ${query} shows no other project`, async (stage) => {
    const page = await stage.page();
    const release = await held(page, WASM);
    await page.goto(stage.site.url + query);
    assert.equal(await totals(page), 0);
    await says(page, 'pending', query.includes('zh-CN') ? 'zh-CN' : 'en');
    release();
    const calculator = new Calculator(page);
    await calculator.ready();
    assert.match(await calculator.verdict.innerText(), /GPT-3|175B|1750/);
    assert.ok(!(await page.locator('#pending').isVisible()));
  });
}

test('start: a link of language, theme and embedding alone shows the served verdict at once', async (stage) => {
  const page = await stage.page();
  const release = await held(page, WASM);
  await page.goto(`${stage.site.url}?embed=1&lang=zh-CN&theme=dark`);
  assert.equal(await totals(page), 1);
  release();
  await new Calculator(page).ready();
});

/** A page that waits for a third of a second where it should wait for twenty. */
async function hurried(stage) {
  const page = await stage.page();
  await stage.inject(page, () => {
    const real = setTimeout;
    globalThis.setTimeout = (run, delay, ...rest) => real(run, delay === 20_000 ? 333 : delay, ...rest);
  });
  return page;
}

test('start: a wasm that hangs is reported, and the page goes on when it comes', async (stage) => {
  const page = await hurried(stage);
  const release = await held(page, WASM);
  await page.goto(stage.site.url + LINK);
  await says(page, 'stalled');
  assert.equal(await totals(page), 0);
  release();
  await new Calculator(page).ready();
  assert.ok(!(await page.locator('#loader, #failed').filter({ visible: true }).count()));
});

test('start: without boot.js the page says that it does not run, and whose figures it shows', async (stage) => {
  const { page } = await opened(stage, LINK, BOOT, missing);
  for (const lang of ['en', 'zh-CN', 'zh-TW']) await says(page, 'not_started', lang);
});

test('start: a document that was cut short says so, and whose figures it shows', async (stage) => {
  const { page, documents } = await opened(stage, LINK, (url) => url.pathname === '/', changed((body) => body.subarray(0, body.indexOf('id="loader"'))));
  // The sentence stands in both documents.
  await documents.reach(2);
  await says(page, 'not_started');
  assert.equal(documents.count, 2, 'it was loaded once more, and no oftener');
});

test('start: a stylesheet that fails late, time after time, loads nothing again', async (stage) => {
  stage.allow(REPORTED);
  const page = await stage.page();
  const documents = documentsOf(page);
  const release = await held(page, STYLE, () => true, missing);
  await page.goto(stage.site.url, { waitUntil: 'commit' });
  // Without its style the page has no frames in which Playwright would look at it.
  await page.waitForFunction(() => document.documentElement.dataset.ready === '1', null, { polling: 50 });
  release();
  await says(page, 'unstyled');
  await new Calculator(page).settled();
  assert.equal(documents.count, 1);
});

test('start: without scripts the page says that it does not run, and whose figures it shows', async (stage) => {
  const page = await stage.page({ context: await stage.context({ javaScriptEnabled: false }) });
  await page.goto(stage.site.url + LINK);
  assert.match(await page.locator('body').innerText(), /default project.*默认项目/s);
});

test('start: a page without its stylesheet says so, in one language, and computes', async (stage) => {
  stage.allow(REPORTED);
  const page = await stage.page();
  await page.route(STYLE, missing);
  const documents = documentsOf(page);
  // When the page loads again, its wasm takes long.
  const release = await held(page, WASM, () => documents.count === 2);
  await page.goto(stage.site.url + LINK);
  await says(page, 'unstyled');
  await page.waitForFunction(() => performance.getEntriesByType('navigation')[0].type === 'reload');
  await says(page, 'unstyled');
  assert.equal(await totals(page), 0);
  assert.ok(!/\p{Script=Han}/u.test(await page.locator('body').innerText()), 'one language');
  release();
  const calculator = new Calculator(page);
  await calculator.ready();
  assert.match(await calculator.verdict.innerText(), /GPT-3|175B/);
  await says(page, 'unstyled');
  assert.equal(documents.count, 2, 'it was loaded once more, and no oftener');
});

test('start: opened from a file, the page says so in one language', async (stage) => {
  stage.allow(/./);
  const page = await stage.page({ context: await stage.context() });
  await page.goto(`file://${stage.dist}/index.html`);
  await page.locator('#failed [data-why=file]').waitFor();
  assert.ok(!/\p{Script=Han}/u.test(await page.locator('body').innerText()), 'one language');
});

test('start: a Chinese link whose wasm fails has a Chinese title', async (stage) => {
  const { page } = await opened(stage, '?lang=zh-TW', WASM, (route) => route.abort());
  await page.locator('#failed').waitFor();
  assert.equal(await page.title(), template('title', 'zh-TW'));
});

test('start: without Intl.DisplayNames countries go by their codes', async (stage) => {
  const page = await stage.page();
  await stage.inject(page, () => delete Intl.DisplayNames);
  const calculator = await stage.open('', { page });
  const labels = await calculator.page.locator('select option[value="IS"]').allTextContents();
  assert.ok(labels.length && labels.every((label) => label === 'IS'), `${labels}`);
});

test('start: an error of our own scripts before the page is complete is reported', async (stage) => {
  stage.allow(/refused as told|panicked|unreachable/);
  const page = await stage.page();
  await stage.inject(page, () => {
    const real = document.getElementById;
    document.getElementById = (id) => {
      if (id === 'results') throw new Error('refused as told');
      return real.call(document, id);
    };
  });
  await page.goto(stage.site.url + LINK);
  await fails(page);
  assert.doesNotMatch(await page.locator('#verdict').innerText(), /DeepSeek/);
});

// Frames and policies

/** A host page with the calculator in a frame, which may do what `sandbox` lists; `headers` are those of the calculator's host. */
async function framed(stage, sandbox, headers = {}) {
  stage.allow(REPORTED);
  const site = await stage.serve(stage.dist, { change: (_, [status, own, body]) => [status, { ...own, ...headers }, body] });
  const page = `<!doctype html><link rel="icon" href="data:,"><title>A blog</title><iframe sandbox="${sandbox}" width="900" height="600" src="${site.url}${LINK}&embed=1&lang=en"></iframe>`;
  const host = await stage.serve(null, { pages: { '/': page } });
  const outer = await stage.page();
  await outer.goto(host.url.replace('127.0.0.1', 'localhost'));
  return (await outer.locator('iframe').elementHandle()).contentFrame();
}

const isStyled = (page) => page.locator('.site-header').evaluate((header) => getComputedStyle(header).display === 'flex');

test('start: a sandboxed frame says that it is one, with the style and without another project', async (stage) => {
  const frame = await framed(stage, 'allow-scripts');
  await says(frame, 'sandbox');
  await says(frame, 'pending');
  assert.equal(await totals(frame), 0);
  assert.ok(await isStyled(frame), 'the style is there');
  const alone = new URL(await frame.locator('#failed a:visible').evaluate((link) => link.href));
  assert.equal(alone.searchParams.get('p'), 'gpt-3');
});

test('start: a sandboxed frame of a host that shares its files runs without workers', async (stage) => {
  const frame = await framed(stage, 'allow-scripts', { 'access-control-allow-origin': '*' });
  await frame.waitForFunction(() => document.documentElement.dataset.ready === '1', null, { timeout: 6000 });
  assert.match(await frame.locator('#verdict').innerText(), /GPT-3|175B/);
  assert.ok(await isStyled(frame), 'the style is there');
  await says(frame, 'no_ranges');
});

test('start: a host that sandboxes the page is told by the page', async (stage) => {
  stage.allow(REPORTED);
  const policy = { 'content-security-policy': 'sandbox allow-scripts' };
  const site = await stage.serve(stage.dist, { change: (_, [status, own, body]) => [status, { ...own, ...policy }, body] });
  const page = await stage.page();
  await page.goto(site.url + LINK);
  await says(page, 'sandbox');
  assert.equal(await totals(page), 0);
});

test('start: a host that demands Trusted Types gets the whole page', async (stage) => {
  const policy = { 'content-security-policy': "require-trusted-types-for 'script'" };
  const site = await stage.serve(stage.dist, { change: (_, [status, own, body]) => [status, { ...own, ...policy }, body] });
  const calculator = await stage.open(LINK, { page: await stage.page(), site });
  assert.match(await calculator.verdict.innerText(), /GPT-3|175B/);
  await calculator.drawn();
  await calculator.page.evaluate(() => (document.querySelector('[data-section="export"]').open = true));
  await calculator.page.locator('#export pre').waitFor();
});

test('start: a host that forbids Trusted Types altogether is told by the page', async (stage) => {
  stage.allow(/./);
  const policy = { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" };
  const site = await stage.serve(stage.dist, { change: (_, [status, own, body]) => [status, { ...own, ...policy }, body] });
  const page = await stage.page();
  await page.goto(site.url + LINK);
  await fails(page);
  assert.doesNotMatch(await page.locator('#verdict').innerText(), /DeepSeek/);
});

test('start: without Worker the page computes, and says which parts are missing', async (stage) => {
  const page = await stage.page();
  await stage.inject(page, () => delete globalThis.Worker);
  const calculator = await stage.open(LINK, { page });
  assert.match(await calculator.verdict.innerText(), /GPT-3|175B/);
  await says(page, 'no_ranges');
  await page.evaluate(() => (document.querySelector('[data-section="export"]').open = true));
  await page.locator('#export').filter({ hasText: sentence('report_lost') }).waitFor();
  // The next change tries again, and is lost again.
  await calculator.type('tokens', '3T');
  await page.locator('#export').filter({ hasText: sentence('report_lost') }).waitFor();
});

test('start: without Worker the methodology keeps its sentence in the place of the formulas', async (stage) => {
  const page = await stage.page();
  await stage.inject(page, () => delete globalThis.Worker);
  await page.goto(`${stage.site.url}method.en.html`);
  await page.locator('#formulas:not([aria-busy])').waitFor({ timeout: 6000 });
  assert.match(await page.locator('#formulas').innerText(), /[a-z]/);
});

// The scripts and the worker that come after the page

for (const [fault, answer] of [['missing', missing], ['a page of HTML', html]]) {
  test(`late: scripts of explanations and reports that are ${fault} are reported, and ranges are those of the rule`, async (stage) => {
    stage.allow(/MIME type/);
    const { page } = await opened(stage, LINK, LATE, answer);
    await new Calculator(page).ready();
    await says(page, 'late_missing');
    await says(page, 'no_ranges');
    await new Calculator(page).type('tokens', '3T');
    await says(page, 'no_ranges');
    assert.ok(await page.locator('#update').evaluate((box) => {
      const { bottom } = box.getBoundingClientRect();
      return bottom <= innerHeight;
    }), 'wherever the reader is');
  });
}

test('late: scripts of explanations and reports that hang are reported until they come', async (stage) => {
  const page = await hurried(stage);
  const release = await held(page, LATE);
  await page.goto(stage.site.url + LINK);
  await new Calculator(page).ready();
  await says(page, 'late_missing');
  release();
  await new Calculator(page).drawn();
  assert.ok(!(await page.locator('#update').isVisible()));
});

for (const file of ['js', 'wasm']) {
  test(`late: a worker without its ${file} is reported in the place of its report`, async (stage) => {
    stage.allow(/404 for/);
    const { page } = await opened(stage, LINK, `**/worker-*.${file}`, missing);
    await new Calculator(page).ready();
    await page.getByTestId('no-ranges').waitFor();
    await new Calculator(page).unfoldAll();
    await page.getByText(/could not be loaded/).filter({ visible: true }).nth(1).waitFor();
  });
}

test('late: a worker that hangs is reported in the place of its report until it comes', async (stage) => {
  const page = await hurried(stage);
  const release = await held(page, '**/worker-*.wasm');
  await page.goto(stage.site.url + LINK);
  await new Calculator(page).ready();
  await new Calculator(page).unfoldAll();
  await says(page, 'report_slow');
  release();
  await page.locator('#export pre').waitFor();
});
