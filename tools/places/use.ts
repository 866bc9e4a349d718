// How many visitors a site may expect under a name: by the addresses that a database of IP addresses has under it
// (internet-use.tsv), and by people, because other databases use other names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionKeys } from '../../src/geocode/region-names.ts';
import { CityName } from '../../src/geocode/city-name.ts';
import type { PlaceName, Regions, ShareOf } from './place.ts';

const rows = readFileSync(join(import.meta.dirname, 'internet-use.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

const id = (country: string, region: number, key: string): string => `${country} ${region} ${key}`;

export function readUse(regions: Regions): ShareOf {
  const indices = new Map<string, number>();
  for (const [country, list] of regions) {
    for (const [index, { keys }] of list.entries()) for (const key of keys) indices.set(`${country} ${key}`, index);
  }
  const shares = new Map<string, number>();
  let all = 0;
  for (const [country = '', region = '', city = '', addresses = ''] of rows) {
    const known = regionKeys(region).find((key) => indices.has(`${country} ${key}`));
    const index = known === undefined ? -1 : (indices.get(`${country} ${known}`) ?? -1);
    const name = id(country, index, new CityName(city).key);
    shares.set(name, (shares.get(name) ?? 0) + Number(addresses));
    all += Number(addresses);
  }
  return ({ place, region, key }) => (shares.get(id(place.country, region, key)) ?? 0) / all;
}

/** How much people count in how likely a name is used. */
const PEOPLE = 0.3;
/** What a place counts for under whose name no address is listed, and its other names. */
const UNLISTED = 0.02;
const OTHER = 0.05;

/** Sets the `use` of each name. */
export function measure(names: readonly PlaceName[], shareOf: ShareOf): void {
  const all = names.reduce((sum, { isOther, weight }) => sum + (isOther ? 0 : weight), 0);
  for (const name of names) {
    const people = ((name.rank ?? name.weight) / all) * (name.isOther ? OTHER : 1);
    name.use = people ** PEOPLE * (shareOf(name) + UNLISTED * people) ** (1 - PEOPLE);
  }
}
