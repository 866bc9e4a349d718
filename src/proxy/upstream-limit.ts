import { retrySeconds, parseRetryAfter } from './retry-after.ts';

/** From here on a number is no length in seconds but a moment: in epoch seconds or, from the larger on, milliseconds. */
const LEAST_EPOCH_SECONDS = 1e9;
const LEAST_EPOCH_MS = 1e12;

/** Seconds that an upstream asks to wait after an error. A limit of its calls may say so in place of `Retry-After`. */
export function retryAfterOf(status: number, headers: Headers, now: number): number | null {
  const asked = parseRetryAfter(headers.get('retry-after'), now);
  return asked ?? (status === 429 ? secondsToReset(headers, now) : null);
}

/**
 * Milliseconds to wait after a good answer, so that the upstream's limit is not reached: the calls that remain
 * (`X-RateLimit-Remaining`) are spread over the time until it starts again (`X-RateLimit-Reset`).
 *
 * @param now Epoch milliseconds.
 * @returns At most an hour; 0 where a header is missing, or makes no sense.
 */
export function rateLimitPause(headers: Headers, now: number): number {
  const remaining = headers.get('x-ratelimit-remaining')?.trim() ?? '';
  const seconds = secondsToReset(headers, now);
  return seconds !== null && /^\d+$/.test(remaining) ? (seconds * 1000) / Math.max(1, Number(remaining)) : 0;
}

/** `X-RateLimit-Reset` is not standardized: seconds from now, a moment in either unit, and a date are in use. */
function secondsToReset(headers: Headers, now: number): number | null {
  const value = headers.get('x-ratelimit-reset')?.trim() ?? '';
  if (!/^\d+(\.\d+)?$/.test(value)) return parseRetryAfter(value, now);
  const number = Number(value);
  if (number < LEAST_EPOCH_SECONDS) return retrySeconds(number);
  return retrySeconds((number < LEAST_EPOCH_MS ? number * 1000 - now : number - now) / 1000);
}
