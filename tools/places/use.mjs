// How many visitors a site may expect under a name: by the addresses that a database of IP addresses tells by it
// (internet-use.tsv), and by people, for other databases tell other names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionKeys } from '../../src/geocode/region-names.ts';
import { NameReading } from '../../src/geocode/reading.ts';

const rows = readFileSync(join(import.meta.dirname, 'internet-use.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

const id = (country, region, key) => `${country} ${region} ${key}`;

/** @param regions Of each country, as places have the index of theirs. @returns Of a name the share of all addresses. */
export function readUse(regions) {
  const indices = new Map();
  for (const [country, list] of regions) {
    for (const [index, { keys }] of list.entries()) for (const key of keys) indices.set(`${country} ${key}`, index);
  }
  const shares = new Map();
  let all = 0;
  for (const [country, region, city, addresses] of rows) {
    const known = regionKeys(region).find((key) => indices.has(`${country} ${key}`));
    const name = id(country, indices.get(`${country} ${known}`) ?? -1, new NameReading(city).key);
    shares.set(name, (shares.get(name) ?? 0) + Number(addresses));
    all += Number(addresses);
  }
  return ({ place, region, key }) => (shares.get(id(place.country, region, key)) ?? 0) / all;
}

/** Of how likely a name is told what people count for. */
const PEOPLE = 0.3;
/** What a place counts for whose name no address is told by, and other names of which that is so. */
const UNTOLD = 0.02;
const OTHER = 0.05;

/** Gives each name its `use`. */
export function measure(names, shareOf) {
  const all = names.reduce((sum, { isOther, weight }) => sum + (isOther ? 0 : weight), 0);
  for (const name of names) {
    const people = ((name.rank ?? name.weight) / all) * (name.isOther ? OTHER : 1);
    name.use = people ** PEOPLE * (shareOf(name) + UNTOLD * people) ** (1 - PEOPLE);
  }
}
