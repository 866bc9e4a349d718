/** Longer pauses are not respected, whatever a server sends. */
const MAX_SECONDS = 3600;

/**
 * Reads `Retry-After`: whole seconds, or a date.
 *
 * @param now Epoch milliseconds.
 * @returns Seconds, at most 3600; `null` if it is absent, invalid or in the past.
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  // A date, in all three forms of RFC 9110 §5.6.7, begins with a day; Date.parse alone would take "-5" for the year 2001.
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : /^[a-z]{3,9},? /i.test(text)
      ? (Date.parse(/GMT|UTC|[+-]\d{4}$/i.test(text) ? text : `${text} GMT`) - now) / 1000
      : NaN;
  return retrySeconds(seconds);
}

/** Seconds to wait, as far as they make sense. */
export function retrySeconds(seconds: number): number | null {
  return seconds > 0 ? Math.min(Math.ceil(seconds), MAX_SECONDS) : null;
}
