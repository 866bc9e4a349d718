import type { RowKind, TickerRow } from './rows.ts';

/** A row that is here but not shown yet. */
export interface Waiting {
  row: TickerRow;
  /** When its own time tells it to come; monotonic ms. */
  due: number;
}

/** What the ticker can take. All times are monotonic ms. */
export interface Room {
  now: number;
  /** When the next poll brings others. */
  end: number;
  /** When the last row came. */
  last: number;
  /** When payments came, in order. */
  paid: readonly number[];
  /** Rows at the most. */
  size: number;
  /** Pages are told as a rate. */
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
 * all of them, if need be after the next poll; then goals, then pages, the newest of each.
 *
 * @returns When each of the chosen comes, in that order.
 */
export function pace(waiting: readonly Waiting[], room: Room): (readonly [row: TickerRow, at: number])[] {
  const { now, end, last, size, isSurge } = room;
  const places = Math.max(1, Math.floor((end - Math.max(now, last + GAP)) / GAP) + 1);
  const payments = waiting.filter(({ row }) => row.kind === 'payment').length;
  const paid = [...room.paid];
  let before = last;
  return waiting
    .filter(({ row }) => !isSurge || row.kind !== 'pageview')
    .sort((a, b) => RANK[a.row.kind] - RANK[b.row.kind] || b.due - a.due)
    .slice(0, Math.max(places, Math.min(payments, MOST_PAYMENTS)))
    .sort((a, b) => a.due - b.due)
    .map(({ row, due }) => {
      // Where all rows are payments that have to stay, the next one waits for the first of them.
      before = Math.max(due, now, before + GAP, (paid.at(-size) ?? -Infinity) + PAYMENT_STAYS);
      if (row.kind === 'payment') paid.push(before);
      return [row, before] as const;
    });
}

/** The newest rows, as many as there is room for. Those that have to stay do, whatever comes after them. */
export function fitRows(
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
