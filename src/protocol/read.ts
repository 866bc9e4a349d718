/** Readers of unknown values. None throws; what is not there, empty or of the wrong kind is `null`. */

type Fields = Readonly<Record<string, unknown>>;

/** The value as an object with own fields only: inherited and `__proto__` keys are never followed. */
export function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** An own property, so that `constructor` or a polluted prototype reads as absent. */
export function own(object: Fields | null, key: string): unknown {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Trimmed text; the upstream has null here and "" there for the same thing. A number is taken as its digits. */
export function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return (typeof value === 'string' && value.trim()) || null;
}

/** A finite number, also from text ("29.99"). */
export function number(value: unknown): number | null {
  const n = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof n === 'number' && Number.isFinite(n) ? n : null;
}

/** A number within bounds. */
export function between(value: unknown, least: number, most: number): number | null {
  const n = number(value);
  return n !== null && n >= least && n <= most ? n : null;
}

/** Only a true true. */
export function flag(value: unknown): boolean {
  return value === true;
}

const ISO_8601 = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment as ISO 8601 in UTC, from ISO 8601 or epoch milliseconds. Without an offset it counts as UTC, whatever the
 * reader's own time zone; other notations, which each engine reads in its own way, count as absent.
 */
export function time(value: unknown): string | null {
  const [, day, clock, offset] = typeof value === 'string' ? (ISO_8601.exec(value.trim()) ?? []) : [];
  const date = new Date(typeof value === 'number' ? value : `${day ?? ''}T${clock ?? '00:00'}${offset ?? 'Z'}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** An array's elements that are objects. */
export function rows(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields).filter((row) => row !== null) : [];
}

/** An ISO 3166-1 alpha-2 code, upper case: two letters, whatever they stand for. */
export function countryCode(value: unknown): string | null {
  const code = text(value)?.toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : null;
}
