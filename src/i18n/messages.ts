import { en } from './en.ts';
import { countryName, formatAge, formatMoney, formatNumber } from './intl.ts';
import { isEnglish } from './plain-english.ts';
import {
  findMessage,
  joinParts,
  partsOf,
  type Message,
  type MessagePart,
  type Messages,
  type Values,
} from './registry.ts';

/**
 * The message as one text.
 *
 * @param english What stands in where the language has none: files that are fetched bring their own.
 */
export function message(
  locale: string,
  key: keyof Messages,
  values: Values = {},
  english: Message = en[key as keyof typeof en],
): string {
  return joinParts(locale, partsOf(locale, key, english, values));
}

/** The message in pieces, so that a view can set off what was filled in. */
export function messageParts(locale: string, key: keyof typeof en, values: Values = {}): MessagePart[] {
  return partsOf(locale, key, en[key], values);
}

/** A country's name as it stands within a sentence: "the Netherlands". */
export function countryInSentence(locale: string, code: string): string {
  const place = countryName(locale, code);
  // Not the English list in place of another language's: its articles are no help there.
  const articled = findMessage(locale, 'articled') ?? (isEnglish(locale) ? en.articled : undefined);
  return typeof articled === 'string' && articled.includes(code) ? message(locale, 'withArticle', { place }) : place;
}

/** The element's own functions: they know the languages that are registered, and need no second copy in a file. */
export interface Formatters {
  readonly message: typeof message;
  readonly countryInSentence: typeof countryInSentence;
  readonly countryName: typeof countryName;
  readonly formatAge: typeof formatAge;
  readonly formatMoney: typeof formatMoney;
  readonly formatNumber: typeof formatNumber;
}

export const FORMATTERS: Formatters = {
  message,
  countryInSentence,
  countryName,
  formatAge,
  formatMoney,
  formatNumber,
};
