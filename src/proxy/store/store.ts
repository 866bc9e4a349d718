/**
 * Where the machines of a fleet keep what they share: one text for each key, and who is at work on it. The proxy never
 * depends on it. Whatever a method rejects with, and whatever takes longer than half a second, counts as "the store is
 * down", and the machine calls the upstream for itself; a text that a proxy did not write is seen and passed over.
 *
 * Keys are of letters, digits, `-` and `_`. A key stands for one website under one policy. TextFilter hold what is published,
 * and are as long as a snapshot: about 100 kB for a hundred visitors.
 */
export interface Store {
  /** The text that was written last; `null` where there is none, or it has expired. */
  read(key: string): Promise<string | null>;
  /**
   * Keeps a text for `keepMs` milliseconds.
   *
   * @param order Epoch milliseconds. A text of a higher order that is there already should stay: a slow machine may write
   *   last. One whose order lies more than a minute after `now` should not: that machine's clock is wrong.
   */
  write(key: string, text: string, options: { order: number; now: number; keepMs: number }): Promise<void>;
  /**
   * Lets one machine work on a key, for so many milliseconds at most. Best effort will do: two at work cost one call more.
   *
   * @returns How to give it back before; that must take nothing from another who has got it since. `null`: another has it.
   */
  lock(key: string, milliseconds: number): Promise<(() => Promise<void>) | null>;
  /**
   * For a store that can: reports each text that is written for a key, from when it resolves until `unwatch` is called. It
   * saves the looks for what another machine is fetching. A notice that is lost costs half a second.
   *
   * @returns `unwatch`.
   */
  watch?(key: string, onWritten: () => void): Promise<() => void>;
}

/** A text whose order is later than this after a writer's time comes from a wrong clock. */
export const CLOCK_TOLERANCE_MS = 60_000;
