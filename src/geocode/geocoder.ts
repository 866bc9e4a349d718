import { countryPoint } from './country-points.ts';
import { locate, type Country, type Located } from './locate.ts';
import { TripleMemory } from './memory.ts';
import { questionOf, type PlaceQuery } from './question.ts';

export type { PlaceQuery } from './question.ts';

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
  const { code, city, region } = questionOf(query);
  const point = countryPoint(code);
  if (!point) return null;
  let best: Located | null = null;
  for (const countryBy of city === null && region === null ? [] : sources) {
    try {
      const country = await countryBy(code);
      best = (country && locate(country, city, region)) ?? best;
    } catch {
      onFailure();
    }
    if (best?.isFinal) break;
  }
  if (best) return Object.freeze({ longitude: best.longitude, latitude: best.latitude, precision: best.precision });
  return Object.freeze({ longitude: point.longitude, latitude: point.latitude, precision: 'country' });
}
