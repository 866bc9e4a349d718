import type { Shards } from './pack.ts';
import { SHARDS } from './shards.data.ts';

/** What imports the smaller places of a country, for `Places` to read; `undefined` where there are none. */
export function shardOf(code: string, shards: Shards = SHARDS): (() => Promise<string>) | undefined {
  const load = Object.entries(shards).find(([codes]) => codes.split(' ').includes(code))?.[1];
  return load && (async () => (await load()).PLACES[code] ?? '');
}
