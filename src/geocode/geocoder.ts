import { placeText } from '../protocol/place-text.ts';
import { countryCode as readCode } from '../protocol/read.ts';
import { toAnswer, type PlaceAnswer } from './answer.ts';
import { countryPoint, type Coordinates } from './country-points.ts';
import { locate, type Country, type GeocodeResult } from './locate.ts';
import { TripleMemory } from './memory.ts';
import { geocodeQueryOf, type GeocodeQuery } from './geocode-query.ts';

export type { PlaceAnswer } from './answer.ts';

/** What is known of a place; each part may be missing. */
export interface PlaceQuery {
  /** In English, or in the local language and its script. */
  city?: string | null | undefined;
  /** An ISO 3166-2 code ("US-CO"), the same without the country ("CO"), or a name ("Colorado"). */
  region?: string | null | undefined;
  /** ISO 3166-1 alpha-2; also XK, UK and EL. */
  countryCode?: string | null | undefined;
}

/** Finds places by name, without a network. */
export interface Geocoder {
  /** Never rejects. @returns `null` where not even the country is known. */
  locate(query: PlaceQuery): Promise<PlaceAnswer | null>;
}

/** Where the places of a country come from, at once where they are known; `null` where there is no more to know of it. */
export type CountrySource = (code: string) => Country | null | Promise<Country | null>;

/** Answers that are kept. */
const MEMORY = 16_384;

/**
 * A geocoder that knows what its sources do, which are asked in turn: each knows more than the one before. One that fails
 * knows nothing, and is asked again with the next question.
 */
export function geocoderOf(sources: readonly CountrySource[]): Geocoder {
  const memory = new TripleMemory<Promise<PlaceAnswer | null>>(MEMORY);
  return {
    locate(query) {
      const { city, region, countryCode } = (query as PlaceQuery | null | undefined) ?? {};
      const known = memory.get(countryCode, region, city);
      if (known) return known;
      const read = { city: placeText(city), region: placeText(region), countryCode: readCode(countryCode) };
      const answer = find(geocodeQueryOf(read), sources, () => {
        memory.delete(countryCode, region, city);
      });
      memory.set(countryCode, region, city, answer);
      return answer;
    },
  };
}

function find(
  question: GeocodeQuery,
  sources: readonly CountrySource[],
  onFailure: () => void,
): Promise<PlaceAnswer | null> {
  const { code, city, region } = question;
  const point = countryPoint(code);
  if (!point) return NOTHING;
  if (city === null && region === null) return Promise.resolve(toAnswer(point, 'country'));
  // Nearly always the only source is there: nothing has to be waited for.
  const first = sources[0]?.(code) ?? null;
  if (first === null || first instanceof Promise || sources.length > 1)
    return search(question, point, [() => first, ...sources.slice(1)], onFailure);
  const known = locate(first, city, region);
  return Promise.resolve(known?.answer ?? toAnswer(point, 'country'));
}

async function search(
  { code, city, region }: GeocodeQuery,
  point: Coordinates,
  sources: readonly CountrySource[],
  onFailure: () => void,
): Promise<PlaceAnswer> {
  let best: GeocodeResult | null = null;
  for (const countryBy of sources) {
    try {
      const country = await countryBy(code);
      best = (country && locate(country, city, region)) ?? best;
    } catch {
      onFailure();
    }
    if (best?.isFinal) break;
  }
  return best?.answer ?? toAnswer(point, 'country');
}

const NOTHING = Promise.resolve(null);
