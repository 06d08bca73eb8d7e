// For everyone: axe, narrow screens, the keyboard, less motion.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { difference } from './calculator.mjs';
import { test } from './harness.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails on any serious or critical finding of axe. */
async function accessible(calculator, what) {
  await calculator.page.evaluate(AXE);
  const { violations } = await calculator.page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  const grave = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  const said = grave.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary.split('\n')[1]?.trim()}`).join('\n  ')}`);
  assert.equal(grave.length, 0, `${what}\n${said.join('\n')}`);
}

for (const lang of ['en', 'zh-CN']) {
  for (const theme of ['light', 'dark']) {
    test(`access: axe finds nothing serious, ${lang}, ${theme}`, async (stage) => {
      const calculator = await stage.open(`?lang=${lang}&theme=${theme}&colour=red`);
      await calculator.unfoldAll();
      await accessible(calculator, 'full page');
      await calculator.type('tokens', 'abc');
      await accessible(calculator, 'with a bad field');
      await accessible(await stage.open(`?embed=1&lang=${lang}&theme=${theme}`, { viewport: { width: 360, height: 640 } }), 'embed');
    });
  }
}

for (const width of [320, 360, 768, 1280]) {
  test(`access: no sideways scrolling at ${width} px`, async (stage) => {
    for (const lang of ['en', 'zh-CN']) {
      const calculator = await stage.open(`?lang=${lang}`, { viewport: { width, height: 740 } });
      await calculator.unfoldAll();
      assert.ok((await calculator.overflow()) <= 0, `${lang}: ${await calculator.overflow()} px too wide`);
      await calculator.choose('basis', /^own/i);
      await calculator.type('tokens', '1e17');
      assert.ok((await calculator.overflow()) <= 0, `${lang}, large: ${await calculator.overflow()} px too wide`);
    }
  });
}

test('access: charts are redrawn sharp at any pixel ratio and width', async (stage) => {
  for (const deviceScaleFactor of [1, 2]) {
    const calculator = await stage.open('', { deviceScaleFactor });
    for (const width of [1280, 360]) {
      await calculator.page.setViewportSize({ width, height: 800 });
      for (const name of ['breakdown', 'scatter']) {
        await calculator.chart(name);
        const { backing, shown } = await calculator.part(`chart-${name}`).locator('canvas').first().evaluate((canvas) => ({
          backing: canvas.width,
          shown: canvas.getBoundingClientRect().width,
        }));
        assert.ok(Math.abs(backing - shown * deviceScaleFactor) <= 2, `chart-${name} at ${width} px: ${backing} for ${shown}`);
      }
    }
  }
});

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
