import type { EnvelopeFailure } from '../protocol/envelope.ts';

export interface AskOptions {
  credentials: RequestCredentials;
  headers?: HeadersInit;
  signal: AbortSignal;
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
export type BodyResult<Good> = Good | { ok: false; failure: Pick<EnvelopeFailure, 'kind' | 'reason'> };

/** What our proxy calls its reasons like. Another server may put anything there. */
const REASON = /^[a-z]+(?:-[a-z]+){0,4}$/;

/** Asks a proxy once. Never rejects, but for the abort of its signal. @param read Makes of the body what is wanted. */
export async function ask<Good extends { ok: true }>(
  url: string,
  { credentials, headers, signal }: AskOptions,
  read: (body: unknown, headers: Headers) => BodyResult<Good>,
): Promise<Good | Failure> {
  let response: Response;
  let body: unknown;
  try {
    // no-cache: the browser asks with its ETag each time. Otherwise `stale-while-revalidate`, meant for the CDN in
    // front of the proxy, would let the browser show the answer before last.
    response = await fetch(url, { credentials, headers, signal, cache: 'no-cache' });
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, reason: 'network', retryAfter: null };
  }
  const retryAfter = readRetryAfter(response.headers.get('retry-after'));
  try {
    body = await response.json();
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, reason: response.ok ? 'not-json' : `http-${response.status}`, retryAfter };
  }
  const result = read(body, response.headers);
  if (!result.ok) {
    const { kind, reason } = result.failure;
    const fallback = response.ok && kind === 'not-a-snapshot' ? kind : `http-${response.status}`;
    return { ok: false, reason: reason !== null && REASON.test(reason) ? reason : fallback, retryAfter };
  }
  return response.ok ? result : { ok: false, reason: `http-${response.status}`, retryAfter };
}

/** Seconds, from a number of seconds or an HTTP date; nonsense counts as absent. */
function readRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const seconds = (new Date(value).getTime() - Date.now()) / 1000;
  return seconds > 0 ? seconds : null;
}
