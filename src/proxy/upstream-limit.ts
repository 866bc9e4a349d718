import { retrySeconds, parseRetryAfter } from './retry-after.ts';

/** Numbers from here on are times: in epoch seconds or, from the larger one on, in epoch milliseconds. */
const LEAST_EPOCH_SECONDS = 1e9;
const LEAST_EPOCH_MS = 1e12;

/** Seconds to wait after an error, by `Retry-After` or, for 429, the rate limit headers. */
export function retryAfterOf(status: number, headers: Headers, now: number): number | null {
  const asked = parseRetryAfter(headers.get('retry-after'), now);
  return asked ?? (status === 429 ? secondsToReset(headers, now) : null);
}

/**
 * Milliseconds to wait after a good answer, so that the upstream's limit is not reached: the remaining calls
 * (`X-RateLimit-Remaining`) are spread over the time until the reset (`X-RateLimit-Reset`).
 *
 * @param now Epoch milliseconds.
 * @returns At most an hour; 0 if a header is missing or invalid.
 */
export function rateLimitPause(headers: Headers, now: number): number {
  const remaining = headers.get('x-ratelimit-remaining')?.trim() ?? '';
  const seconds = secondsToReset(headers, now);
  return seconds !== null && /^\d+$/.test(remaining) ? (seconds * 1000) / Math.max(1, Number(remaining)) : 0;
}

/** `X-RateLimit-Reset` is not standardized: seconds from now, a time in either unit, and a date are in use. */
function secondsToReset(headers: Headers, now: number): number | null {
  const value = headers.get('x-ratelimit-reset')?.trim() ?? '';
  if (!/^\d+(\.\d+)?$/.test(value)) return parseRetryAfter(value, now);
  const number = Number(value);
  if (number < LEAST_EPOCH_SECONDS) return retrySeconds(number);
  return retrySeconds((number < LEAST_EPOCH_MS ? number * 1000 - now : number - now) / 1000);
}
