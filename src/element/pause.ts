import { countMissed, type Shown } from './shown.ts';

/** How long the visits missed in a pause are told, in milliseconds. */
const TOLD_MS = 8_000;

/** What a pause holds, and what was missed during it. */
export class Pause {
  /** What is shown while it lasts; `null` while nothing is held. */
  held: Shown | null = null;
  /** Visits to be told as missed, as long as nobody has asked for them after their time. */
  missed = 0;
  #ended = 0;

  /** Holds what is shown now. Where nothing is there yet, the first snapshot will be held. */
  hold(present: Shown): void {
    if (present.snapshot) this.held ??= present;
  }

  /** Ends, if it lasted. @param now Monotonic milliseconds. */
  release(present: Shown, now: number): void {
    if (!this.held) return;
    this.missed = countMissed(this.held, present);
    this.#ended = now;
    this.held = null;
  }

  /** Visits to be told as missed. */
  missedAt(now: number): number {
    if (now - this.#ended >= TOLD_MS) this.missed = 0;
    return this.missed;
  }
}
