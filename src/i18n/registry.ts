import type { enBreakdown, enFilter } from './en-breakdown.ts';
import type { enInteraction } from './en-interaction.ts';
import type { enPredictions } from './en-predictions.ts';
import type { enSound } from './en-sound.ts';
import type { en } from './en.ts';
import type { enHistory, enPlayer } from './en-history.ts';
import type { enPictures } from './en-pictures.ts';
import { canonicalLocale, directionOf, formatNumber, pluralCategory, usableLocale } from './intl.ts';

/** A text with `{placeholders}`, or one for each plural category of the language (`other` is needed). */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
/** The element's own. */
export type MessageKey = keyof typeof en | keyof typeof enInteraction | keyof typeof enPredictions;
/** All texts of a language. */
export type Messages = Readonly<
  Record<
    | MessageKey
    | keyof typeof enBreakdown
    | keyof typeof enFilter
    | keyof typeof enHistory
    | keyof typeof enPlayer
    | keyof typeof enSound
    | keyof typeof enPictures,
    Message
  >
>;
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
let version = 0;

/** Another number whenever messages are registered: what was worded before may be worded otherwise. */
export function messagesVersion(): number {
  return version;
}

/**
 * Adds a language, or replaces texts of one. Elements in that language show them at once. What is missing is that of the
 * package, where it has the language, and English else: each sentence is of one language, with its numbers.
 *
 * @param locale BCP 47, as in `lang`: "pt" serves "pt-BR" too.
 * @param messages The keys and placeholders of the English ones.
 * @throws RangeError for what is no locale. @throws TypeError for what is no text, nor texts by plural category.
 */
export function registerMessages(locale: string, messages: Partial<Messages>): void {
  const tag = canonicalLocale(locale).toLowerCase();
  for (const [key, text] of Object.entries<unknown>(messages)) {
    if (typeof ((text as { other?: unknown } | null)?.other ?? text) !== 'string') {
      // oxlint-disable-next-line no-restricted-properties -- nothing but the text of an error depends on it
      throw new TypeError(`Message ${key} is ${JSON.stringify(text)}, expected a text or { other: a text }.`);
    }
  }
  keep(tag, { ...languages.get(tag), ...messages });
}

/** Adds a language of the package. What an application has registered stays. */
export function addLanguage(locale: string, messages: Messages): void {
  const tag = locale.toLowerCase();
  keep(tag, { ...messages, ...languages.get(tag) });
}

function keep(tag: string, messages: Partial<Messages>): void {
  languages.set(tag, messages);
  version++;
  for (const listener of listeners) listener();
}

/** Whether a locale has all of some messages. */
export function hasAll(locale: string, keys: readonly string[]): boolean {
  return keys.every((key) => findMessage(locale, key as MessageKey) !== undefined);
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

/**
 * A message in pieces, so that a view can set off what was filled in. Numbers are written as the language does.
 *
 * @param english What stands in where the language has none.
 */
export function partsOf(locale: string, key: keyof Messages, english: Message, values: Values): MessagePart[] {
  const own = findMessage(locale, key);
  // What stands in has the plural forms and the numbers of its own language.
  const speaking = own === undefined ? 'en' : locale;
  return inNumber(speaking, own ?? english, values.count)
    .split(/\{(\w+)\}/)
    .map((text, index) => {
      if (index % 2 === 0) return { name: null, text };
      const value = values[text] ?? '';
      return { name: text, text: typeof value === 'number' ? formatNumber(speaking, value) : value };
    })
    .filter((part) => part.text !== '');
}

/** The pieces as one text. From right to left what was filled in is isolated: a path or a host would be torn apart. */
export function joinParts(locale: string, parts: readonly MessagePart[]): string {
  const isolates = directionOf(locale) === 'rtl';
  return parts.map(({ name, text }) => (isolates && name !== null ? `\u2068${text}\u2069` : text)).join('');
}

/** The message of the exact language, or of the language without its region. */
export function findMessage(locale: string, key: keyof Messages): Message | undefined {
  for (let tag = locale.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = languages.get(tag)?.[key];
    if (found !== undefined) return found;
  }
  return undefined;
}

function inNumber(locale: string, found: Message, count: string | number | undefined): string {
  if (typeof found === 'string') return found;
  return found[pluralCategory(locale, Number(count))] ?? found.other;
}
