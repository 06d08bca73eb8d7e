// The languages of the page, as locales/lang.rs lists them: their tags, the default first.
import { readFileSync } from 'node:fs';

const list = readFileSync(new URL('../../locales/lang.rs', import.meta.url), 'utf8');
export const LANGS = [...list.matchAll(/^ {4}\w+: \w+, "([^"]+)"/gm)].map(([, tag]) => tag);
/** The languages' own names, which stand in every language. */
export const OWN_NAMES = [...list.matchAll(/^ {4}\w+: \w+, "[^"]+", "([^"]+)"/gm)].map(([, name]) => name);
