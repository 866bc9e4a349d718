// Codes of ISO 3166-1 (package iso-3166) for the shapes of Natural Earth (package world-atlas).
import { iso31661 } from 'iso-3166';
import type { CountryShape } from './atlas.ts';

/** Territories that the atlas has as a part of another shape, and the name of that shape. */
export const PART_OF: Readonly<Record<string, string>> = {
  BQ: 'Netherlands', BV: 'Norway', CC: 'Indian Ocean Ter.', CX: 'Indian Ocean Ter.', GF: 'France', GP: 'France',
  MQ: 'France', RE: 'France', SJ: 'Norway', TK: 'New Zealand', YT: 'France',
}; // prettier-ignore

/** Shapes of the atlas without a code of ISO 3166-1, and the code used for them. */
const NAMED: Readonly<Record<string, string>> = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

const alpha2 = new Map(iso31661.map(({ numeric, alpha2: code }) => [numeric, code]));

/** All codes, with XK. */
export const codes: readonly string[] = [...alpha2.values(), 'XK'].sort();

/** The code that ISO 3166-1 has for a shape. */
export function isoCodeOf({ id }: CountryShape): string | undefined {
  return id === undefined ? undefined : alpha2.get(id);
}

/** The same, or the code used for a shape that has none. */
export function codeOf(shape: CountryShape): string | undefined {
  return NAMED[shape.name] ?? isoCodeOf(shape);
}
