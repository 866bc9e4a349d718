import type { TickerRow } from '../ticker/rows.ts';
import type { Changes } from './changes.ts';
import { pendingChanges, planReveal, type PendingChanges, type PlaybackWindow } from './reveal-plan.ts';
import { RevealQueue, type RevealedItems } from './reveal-queue.ts';
import type { ShownRows } from './shown-rows.ts';

/**
 * Reveals what a snapshot changed over the time until the next one. Only the second snapshot of a page needs it, so its
 * file is fetched after the first.
 */
export class Playback {
  readonly queue: RevealQueue = new RevealQueue();
  readonly #rows: ShownRows;
  #end = 0;
  #isDense = false;

  constructor(rows: ShownRows) {
    this.#rows = rows;
  }

  /** @param rows The ticker rows among the changes. */
  play(changes: Changes, rows: readonly TickerRow[], window: PlaybackWindow, isDense: boolean): void {
    this.#end = window.start + window.length;
    this.#isDense = isDense;
    for (const { visitorId } of changes.departed) this.queue.drop(visitorId);
    this.#plan(this.queue.pending(pendingChanges(changes, rows, window, isDense)), window.start);
  }

  /** Plans waiting rows again. @param now Monotonic ms. @returns Whether there are any. */
  replan(now: number): boolean {
    if (this.queue.rowCount === 0) return false;
    this.#plan(this.queue.pending(), now);
    return true;
  }

  /** Takes what is due, and inserts its rows. @param now Monotonic ms. @param mayShowRows Whether rows may move. */
  reveal(now: number, mayShowRows: boolean): RevealedItems {
    const due = this.queue.take(now, mayShowRows);
    for (const row of due.rows) this.#rows.insert(row, now);
    return due;
  }

  #plan(pending: PendingChanges, now: number): void {
    const plan = planReveal(pending, {
      now,
      end: this.#end,
      last: this.#rows.lastAt,
      paid: this.#rows.paymentTimes,
      // One of the rows may be taken by the number of the others.
      size: Math.max(1, this.#rows.size - 1),
      isSurge: this.#isDense,
    });
    this.queue.schedule(plan);
    this.#rows.skip(plan.skipped, now);
  }
}
