import type { Snapshot } from '../protocol/types.ts';
import { areComparable } from './changes.ts';
import type { LiveState } from './live-state.ts';
import type { RevealQueue } from './reveal-queue.ts';

/** The part of a state that depends on what is revealed of its snapshot. */
export type Revealed = Pick<LiveState, 'count' | 'visitors' | 'lastActivity' | 'payments'>;

export const NOTHING_REVEALED: Revealed = { count: null, visitors: [], lastActivity: [], payments: [] };

/**
 * The snapshot without what waits in the queue. The upstream may count other visitors than it lists.
 *
 * @param lastActivity Of each visitor of the snapshot.
 */
export function revealedPart(
  { data }: Snapshot,
  lastActivity: readonly (number | null)[],
  queue: RevealQueue | undefined,
): Revealed {
  const { count, visitors, recentPayments: payments } = data;
  const waiting = queue?.visitorCount ?? 0;
  if (!queue || waiting + queue.paymentCount === 0) return { count, visitors, lastActivity, payments };
  const isRevealed = (_: unknown, index: number): boolean => !queue.hasVisitor(visitors[index]?.visitorId ?? '');
  return {
    // Where all have changed, no one is shown for a moment, though people are here.
    count: count === null ? null : Math.max(count - waiting, Math.min(count, Math.max(1, visitors.length - waiting))),
    visitors: waiting === 0 ? visitors : visitors.filter(isRevealed),
    lastActivity: waiting === 0 ? lastActivity : lastActivity.filter(isRevealed),
    payments: payments.filter(({ _id }) => !queue.hasPayment(_id)),
  };
}

/** How many visitors are here now who were not shown before. */
export function countMissed(shown: LiveState, now: Snapshot | null): number {
  if (!now || !areComparable(shown.snapshot, now)) return 0;
  const known = new Set(shown.visitors.map(({ visitorId }) => visitorId));
  return now.data.visitors.filter(({ visitorId }) => !known.has(visitorId)).length;
}
