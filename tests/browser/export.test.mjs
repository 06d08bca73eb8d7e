// The project as JSON: what a reader takes from the page is what the model's own program reads, and both come to the same bill.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { worth } from './calculator.mjs';
import { test } from './harness.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** `cargo test` has made it; to build it here would take the processors from the tests beside. */
const MADE = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug/examples/estimate');
const CARGO = ['cargo', 'run', '--quiet', '--package', 'traincost-model', '--features', 'serde', '--example', 'estimate', '--'];
const [ESTIMATE, ...ARGUMENTS] = existsSync(MADE) ? [MADE] : CARGO;

/** The bill of a project by the example program. */
const billOf = (input) => JSON.parse(execFileSync(ESTIMATE, [...ARGUMENTS, '-'], { cwd: ROOT, input, encoding: 'utf8' }));

test('export: the JSON of the page is read by the model\'s program, which comes to the same total', async (stage) => {
  await stage.alone('clipboard');
  const calculator = await stage.open();
  const { page } = calculator;
  await page.locator('[data-section=export] > summary').click();
  const text = page.locator('#export pre');
  await text.waitFor();
  const agrees = async () => {
    const bill = billOf(await text.innerText());
    const shown = worth((await calculator.figures())['figure-total'].match(/\$(\S+)/)[1]);
    assert.ok(Math.abs(bill.total_usd.mid / shown - 1) < 0.05, `${bill.total_usd.mid} and ${shown}`);
    assert.ok(bill.lines.length > 5 && bill.lines.every(({ formula, basis, usd }) => formula && basis && (usd === null || usd.low <= usd.high)));
    return bill;
  };
  await agrees();

  const before = await text.innerText();
  await calculator.choose('basis', /own|bought|buy/i);
  await calculator.type('tokens', '3.5T');
  await page.waitForFunction((text) => document.querySelector('#export pre').innerText !== text && /3500000000000/.test(document.querySelector('#export pre').innerText), before);
  const bill = await agrees();
  assert.equal(bill.scenario.basis, 'own');
  assert.equal(bill.scenario.values.tokens, 3.5e12);
  await calculator.makesSense();

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('#export button.copy').click();
  await page.waitForFunction(() => document.querySelector('#export button.copy').textContent === '✓');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text.textContent());
});

test("export: the model's program reads a file with the mark of a byte order", async () => {
  assert.ok(billOf('\ufeff{"version":1,"preset":"gpt-3"}').total_usd.mid > 0);
});
