// A visitor in a stock browser, driven by Puppeteer: Chromium by its own protocol, Firefox by WebDriver BiDi.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ARGS, executable } from './browser.mjs';

const LIMIT_MS = 60_000;

/** A browser: `chromium`, or the Firefox in FIREFOX. */
export async function open(name) {
  const userDataDir = await mkdtemp(join(tmpdir(), 'traincost-visitor-'));
  const options = name === 'firefox' ? { browser: name, executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr' } : { executablePath: executable(), args: ARGS };
  const browser = await puppeteer.launch({ ...options, userDataDir, headless: true });
  browser.once('disconnected', () => rm(userDataDir, { recursive: true, force: true, maxRetries: 3 }).catch(() => {}));
  return browser;
}

/** A page of the calculator, and what went wrong on it. */
export class Visitor {
  problems = [];

  /** A visitor at an address; `script` runs before those of the page. */
  static async at(browser, url, script = '') {
    const visitor = new Visitor();
    visitor.page = await browser.newPage();
    if (script) await visitor.page.evaluateOnNewDocument(script);
    visitor.page.setDefaultTimeout(LIMIT_MS);
    visitor.page.on('pageerror', (error) => visitor.problems.push(`not caught: ${error.message}`));
    visitor.page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) visitor.problems.push(`console ${message.type()}: ${message.text()}`);
    });
    await visitor.page.setViewport({ width: 1280, height: 900 });
    await visitor.go(url);
    return visitor;
  }

  /** Opens an address, until wasm has taken over. */
  async go(url) {
    await this.page.goto(url);
    await this.ready();
  }

  ready() {
    return this.page.waitForFunction(() => document.documentElement.dataset.ready === '1');
  }

  /** Until the worker's ranges are those of the scenario. */
  sampled() {
    return this.page.waitForFunction(() => document.documentElement.dataset.ranges === 'sampled');
  }

  /** Opens every fold around an element, or around all of them. */
  unfold(selector = '*') {
    return this.page.evaluate((selector) => {
      for (const element of document.querySelectorAll(selector)) for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    }, selector);
  }

  /** Replaces the text of a field by typing. */
  async type(name, text) {
    const selector = `[data-testid="field-${name}"]`;
    await this.unfold(selector);
    const field = await this.page.waitForSelector(selector);
    await field.evaluate((field) => {
      field.scrollIntoView({ block: 'center' });
      field.focus();
      field.select();
    });
    await this.page.keyboard.press('Backspace');
    if (text) await this.page.keyboard.type(text);
    await this.frame();
  }

  /** Presses what a selector finds first, as a script of the page would: no other element can be in the way. */
  async press(selector) {
    await this.unfold(selector);
    await (await this.page.waitForSelector(selector)).evaluate((element) => element.click());
    await this.frame();
  }

  text(selector) {
    return this.page.$eval(selector, (element) => element.innerText.trim());
  }

  total() {
    return this.text('#verdict [data-testid=verdict-total]');
  }

  /** Until a condition holds in the page. */
  until(condition, ...values) {
    return this.page.waitForFunction(condition, {}, ...values);
  }

  frame() {
    return this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  }
}
