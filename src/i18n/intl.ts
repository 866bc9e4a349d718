import { isEnglish, plainCountry, plainMoney, plainNumber } from './plain-english.ts';

/** `Intl` formatters are slow to make (about 50 µs) and few are needed: they are kept, the oldest go beyond a bound. */
const LIMIT = 64;
const formatters = new Map<string, unknown>();

function cached<Formatter>(key: string, create: () => Formatter): Formatter {
  const kept = formatters.get(key) as Formatter | undefined;
  if (kept !== undefined) return kept;
  if (formatters.size >= LIMIT) formatters.delete(formatters.keys().next().value ?? '');
  const made = create();
  formatters.set(key, made);
  return made;
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(`${locale},${Object.entries(options).join()}`, () => new Intl.NumberFormat(locale, options));
}

/**
 * BCP 47 as `Intl` writes it; names as POSIX has them (`pt_BR.UTF-8`) are read too. Chinese has its script, which follows
 * from a region: zh-TW is zh-Hant-TW.
 *
 * @throws RangeError
 */
export function canonicalLocale(tag: string): string {
  const [name = ''] = tag
    .trim()
    .replace(/_/g, '-')
    .split(/[.@,;]/, 1);
  const [locale = 'en'] = Intl.getCanonicalLocales(name);
  return locale.replace(/^zh(?!-[A-Z][a-z])/, /-(TW|HK|MO)/.test(locale) ? 'zh-Hant' : 'zh-Hans');
}

/** As much of a locale as `Intl` takes, "" where that is nothing: a page's `lang` may be anything. */
export function usableLocale(tag: string): string {
  try {
    return canonicalLocale(tag);
  } catch {
    const end = tag.search(/[-_][^-_]*$/);
    return end > 0 ? usableLocale(tag.slice(0, end)) : '';
  }
}

/** A number in the language's own digits and grouping. */
export function formatNumber(locale: string, value: number): string {
  return plainNumber(locale, value) ?? numberFormat(locale, {}).format(value);
}

/** A share of 1, in whole percent. Only files that are fetched use it: they have no formatters to keep. */
export function formatPercent(locale: string, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}

/** Pieces in a row as the language strings them together: "a, b, c". As for percent, no formatter is kept. */
export function formatList(locale: string, pieces: readonly string[]): string {
  return new Intl.ListFormat(locale, { style: 'narrow' }).format(pieces);
}

/** Which plural form of the language a number takes. */
export function pluralCategory(locale: string, count: number): Intl.LDMLPluralRule {
  if (isEnglish(locale)) return count === 1 ? 'one' : 'other';
  return cached(`plural ${locale}`, () => new Intl.PluralRules(locale)).select(count);
}

/** An amount that runs to the left and ends with letters and a sign, as US$: the sign would leave its letters. */
const SIGN_LAST = /^\u200f.*\p{L}\p{Sc}$/u;
const LEFT_TO_RIGHT_MARK = '\u200e';

/**
 * An amount of money in major units, with sign, currency and number where the language has them. One that two digits
 * would change by more than a hundredth has three significant ones.
 *
 * @param currency ISO 4217, or whatever the source has: a symbol, the code of a coin.
 */
export function formatMoney(locale: string, amount: number, currency: string | null): string {
  const code = currency !== null && /^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : null;
  const plain = code && plainMoney(locale, amount, code);
  if (plain) return plain;
  const parts = numberFormat(locale, {
    style: 'currency',
    // A symbol is written where that of the euro is, a name where a code is: with a space.
    currency: code ?? (/[^\p{S}]$/u.test(currency ?? '') ? 'XTS' : 'EUR'),
    ...(code === null && Number.isInteger(amount) && { minimumFractionDigits: 0 }),
    ...(Math.abs(Number(amount.toFixed(2)) / amount - 1) > 0.01 && { maximumSignificantDigits: 3 }),
  }).formatToParts(amount);
  const text = parts.map(({ type, value }) => (code === null && type === 'currency' ? currency : value)).join('');
  return SIGN_LAST.test(text) ? text + LEFT_TO_RIGHT_MARK : text.trim();
}

/** The name of a country in the language; the code itself where it has none. */
export function countryName(locale: string, code: string): string {
  const known = plainCountry(locale, code);
  if (known !== undefined) return known;
  try {
    const names = cached(`country ${locale}`, () => new Intl.DisplayNames(locale, { type: 'region' }));
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Whole units of the largest that a stretch of time has. Never below zero. */
function largestUnit(seconds: number): [count: number, unit: (typeof UNITS)[number][0]] {
  const whole = Math.max(0, Math.floor(seconds));
  const [unit, length] = UNITS.find((candidate) => whole >= candidate[1]) ?? UNITS[3];
  return [Math.floor(whole / length), unit];
}

/** A stretch of time in its largest whole unit: "4s", "12 min". */
export function formatAge(locale: string, seconds: number, unitDisplay: 'narrow' | 'short' = 'narrow'): string {
  const [count, unit] = largestUnit(seconds);
  if (unitDisplay === 'narrow' && isEnglish(locale)) return `${count}${unit[0]}`;
  // Narrow Japanese units are English ones.
  const display = locale.startsWith('ja') ? 'short' : unitDisplay;
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: display }).format(count);
}

/** How long ago something was: "3 minutes ago". It is one phrase, since languages inflect it: "vor 2 Tagen". */
export function formatAgo(locale: string, seconds: number): string {
  const [count, unit] = largestUnit(seconds);
  return cached(`ago ${locale}`, () => new Intl.RelativeTimeFormat(locale)).format(-count, unit);
}

/** A time of the day, with the zone that it is of. @param at Epoch milliseconds. */
export function formatTime(locale: string, at: number): string {
  return cached(`time ${locale}`, () => {
    return new Intl.DateTimeFormat(locale, {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short',
    });
  }).format(at);
}

/** Scripts that run from right to left are those of a few languages. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(locale) ? 'rtl' : 'ltr';
}
