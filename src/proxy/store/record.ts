import type { ErrorReason } from '../../protocol/published.ts';
import type { Entry, LoadResult } from '../cache.ts';
import { ProxyError } from '../errors.ts';
import { CLOCK_TOLERANCE_MS } from './store.ts';

/** What instances share: the last good answer, and how the last call ended. */
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
  /** The instance that may be the only one to fail; `null`: the failure counts for all. */
  by: string | null;
}

/** The retry of a second instance is a call, too, so the next one is delayed. */
const SECOND_OPINION_MS = 10_000;

/**
 * The result of a call, for other instances. If the upstream did not answer, this instance may be the cause, and another one
 * retries; if that fails as well, the failure counts for all.
 *
 * @param machine The name of this instance.
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

/** What another instance's call means for this one; `null` if it is out of date. */
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

/** An answer of the future comes from an instance whose clock is ahead of ours: here it counts as new. */
export function clampToClock<Value>({ value, at }: Entry<Value>, now: number): Entry<Value> {
  return { value, at: Math.min(at, now) };
}
