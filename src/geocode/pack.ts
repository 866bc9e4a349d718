/** Texts by country code, as `tools/places.mjs` writes them. */
export interface Pack {
  REGIONS: Readonly<Record<string, string>>;
  PLACES: Readonly<Record<string, string>>;
}
