import type { ErrorReason } from '../../protocol/published.ts';
import type { Entry, LoadResult } from '../cache.ts';
import { ProxyError } from '../errors.ts';
import { CLOCK_TOLERANCE_MS } from './store.ts';

/** What the instances of a fleet share: the last good answer, and how the last call ended. */
export interface StoredRecord<Value> {
  /** Epoch milliseconds of the last call's end: its order. */
  at: number;
  entry: Entry<Value> | null;
  /** `null`: the last call was a success. */
  failure: Failure | null;
  /** Epoch milliseconds: when asking again makes sense after a success. */
  until?: number;
  /** Epoch milliseconds, in order: the times of the entries that wait to be published, and of the one before them. */
  waiting?: readonly number[];
}

interface Failure {
  reason: ErrorReason;
  status: number;
  /** Epoch milliseconds: when asking again makes sense. */
  until: number;
  /** The machine that it may have happened to alone; `null`: it holds for all. */
  by: string | null;
}

/** A second opinion is a call, too: the next one waits for as long. */
const SECOND_OPINION_MS = 10_000;

/**
 * What came of a call, for the others. Where the upstream was not heard the reason may be this machine's, and one other is
 * to try as well; if that fails too, it holds for all.
 *
 * @param machine This one's name.
 */
export function recordOf<Value>(
  outcome: LoadResult<Value>,
  before: StoredRecord<Value> | null,
  { now, machine }: { now: number; machine: string },
): StoredRecord<Value> {
  if ('entry' in outcome) {
    const { entry, until = -Infinity } = outcome;
    return { at: entry.at, entry, failure: null, ...(until > now && { until }) };
  }
  const { error, until } = outcome;
  const { reason, status } = error;
  const reporter = before?.failure?.by;
  const isSecond = typeof reporter === 'string' && reporter !== machine;
  const isOwn = error.unheard && (reporter === undefined || reporter === machine);
  const failure = {
    reason,
    status,
    until: error.unheard && isSecond ? until + SECOND_OPINION_MS : until,
    by: isOwn ? machine : null,
  };
  return { at: now, entry: before?.entry ?? null, failure, ...(before?.waiting && { waiting: before.waiting }) };
}

/** What another machine's call means for this one; `null` where it is no longer of use. */
export function loadResultOf<Value>(
  { entry, failure, until: pause = -Infinity }: StoredRecord<Value>,
  { now, refreshMs, staleMs }: { now: number; refreshMs: number; staleMs: number },
): LoadResult<Value> | null {
  if (failure) {
    const { reason, status, until, by } = failure;
    if (until <= now || by !== null) return null;
    return { error: new ProxyError(reason, 'Reported by another instance.', { status }), until };
  }
  if (!entry || entry.at - now > CLOCK_TOLERANCE_MS) return null;
  const ours = clampToClock(entry, now);
  const isPaused = pause > now;
  if (now - ours.at >= (isPaused ? Math.max(refreshMs, staleMs) : refreshMs)) return null;
  return { entry: ours, ...(isPaused && { until: pause }) };
}

/** An answer of the future comes from a machine whose clock goes before ours: for us it is of this moment. */
export function clampToClock<Value>({ value, at }: Entry<Value>, now: number): Entry<Value> {
  return { value, at: Math.min(at, now) };
}
