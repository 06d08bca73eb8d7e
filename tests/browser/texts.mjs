// The page's sentences as locales/ has them: a test asserts which sentence is shown, with which values, and not how it is worded.
import { readdirSync, readFileSync } from 'node:fs';

/** All texts of a language: the source of its folder. */
function source(lang) {
  const folder = new URL(`../../locales/${lang.replace('-', '_').toLowerCase()}/`, import.meta.url);
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
}

/** A text by its field (`data_was`), by the variant that it is of (`Note::Committed`), or by its table and field (`BookText.line`). */
export function template(named, lang = 'en') {
  const [, table, name] = named.match(/^(?:(\w+)\.)?(.+)$/);
  const texts = source(lang);
  const [, text] = texts.slice(table ? texts.indexOf(`${table} {`) : 0).match(new RegExp(`\\b${name}(?::| =>)\\s*(?:\\{\\s*)?"((?:[^"\\\\]|\\\\.)*)"`, 's')) ?? [];
  if (text === undefined) throw new Error(`locales/ has no ${named} in ${lang}`);
  return text.replaceAll(/\\\n\s*/g, '').replaceAll('\\"', '"');
}

/** A pattern of a text with patterns of its values; a value without one is whatever is shown. */
export function sentence(name, values = {}, lang = 'en') {
  // Spaces between ideographs and values may be taken out.
  const escaped = (part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', lang === 'en' ? ' ' : ' ?');
  const parts = template(name, lang).split(/\{(\w+)\}/);
  return new RegExp(parts.map((part, index) => (index % 2 ? (values[part] ?? '.+?') : escaped(part))).join(''), 's');
}
