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

/** What happened between two snapshots that can be compared. */
export function newRows(before: Snapshot, { data }: Snapshot): Pick<Changes, 'events' | 'payments'> {
  return {
    events: missingFrom(before.data.recentEvents, data.recentEvents, (event) => event._id),
    payments: missingFrom(before.data.recentPayments, data.recentPayments, (payment) => payment._id),
  };
}

function missingFrom<Row>(known: readonly Row[], rows: readonly Row[], id: (row: Row) => string): Row[] {
  const ids = new Set(known.map(id));
  return rows.filter((row) => !ids.has(id(row)));
}
