// The names that places are known by: their own, and as many other ones as there is room for.
import type { Coordinates } from '../../src/geocode/country-points.ts';
import { CityName } from '../../src/geocode/city-name.ts';
import { groupBy } from './group-by.ts';
import type { Place, PlaceName, Regions, ShareOf } from './place.ts';
import { spellings } from './spellings.ts';
import { readDivisions } from './subdivisions.ts';

/** Other names, in all. */
const OTHERS = 18_000;
/** A town's own name is another place's only in another region, and only if that place is so many times as large. */
const RIVAL = 5;
/** Kilometres at which a town of the same name counts half as much as one at the region's main town. */
const HALF = 100;

const key = (name: string): string => new CityName(name).key;
const isLatin = (name: string): boolean => /\p{Script=Latin}/u.test(name);
/** Two letters are a name only in other scripts, whose vowels may be marks. */
const isLongEnough = ({ key }: PlaceName): boolean => key.length > (isLatin(key) ? 2 : 1);

/** Another name of a place, and how likely it is among those of all places. */
type OtherName = PlaceName & { rank: number };

/** @returns By country. In a region each name is there once. */
export function readNames(places: readonly Place[], regions: Regions, shareOf: ShareOf): Map<string, PlaceName[]> {
  const known = new Map<string, Map<string, PlaceName>>();
  const add = (name: PlaceName): boolean => {
    const { country } = name.place;
    const names = known.get(country) ?? new Map<string, PlaceName>();
    known.set(country, names);
    const id = `${name.region} ${name.key}`;
    if (names.has(id)) return false;
    names.set(id, name);
    return true;
  };
  const own = [...places.map((place) => nameOf(place, place.key, place.weight, false)), ...districts(places)];
  for (const name of own.sort((one, other) => score(other, regions) - score(one, regions))) add(name);
  const others = [...places.flatMap(otherNames), ...divisionNames(places)].filter(isLongEnough);
  let count = 0;
  // Names with addresses come first.
  const order = (name: OtherName): number => shareOf(name) * FIRST + name.rank;
  for (const name of others.sort((one, other) => order(other) - order(one))) {
    if (count < OTHERS && add(name)) count++;
  }
  return new Map([...known].map(([country, names]) => [country, [...names.values()]]));
}

function nameOf(place: Place, key: string, weight: number, isOther: boolean): PlaceName {
  return { key, x: place.x, y: place.y, region: place.region, weight, use: 0, place, isOther };
}

/** A village is less likely than one of the same name that is near the region's main town. */
function score({ x, y, region, weight, place }: PlaceName, regions: Regions): number {
  const at = regions.get(place.country)?.[region];
  if (!at) return weight;
  const far = 11.1 * Math.hypot((x - at.x) * Math.cos((y * Math.PI) / 1800), y - at.y);
  return weight / (1 + (far / HALF) ** 2);
}

/** Each further name of a place is less likely, and a large one has more than one common name. */
const NEXT = 0.8;
const LARGE = 0.6;
/** More than any rank, by the least share of the addresses. */
const FIRST = 1e9;

function otherNames(place: Place): OtherName[] {
  const liked = new Map<string, number>();
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

/** People of a city whose districts count as the city, degrees around its middle, and its least share of the region. */
const MANY = 1_500_000;
const CITY = 0.4;
const MOSTLY = 0.7;
/** People of a village that is less likely than a district of its name. */
const SMALL = 10_000;

/** Districts of large cities that have no listed place, such as Gangnam-gu and Kadıköy: they are in the city. */
function districts(places: readonly Place[]): PlaceName[] {
  const inhabited = new Set(places.map(({ country, admin1, admin2 }) => `${country} ${admin1}.${admin2}`));
  const regions = groupBy(places, ({ country, admin1 }) => `${country} ${admin1}`);
  return readDivisions(2).flatMap(({ country, code, name }) => {
    const [admin1 = ''] = code.split('.');
    const inside = regions.get(`${country} ${admin1}`);
    if (!inside || inhabited.has(`${country} ${code}`)) return [];
    const town = inside.reduce((most, place) => (place.weight > most.weight ? place : most));
    if (town.people < MANY) return [];
    const far = ({ longitude, latitude }: Coordinates): number =>
      Math.hypot((longitude - town.longitude) * Math.cos((latitude * Math.PI) / 180), latitude - town.latitude);
    const sum = (list: readonly Place[]): number => list.reduce((all, { people }) => all + people, 0);
    const isCity = sum(inside.filter((place) => far(place) < CITY)) > MOSTLY * sum(inside);
    return isCity ? [nameOf(town, key(name), town.weight * (SMALL / town.people), false)] : [];
  });
}

/** Counties and the like, which databases have in place of a town: they count as their largest town. */
function divisionNames(places: readonly Place[]): OtherName[] {
  const towns = groupBy(places, ({ country, admin1, admin2 }) => `${country} ${admin1}.${admin2}`);
  return readDivisions(2).flatMap(({ country, code, name }) => {
    const inside = towns.get(`${country} ${code}`);
    if (!inside) return [];
    const town = inside.reduce((most, place) => (place.weight > most.weight ? place : most));
    const weight = inside.reduce((sum, place) => sum + place.weight, 0);
    return [{ ...nameOf(town, key(name), weight, true), rank: weight ** LARGE / 4 }];
  });
}
