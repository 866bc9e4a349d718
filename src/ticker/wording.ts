import { formatMoney } from '../i18n/intl.ts';
import { countryInSentence, messageParts } from '../i18n/messages.ts';
import type { en } from '../i18n/en.ts';
import type { MessagePart } from '../i18n/registry.ts';
import type { Location } from '../protocol/types.ts';
import type { TickerRow } from './rows.ts';

/** A place in one word: the city, else the country in the language, else nothing. */
export function placeName(locale: string, place: Location | null): string | null {
  if (!place) return null;
  return place.city ?? (place.countryCode === null ? null : countryInSentence(locale, place.countryCode));
}

/** The sentence of a row, in pieces. */
export function rowMessage(locale: string, row: TickerRow): MessagePart[] {
  const place = placeName(locale, row.place);
  const amount = row.amount === null || row.currency === null ? '' : formatMoney(locale, row.amount, row.currency);
  const key = sentence(row) + (place === null ? '' : 'In');
  return messageParts(locale, key as keyof typeof en, {
    place: place ?? '',
    page: row.page ?? '',
    goal: row.goal ?? '',
    amount,
  });
}

type Sentence = {
  [Key in keyof typeof en]: Key extends `${infer Base}In` ? (Base extends keyof typeof en ? Base : never) : never;
}[keyof typeof en];

/** The key of the sentence without a place; each has a twin with one. */
function sentence({ kind, amount, currency, isRenewal, isCustomer, page, goal, isExit }: TickerRow): Sentence {
  switch (kind) {
    case 'payment':
      if (amount === 0) return 'trial';
      if (amount === null || currency === null) return 'paymentHidden';
      return isRenewal ? 'paymentRenewal' : 'payment';
    case 'pageview':
      if (page === null) return 'pageviewHidden';
      return isCustomer ? 'pageviewCustomer' : 'pageview';
    case 'goal':
      if (isExit) return 'exit';
      if (goal === null) return 'goalHidden';
      return isCustomer ? 'goalCustomer' : 'goal';
  }
}
