import type { Payment, Snapshot, Visitor, VisitorEvent } from '../protocol/types.ts';

/** What is new between two snapshots. */
export interface Changes {
  arrived: Visitor[];
  departed: Visitor[];
  events: VisitorEvent[];
  payments: Payment[];
}

/**
 * Compares two snapshots. The first one is the present, not news, and so is the first one of a new id epoch, whose ids
 * cannot be compared with those before: nothing is new in either.
 */
export function changesBetween(previous: Snapshot | null, next: Snapshot): Changes {
  if (!previous || previous.meta?.idEpoch !== next.meta?.idEpoch) {
    return { arrived: [], departed: [], events: [], payments: [] };
  }
  const before = previous.data;
  const { data } = next;
  return {
    arrived: missingFrom(before.visitors, data.visitors, (visitor) => visitor.visitorId),
    departed: missingFrom(data.visitors, before.visitors, (visitor) => visitor.visitorId),
    events: missingFrom(before.recentEvents, data.recentEvents, (event) => event._id),
    payments: missingFrom(before.recentPayments, data.recentPayments, (payment) => payment._id),
  };
}

function missingFrom<Row>(known: readonly Row[], rows: readonly Row[], id: (row: Row) => string): Row[] {
  const ids = new Set(known.map(id));
  return rows.filter((row) => !ids.has(id(row)));
}
