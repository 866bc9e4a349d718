import type { Snapshot } from 'datafast-live-map';

/** Answers of a proxy, of so many people. */
export const snapshots: Snapshot[] = [7, 9].map((count) => {
  const visitors = Array.from({ length: count }, (_, index) => ({
    visitorId: `v${index}`,
    location: { city: 'Lisbon', region: 'PT-11', countryCode: 'PT' },
    latitude: 38.7,
    longitude: -9.1,
  }));
  return { status: 'success', data: { count, visitors, recentEvents: [], recentPayments: [] } } as unknown as Snapshot;
});
