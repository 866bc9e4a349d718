import type { RowCache } from '../protocol/row-cache.ts';
import type { ParseFailure } from '../protocol/envelope.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';
import { requestJson, type RequestJsonOptions, type Failure } from './request-json.ts';
import { serverTime } from './server-time.ts';

export interface RequestOptions extends RequestJsonOptions {
  /** Visitors of the answer before. */
  rows?: RowCache<Visitor>;
}

/** A snapshot with the moment it speaks of. */
export interface SnapshotResponse {
  ok: true;
  snapshot: Snapshot;
  /** Epoch ms by the server's clock at the moment of receipt; `null` where the answer has no time at all. */
  serverTime: number | null;
}

/** A snapshot, or why there is none. */
export type RequestResult = SnapshotResponse | Failure;

/** Gets one snapshot. Never rejects, but for the abort of its signal. */
export function requestSnapshot(url: string, options: RequestOptions): Promise<RequestResult> {
  return requestJson<SnapshotResponse>(url, options, (body, headers) => readSnapshot(body, headers, options.rows));
}

/**
 * @param body The decoded JSON of an answer.
 * @param headers Of the response that it came with.
 * @param rows Visitors of the answer before.
 */
export function readSnapshot(
  body: unknown,
  headers: Headers,
  rows?: RowCache<Visitor>,
): SnapshotResponse | { ok: false; failure: ParseFailure } {
  const result = parseSnapshot(body, rows);
  if (!result.ok) return result;
  return { ok: true, snapshot: withoutPersonal(result.snapshot), serverTime: serverTime(result.snapshot, headers) };
}
