import type { RowKind, TickerRow } from './rows.ts';

/** A row that is here but not shown yet. */
export interface PendingRow {
  row: TickerRow;
  /** When it is due by its own time; monotonic ms. */
  due: number;
}

/** What the ticker can take. All times are monotonic ms. */
export interface TickerCapacity {
  now: number;
  /** When the next poll brings others. */
  end: number;
  /** When the last row came. */
  last: number;
  /** When payments came, in order. */
  paid: readonly number[];
  /** Rows at the most. */
  size: number;
  /** Pageviews are only counted. */
  isSurge: boolean;
}

/** Milliseconds between two rows, so that each can be read. */
const GAP = 2_500;
/** Milliseconds that a payment is to be seen. */
export const PAYMENT_STAYS = 10_000;
/** Payments that wait at the most. */
const MOST_PAYMENTS = 24;
const RANK: Readonly<Record<RowKind, number>> = { payment: 0, goal: 1, pageview: 2 };

/**
 * Chooses the rows that come, and when: at their own time, or as soon as there is room again. Payments come first, and
 * all of them, if need be after the next poll; then goals, then pages, each time the newest of those that are due.
 *
 * @returns When each of the chosen comes, in that order.
 */
export function scheduleRows(
  waiting: readonly PendingRow[],
  room: TickerCapacity,
): (readonly [row: TickerRow, at: number])[] {
  const { now, end, last, size, isSurge } = room;
  const inOrder = [...waiting].sort((a, b) => a.due - b.due);
  const chosen = new Set(inOrder.filter(({ row }) => row.kind === 'payment').slice(-MOST_PAYMENTS));
  const isWanted = (one: PendingRow): boolean =>
    one.row.kind === 'payment' ? chosen.has(one) : !isSurge || one.row.kind === 'goal';
  let left = inOrder.filter(isWanted);
  for (let slot = Math.max(now, last + GAP); slot <= end || chosen.size === 0; slot += GAP) {
    const [first] = left;
    if (!first) break;
    slot = Math.max(slot, first.due);
    let best = first;
    for (const one of left) if (one.due <= slot && RANK[one.row.kind] <= RANK[best.row.kind]) best = one;
    chosen.add(best);
    left = left.filter((one) => one !== best);
  }
  const paid = [...room.paid];
  let before = last;
  return inOrder
    .filter((one) => chosen.has(one))
    .map(({ row, due }) => {
      // Where all rows are payments that have to stay, the next one waits for the first of them.
      before = Math.max(due, now, before + GAP, (paid[paid.length - size] ?? -Infinity) + PAYMENT_STAYS);
      if (row.kind === 'payment') paid.push(before);
      return [row, before] as const;
    });
}

/** The newest rows, as many as there is room for. Those that have to stay do, whatever comes after them. */
export function limitRows(
  rows: readonly TickerRow[],
  size: number,
  staying: { has: (id: string) => boolean },
): TickerRow[] {
  const kept = [...rows];
  while (kept.length > size)
    kept.splice(
      kept.findLastIndex(({ id }) => !staying.has(id)),
      1,
    );
  return kept;
}
