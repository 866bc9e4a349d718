import type { Memory } from '../protocol/memory.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';
import { ask, type AskOptions, type Failure } from './ask.ts';
import { serverTime } from './server-time.ts';

export interface RequestOptions extends AskOptions {
  /** Visitors of the answer before. */
  memory?: Memory<Visitor>;
}

/** A snapshot with the moment it speaks of. */
export interface SnapshotAnswer {
  ok: true;
  snapshot: Snapshot;
  /** Epoch ms by the server's clock at the moment of receipt; `null` where the answer tells no time at all. */
  serverTime: number | null;
}

/** A snapshot, or why there is none. */
export type Answer = SnapshotAnswer | Failure;

/** Gets one snapshot. Never rejects, but for the abort of its signal. */
export function requestSnapshot(url: string, options: RequestOptions): Promise<Answer> {
  return ask(url, options, (body, headers) => {
    const result = parseSnapshot(body, options.memory);
    return result.ok ? answerOf(result.snapshot, headers) : result;
  });
}

/** @param headers Of the response that it came with. */
export function answerOf(snapshot: Snapshot, headers: Headers): SnapshotAnswer {
  return { ok: true, snapshot: withoutPersonal(snapshot), serverTime: serverTime(snapshot, headers) };
}
