import type { Platform } from './poller.ts';

/** What is here but not shown yet: visitors and rows, by their ids. */
export interface Held {
  visitors: ReadonlySet<string>;
  rows: ReadonlySet<string>;
}

/** What is shown from now on, in the order in which it was due. */
export interface Released {
  visitors: string[];
  rows: string[];
  /** Now is its time; else it is overdue, because nobody was looking. */
  isLive: boolean;
}

/** Each id with the moment when it is due, in monotonic ms; `Infinity`: not before it is held anew. */
export type Due = Iterable<readonly [id: string, due: number]>;

/** Milliseconds. */
const OVERDUE = 3_000;

/** Holds back what a poll brought until it is due. It has one timer, and that only while it runs and something is held. */
export class Drip {
  /** Called with what is to be shown. */
  onRelease: ((released: Released) => void) | null = null;
  readonly #platform: Platform;
  readonly #visitors = new Map<string, number>();
  readonly #rows = new Map<string, number>();
  #held: Held | null = null;
  #running = false;
  #timer: unknown;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Another object whenever it is something else. */
  get held(): Held {
    return (this.#held ??= { visitors: new Set(this.#visitors.keys()), rows: new Set(this.#rows.keys()) });
  }

  /** What is overdue when it starts is let go at once. */
  set running(running: boolean) {
    if (running === this.#running) return;
    this.#running = running;
    this.#go();
  }

  /** Monotonic milliseconds. */
  now(): number {
    return this.#platform.now();
  }

  /** Holds these too, or until another moment. */
  hold({ visitors = [], rows = [] }: { visitors?: Due; rows?: Due }): void {
    for (const [id, due] of visitors) this.#visitors.set(id, due);
    for (const [id, due] of rows) this.#rows.set(id, due);
    this.#held = null;
    this.#go();
  }

  /** Holds one no longer. @returns Whether it was held. */
  drop(kind: keyof Held, id: string): boolean {
    this.#held = null;
    return (kind === 'rows' ? this.#rows : this.#visitors).delete(id);
  }

  /** Holds nothing any more. */
  clear(): void {
    this.#visitors.clear();
    this.#rows.clear();
    this.#held = null;
    this.#go();
  }

  /** Lets go what is due, and waits for the next. */
  readonly #go = (): void => {
    this.#platform.clearTimeout(this.#timer);
    if (!this.#running) return;
    const now = this.#platform.now();
    const due = [take(this.#visitors, now), take(this.#rows, now)] as const;
    const first = Math.min(...due.map(([earliest]) => earliest?.[1] ?? Infinity));
    if (first < Infinity) {
      this.#held = null;
      const [visitors, rows] = due.map((items) => items.map(([id]) => id)) as [string[], string[]];
      this.onRelease?.({ visitors, rows, isLive: now - first <= OVERDUE });
    }
    this.#platform.clearTimeout(this.#timer);
    let next = Infinity;
    for (const held of [this.#visitors, this.#rows]) for (const time of held.values()) next = Math.min(next, time);
    if (next < Infinity) this.#timer = this.#platform.setTimeout(this.#go, next - now);
  };
}

/** Takes out what is due, in order. */
function take(held: Map<string, number>, now: number): [id: string, due: number][] {
  const due = [...held].filter(([, time]) => time <= now).sort(([, a], [, b]) => a - b);
  for (const [id] of due) held.delete(id);
  return due;
}
