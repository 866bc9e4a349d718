import type { CountrySource } from './geocoder.ts';
import type { Country } from './locate.ts';
import type { Pack } from './pack.ts';
import { Places } from './places.ts';
import { Regions } from './regions.ts';

/** Remembers what was read of each country. What fails is not remembered. */
function once<Value>(read: (code: string) => Promise<Value>): (code: string) => Value | Promise<Value> {
  const known = new Map<string, Value | Promise<Value>>();
  return (code) => {
    let value = known.get(code);
    if (value === undefined) {
      value = read(code);
      known.set(code, value);
      value.then(
        (there) => known.set(code, there),
        () => known.delete(code),
      );
    }
    return value;
  };
}

/** A country is read when it is asked for: all of them would take a tenth of a second. */
function countriesOf(load: () => Promise<Pack>): (code: string) => Country | Promise<Country> {
  return once(async (code) => {
    const { REGIONS, PLACES } = await load();
    const regions = new Regions(REGIONS[code] ?? '');
    return { regions, places: [new Places(PLACES[code] ?? '', regions)] };
  });
}

/** All places, for servers: one module of 640 kB, which is loaded when the first place is asked for. */
export function fullSource(): CountrySource {
  return countriesOf(() => import('./full.data.ts'));
}

/** The largest places, for browsers. */
export function hotSource(): CountrySource {
  return countriesOf(() => import('./hot.data.ts'));
}

/** The largest places of a country together with those that follow; `null` where none do. */
export function shardSource(hot: CountrySource): CountrySource {
  return once(async (code) => {
    const { shardOf } = await import('./shards.ts');
    const [country, text] = await Promise.all([hot(code), shardOf(code)?.()]);
    if (!country || text === undefined) return null;
    const { regions, places } = country;
    return { regions, places: [places[0], new Places(text, regions)] };
  });
}
