/**
 * How a person or a row was published first, which it is for as long as it is known. People are `placed` (or not listed), at
 * their country as too few are at their place (`hidden`) or as no more is known (`country`), or `waiting` to be placed or hidden;
 * rows are `linked` to their visitor, `plain`, or `dropped`.
 */
export type Fate = 'placed' | 'hidden' | 'country' | 'waiting' | 'linked' | 'plain' | 'dropped';

/** A key, what became of it, and when it was last in an answer (or since when it waits), in epoch milliseconds. */
export type RememberedFate = readonly [key: string, fate: Fate, at: number];

/** Longer than a session of DataFast's: after it, nothing that is published connects two visits. */
export const MEMORY_MS: number = 30 * 60_000;
/** A row that is no longer listed does not come back, unless the upstream falters. */
const ROW_MS = 10 * 60_000;
/** About 1.5 MB in a store. */
const MOST = 40_000;

/** What earlier answers have published, as far as later ones depend on it. Keys are hashes: it holds no id and no place. */
export class GroupMemory {
  readonly #fates = new Map<string, { fate: Fate; at: number }>();

  /** What is remembered, to be handed to other instances. */
  get list(): readonly RememberedFate[] {
    return [...this.#fates].map(([key, { fate, at }]) => [key, fate, at] as const);
  }

  /** Takes over what another instance remembers, where it has seen it later. */
  add(list: readonly RememberedFate[]): void {
    for (const [key, fate, at] of list) {
      const known = this.#fates.get(key);
      if (!known || known.at < at) this.set(key, fate, at);
    }
  }

  /** Forgets what has not been seen for long. */
  prune(now: number): void {
    for (const [key, { fate, at }] of this.#fates) {
      // Waiting counts from its beginning, and ends within a minute.
      const isRow = fate === 'linked' || fate === 'plain' || fate === 'dropped';
      if (now - at > (isRow ? ROW_MS : MEMORY_MS)) this.#fates.delete(key);
    }
    const excess = this.#fates.size - MOST;
    for (const key of [...this.#fates.keys()].slice(0, Math.max(0, excess))) this.#fates.delete(key);
  }

  /** Whether no person is known. */
  get isEmpty(): boolean {
    return this.#fates.size === 0;
  }

  fateOf(key: string): Fate | null {
    return this.#fates.get(key)?.fate ?? null;
  }

  since(key: string): number {
    return this.#fates.get(key)?.at ?? NaN;
  }

  /** The one that was set last is forgotten last. */
  set(key: string, fate: Fate, at: number): void {
    this.#fates.delete(key);
    this.#fates.set(key, { fate, at });
  }
}
