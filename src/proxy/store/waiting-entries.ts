import type { Entry } from '../cache.ts';
import { clampToClock } from './record.ts';

/** Reads and writes an entry by the time that it is of. */
export interface EntryStore<Value> {
  read: (at: number) => Promise<Entry<Value> | null>;
  write: (entry: Entry<Value>) => Promise<void>;
}

export interface WaitingOptions {
  now: () => number;
  refreshMs: number;
  delayMs: number;
}

/** Intervals of refreshing by which entries are read before they are due. */
const AHEAD = 2;

/**
 * With `delaySeconds`, each entry is a text of its own in the store, and the record lists their times. An instance reads those that
 * it does not have, and only when they are due soon.
 */
export class WaitingEntries<Value> {
  readonly #options: WaitingOptions;
  /** Times of the entries that this instance has. */
  #known = new Set<number>();

  constructor(options: WaitingOptions) {
    this.#options = options;
  }

  /** Writes an entry. @param times Times of earlier entries. @returns Times of all entries that are needed. */
  async add(entry: Entry<Value>, times: readonly number[], { write }: EntryStore<Value>): Promise<number[]> {
    await write(entry);
    this.#known.add(entry.at);
    return [...this.#current(times.filter((at) => at < entry.at)), entry.at];
  }

  /** Offers entries that are due now or soon, and not known here. */
  async offer(
    times: readonly number[],
    { read }: Pick<EntryStore<Value>, 'read'>,
    offer: (entry: Entry<Value>) => void,
  ): Promise<void> {
    const { now, refreshMs } = this.#options;
    const current = this.#current(times);
    this.#known = new Set(current.filter((at) => this.#known.has(at)));
    const wanted = current.filter((at) => !this.#known.has(at) && this.#dueInMs(at) <= AHEAD * refreshMs);
    await Promise.all(
      wanted.map(async (time) => {
        const entry = await read(time);
        if (entry?.at !== time) return;
        this.#known.add(time);
        offer(clampToClock(entry, now()));
      }),
    );
  }

  /** The last one that is due, and all that are not. */
  #current(times: readonly number[]): number[] {
    const due = times.filter((at) => this.#dueInMs(at) <= 0);
    return times.filter((at) => at === due.at(-1) || this.#dueInMs(at) > 0);
  }

  #dueInMs(at: number): number {
    return at + this.#options.delayMs - this.#options.now();
  }
}
