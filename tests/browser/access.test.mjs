// For everyone: axe, narrow screens, the keyboard, less motion.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { difference } from './calculator.mjs';
import { test } from './harness.mjs';
import { LANGS } from './languages.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails on any serious or critical finding of axe: of all its rules on the whole page, or of some, or within parts of it. */
async function accessible({ page }, what, { parts, rules } = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(({ parts, rules }) => {
    const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
    return axe.run(parts ? { include: parts } : document, options);
  }, { parts, rules });
  const grave = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  const said = grave.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary.split('\n')[1]?.trim()}`).join('\n  ')}`);
  assert.equal(grave.length, 0, `${what}\n${said.join('\n')}`);
}

for (const lang of LANGS) {
  test(`access: axe finds nothing serious, ${lang}`, async (stage) => {
    const calculator = await stage.open(`?lang=${lang}&theme=light&colour=red`);
    await calculator.unfoldAll();
    await accessible(calculator, 'full page');
    await calculator.type('tokens', 'abc');
    const parts = ['.field.wrong', '#notes', '#figures', '#verdict'];
    await accessible(calculator, 'with a bad field', { parts });
    // A theme is colours alone, and they are the same in every language.
    if (lang === LANGS[0]) {
      await calculator.page.evaluate(() => {
        document.documentElement.dataset.theme = 'dark';
      });
      await accessible(calculator, 'in the dark', { rules: ['cat.color'] });
    }
    for (const theme of ['light', 'dark']) {
      const viewport = { width: 360, height: 640 };
      await accessible(await stage.open(`?embed=1&lang=${lang}&theme=${theme}`, { viewport }), `embed, ${theme}`);
    }
  });

  test(`access: no sideways scrolling from 320 to 1280 px, ${lang}`, async (stage) => {
    const calculator = await stage.open(`?lang=${lang}`, { viewport: { width: 320, height: 740 } });
    await calculator.unfoldAll();
    const fits = async (what) => {
      for (const width of [320, 360, 768, 1280]) {
        await calculator.page.setViewportSize({ width, height: 740 });
        await calculator.settled();
        assert.ok((await calculator.overflow()) <= 0, `${what}at ${width} px: ${await calculator.overflow()} px too wide`);
      }
    };
    await fits('');
    await calculator.choose('basis', /^own/i);
    await calculator.type('tokens', '1e17');
    await fits('large, ');
  });
}

for (const deviceScaleFactor of [1, 2]) {
  test(`access: charts are redrawn sharp at any width, pixel ratio ${deviceScaleFactor}`, async (stage) => {
    const calculator = await stage.open('', deviceScaleFactor === 1 ? {} : { deviceScaleFactor });
    for (const width of [1280, 360]) {
      await calculator.page.setViewportSize({ width, height: 800 });
      for (const name of ['breakdown', 'scatter']) {
        const canvas = await (await calculator.canvas(name)).elementHandle();
        await calculator.page.waitForFunction(([canvas, ratio]) => {
          const shown = canvas.getBoundingClientRect().width;
          return shown > 0 && Math.abs(canvas.width - shown * ratio) <= 2;
        }, [canvas, deviceScaleFactor]);
      }
    }
  });
}

test('access: the theme follows the link, the button and the system', async (stage) => {
  const paper = (calculator) => calculator.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await stage.open('?theme=light');
  const dark = await stage.open('?theme=dark');
  const system = await stage.open('', { colorScheme: 'dark' });
  assert.notEqual(await paper(light), await paper(dark));
  assert.equal(await paper(system), await paper(dark));
  const before = await light.chart('scatter');
  const was = await paper(light);
  await light.part('theme').click();
  await light.settled();
  assert.notEqual(await paper(light), was, 'the button changes the theme');
  assert.ok(difference(before, await light.chart('scatter')) > 100, 'charts follow the theme');
});

test('access: less motion when asked', async (stage) => {
  const calculator = await stage.open('', { reducedMotion: 'reduce' });
  await calculator.type('tokens', '70B');
  const moving = await calculator.page.evaluate(() => document.getAnimations().filter(({ playState, effect }) =>
    playState === 'running' && effect.getComputedTiming().duration > 50).length);
  assert.equal(moving, 0);
});

test('access: the first things the Tab key reaches can be seen', async (stage) => {
  const calculator = await stage.open();
  for (let presses = 0; presses < 15; presses += 1) {
    await calculator.page.keyboard.press('Tab');
    const focus = await calculator.page.evaluate(() => {
      const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
      const name = document.activeElement.outerHTML.slice(0, 80);
      return { name, body: document.activeElement === document.body, marked: outlineStyle !== 'none' || boxShadow !== 'none' };
    });
    assert.ok(focus.body || focus.marked, `focus shows on ${focus.name}`);
  }
});
