/** Texts by country code, as `tools/places.ts` writes them. */
export interface Pack {
  REGIONS: Readonly<Record<string, string>>;
  PLACES: Readonly<Record<string, string>>;
}

/** Modules of smaller places: the codes of their countries, separated by spaces, and what imports them. */
export type Shards = Readonly<Record<string, () => Promise<{ PLACES: Readonly<Record<string, string>> }>>>;
