import type { Snapshot } from '../protocol/types.ts';

/** Since when a visitor is known here, and when the visitor was last seen doing something; epoch ms, server's clock. */
export interface Presence {
  page: string | null;
  /** `null`: nothing was seen yet, which counts as active. */
  lastActivity: number | null;
}

/**
 * The upstream does not tell when a visitor was last active. What can be seen is the newest of the visitor's own
 * events, a change of page between two polls, and first sight; those there from the start are unknown.
 *
 * @param before What was known until now; `null` at the first snapshot, whose people were there before.
 * @param now Epoch ms, server's clock.
 */
export function updatePresence(
  before: ReadonlyMap<string, Presence> | null,
  { data }: Snapshot,
  now: number,
): Map<string, Presence> {
  const newestEvent = new Map<string, number>();
  for (const { visitorId, timestamp } of data.recentEvents) {
    // Newest first, so the first of a visitor counts.
    if (visitorId !== null && timestamp !== null && !newestEvent.has(visitorId)) {
      newestEvent.set(visitorId, Date.parse(timestamp));
    }
  }
  return new Map(
    data.visitors.map(({ visitorId, currentUrl }) => {
      const known = before?.get(visitorId);
      const arrived = before !== null && !known;
      const moved = known !== undefined && known.page !== currentUrl;
      const seen = Math.max(
        newestEvent.get(visitorId) ?? -Infinity,
        known?.lastActivity ?? -Infinity,
        arrived || moved ? now : -Infinity,
      );
      return [visitorId, { page: currentUrl, lastActivity: Number.isFinite(seen) ? seen : null }];
    }),
  );
}
