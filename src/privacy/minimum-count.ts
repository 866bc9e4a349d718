import type { SnapshotData } from '../protocol/types.ts';

/**
 * What remains where fewer visitors are here than the site wants to publish. The visitors are removed with the number, as
 * they can be counted; events and payments stay, without a visitor and without a place.
 */
export function withoutVisitors(data: SnapshotData): SnapshotData {
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
export function isBelowMinimum({ count, visitors }: SnapshotData, minimumCount: number): boolean {
  return (count ?? visitors.length) < minimumCount;
}
