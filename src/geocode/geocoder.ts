import { countryOf, territoryOf } from './country-codes.ts';
import { countryPoint } from './country-points.ts';
import { locate, type Country, type Located } from './locate.ts';
import { TripleMemory } from './memory.ts';

/** What is told of a place; each part may be missing. */
export interface PlaceQuery {
  /** In English or the local language, as databases of IP addresses tell it. */
  city?: string | null | undefined;
  /** An ISO 3166-2 code ("US-CO"), the same without the country ("CO"), or a name ("Colorado"). */
  region?: string | null | undefined;
  /** ISO 3166-1 alpha-2; also XK, UK and EL. */
  countryCode?: string | null | undefined;
}

/** Where that is, in WGS 84 degrees, rounded to tenths. */
export interface PlaceAnswer {
  longitude: number;
  latitude: number;
  /** How much of the question it answers: a region is told by its main town, a country by a point deep inside it. */
  precision: 'city' | 'region' | 'country';
}

/** Finds places by name, without a network. */
export interface Geocoder {
  /** Never rejects. @returns `null` where not even the country is known. */
  locate(query: PlaceQuery): Promise<PlaceAnswer | null>;
}

/** Where the places of a country come from; `null` where there is no more to know of it. */
export type CountrySource = (code: string) => Promise<Country | null>;

/** Answers that are kept. */
const MEMORY = 20_000;
/** Characters of a name that are read. */
const LONGEST = 200;

/**
 * A geocoder that knows what its sources do, which are asked in turn: each tells more than the one before. One that fails
 * knows nothing, and is asked again with the next question.
 */
export function geocoderOf(sources: readonly CountrySource[]): Geocoder {
  const memory = new TripleMemory<Promise<PlaceAnswer | null>>(MEMORY);
  return {
    locate(query) {
      const { city, region, countryCode } = query;
      const known = memory.get(countryCode, region, city);
      if (known) return known;
      const answer = find(query, sources, () => {
        memory.delete(countryCode, region, city);
      });
      memory.set(countryCode, region, city, answer);
      return answer;
    },
  };
}

async function find(
  query: PlaceQuery,
  sources: readonly CountrySource[],
  onFailure: () => void,
): Promise<PlaceAnswer | null> {
  const [city, region] = [text(query.city), text(query.region)];
  const told = countryOf(query.countryCode);
  if (told === null) return null;
  const territory = region === null ? null : territoryOf(told, region);
  const code = territory ?? told;
  let best: Located | null = null;
  for (const countryBy of city === null && region === null ? [] : sources) {
    try {
      const country = await countryBy(code);
      best = (country && locate(country, city, territory ? null : region)) ?? best;
    } catch {
      onFailure();
    }
    if (best?.isFinal) break;
  }
  if (best) return Object.freeze({ longitude: best.longitude, latitude: best.latitude, precision: best.precision });
  const point = countryPoint(code);
  return point && Object.freeze({ ...point, precision: 'country' });
}

function text(value: unknown): string | null {
  return (typeof value === 'string' && value.slice(0, LONGEST).trim()) || null;
}
