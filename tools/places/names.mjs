// The names that places are known by: their own, and as many other ones as there is room for.
import { NameReading } from '../../src/geocode/reading.ts';
import { groupBy } from './group-by.mjs';
import { spellings } from './spellings.mjs';
import { readDivisions } from './subdivisions.mjs';

/** Other names, in all. */
const OTHERS = 18_000;
/** A name that is a town's own is another's only in another region, and meant there only if that is so many times as large. */
const RIVAL = 5;
/** Kilometres at which a town of the same name counts half as much as one at the region's main town. */
const HALF = 100;

const key = (name) => new NameReading(name).key;
const isLatin = (name) => /\p{Script=Latin}/u.test(name);
/** Two letters are a name in other scripts, whose vowels may be marks, only. */
const isLongEnough = ({ key }) => key.length > (isLatin(key) ? 2 : 1);

/**
 * @param places With their weights, as `settle` and `weigh` have left them, and the index of their region.
 * @param shareOf The share of all addresses that is told by a name.
 * @returns Of each country `{ key, x, y, region, weight, place, isOther }`. In a region each name is told once.
 */
export function readNames(places, regions, shareOf) {
  const own = places.map((place) => nameOf(place, place.key, place.weight, false));
  const told = new Map();
  const tell = (name) => {
    const { country } = name.place;
    const names = told.get(country) ?? new Map();
    told.set(country, names);
    const id = `${name.region} ${name.key}`;
    if (names.has(id)) return false;
    names.set(id, name);
    return true;
  };
  own.push(...districts(places));
  for (const name of own.sort((one, other) => score(other, regions) - score(one, regions))) tell(name);
  const others = [...places.flatMap(otherNames), ...divisionNames(places)].filter(isLongEnough);
  let count = 0;
  // What some addresses are told by comes first.
  const order = (name) => shareOf(name) * FIRST + name.rank;
  for (const name of others.sort((one, other) => order(other) - order(one))) {
    if (count < OTHERS && tell(name)) count++;
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

/** Each further name of a place is less likely, and there is more than one way to call a large one. */
const NEXT = 0.8;
const LARGE = 0.6;
/** More than any rank, by the least share of the addresses. */
const FIRST = 1e9;

function otherNames(place) {
  const liked = new Map();
  for (const { name, likely } of spellings(place)) {
    const other = key(name);
    if (other !== place.key) liked.set(other, Math.max(liked.get(other) ?? 0, likely));
  }
  // Those in Latin letters and those in others are independent of each other.
  const scripts = groupBy([...liked], ([other]) => isLatin(other));
  return [...scripts.values()].flatMap((names) =>
    names
      .sort(([, one], [, other]) => other - one)
      .map(([other, likely], index) => ({
        ...nameOf(place, other, place.weight / RIVAL, true),
        rank: (place.weight ** LARGE * likely) / (1 + index) ** NEXT,
      })),
  );
}

/** People of a city whose districts are told in its place, degrees around its middle, and its least share of the region. */
const MANY = 1_500_000;
const CITY = 0.4;
const MOSTLY = 0.7;
/** People of a village that is meant less often than a district of its name. */
const SMALL = 10_000;

/**
 * Districts of large cities of which no place is listed, Gangnam-gu and Kadıköy: they are in the city.
 */
function districts(places) {
  const inhabited = new Set(places.map(({ country, admin1, admin2 }) => `${country} ${admin1}.${admin2}`));
  const regions = groupBy(places, ({ country, admin1 }) => `${country} ${admin1}`);
  return readDivisions(2).flatMap(({ country, code, name }) => {
    const inside = regions.get(`${country} ${code.split('.')[0]}`);
    if (!inside || inhabited.has(`${country} ${code}`)) return [];
    const town = inside.reduce((most, place) => (place.weight > most.weight ? place : most));
    if (town.people < MANY) return [];
    const far = ({ longitude, latitude }) =>
      Math.hypot((longitude - town.longitude) * Math.cos((latitude * Math.PI) / 180), latitude - town.latitude);
    const sum = (list) => list.reduce((all, { people }) => all + people, 0);
    const isCity = sum(inside.filter((place) => far(place) < CITY)) > MOSTLY * sum(inside);
    return isCity ? [nameOf(town, key(name), town.weight * (SMALL / town.people), false)] : [];
  });
}

/** Counties and the like, which are told in the place of a town: their largest one is meant. */
function divisionNames(places) {
  const towns = groupBy(places, ({ country, admin1, admin2 }) => `${country} ${admin1}.${admin2}`);
  return readDivisions(2).flatMap(({ country, code, name }) => {
    const inside = towns.get(`${country} ${code}`);
    if (!inside) return [];
    const town = inside.reduce((most, place) => (place.weight > most.weight ? place : most));
    const weight = inside.reduce((sum, place) => sum + place.weight, 0);
    return [{ ...nameOf(town, key(name), weight, true), rank: weight ** LARGE / 4 }];
  });
}
