// Pictures for a person to look at: every width, language and theme, whole page, and the embed, into out/.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launch } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { OUT } from './harness.mjs';
import { LANGS } from './languages.mjs';
import { serve } from '../../xtask/node/server.mjs';

const dist = resolve(process.env.DIST || join(import.meta.dirname, '../../dist'));
const site = await serve(dist);
const browser = await launch();
await mkdir(OUT, { recursive: true });

async function picture(name, query, width) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, deviceScaleFactor: width < 500 ? 2 : 1 });
  const page = await context.newPage();
  await page.goto(site.url + query);
  const calculator = new Calculator(page);
  await calculator.ready();
  await calculator.settled();
  const path = join(OUT, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  console.log(path);
  await context.close();
}

for (const lang of LANGS) {
  for (const theme of ['light', 'dark']) {
    for (const width of [360, 768, 1280]) await picture(`${lang}-${theme}-${width}`, `?lang=${lang}&theme=${theme}`, width);
    await picture(`embed-${lang}-${theme}`, `?embed=1&lang=${lang}&theme=${theme}`, 480);
  }
}
await browser.close();
await site.stop();
