import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geocoder } from '../../src/geocode/geocoder.ts';
import { distance } from '../../src/geocode/locate.ts';

/** A place as a database of IP addresses names it, and where it says that it is. */
export interface Named {
  city: string;
  region: string;
  countryCode: string;
  longitude: number;
  latitude: number;
  /** How often it was drawn: by its addresses, as traffic is, and from all places. */
  draws: Record<Weighting, number>;
}

export type Weighting = 'traffic' | 'places';

/** In percent of the draws. */
export interface Accuracy {
  /** Within 25 km. */
  near: number;
  /** Answered as a city. */
  city: number;
  /** Of those answered as a city, more than 100 km off. */
  far: number;
}

/** The samples, by the names of their files. */
export type Sample = 'ip-places' | 'older-ip-places';

export function readSample(sample: Sample): readonly Named[] {
  return readFileSync(join(import.meta.dirname, `${sample}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [city = '', region = '', countryCode = '', longitude, latitude, traffic, places] = line.split('\t');
      const draws = { traffic: Number(traffic), places: Number(places) };
      return { city, region, countryCode, longitude: Number(longitude), latitude: Number(latitude), draws };
    });
}

export async function measure(geocoder: Geocoder, named: readonly Named[], weighting: Weighting): Promise<Accuracy> {
  const sum = { all: 0, near: 0, city: 0, far: 0 };
  for (const { draws, longitude, latitude, ...query } of named) {
    const weight = draws[weighting];
    if (weight === 0) continue;
    const answer = await geocoder.locate(query);
    const off = answer ? distance(answer, { longitude, latitude }) : Infinity;
    sum.all += weight;
    if (off <= 25) sum.near += weight;
    if (answer?.precision !== 'city') continue;
    sum.city += weight;
    if (off > 100) sum.far += weight;
  }
  const percent = (part: number, whole: number): number => (100 * part) / whole;
  return { near: percent(sum.near, sum.all), city: percent(sum.city, sum.all), far: percent(sum.far, sum.city) };
}

const SYLLABLES = 'ba ble chan dor e fi gra hol im jun ka lor mo nep o pra qui rast so tur u vel wyn xa yor zim'.split(
  ' ',
);

/** So many words that no place has for a name but by chance, of two to four syllables: always the same ones. */
export function madeUpWords(count: number): string[] {
  let state = 1;
  const random = (below: number): number => {
    // The minimal standard generator of Park and Miller.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join(''),
  );
}

/** Percent of made-up words, without a region and in the countries of the sample, that are answered as a city. */
export async function falseCities(geocoder: Geocoder, named: readonly Named[], weighting: Weighting): Promise<number> {
  const countries = named.flatMap(({ countryCode, draws }) => new Array<string>(draws[weighting]).fill(countryCode));
  const words = madeUpWords(countries.length);
  let cities = 0;
  for (const [index, countryCode] of countries.entries()) {
    const answer = await geocoder.locate({ city: words[index], countryCode });
    if (answer?.precision === 'city') cities++;
  }
  return (100 * cities) / countries.length;
}
