import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Memory } from '../protocol/memory.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';
import { serverTime } from './server-time.ts';

export interface RequestOptions {
  credentials: RequestCredentials;
  headers: HeadersInit;
  signal: AbortSignal;
  /** Visitors of the answer before. */
  memory?: Memory<Visitor>;
}

/** A snapshot with the moment it speaks of, or why there is none. */
export type Answer =
  | {
      ok: true;
      snapshot: Snapshot;
      /** Epoch ms by the server's clock at the moment of receipt; `null` where the answer tells no time at all. */
      serverTime: number | null;
    }
  | {
      ok: false;
      /** `network`, `not-json`, `not-a-snapshot`, `http-<status>`, or the reason that our proxy told. */
      reason: string;
      /** Seconds that the server asks to wait. */
      retryAfter: number | null;
    };

/** What our proxy calls its reasons like. Another server may put anything there. */
const REASON = /^[a-z]+(?:-[a-z]+){0,4}$/;

/** Gets one snapshot. Never rejects, but for the abort of its signal. */
export async function requestSnapshot(
  url: string,
  { credentials, headers, signal, memory }: RequestOptions,
): Promise<Answer> {
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
  const result = parseSnapshot(body, memory);
  if (!result.ok) {
    const { kind, reason } = result.failure;
    const fallback = response.ok && kind === 'not-a-snapshot' ? kind : `http-${response.status}`;
    return { ok: false, reason: reason !== null && REASON.test(reason) ? reason : fallback, retryAfter };
  }
  if (!response.ok) return { ok: false, reason: `http-${response.status}`, retryAfter };
  return answerOf(result.snapshot, response.headers);
}

/** @param headers Of the response that it came with. */
export function answerOf(snapshot: Snapshot, headers: Headers): Answer {
  return { ok: true, snapshot: withoutPersonal(snapshot), serverTime: serverTime(snapshot, headers) };
}

/** Seconds, from a number of seconds or an HTTP date; nonsense counts as absent. */
function readRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const seconds = (Date.parse(value) - Date.now()) / 1000;
  return seconds > 0 ? seconds : null;
}
