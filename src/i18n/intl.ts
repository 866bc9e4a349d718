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

function formatWith(locale: string, options: Intl.NumberFormatOptions, value: number): string {
  return cached(`${locale},${Object.entries(options).join()}`, () => new Intl.NumberFormat(locale, options)).format(
    value,
  );
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
  return plainNumber(locale, value) ?? formatWith(locale, {}, value);
}

/** A number that fits into a mark: "840", "1.2K". */
export function formatCompact(locale: string, value: number): string {
  return value < 1000 ? formatNumber(locale, value) : formatWith(locale, { notation: 'compact' }, value);
}

/** A share of 1, in whole percent. */
export function formatPercent(locale: string, share: number): string {
  return formatWith(locale, { style: 'percent' }, share);
}

/** Pieces in a row as the language strings them together: "a, b, c". */
export function formatList(locale: string, pieces: readonly string[]): string {
  return cached(`list ${locale}`, () => new Intl.ListFormat(locale, { style: 'narrow' })).format(pieces);
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
 * An amount of money in major units.
 *
 * @param currency ISO 4217, or anything else from the source: a symbol or an unknown code is written before the number as it came.
 */
export function formatMoney(locale: string, amount: number, currency: string | null): string {
  if (currency !== null && /^[a-z]{3}$/i.test(currency)) {
    const code = currency.toUpperCase();
    const known = plainMoney(locale, amount, code);
    if (known !== undefined) return known;
    const text = formatWith(locale, { style: 'currency', currency: code }, amount);
    return SIGN_LAST.test(text) ? text + LEFT_TO_RIGHT_MARK : text;
  }
  const digits = Number.isInteger(amount) ? 0 : 2;
  const value = formatWith(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }, amount);
  return currency === null ? value : `${currency}${value}`;
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
  return formatWith(locale, { style: 'unit', unit, unitDisplay: display }, count);
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
