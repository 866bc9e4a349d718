import { limitRows, PAYMENT_STAYS } from '../ticker/schedule.ts';
import { replaces, type TickerRow } from '../ticker/rows.ts';

const MINUTE_MS = 60_000;

/** The rows that the ticker shows, and how many of the last minute it does not. All times are monotonic ms. */
export class ShownRows {
  /** Newest first. */
  rows: readonly TickerRow[] = [];
  /** Rows of the last minute without a place. */
  more = 0;
  /** When the last row was inserted. */
  lastAt: number = Number.NEGATIVE_INFINITY;
  /** At most so many rows. */
  size = 0;
  /** Payments that stay for some time, and when they were inserted. */
  readonly #payments = new Map<string, number>();
  #skipped: { at: number; count: number }[] = [];

  /** When the payments that still have to stay were inserted, in order. */
  get paymentTimes(): readonly number[] {
    return [...this.#payments.values()];
  }

  /** Shows these at once, and forgets what had no place. Payments that have to stay keep their places. */
  reset(rows: readonly TickerRow[], now: number): void {
    this.#skipped = [];
    this.more = 0;
    this.#fit(rows, now);
  }

  insert(row: TickerRow, now: number): void {
    this.lastAt = now;
    if (row.kind === 'payment') this.#payments.set(row.id, now);
    this.#fit([row, ...this.rows.filter((older) => older.id !== row.id && !replaces(row, older))], now);
  }

  /** Counts rows that get no place. Where one row is all there is, it is not given up for their number. */
  skip(count: number, now: number): void {
    this.#skipped = this.#skipped.filter(({ at }) => now - at < MINUTE_MS);
    this.#skipped.push({ at: now, count });
    this.more = 0;
    if (this.size > 1) for (const { count } of this.#skipped) this.more += count;
    this.#fit(this.rows, now);
  }

  /** Removes rows from before the snapshot's window. @param oldest Epoch ms by the server's clock. */
  expire(oldest: number): void {
    this.rows = this.rows.filter((row) => !(row.at < oldest));
  }

  #fit(rows: readonly TickerRow[], now: number): void {
    for (const [id, at] of this.#payments) if (now - at >= PAYMENT_STAYS) this.#payments.delete(id);
    const fitting = limitRows(rows, this.more > 0 ? this.size - 1 : this.size, this.#payments);
    const isSame = fitting.length === this.rows.length && fitting.every((row, index) => row === this.rows[index]);
    if (!isSame) this.rows = Object.freeze(fitting);
  }
}
