import type { SnapshotData } from '../protocol/types.ts';

/**
 * What is published below `minimumCount`. The visitors are removed with the count, as they could be counted; events and payments
 * stay, without visitors and places.
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

/** Whether there are too few visitors to publish their number. */
export function isBelowMinimum({ count, visitors }: SnapshotData, minimumCount: number): boolean {
  return (count ?? visitors.length) < minimumCount;
}
