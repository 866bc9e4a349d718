import type { en } from './en.ts';
import { formatNumber, pluralCategory, usableLocale } from './intl.ts';

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

/** English is in the code that speaks it. */
const languages = new Map<string, Partial<Messages>>();
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
  return isEnglish(locale) || find(locale, 'people') !== undefined ? locale : 'en';
}

/** The language whose messages serve a locale: one of few, whatever is asked for. */
export function languageOf(tag: string): string {
  for (let name = usableLocale(tag).toLowerCase(); name; name = name.slice(0, Math.max(0, name.lastIndexOf('-')))) {
    if (languages.get(name)?.people !== undefined) return name;
  }
  return 'en';
}

/** English, whatever kind of it. */
export function isEnglish(locale: string): boolean {
  return /^en\b/i.test(locale);
}

/** Calls back whenever messages are registered. @returns The way to end it. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A message in pieces, so that a view can set off what was filled in. Numbers are written as the language does.
 *
 * @param english What stands in where the language has none.
 */
export function partsOf(locale: string, key: MessageKey, english: Message, values: Values): MessagePart[] {
  const template = choose(locale, key, english, values.count);
  return template
    .split(/\{(\w+)\}/)
    .map((text, index) => {
      if (index % 2 === 0) return { name: null, text };
      const value = Object.hasOwn(values, text) ? (values[text] ?? '') : '';
      return { name: text, text: typeof value === 'number' ? formatNumber(locale, value) : value };
    })
    .filter((part) => part.text !== '');
}

/** The pieces as one text. */
export function joined(parts: readonly MessagePart[]): string {
  return parts.map((part) => part.text).join('');
}

/** The message of the exact language, or of the language without its region. */
export function find(locale: string, key: MessageKey): Message | undefined {
  for (let tag = locale.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = languages.get(tag)?.[key];
    if (found !== undefined) return found;
  }
  return undefined;
}

function choose(locale: string, key: MessageKey, english: Message, count: string | number | undefined): string {
  const found = find(locale, key);
  // English has its own plural forms, whatever those of the language that it stands in for.
  return found === undefined ? inNumber('en', english, count) : inNumber(locale, found, count);
}

function inNumber(locale: string, found: Message, count: string | number | undefined): string {
  if (typeof found === 'string') return found;
  return found[pluralCategory(locale, Number(count))] ?? found.other;
}
