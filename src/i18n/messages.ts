import { en } from './en.ts';
import { countryName, formatNumber, pluralCategory, usableLocale } from './intl.ts';

/** A text with `{placeholders}`, or one for each plural category of the language (`other` is needed). */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type MessageKey = keyof typeof en;
/** All texts of a language. */
export type Messages = Readonly<Record<MessageKey, Message>>;
/** What placeholders are filled with. `count` chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;
/** A piece of a sentence: `name` is the placeholder that it fills, `null` between placeholders. */
export interface MessagePart {
  name: string | null;
  text: string;
}

const languages = new Map<string, Partial<Messages>>([['en', en]]);
const listeners = new Set<() => void>();

/**
 * Adds a language, or replaces texts of one. Elements in that language show them at once; what is missing stays English.
 *
 * @param locale BCP 47, as in `lang`: "pt" serves "pt-BR" too.
 * @param messages The keys and placeholders of the English ones.
 */
export function registerMessages(locale: string, messages: Partial<Messages>): void {
  const tag = locale.toLowerCase();
  languages.set(tag, { ...languages.get(tag), ...messages });
  for (const listener of listeners) listener();
}

/** The locale, if its language has messages; else English, so that numbers and sentences are of one language. */
export function servedLocale(tag: string): string {
  const locale = usableLocale(tag);
  return find(locale, 'people') === undefined ? 'en' : locale;
}

/** The language whose messages serve a locale: one of few, whatever is asked for. */
export function languageOf(tag: string): string {
  for (let name = usableLocale(tag).toLowerCase(); name; name = name.slice(0, Math.max(0, name.lastIndexOf('-')))) {
    if (languages.get(name)?.people !== undefined) return name;
  }
  return 'en';
}

/** Calls back whenever messages are registered. @returns The way to end it. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The message as one text. */
export function message(locale: string, key: MessageKey, values: Values = {}): string {
  return messageParts(locale, key, values)
    .map((part) => part.text)
    .join('');
}

/** The message in pieces, so that a view can set off what was filled in. Numbers are written as the language does. */
export function messageParts(locale: string, key: MessageKey, values: Values = {}): MessagePart[] {
  const template = choose(locale, key, values.count);
  return template
    .split(/\{(\w+)\}/)
    .map((text, index) => {
      if (index % 2 === 0) return { name: null, text };
      const value = Object.hasOwn(values, text) ? (values[text] ?? '') : '';
      return { name: text, text: typeof value === 'number' ? formatNumber(locale, value) : value };
    })
    .filter((part) => part.text !== '');
}

/** A country's name as it stands within a sentence: "the Netherlands". */
export function countryInSentence(locale: string, code: string): string {
  const place = countryName(locale, code);
  // Not the English list in place of another language's: its articles are no help there.
  const articled = find(locale, 'articled');
  return typeof articled === 'string' && articled.includes(code) ? message(locale, 'withArticle', { place }) : place;
}

/** The message of the exact language, or of the language without its region. */
function find(locale: string, key: MessageKey): Message | undefined {
  for (let tag = locale.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = languages.get(tag)?.[key];
    if (found !== undefined) return found;
  }
  return undefined;
}

function choose(locale: string, key: MessageKey, count: string | number | undefined): string {
  const found = find(locale, key);
  // English has its own plural forms, whatever those of the language that it stands in for.
  return found === undefined ? inNumber('en', en[key], count) : inNumber(locale, found, count);
}

function inNumber(locale: string, found: Message, count: string | number | undefined): string {
  if (typeof found === 'string') return found;
  return found[pluralCategory(locale, Number(count))] ?? found.other;
}
