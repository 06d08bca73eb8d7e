// Explanations: every figure opens its formula and closes it again, down to a source that can be followed.
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const HAN = /\p{Script=Han}/u;
/** From the total to the peak of a chip: what one clicks on the way. */
const WALK = ['compute', 'rent', 'rent-final', 'final-hours', 'rate'];
/** What an explanation in English says of where a number is from, and of itself. */
const ENGLISH = /^(you|the preset.*|the best plan found|convention|does not apply here|calculated: open it|unknown|unverified|report|[\d.]+ years old)$/;

/** The place that a button has opened, once its explanation stands there. */
async function opened(button) {
  await button.locator('xpath=self::*[@aria-expanded="true"]').waitFor();
  const place = button.page().locator(`#${await button.getAttribute('aria-controls')}`);
  await place.locator('.explanation').first().waitFor({ timeout: 15_000 });
  return place;
}

/** Opens what a button explains, by mouse. */
async function open(button) {
  await button.click();
  return opened(button);
}

/** The button of a figure in an explanation itself, not in one that is open inside. */
const within = (place, id) => place.locator(`:scope > .explanation > .table-holder > table > tbody > tr > th > button[data-explain="${id}"]`);
/** The dd's of a formula in words, symbols and numbers. */
const formula = (place) => place.locator(':scope > .explanation > dl.formula > dd').allInnerTexts();
/** The tile's total, the first figure below the verdict. */
const total = (calculator) => calculator.part('figure-total').locator('button[data-explain="total"]');

/** Opens the total and, one in another, what stands on the way to the peak; the last place. */
async function walk(calculator) {
  let place = await open(total(calculator));
  for (const id of WALK) place = await open(within(place, id));
  return place;
}

/** Offline: the service worker has everything, and the network is gone. */
async function offline({ page }) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.waitForFunction(async () => (await caches.keys()).length > 0);
  await page.context().setOffline(true);
}

const mouse = (button) => button.click();
const enter = (button) => button.press('Enter');

for (const [how, choice, opens, closes] of [
  ['by mouse, and closes by Enter, rented', /^on-demand$/, mouse, enter],
  ['by Enter, and closes by mouse, owned', /^own$/, enter, mouse],
]) {
  test(`explain: every figure opens ${how}`, async (stage) => {
    const calculator = await stage.open();
    await calculator.choose('basis', choice);
    const buttons = calculator.page.locator('#verdict button[data-explain]:visible, #results button[data-explain]:visible');
    const count = await buttons.count();
    assert.ok(count > 30, `${count} figures can be asked`);
    for (let index = 0; index < count; index += 1) {
      const button = buttons.nth(index);
      await opens(button);
      await opened(button);
      const { id, isSeen, said, isUnder } = await button.evaluate((one) => {
        const place = document.getElementById(one.getAttribute('aria-controls'));
        const row = one.closest('tr');
        return {
          id: one.dataset.explain,
          isSeen: place.checkVisibility(),
          said: [...place.querySelectorAll(':scope > .explanation > dl.formula > dd')].map((dd) => dd.innerText),
          isUnder: row ? place.parentElement === row.nextElementSibling : place.parentElement.contains(one),
        };
      });
      assert.ok(isSeen, `${id} is seen`);
      assert.ok(said.length === 3 && said.every((text) => / = ./.test(text)), `${id}: ${said.join(' | ')}`);
      assert.ok(isUnder, `${id} opens right under its figure`);
      await closes(button);
      const closed = await button.evaluate((one) => {
        const place = document.getElementById(one.getAttribute('aria-controls'));
        return { expanded: one.getAttribute('aria-expanded'), isSeen: place.checkVisibility(), text: place.textContent };
      });
      assert.deepEqual(closed, { expanded: 'false', isSeen: false, text: '' }, `${id} is closed`);
    }
    assert.equal(await calculator.page.locator('.explanation').count(), 0, 'nothing stays open');
  });
}

test('explain: all of them open at once make sense and widen nothing', async (stage) => {
  const calculator = await stage.open();
  // Numbered first, for what opens has buttons as well.
  const count = await calculator.page.evaluate(() => {
    const all = [...document.querySelectorAll('#results button[data-explain]')];
    all.forEach((one, index) => (one.dataset.test = `${index}`));
    return all.length;
  });
  for (let index = 0; index < count; index += 1) await open(calculator.page.locator(`button[data-test="${index}"]`));
  assert.equal(await calculator.page.locator('.explanation').count(), count);
  await calculator.makesSense();
  assert.ok((await calculator.overflow()) <= 0, 'nothing is wider than the page');
});

test('explain: from the total to a source, by clicks', async (stage) => {
  const calculator = await stage.open();
  const place = await walk(calculator);
  const source = place.locator('tr:not(.explains) a[href^="https://"]').first();
  assert.ok(await source.isVisible());
  assert.ok((await source.innerText()).length > 10, 'the source has a name');
  assert.match(await source.getAttribute('rel'), /noopener/);
  const peak = source.locator('xpath=ancestor::tr[1]');
  assert.match(await peak.innerText(), /FLOP\/s/, 'the peak of the chip');
  assert.match(await peak.innerText(), /\b20\d\d/, 'with its date');
  assert.equal(await calculator.page.locator('.explanation').count(), WALK.length + 1, 'the way there stays open');
  await calculator.makesSense();
});

test('explain: the same in Chinese, with no English sentence left', async (stage) => {
  const calculator = await stage.open('?lang=zh-CN');
  const place = await walk(calculator);
  assert.ok(await place.locator('a[href^="https://"]').first().isVisible());
  const said = await calculator.page.locator('.explanation').first().evaluate((explanation, english) => {
    const copy = explanation.cloneNode(true);
    // Sources are cited as they are called.
    const cited = (text) => !new RegExp(english).test(text) && /[a-z]/i.test(text);
    for (const one of copy.querySelectorAll('td:last-child > a, details.report pre')) one.remove();
    for (const one of copy.querySelectorAll('td:last-child > span:first-child')) if (cited(one.textContent)) one.remove();
    return [...copy.querySelectorAll('th, td, dt, dd, p, li, h4, summary, button, span')]
      .filter((one) => one.children.length === 0)
      .map((one) => one.textContent.trim())
      .filter(Boolean);
  }, ENGLISH.source);
  assert.ok(said.length > 50 && said.some((text) => HAN.test(text)));
  const left = said.filter((text) => ENGLISH.test(text) || /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text));
  assert.deepEqual(left, []);
  await calculator.makesSense();
});

test('explain: three clicks from the first screen say why the total is what it is', async (stage) => {
  const calculator = await stage.open();
  const seen = await total(calculator).evaluate((button) => {
    const { top, bottom } = button.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(seen, 'the total that can be asked stands on the first screen');
  let place = await open(total(calculator));
  for (const id of ['compute', 'rent']) place = await open(within(place, id));
  const [words] = await formula(place);
  assert.match(words, /rent of the final run/);
  const first = calculator.page.locator('.explanation').first();
  assert.match(await first.innerText(), /What widens it most/);
});

test('explain: an open explanation follows what is changed', async (stage) => {
  const calculator = await stage.open();
  const place = await open(total(calculator));
  const before = (await formula(place))[2];
  await calculator.type('tokens', '1T');
  await calculator.page.waitForFunction(
    ([id, text]) => {
      const now = document.querySelector(`#${id} dl.formula > dd:last-of-type`)?.innerText;
      return now && now !== text;
    },
    [await place.getAttribute('id'), before],
  );
  assert.equal(await total(calculator).getAttribute('aria-expanded'), 'true');
  // The same as one that is opened now.
  const row = calculator.part('breakdown').locator('button[data-explain="total"]');
  assert.deepEqual(await formula(place), await formula(await open(row)));
});

test('explain: what is open inside another stays open when something changes', async (stage) => {
  const calculator = await stage.open();
  const place = await open(total(calculator));
  const compute = await open(within(place, 'compute'));
  const before = (await formula(compute))[2];
  await calculator.type('tokens', '1T');
  const now = place.locator('td[data-explains="compute"] > .explanation > dl.formula > dd').last();
  await now.filter({ hasNotText: before }).waitFor({ timeout: 5000 });
  assert.equal(await within(place, 'compute').getAttribute('aria-expanded'), 'true');
});

test('explain: switching the language translates what is open, and more can be opened', async (stage) => {
  const calculator = await stage.open();
  const place = await open(total(calculator));
  await calculator.speak('zh-CN');
  await place.locator('dt', { hasText: HAN }).first().waitFor();
  const compute = await open(within(place, 'compute'));
  assert.match((await formula(compute))[0], HAN);
  const days = await open(calculator.part('figure-days').locator('strong > button[data-explain]'));
  assert.match((await formula(days))[0], HAN);
  await total(calculator).click();
  assert.ok(!(await place.isVisible()));
  await calculator.speak('en');
  await days.locator('dt', { hasText: 'In words' }).waitFor();
  assert.doesNotMatch((await formula(await open(total(calculator))))[0], HAN);
});

test('explain: in the language of the browser and the currency that is chosen', async (stage) => {
  const calculator = await stage.open('', { locale: 'zh-CN' });
  const place = await open(total(calculator));
  assert.match((await formula(place))[0], HAN, 'no link and no choice names the language');
  await calculator.part('currency-cny').click();
  await place.locator('dl.formula > dd', { hasText: /\d[万亿]*元/ }).first().waitFor();
  const before = (await formula(place))[2];
  await calculator.type('fx', '14');
  await place.locator('dl.formula > dd').last().filter({ hasNotText: before }).waitFor();
  assert.match((await formula(place))[2], /\d[万亿]*元/);
});

test('explain: one that is asked again and again ends as it was left', async (stage) => {
  const calculator = await stage.open();
  const button = total(calculator);
  // An odd number of clicks, none of which waits for an answer, leaves it open.
  for (let clicks = 0; clicks < 7; clicks += 1) await button.click({ noWaitAfter: true });
  const place = await opened(button);
  await button.click();
  // The worker answers requests in their order.
  await open(calculator.part('figure-days').locator('strong > button[data-explain]'));
  await calculator.part('figure-days').locator('strong > button[data-explain]').click();
  assert.ok(!(await place.isVisible()));
  assert.equal(await calculator.page.locator('.explanation').filter({ visible: true }).count(), 0);
});

test('explain: a row opens under itself though an explanation above holds the same figure', async (stage) => {
  const calculator = await stage.open();
  const bill = calculator.part('breakdown');
  const head = await open(bill.locator('tr.head button[data-explain="compute"]'));
  // The head is made of the storage, which is a line of its own below.
  assert.equal(await within(head, 'storage').count(), 1);
  const button = bill.locator(':scope > tbody > tr.line > td > button[data-explain="storage"]');
  const place = await open(button);
  assert.ok(await button.evaluate((one) => one.closest('tr').nextElementSibling.firstElementChild.id === one.getAttribute('aria-controls')));
  assert.ok(await place.isVisible());
  assert.equal(await within(head, 'storage').getAttribute('aria-expanded'), 'false', 'the one inside the head is another');
});

test('explain: what is inside opens under its own row, two levels deep', async (stage) => {
  const calculator = await stage.open();
  const place = await open(total(calculator));
  for (let level = 0; level < 2; level += 1) {
    await calculator.unfold();
    const closed = place.locator('button[data-explain][aria-expanded="false"]');
    const ids = await closed.evaluateAll((all) => all.map((one, index) => ((one.dataset.test = `${index}`), index)));
    for (const index of ids) {
      const button = place.locator(`button[data-test="${index}"]`);
      await open(button);
      const right = await button.evaluate((one) => one.closest('tr').nextElementSibling.firstElementChild.id === one.getAttribute('aria-controls'));
      assert.ok(right, `${await button.getAttribute('data-explain')} opens under its own row`);
    }
    await place.evaluate((all) => all.querySelectorAll('[data-test]').forEach((one) => delete one.dataset.test));
  }
});

for (const [lang, query] of [['en', '?t=9T'], ['zh-CN', '?t=9T&lang=zh-CN']]) {
  test(`explain: a wrong number can be reported with all that is needed, ${lang}`, async (stage) => {
    const calculator = await stage.open(query);
    const place = await open(calculator.part('breakdown').locator('tr.line button[data-explain="rent-final"]'));
    const row = place.locator('tr', { has: calculator.page.locator('details.report') }).first();
    const [name, value] = [await row.locator('th > :first-child').innerText(), await row.locator('td').first().innerText()];
    const cited = await row.locator('td').last().locator('a, span').first().innerText();
    const report = row.locator('details.report');
    await report.locator('summary').click();
    const text = await report.locator('pre').innerText();
    for (const part of [name, value, cited]) assert.ok(text.includes(part), `${part} in ${text}`);
    const link = text.match(/\?\S+/)?.[0];
    assert.ok(link, `a link in ${text}`);
    const other = await stage.open(link);
    assert.deepEqual(await other.figures(), await calculator.figures(), 'the link opens the same scenario');
    assert.equal(await other.part('ignored').filter({ visible: true }).count(), 0);
  });
}

for (const [lang, query, starts] of [['en', '', /^\d+% of it is .+; \d+% .+\.$/], ['zh-CN', '?lang=zh-CN', /^其中 \d+% 是.+；\d+% 是.+。$/]]) {
  test(`explain: it begins with why, and folds away what is nothing, ${lang}`, async (stage) => {
    const calculator = await stage.open(query);
    const place = await open(total(calculator));
    assert.match(await place.locator('.explanation > :first-child').innerText(), starts);
    const fold = place.locator('details.nothing');
    assert.equal(await fold.locator('tbody').isVisible(), false, 'closed at first');
    await fold.locator('summary').click();
    const rows = fold.locator('tbody > tr:not(.explains)');
    const count = await rows.count();
    assert.match(await fold.locator('summary').innerText(), new RegExp(`${count}`));
    for (const value of await rows.locator('td:nth-child(2)').allInnerTexts()) assert.match(value, /(^|\D)0\D*$/);
    assert.ok(!/[+=] \S*\b0( |$)/.test((await formula(place))[2]), 'nor is it in the formula');
  });

  test(`explain: nothing has to be moved sideways on a phone, ${lang}`, async (stage) => {
    const calculator = await stage.open(query, { viewport: { width: 360, height: 740 } });
    await walk(calculator);
    await open(calculator.part('breakdown').locator('tr.line button[data-explain="rent-final"]'));
    await calculator.unfold();
    assert.ok((await calculator.overflow()) <= 0, 'nothing is wider than the page');
    const wide = await calculator.page.evaluate(() =>
      [...document.querySelectorAll('.explanation, .explanation *')]
        .filter((one) => one.getClientRects().length > 0)
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
        .concat([...document.querySelectorAll('.explanation :is(td, dd, p)')].filter((one) => one.getBoundingClientRect().right > innerWidth))
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(wide, []);
    const label = await calculator.page.locator('.explanation td[data-label]').first().evaluate((cell) => getComputedStyle(cell, '::before').content);
    assert.ok(label.length > 3, 'each cell says which it is');
  });
}

test('explain: each datum has a quiet way to report it, and its text can be copied', async (stage) => {
  await stage.alone('clipboard');
  const calculator = await stage.open('?t=9T');
  await calculator.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const place = await open(calculator.part('breakdown').locator('tr.line button[data-explain="rent-final"]'));
  const cited = place.locator('tr', { has: calculator.page.locator('a[href^="https://"]') });
  assert.equal(await place.locator('details.report').count(), await cited.count());
  const report = place.locator('details.report').first();
  assert.match(await report.locator('summary').innerText(), /^\w+$/);
  assert.match(await report.locator('summary').getAttribute('aria-label'), /^Report a wrong number: ./);
  assert.equal(await report.locator('pre').isVisible(), false);
  await report.locator('summary').click();
  await report.locator('button.copy').click();
  await report.locator('button.copy', { hasText: '✓' }).waitFor();
  const text = await calculator.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(text, await report.locator('pre').textContent());
});

test('explain: how ranges come about is said once', async (stage) => {
  const calculator = await stage.open();
  await walk(calculator);
  assert.equal(await calculator.page.getByText('How ranges are computed').filter({ visible: true }).locator('xpath=self::p[contains(@class,"method")]').count(), 1);
});

test('explain: an MFU from a plan says how it was searched, of what, and what was found', async (stage) => {
  const calculator = await stage.open('?v=1&mf=computed');
  await calculator.page.waitForFunction(() => document.documentElement.dataset.mfu);
  await calculator.settled();
  const place = await open(calculator.part('figure-mfu').locator('button[data-explain="mfu"]'));
  const said = place.locator('dl.search');
  await said.waitFor();
  assert.match(await place.innerText(), /exhaustive.*\bno random seed/s);
  const [inputs, result, size] = await said.locator('dd').allInnerTexts();
  assert.match(inputs, /\d+ layers.*[\d,]+ ×.*tokens per step/);
  assert.match(result, /[\d,]+ × .+ as .+/);
  const plan = calculator.page.locator('#plan');
  await plan.scrollIntoViewIfNeeded();
  const text = await plan.innerText();
  assert.ok(text.includes(result) && text.includes(size), 'the same as the found plan says of itself');
});

test('explain: what is open survives when lines come and go, and so does the focus', async (stage) => {
  const calculator = await stage.open();
  const bill = calculator.part('breakdown');
  const row = bill.locator('tr.total > td > button[data-explain="total"]');
  const tile = await open(total(calculator));
  const compute = await open(within(await open(row), 'compute'));
  await compute.evaluate((one) => (one.dataset.test = 'old'));
  await row.focus();
  // Without a click or a focus elsewhere: as when a found MFU comes.
  const before = await bill.locator('tbody > tr.line').count();
  await calculator.page.getByTestId('select-basis').evaluate((select) => {
    select.value = [...select.options].find(({ label, value }) => /^own$/.test(value) || /^own$/.test(label)).value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await calculator.settled();
  assert.notEqual(await bill.locator(':scope > tbody > tr.line').count(), before, 'the table was written anew');
  assert.equal(await row.getAttribute('aria-expanded'), 'true');
  assert.equal(await total(calculator).getAttribute('aria-expanded'), 'true');
  assert.ok(await tile.locator('.explanation').first().isVisible());
  assert.equal(await row.evaluate((one) => document.activeElement === one), true, 'the focus stays');
  // And what it says is of today, also inside.
  const place = calculator.page.locator(`#${await row.getAttribute('aria-controls')}`);
  await place.locator(':scope > .explanation > .why').filter({ hasText: 'hardware' }).waitFor();
  const inside = within(place, 'hardware');
  await open(inside);
  await row.click();
  assert.ok(!(await place.isVisible()));
});

test('explain: the first press shows at once that something happens', async (stage) => {
  const page = await stage.page();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/worker-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const calculator = await stage.open('', { page });
  await calculator.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/late-/.test(name)));
  const button = total(calculator);
  await button.press('Enter');
  const place = calculator.page.locator('#figures [data-explains="total"]');
  await calculator.page.locator('#figures [data-explains="total"][aria-busy="true"]').waitFor();
  assert.equal(await place.innerText(), '…');
  release();
  await opened(button);
  assert.equal(await place.getAttribute('aria-busy'), null);
  assert.equal(await button.evaluate((one) => document.activeElement === one), true, 'the focus stays on the button');
});

for (const what of ['worker-*.js', 'worker-*.wasm']) {
  test(`explain: without ${what} it says so, and asks again when pressed again`, async (stage) => {
    stage.allow(/worker-/);
    const page = await stage.page();
    await page.route(`**/${what}`, (route) => route.abort());
    const calculator = await stage.open('', { page });
    await calculator.page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/late-/.test(name)));
    const button = total(calculator);
    await button.click();
    const place = calculator.page.locator('#figures [data-explains="total"]');
    await place.filter({ hasText: 'could not be loaded' }).waitFor();
    await page.unroute(`**/${what}`);
    await button.click();
    await button.click();
    await place.locator('.explanation').waitFor();
  });
}

test('explain: the address in a report is whole', async (stage) => {
  const calculator = await stage.open('?t=9T');
  const place = await open(calculator.part('breakdown').locator('tr.line button[data-explain="rent-final"]'));
  const text = await place.locator('details.report pre').first().textContent();
  assert.ok(text.includes(stage.site.origin), `whoever gets it knows which page is meant: ${text}`);
});

test('explain: offline too', async (stage) => {
  const calculator = await stage.open('', { context: await stage.context() });
  await offline(calculator);
  await calculator.page.reload();
  await calculator.ready();
  // The page's part of the worker comes after all else.
  await calculator.page.waitForFunction(() => document.querySelector('#plan')?.textContent.length > 100, null, { timeout: 20_000 });
  const place = await walk(calculator);
  assert.ok(await place.locator('a[href^="https://"]').first().isVisible());
});

test('explain: a click before the explanations have come is not lost for good', async (stage) => {
  stage.allow(/late-/);
  const page = await stage.page();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/late-*', async (route) => {
    await held;
    await route.continue();
  });
  const calculator = await stage.open('', { page });
  await total(calculator).click();
  assert.equal(await calculator.page.locator('.explanation').count(), 0);
  const asked = page.waitForEvent('response', (response) => response.url().includes('/worker-'));
  release();
  await calculator.page.locator('#plan').scrollIntoViewIfNeeded();
  await asked;
  if ((await total(calculator).getAttribute('aria-expanded')) !== 'true') await total(calculator).click();
  await opened(total(calculator));
});

test('explain: an embed offers no figure to ask that never answers', async (stage) => {
  const calculator = await stage.open('?embed=1');
  const buttons = calculator.page.locator('button[data-explain]').filter({ visible: true });
  if ((await buttons.count()) === 0) return;
  await open(buttons.first());
});

test('explain: a click before its script has come is not lost', async (stage) => {
  const page = await stage.page();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/late-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(stage.site.url);
  await page.locator('#verdict button[data-explain]').first().click();
  release();
  await page.locator('.explanation').first().waitFor({ timeout: 15_000 });
  assert.equal(await page.locator('.explanation').count(), 1);
});

test('explain: what explains a figure that is no longer shown goes with it', async (stage) => {
  const calculator = await stage.open();
  const button = calculator.page.locator('#figures button[data-explain="households"]');
  await button.click();
  const place = calculator.page.locator('#figures [data-explains="households"]');
  await place.locator('.explanation').waitFor();
  await calculator.type('tokens', '1M');
  await place.waitFor({ state: 'hidden' });
  await calculator.type('tokens', '3T');
  await button.waitFor();
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
});
