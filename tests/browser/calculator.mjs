// The calculator as a person meets it: fields, selects, figures and charts by their test ids.
import assert from 'node:assert/strict';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** What no text on the page may ever show. */
const NONSENSE = /\bNaN\b|\bundefined\b|\bInfinity\b|\binf\b|\[object/;

export class Calculator {
  constructor(page) {
    this.page = page;
    this.verdict = page.locator('#verdict');
  }

  /** Until wasm has taken over the page. */
  async ready() {
    await this.page.waitForFunction(() => document.documentElement.dataset.ready === '1', null, { timeout: 20_000 });
  }

  part(id) {
    return this.page.getByTestId(id);
  }

  field(name) {
    return this.part(`field-${name}`);
  }

  /** Every group of inputs that stands folded, unfolded; what the worker has to answer stays folded. */
  async unfold() {
    await this.page.evaluate(() => document.querySelectorAll('details:not([data-section])').forEach((details) => (details.open = true)));
  }

  /** Everything unfolded, what the worker answers too. */
  async unfoldAll() {
    await this.page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  }

  /** Shows a control; those of a decision come when its fold is opened. */
  async show(control) {
    await this.unfold();
    if (await control.count()) return;
    await this.unfoldAll();
    await control.waitFor();
  }

  /** Replaces a field's text the way typing or an input method does, with no change of focus afterwards. */
  async type(name, text) {
    const field = this.field(name);
    await this.show(field);
    await field.focus();
    await field.selectText();
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
    await this.settled();
  }

  /** Chooses the first option whose value or label matches; `false` if it was chosen already. */
  async choose(name, pattern) {
    const select = this.part(`select-${name}`);
    await this.show(select);
    const options = await select.locator('option').evaluateAll((all) => all.map(({ value, label, selected }) => ({ value, label, selected })));
    const option = options.find(({ value, label }) => pattern.test(value) || pattern.test(label));
    assert.ok(option, `select-${name} offers nothing like ${pattern}: ${options.map(({ label }) => label).join(', ')}`);
    await select.selectOption(option.value);
    await this.settled();
    return !option.selected;
  }

  /**
   * Enters texts into fields, one after another, from within the page: [field, text] each. Typing them takes twenty times as long, for every look at
   * the page is a round trip. Gives what the page shows after each, and after waiting for neither charts nor sampled ranges.
   */
  async enter(entries) {
    return this.page.evaluate(async ({ entries, nonsense }) => {
      const byId = (id) => document.getElementById(id);
      const isSeen = (element) => element.checkVisibility();
      const texts = (elements) => [...elements].filter(isSeen).map((element) => element.innerText).join(' ').trim();
      const looks = [];
      for (const [name, text] of entries) {
        const field = document.querySelector(`[data-testid="field-${name}"]`);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
        const error = byId(`error-${name}`);
        const described = (field.getAttribute('aria-describedby') ?? '').split(/\s+/);
        looks.push({
          what: `field-${name} with "${text}"`,
          invalid: field.getAttribute('aria-invalid'),
          error: texts([error]),
          isDescribed: described.includes(error.id),
          hint: texts(described.map(byId)),
          placeholder: field.placeholder,
          from: field.closest('.field')?.querySelector('.chip')?.dataset.from,
          isStale: [...document.querySelectorAll('[data-testid=stale]')].some(isSeen),
          figures: [...document.querySelectorAll('[data-testid^=figure-] strong, [data-testid=verdict-total]')].map((figure) => figure.textContent),
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          nonsense: byId('page').textContent.match(new RegExp(nonsense))?.[0],
        });
      }
      return looks;
    }, { entries, nonsense: NONSENSE.source });
  }

  /** Chooses each option of a select in turn, from within the page; gives the figures and what makes no sense of each. */
  async chooseEach(name) {
    await this.show(this.part(`select-${name}`));
    return this.part(`select-${name}`).evaluate(async (select, nonsense) => {
      const looks = [];
      for (const { value, label } of [...select.options].filter((option) => option.value && !option.disabled)) {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
        const figures = [...document.querySelectorAll('[data-testid^=figure-]')].map((figure) => [figure.dataset.testid, figure.querySelector('strong').textContent]);
        const text = document.getElementById('page').textContent + document.getElementById('verdict').textContent;
        looks.push({ value, label, figures: Object.fromEntries(figures), nonsense: text.match(new RegExp(nonsense))?.[0] });
      }
      return looks;
    }, NONSENSE.source);
  }

  /** Brings fields onto the page: for each way of showing some, those that it shows. */
  async *bring(names) {
    const left = new Set(names);
    const ways = [
      () => this.unfold(),
      () => this.choose('basis', /^own$/),
      () => this.part('currency-cny').click(),
      // Those of a decision come with its fold.
      async () => {
        await this.unfoldAll();
        await this.field('frontier-rate').waitFor();
      },
    ];
    for (const way of ways) {
      await way();
      await this.unfold();
      const seen = await this.page.evaluate((names) => names.filter((name) => document.querySelector(`[data-testid="field-${name}"]`)?.checkVisibility()), [...left]);
      for (const name of seen) left.delete(name);
      if (seen.length) yield seen;
    }
    assert.equal(left.size, 0, `these can be brought onto the page: ${[...left]}`);
  }

  /** Switches the language by its button. */
  async speak(lang) {
    await this.page.locator(`[data-testid^="lang-"][lang="${lang}"]`).click();
    await this.settled();
  }

  /** Until effects and animation frames that are under way have run. */
  async settled() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  }

  /** Until the worker has drawn the ranges of what stands now. */
  async drawn() {
    await this.page.waitForFunction(() => document.documentElement.dataset.ranges === 'sampled');
  }

  /** Every figure on the page by its name, as text. */
  async figures() {
    await this.settled();
    await this.drawn();
    const figures = await this.page.evaluate(() => {
      const all = document.querySelectorAll('[data-testid^="figure-"], #verdict [data-testid^="verdict-"]');
      return Object.fromEntries([...all].map((figure) => [figure.dataset.testid, figure.textContent.trim()]));
    });
    assert.ok(figures['figure-total'], 'the page shows a total');
    return figures;
  }

  /** The figures and the verdict's total without their ranges, which come later. */
  async middles() {
    await this.settled();
    return this.page.evaluate(() => {
      const all = document.querySelectorAll('[data-testid^="figure-"] strong, [data-testid="verdict-total"]');
      return Object.fromEntries([...all].map((figure) => [figure.closest('[data-testid]').dataset.testid, figure.textContent.trim()]));
    });
  }

  /** The verdict's total, which the compact view has as well. */
  async total() {
    await this.settled();
    return (await this.part('verdict-total').innerText()).trim();
  }

  /** Fails if text that a program, not a person, writes is anywhere on the page. */
  async makesSense() {
    const text = await this.page.locator('body').innerText();
    const found = text.match(NONSENSE);
    assert.ok(!found, `the page shows "${found?.[0]}": ...${text.slice(Math.max(0, found?.index - 60), found?.index + 60)}...`);
  }

  /** How far the page is wider than its window, in CSS pixels. */
  overflow() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** A chart's canvas, brought into sight. */
  async canvas(name) {
    const canvas = this.part(`chart-${name}`).locator('canvas').first();
    await canvas.scrollIntoViewIfNeeded();
    await this.settled();
    return canvas;
  }

  /** What is drawn on a chart's canvas, once the ranges have been sampled. */
  async chart(name) {
    await this.drawn();
    const canvas = await this.canvas(name);
    const url = await canvas.evaluate((canvas) => canvas.toDataURL());
    return PNG.sync.read(Buffer.from(url.split(',')[1], 'base64'));
  }
}

const SCALES = { '': 1, k: 1e3, m: 1e6, b: 1e9, t: 1e12, 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** The number that a field's text means, in either language: 671B and 6710亿 are one. */
export function worth(text) {
  const [, digits, scale] = text.trim().match(/^([\d.,]+)\s*(\D*)$/) ?? [];
  assert.ok(digits && scale.toLowerCase() in SCALES, `"${text}" is a number`);
  return Number((Number(digits.replaceAll(',', '')) * SCALES[scale.toLowerCase()]).toPrecision(12));
}

/** How many pixels two pictures differ by; all of them if the sizes differ. */
export function difference(a, b) {
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  return pixelmatch(a.data, b.data, null, a.width, a.height, { threshold: 0.1 });
}

/** How many different colours a picture has: one means that nothing was drawn. */
export function colours({ data }) {
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add(data.readUInt32BE(i));
  return seen.size;
}
