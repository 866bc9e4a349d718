import type { Location } from '../protocol/types.ts';
import { territoryOf } from './territories.ts';

/** What is asked: a place among those of one country. */
export interface GeocodeQuery {
  /** As ISO 3166-1 has it; "" where none is given. */
  code: string;
  city: string | null;
  region: string | null;
}

/** What a location asks for. A territory that is given as a region is a country of its own. */
export function geocodeQueryOf({ city, region, countryCode }: Location): GeocodeQuery {
  const code = countryCode ?? '';
  const territory = region === null ? null : territoryOf(code, region);
  return { code: territory ?? code, city, region: territory === null ? region : null };
}
