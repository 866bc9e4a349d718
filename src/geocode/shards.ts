import { SHARDS } from './shards.data.ts';

/** Modules of smaller places: the codes of their countries, separated by spaces, and what imports them. */
export type Shards = Readonly<Record<string, () => Promise<{ PLACES: Readonly<Record<string, string>> }>>>;

/** What imports the smaller places of a country, for `Places` to read; `undefined` where there are none. */
export function shardOf(code: string, shards: Shards = SHARDS): (() => Promise<string>) | undefined {
  const load = Object.entries(shards).find(([codes]) => codes.split(' ').includes(code))?.[1];
  return load && (async () => (await load()).PLACES[code] ?? '');
}
