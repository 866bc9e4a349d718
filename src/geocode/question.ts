import { codeOf } from './country-codes.ts';
import { territoryOf } from './territories.ts';

/** What is told of a place; each part may be missing. */
export interface PlaceQuery {
  /** In English or the local language, in Latin letters, as databases of IP addresses tell it. */
  city?: string | null | undefined;
  /** An ISO 3166-2 code ("US-CO"), the same without the country ("CO"), or a name ("Colorado"). */
  region?: string | null | undefined;
  /** ISO 3166-1 alpha-2; also XK, UK and EL. */
  countryCode?: string | null | undefined;
}

/** What is asked: a place among those of one country. */
export interface Question {
  /** As ISO 3166-1 has it, if it is a country at all. */
  code: string;
  city: string | null;
  region: string | null;
}

/** Characters of a name that are read. */
const LONGEST = 200;

/** Reads what is told, whatever it is. A territory that is told as a region is a country of its own. */
export function questionOf({ city, region, countryCode }: PlaceQuery): Question {
  const code = codeOf(countryCode);
  const name = text(region);
  const territory = name === null ? null : territoryOf(code, name);
  return { code: territory ?? code, city: text(city), region: territory === null ? name : null };
}

function text(value: unknown): string | null {
  return (typeof value === 'string' && value.slice(0, LONGEST).trim()) || null;
}
