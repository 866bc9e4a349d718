import type { ErrorReason } from '../../protocol/published.ts';
import type { Entry, Outcome } from '../cache.ts';
import { ProxyError } from '../errors.ts';

/** What the machines of a fleet tell each other: the last good answer, and how the last call ended. */
export interface StoredRecord<Value> {
  /** Epoch milliseconds of the last call's end: its order. */
  at: number;
  entry: Entry<Value> | null;
  /** `null`: the last call was a success. */
  failure: { reason: ErrorReason; status: number; until: number } | null;
}

export function recordOf<Value>(
  outcome: Outcome<Value>,
  before: Entry<Value> | null,
  now: number,
): StoredRecord<Value> {
  if ('entry' in outcome) return { at: outcome.entry.at, entry: outcome.entry, failure: null };
  const { reason, status } = outcome.error;
  return { at: now, entry: before, failure: { reason, status, until: outcome.until } };
}

/** What another machine's call means for this one; `null` where it is no longer of use. */
export function outcomeOf<Value>(
  { entry, failure }: StoredRecord<Value>,
  { now, refreshMs }: { now: number; refreshMs: number },
): Outcome<Value> | null {
  if (failure) {
    const { reason, status, until } = failure;
    if (until <= now) return null;
    return { error: new ProxyError(reason, 'Another machine of this fleet was told so.', { status }), until };
  }
  // An age below zero is a clock that goes before ours; a large one is a wrong clock's, and tells nothing.
  const ageMs = entry ? now - entry.at : Infinity;
  return entry && ageMs < refreshMs && ageMs > -refreshMs ? { entry } : null;
}
