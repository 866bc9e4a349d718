/**
 * How a person or a row was published first, which it is for as long as it is known. People are `placed` (or not listed),
 * `hidden` at their country, or `waiting` for one of both; rows are `linked` to their visitor, `plain`, or `dropped`.
 */
export type Publication = 'placed' | 'hidden' | 'waiting' | 'linked' | 'plain' | 'dropped';

/** A key, how it was published, and when it was last in an answer (or since when it waits), in epoch milliseconds. */
export type RememberedPublication = readonly [key: string, publication: Publication, at: number];

/** Longer than the pause that ends a DataFast session: later, nothing that is published connects two visits. */
export const MEMORY_MS: number = 30 * 60_000;
/** Rows that are no longer listed rarely return. */
const ROW_MS = 10 * 60_000;
/** About 1.5 MB in a store. */
const MOST = 40_000;

/** What earlier answers have published, as far as later ones depend on it. Keys are hashes: it holds no id and no place. */
export class GroupMemory {
  readonly #publications = new Map<string, { publication: Publication; at: number }>();

  /** What is remembered, for other instances. */
  get list(): readonly RememberedPublication[] {
    return [...this.#publications].map(([key, { publication, at }]) => [key, publication, at] as const);
  }

  /** Merges the memory of another instance: what was seen later counts. */
  add(list: readonly RememberedPublication[]): void {
    for (const [key, publication, at] of list) {
      const known = this.#publications.get(key);
      if (!known || known.at < at) this.set(key, publication, at);
    }
  }

  /** Keeps what is in an answer, however old the answer before is: visits and rows outlast times without viewers. */
  refresh(keys: readonly string[], at: number): void {
    for (const key of keys) {
      const publication = this.publicationOf(key);
      if (publication !== null && publication !== 'waiting') this.set(key, publication, at);
    }
  }

  /** Forgets what has not been seen for long. */
  prune(now: number): void {
    for (const [key, { publication, at }] of this.#publications) {
      // The time of a waiting visitor is that of its beginning, at most a minute ago.
      const isRow = publication === 'linked' || publication === 'plain' || publication === 'dropped';
      if (now - at > (isRow ? ROW_MS : MEMORY_MS)) this.#publications.delete(key);
    }
    const excess = this.#publications.size - MOST;
    for (const key of [...this.#publications.keys()].slice(0, Math.max(0, excess))) this.#publications.delete(key);
  }

  /** Whether nothing is remembered. */
  get isEmpty(): boolean {
    return this.#publications.size === 0;
  }

  publicationOf(key: string): Publication | null {
    return this.#publications.get(key)?.publication ?? null;
  }

  since(key: string): number {
    return this.#publications.get(key)?.at ?? NaN;
  }

  /** The one that was set last is forgotten last. */
  set(key: string, publication: Publication, at: number): void {
    this.#publications.delete(key);
    this.#publications.set(key, { publication, at });
  }
}
