/** Readers of unknown values. None throws; what is not there, empty or of the wrong kind is `null`. */

export type Fields = Readonly<Record<string, unknown>>;

/**
 * The value as an object whose fields can be read: nothing of a polluted prototype is seen. Fields are
 * read as properties and not looked up by name, because a large snapshot has half a million of them.
 */
export function fields(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return isPolluted ? (Object.assign(Object.create(null), value) as Fields) : (value as Fields);
}

let isPolluted = false;

/** Looks after the prototype; each reading of an answer begins with it. */
export function checkPrototype(): void {
  isPolluted = false;
  // oxlint-disable-next-line house/no-for-in -- it looks for what pages add
  for (const key in {}) isPolluted ||= key !== '';
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

/** Money in major units. Beyond whole numbers that are exact it is none. */
export function money(value: unknown): number | null {
  return between(value, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
}

/** Only a true true. */
export function flag(value: unknown): boolean {
  return value === true;
}

const ISO_8601 = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|([+-]\d{2}):?(\d{2})?)?)?$/i;
const YEAR_2000 = 9466848e5;
const YEAR_2100 = 41024448e5;

/**
 * A moment as ISO 8601 in UTC, from ISO 8601 or the time since the epoch in seconds or smaller units, also as text.
 * Without an offset it counts as UTC, whatever the reader's own time zone; other notations, which each engine reads in
 * its own way, and other centuries count as absent.
 */
export function time(value: unknown): string | null {
  const [, day, clock = '00:00', hours = '+00', minutes = '00'] = ISO_8601.exec(text(value) ?? '') ?? [];
  let moment = day ? new Date(`${day}T${clock}${hours}:${minutes}`).getTime() : (number(value) ?? NaN);
  // Microseconds and nanoseconds.
  while (moment > 1e14) moment /= 1000;
  // Seconds; read as milliseconds before, they are a day of 1970.
  if (moment < 1e11) moment *= 1000;
  return moment >= YEAR_2000 && moment < YEAR_2100 ? new Date(moment).toISOString() : null;
}

/** Not what databases of addresses write in place of a country: codes that ISO 3166-1 leaves to users, but for Kosovo's. */
const COUNTRY = /^(?!AA|AP|EU|Q[M-Z]|X[^K]|ZZ)[A-Z]{2}$/;

/** An ISO 3166-1 alpha-2 code, upper case: two letters, unless they say that the country is not known. */
export function countryCode(value: unknown): string | null {
  const code = text(value)?.toUpperCase() ?? '';
  if (!COUNTRY.test(code)) return null;
  return code === 'UK' ? 'GB' : code === 'EL' ? 'GR' : code;
}
