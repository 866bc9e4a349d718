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
  readonly #due = { visitors: new Map<string, number>(), rows: new Map<string, number>() };
  #held: Held | null = null;
  #running = false;
  #timer: unknown;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Another object whenever it is something else. */
  get held(): Held {
    const { visitors, rows } = this.#due;
    return (this.#held ??= { visitors: new Set(visitors.keys()), rows: new Set(rows.keys()) });
  }

  /** What is overdue when it starts is let go at once. */
  set running(running: boolean) {
    if (running === this.#running) return;
    this.#running = running;
    this.#wait();
  }

  /** Monotonic milliseconds. */
  now(): number {
    return this.#platform.now();
  }

  /** Holds these too, or until another moment. */
  hold(kind: keyof Held, due: Due): void {
    for (const [id, time] of due) this.#due[kind].set(id, time);
    this.#wait();
  }

  /** Holds one no longer. @returns Whether it was held. */
  drop(kind: keyof Held, id: string): boolean {
    this.#held = null;
    return this.#due[kind].delete(id);
  }

  /** Holds nothing any more. */
  clear(): void {
    this.#due.visitors.clear();
    this.#due.rows.clear();
    this.#wait();
  }

  #wait(): void {
    this.#held = null;
    this.#platform.clearTimeout(this.#timer);
    let next = Infinity;
    for (const held of Object.values(this.#due)) for (const due of held.values()) next = Math.min(next, due);
    if (!this.#running || next === Infinity) return;
    this.#timer = this.#platform.setTimeout(
      () => {
        const now = this.now();
        const [visitors, rows] = [this.#take('visitors', now), this.#take('rows', now)];
        if (visitors.length + rows.length > 0) this.onRelease?.({ visitors, rows, isLive: now - next <= OVERDUE });
        this.#wait();
      },
      Math.max(0, next - this.now()),
    );
  }

  #take(kind: keyof Held, now: number): string[] {
    const due = [...this.#due[kind]].filter(([, time]) => time <= now).sort(([, a], [, b]) => a - b);
    return due.map(([id]) => {
      this.drop(kind, id);
      return id;
    });
  }
}
