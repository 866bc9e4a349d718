/**
 * How a person or a row was published first, which it is for as long as it is known. People are `placed` (or not listed),
 * `hidden` at their country, or `waiting` for one of both; rows are `linked` to their visitor, `plain`, or `dropped`.
 */
export type Publication = 'placed' | 'hidden' | 'waiting' | 'linked' | 'plain' | 'dropped';

/** A key, how it was published, and when it was last in an answer (or since when it waits), in epoch milliseconds. */
export type RememberedPublication = readonly [key: string, publication: Publication, at: number];

/** Longer than a session of DataFast's: after it, nothing that is published connects two visits. */
export const MEMORY_MS: number = 30 * 60_000;
/** A row that is no longer listed does not come back, unless the upstream falters. */
const ROW_MS = 10 * 60_000;
/** About 1.5 MB in a store. */
const MOST = 40_000;

/** What earlier answers have published, as far as later ones depend on it. Keys are hashes: it holds no id and no place. */
export class GroupMemory {
  readonly #publications = new Map<string, { publication: Publication; at: number }>();

  /** What is remembered, to be handed to other instances. */
  get list(): readonly RememberedPublication[] {
    return [...this.#publications].map(([key, { publication, at }]) => [key, publication, at] as const);
  }

  /** Takes over what another instance remembers, where it has seen it later. */
  add(list: readonly RememberedPublication[]): void {
    for (const [key, publication, at] of list) {
      const known = this.#publications.get(key);
      if (!known || known.at < at) this.set(key, publication, at);
    }
  }

  /** Notes what an answer has, however long ago the answer before was: a visit and its rows outlast a time without viewers. */
  refresh(keys: readonly string[], at: number): void {
    for (const key of keys) {
      const publication = this.publicationOf(key);
      if (publication !== null && publication !== 'waiting') this.set(key, publication, at);
    }
  }

  /** Forgets what has not been seen for long. */
  prune(now: number): void {
    for (const [key, { publication, at }] of this.#publications) {
      // Waiting counts from its beginning, and ends within a minute.
      const isRow = publication === 'linked' || publication === 'plain' || publication === 'dropped';
      if (now - at > (isRow ? ROW_MS : MEMORY_MS)) this.#publications.delete(key);
    }
    const excess = this.#publications.size - MOST;
    for (const key of [...this.#publications.keys()].slice(0, Math.max(0, excess))) this.#publications.delete(key);
  }

  /** Whether no person is known. */
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
