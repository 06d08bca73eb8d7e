// The languages of the page, as locales/lib.rs lists them: their tags, the default first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const list = readFileSync(new URL('../../locales/lib.rs', import.meta.url), 'utf8');
const rows = [...list.matchAll(/^ +\w+: \w+, "([^"]+)", "([^"]+)", for /gm)];
assert.ok(rows.length > 1, 'locales/lib.rs lists no languages');

export const LANGS = rows.map(([, tag]) => tag);
/** The languages' own names, which stand in every language. */
export const OWN_NAMES = rows.map(([, , name]) => name);
