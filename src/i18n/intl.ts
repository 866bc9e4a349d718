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

/** The locale, if `Intl` takes it, else English: a page's `lang` may be anything. */
export function usableLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** A number in the language's own digits and grouping. */
export function formatNumber(locale: string, value: number): string {
  if (isPlain(locale, value)) return String(value);
  return cached(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value);
}

/**
 * The first formatter of a page takes 15 ms, which is as much as drawing the map. Small whole numbers are written the
 * same in most languages, and English ones are wanted before anything else.
 */
const PLAIN = /^(de|en|es|fr|it|ja|ko|nl|pl|pt|sv|zh)(-[a-z]{2})?$/i;

function isEnglish(locale: string): boolean {
  return /^en(-[a-z]{2})?$/i.test(locale);
}

function isPlain(locale: string, value: number): boolean {
  return value >= 0 && value < 1000 && Number.isInteger(value) && PLAIN.test(locale);
}

/** A number that fits into a mark: "840", "1.2K". */
export function formatCompact(locale: string, value: number): string {
  if (value < 1000) return formatNumber(locale, value);
  return cached(`compact ${locale}`, () => new Intl.NumberFormat(locale, { notation: 'compact' })).format(value);
}

/** A share of 1, in whole percent. */
export function formatPercent(locale: string, share: number): string {
  return cached(`percent ${locale}`, () => new Intl.NumberFormat(locale, { style: 'percent' })).format(share);
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

/**
 * An amount of money in major units.
 *
 * @param currency ISO 4217, or whatever the source told: a symbol or an unknown code stands before the number as it came.
 */
export function formatMoney(locale: string, amount: number, currency: string | null): string {
  if (currency !== null && /^[a-z]{3}$/i.test(currency)) {
    const code = currency.toUpperCase();
    return cached(`money ${locale} ${code}`, () => {
      return new Intl.NumberFormat(locale, { style: 'currency', currency: code });
    }).format(amount);
  }
  const digits = Number.isInteger(amount) ? 0 : 2;
  const value = cached(`digits ${locale} ${digits}`, () => {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }).format(amount);
  return currency === null ? value : `${currency}${value}`;
}

/** The name of a country in the language; the code itself where it has none. */
export function countryName(locale: string, code: string): string {
  try {
    const names = cached(`country ${locale}`, () => new Intl.DisplayNames(locale, { type: 'region' }));
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** A stretch of time in its largest whole unit: "4s", "12 min". Never below zero. */
export function formatAge(locale: string, seconds: number, display: 'narrow' | 'short' | 'long' = 'narrow'): string {
  const whole = Math.max(0, Math.floor(seconds));
  const { unit, seconds: length } = UNITS.find((candidate) => whole >= candidate.seconds) ?? UNITS[3];
  const count = Math.floor(whole / length);
  if (display === 'narrow' && isEnglish(locale)) return `${count}${unit.charAt(0)}`;
  return cached(`age ${locale} ${unit} ${display}`, () => {
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: display });
  }).format(count);
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
