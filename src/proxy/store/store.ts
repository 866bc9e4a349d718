/**
 * What the instances of a fleet share: one text per key, and a lock per key. The proxy never depends on it. If a method rejects
 * or takes longer than half a second, the store counts as down, and each instance calls the upstream for itself. A text that no
 * proxy has written is recognized and ignored.
 *
 * Keys consist of letters, digits, `-` and `_`, one for each website and policy. Texts contain what is published, and are as long
 * as a snapshot: about 100 kB for a hundred visitors.
 */
export interface Store {
  /** The text that was written last; `null` if there is none or it has expired. */
  read(key: string): Promise<string | null>;
  /**
   * Keeps a text for `keepMs` milliseconds.
   *
   * @param order Epoch milliseconds. A stored text of a higher order should be kept: a slow instance may write last. One whose
   *   order is more than a minute after `now` should be replaced: the clock of that instance was wrong.
   */
  write(key: string, text: string, options: { order: number; now: number; keepMs: number }): Promise<void>;
  /**
   * Locks a key for at most so many milliseconds. Best effort is enough: two holders cost one call more.
   *
   * @returns Releases the lock early, unless another instance has it by then. `null`: another instance has it.
   */
  lock(key: string, milliseconds: number): Promise<(() => Promise<void>) | null>;
  /**
   * For stores that can notify: reports each text that is written for a key, from when it resolves until `unwatch` is called, so
   * that instances need not poll for what another one fetches. A lost notification costs half a second.
   *
   * @returns `unwatch`.
   */
  watch?(key: string, onWritten: () => void): Promise<() => void>;
}

/** A text whose order is more than this after the writer's time comes from a wrong clock. */
export const CLOCK_TOLERANCE_MS = 60_000;
