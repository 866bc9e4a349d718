/** What an id names: equal ids of two domains get different hashes. */
export type IdDomain = 'visitor' | 'event' | 'payment';

/** Hashes of one snapshot's ids. */
export interface HashedIds {
  /** The UTC day of the key, "2026-11-23". */
  epoch: string;
  of(domain: IdDomain, id: string): string;
  /** Whether a text is one of the ids that were hashed. */
  has(text: string): boolean;
}

/** Hashes ids with the key of the day. */
export type IdHasher = (at: number, ids: Readonly<Record<IdDomain, Iterable<string>>>) => Promise<HashedIds>;
