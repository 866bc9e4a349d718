// The names that places are known by: their own, and as many other ones as there is room for.
import { Reading } from '../../src/geocode/reading.ts';
import { groupBy } from './group-by.mjs';
import { readDivisions } from './subdivisions.mjs';

/** Other names, in all. */
const OTHERS = 20_000;
/** A name that is a town's own is another's only if that is so many times as large; in one region it has only that one then. */
const RIVAL = { elsewhere: 5, inRegion: 50 };
const LATIN = /^[\p{Script=Latin}\p{M}\d\s'’‘ʻʼ.-]+$/u;
/** What parts a town's name from where it stands: Frankfurt am Main, Newcastle upon Tyne. */
const WHERE = /\s(?:am|an der|im|in|bei|ob der|upon|sur|under|a\. ?d\.)\s.*$/i;
/** Kilometres at which a town of the same name counts half as much as one at the region's main town. */
const HALF = 100;

const key = (name) => new Reading(name).key;

/**
 * @param places With their weights, as `settle` and `weigh` have left them, and the index of their region.
 * @returns Of each country `{ key, x, y, region, weight, place, isOther }`. In a region each name is told once.
 */
export function readNames(places, regions) {
  const own = places.map((place) => nameOf(place, place.key, place.weight, false));
  const rivals = groupBy(own, ({ place, key }) => `${place.country} ${key}`);
  const isFree = ({ place, key, weight }) =>
    key.length > 2 &&
    (rivals.get(`${place.country} ${key}`) ?? []).every(
      (rival) => rival.weight * (rival.region === place.region ? RIVAL.inRegion : RIVAL.elsewhere) < weight,
    );
  const others = [...places.flatMap(otherNames), ...divisionNames(places)]
    .filter(isFree)
    .sort((one, other) => other.rank - one.rank);
  const told = new Map();
  let count = 0;
  for (const name of [...own.sort((one, other) => score(other, regions) - score(one, regions)), ...others]) {
    const { country } = name.place;
    const names = told.get(country) ?? new Map();
    told.set(country, names);
    const id = `${name.region} ${name.key}`;
    if (names.has(id) && !(name.isOther && names.get(id).weight * RIVAL.inRegion < name.weight)) continue;
    if (name.isOther && count >= OTHERS) continue;
    names.set(id, name);
    if (name.isOther) count++;
  }
  return new Map([...told].map(([country, names]) => [country, [...names.values()]]));
}

const nameOf = (place, key, weight, isOther) => ({
  key,
  x: place.x,
  y: place.y,
  region: place.region,
  weight,
  place,
  isOther,
});

/** A village is less often meant than one of the same name that is near the region's main town. */
function score({ x, y, region, weight, place }, regions) {
  const at = regions.get(place.country)[region];
  if (!at) return weight;
  const far = 11.1 * Math.hypot((x - at.x) * Math.cos((y * Math.PI) / 1800), y - at.y);
  return weight / (1 + (far / HALF) ** 2);
}

function otherNames(place) {
  const short = place.name.replace(WHERE, '');
  const halves = place.name.split(/[()/]/);
  const keys = new Set([short, ...halves, ...place.others].filter((name) => LATIN.test(name)).map(key));
  keys.delete(place.key);
  return [...keys].map((other, index) => ({
    ...nameOf(place, other, place.weight, true),
    rank: place.weight / (1 + index) ** 0.4,
  }));
}

/** Counties and the like, which are told in the place of a town: their largest one is meant. */
function divisionNames(places) {
  const towns = groupBy(places, ({ country, admin1, admin2 }) => `${country} ${admin1}.${admin2}`);
  return readDivisions(2).flatMap(({ country, code, name }) => {
    const inside = towns.get(`${country} ${code}`);
    if (!inside) return [];
    const town = inside.reduce((most, place) => (place.weight > most.weight ? place : most));
    const weight = inside.reduce((sum, place) => sum + place.weight, 0);
    return [{ ...nameOf(town, key(name), weight, true), rank: weight / 15 }];
  });
}
