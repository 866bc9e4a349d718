import type { SnapshotData } from '../../protocol/types.ts';

/**
 * What is left to tell where too few people are here: that there are fewer than the site wants to tell. The visitors go
 * with the number, as they can be counted; events and payments stay, of nobody in particular and from nowhere.
 */
export function withoutPresence(data: SnapshotData): SnapshotData {
  return {
    ...data,
    count: null,
    visitors: [],
    recentEvents: data.recentEvents.map((event) => ({
      ...event,
      visitorId: null,
      countryCode: null,
      referrer: null,
      customerName: null,
      displayName: null,
    })),
    recentPayments: data.recentPayments.map((payment) => ({ ...payment, name: null, email: null, displayName: null })),
  };
}

/** Whether the site wants to keep to itself how few people are here. */
export function isBelow({ count, visitors }: SnapshotData, minimumCount: number): boolean {
  return (count ?? visitors.length) < minimumCount;
}
