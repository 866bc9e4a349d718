import type { ParseFailure } from '../protocol/envelope.ts';
import { epochOf } from '../protocol/epoch.ts';

/** As `fetch` has them. */
export interface RequestJsonOptions {
  credentials: RequestCredentials;
  headers?: HeadersInit;
  signal: AbortSignal;
  /** What {@link Poller} says of the browser's own cache. */
  cache?: RequestCache;
}

/** Why there is no answer. */
export interface Failure {
  ok: false;
  /** `network`, `not-json`, `not-a-snapshot`, `http-<status>`, or the reason that our proxy gave. */
  reason: string;
  /** Seconds that the server asks to wait. */
  retryAfter: number | null;
}

/** What a reader makes of an answer's body. */
export type BodyResult<Good> = Good | { ok: false; failure: ParseFailure };

/** What our proxy calls its reasons like. Another server may put anything there. */
const REASON = /^[a-z]+(-[a-z]+){0,4}$/;

/** Asks a proxy once. Never rejects, but for the abort of its signal. @param read Makes of the body what is wanted. */
export async function requestJson<Good extends { ok: true }>(
  url: string,
  options: RequestJsonOptions,
  read: (body: unknown, headers: Headers) => BodyResult<Good>,
): Promise<Good | Failure> {
  let retryAfter: number | null = null;
  let reason = 'network';
  try {
    const response = await fetch(url, options);
    const { ok, headers } = response;
    const status = `http-${response.status}`;
    retryAfter = readRetryAfter(headers.get('retry-after'));
    reason = ok ? 'not-json' : status;
    const result = read(await response.json(), headers);
    if (result.ok) {
      if (ok) return result;
    } else {
      const { kind, reason: named } = result.failure;
      if (named !== null && REASON.test(named)) reason = named;
      else reason = ok && kind === 'not-a-snapshot' ? kind : status;
    }
  } catch (error) {
    if (options.signal.aborted) throw error;
  }
  return failure(reason, retryAfter);
}

export function failure(reason: string, retryAfter: number | null = null): Failure {
  return { ok: false, reason, retryAfter };
}

/** Seconds, from a number of seconds or an HTTP date; the past and nonsense count as absent. */
function readRetryAfter(value: string | null): number | null {
  const seconds = Number(value) || (epochOf(value) - Date.now()) / 1000;
  return seconds > 0 ? seconds : null;
}
