import type { Payment, Snapshot, Visitor, VisitorEvent } from '../protocol/types.ts';

/** What is new between two snapshots. */
export interface Changes {
  arrived: Visitor[];
  departed: Visitor[];
  events: VisitorEvent[];
  payments: Payment[];
}

/** Whether ids of the two mean the same people: those of another id epoch do not, and before the first is nothing. */
export function areComparable(previous: Snapshot | null, next: Snapshot): previous is Snapshot {
  return previous !== null && previous.meta?.idEpoch === next.meta?.idEpoch;
}

/** Compares two snapshots. Where they cannot be compared the second is the present, not news: nothing in it is new. */
export function changesBetween(previous: Snapshot | null, next: Snapshot): Changes {
  if (!areComparable(previous, next)) {
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
