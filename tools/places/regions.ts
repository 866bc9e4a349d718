// The regions of each country: the first-order divisions, which places have, and the other subdivisions of ISO 3166-2
// (departments of France, counties of Ireland), of which only a point is known.
import { regionKeys } from '../../src/geocode/region-names.ts';
import { CityName } from '../../src/geocode/city-name.ts';
import { defined } from '../defined.ts';
import { formerCodes } from './former-codes.ts';
import { groupBy } from './group-by.ts';
import type { Place, Region } from './place.ts';
import { matchSubdivisions, readDivisions, readSubdivisions, YOUNGER_CODES } from './subdivisions.ts';
import type { Division, Subdivision } from './subdivisions.ts';

/** A region while its keys are collected. */
interface Candidate extends Region {
  name?: string;
  subdivision?: Subdivision | undefined;
  /** Its code, where that is younger than the list of ISO 3166-2. */
  young?: string | undefined;
}

/** The divisions of a country. */
interface Divisions {
  divisions: readonly Division[];
  lesser: readonly Division[];
  subdivisions: readonly Subdivision[];
}

/** Former regions, and names that no list has, each with its main town. */
const BY_HAND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CH: { 'Saint Gall': 'Sankt Gallen' },
  FR: {
    Alsace: 'Strasbourg', Aquitaine: 'Bordeaux', Auvergne: 'Clermont-Ferrand', 'Basse-Normandie': 'Caen', Bourgogne: 'Dijon',
    Burgundy: 'Dijon', Centre: 'Tours', 'Champagne-Ardenne': 'Reims', 'Franche-Comté': 'Besançon', 'Haute-Normandie': 'Rouen',
    'Languedoc-Roussillon': 'Montpellier', Limousin: 'Limoges', Lorraine: 'Nancy', 'Lower Normandy': 'Caen',
    'Midi-Pyrénées': 'Toulouse', 'Nord-Pas-de-Calais': 'Lille', Picardie: 'Amiens', Picardy: 'Amiens',
    'Poitou-Charentes': 'Poitiers', Provence: 'Marseille', 'Rhône-Alpes': 'Lyon', 'Upper Normandy': 'Rouen',
  },
  KZ: { Astana: 'Astana', 'Nur-Sultan': 'Astana' },
  NO: {
    '01': 'Fredrikstad', '02': 'Lillestrøm', '04': 'Hamar', '05': 'Lillehammer', '06': 'Drammen', '07': 'Tønsberg', '08': 'Skien',
    '09': 'Arendal', 10: 'Kristiansand', 12: 'Bergen', 14: 'Førde', 16: 'Trondheim', 17: 'Steinkjer', 19: 'Tromsø', 20: 'Alta',
    30: 'Drammen', 38: 'Sandefjord', 54: 'Tromsø', Viken: 'Drammen', 'Vest-Agder': 'Kristiansand', Hordaland: 'Bergen',
  },
}; // prettier-ignore

/** Countries whose second-order divisions have the codes of ISO 3166-2. */
const SAME_CODES = ['BE', 'ES', 'FR', 'IT'];
/** Towns of subdivisions that have become parts of others, by their codes, and of some that have the name of no town. */
const TOWNS: Readonly<Record<string, string>> = {
  'FR-6AE': 'Strasbourg', 'IE-OY': 'Tullamore', 'RS-00': 'Belgrade',
  'VN-24': 'Đồng Hới', 'VN-27': 'Tam Kỳ', 'VN-31': 'Quy Nhơn', 'VN-36': 'Phan Rang-Tháp Chàm', 'VN-40': 'Phan Thiết',
  'VN-41': 'Tân An', 'VN-43': 'Vũng Tàu', 'VN-46': 'Mỹ Tho', 'VN-57': 'Thủ Dầu Một', 'VN-58': 'Đồng Xoài', 'VN-63': 'Phủ Lý',
  'VN-70': 'Vĩnh Yên', 'VN-72': 'Gia Nghĩa', 'VN-73': 'Vị Thanh',
}; // prettier-ignore

/** Towns of a region that may be its main one. */
const LARGE = 40;
/** Degrees within which people live around a town. */
const AROUND = 0.22;

/** A smaller town is the main one where so many times as many people live around it. */
const BETTER = 1.25;

/** The one of the large towns that most people live around. */
function mainTown(places: readonly Place[]): Place {
  const around = (town: Place): number =>
    weightOf(
      places.filter(
        ({ longitude, latitude }) =>
          Math.hypot((longitude - town.longitude) * Math.cos((latitude * Math.PI) / 180), latitude - town.latitude) <
          AROUND,
      ),
    );
  const towns = [...places].sort((one, other) => other.weight - one.weight).slice(0, LARGE);
  const counts = towns.map((town) => ({ town, count: around(town) }));
  return counts.reduce((most, one) => (one.count > most.count * BETTER ? one : most)).town;
}

function weightOf(places: readonly Place[]): number {
  return places.reduce((sum, { weight }) => sum + weight, 0);
}

function regionAt(division: string | null, towns: readonly Place[]): Region {
  const at = mainTown(towns);
  return { division, at, x: at.x, y: at.y, weight: weightOf(towns), keys: [] };
}

/** @returns Of each country its regions, from south to north. */
export function readRegions(places: readonly Place[]): Map<string, Region[]> {
  const divisions = groupBy(readDivisions(1), ({ country }) => country);
  const lesser = groupBy(readDivisions(2), ({ country }) => country);
  const subdivisions = readSubdivisions();
  const countries = groupBy(places, ({ country }) => country);
  return new Map(
    [...countries].map(([country, list]) => {
      const input = {
        divisions: divisions.get(country) ?? [],
        lesser: lesser.get(country) ?? [],
        subdivisions: subdivisions.get(country) ?? [],
      };
      const regions = addByHand(country, list, regionsOf(country, list, input));
      return [country, regions.sort((one, other) => one.y - other.y || one.x - other.x)];
    }),
  );
}

function regionsOf(
  country: string,
  places: readonly Place[],
  { divisions, lesser, subdivisions }: Divisions,
): Region[] {
  const claimed = new Set<string>();
  const claim = (region: Region, keys: readonly string[]): void => {
    for (const key of keys) {
      if (key === '' || claimed.has(key)) continue;
      claimed.add(key);
      region.keys.push(key);
    }
  };
  const pairs = matchSubdivisions(divisions, subdivisions);
  const inside = groupBy(places, ({ admin1 }) => admin1);
  const main = divisions.flatMap((division): (Candidate & { name: string })[] => {
    const towns = inside.get(division.code);
    if (!towns) return [];
    const young = YOUNGER_CODES[`${division.country}.${division.code}`];
    return [{ ...regionAt(division.code, towns), name: division.name, subdivision: pairs.get(division), young }];
  });
  const taken = new Set(pairs.values());
  const within = groupBy(places, ({ admin1, admin2 }) => `${admin1}.${admin2}`);
  const inhabited = lesser.filter(({ code }) => within.has(code));
  const byName = groupBy(inhabited, ({ name }) => regionKeys(name).at(-1));
  const byCode = groupBy(inhabited, ({ code }) => code.split('.').at(-1));
  const placesByName = groupBy(places, ({ key }) => key);
  const others: Candidate[] = subdivisions
    .filter((subdivision) => !taken.has(subdivision))
    .flatMap((subdivision) => {
      const keys = subdivision.names.flatMap(regionKeys);
      const same = SAME_CODES.includes(country) ? (byCode.get(subdivision.code) ?? []) : [];
      const found = (same.length > 0 ? same : keys.flatMap((key) => byName.get(key) ?? [])).flatMap(({ code }) =>
        defined(within.get(code)),
      );
      const town = TOWNS[`${country}-${subdivision.code}`];
      const named = (town === undefined ? keys : [new CityName(town).key])
        .flatMap((key) => placesByName.get(key) ?? [])
        .sort((one, other) => other.weight - one.weight);
      if (town !== undefined && named.length === 0) throw new Error(`No place in ${country} is called ${town}.`);
      const towns = found.length > 0 ? found : named.slice(0, 1);
      return towns.length > 0 ? [{ ...regionAt(null, towns), subdivision }] : [];
    });
  const all: readonly Candidate[] = [...main, ...others];
  const codesOf = ({ code }: { code: string }): string[] => [
    code.toLowerCase(),
    /^\d\d[a-z]$/i.test(code) ? code.slice(0, 2) : '',
  ];
  for (const region of all)
    claim(region, [region.young?.toLowerCase() ?? '', ...(region.subdivision ? codesOf(region.subdivision) : [])]);
  const ofCode = new Map(
    all.flatMap((region) => codesOf(region.subdivision ?? { code: '' }).map((code) => [code, region])),
  );
  for (const [code, now] of formerCodes(country)) {
    const region = ofCode.get(now.toLowerCase()) ?? all.find(({ young }) => young === now);
    if (region) claim(region, [code.toLowerCase()]);
  }
  const exact = (name: string): string => regionKeys(name)[0] ?? '';
  for (const region of main) claim(region, [exact(region.name)]);
  for (const region of all) claim(region, [exact(region.subdivision?.names[0] ?? '')]);
  for (const region of all) claim(region, (region.subdivision?.names ?? []).map(exact));
  for (const region of all) {
    claim(
      region,
      [region.name ?? '', ...(region.subdivision?.names ?? [])].map((name) => regionKeys(name).at(-1) ?? ''),
    );
  }
  return all.map(({ division, at, x, y, weight, keys }) => ({ division, at, x, y, weight, keys }));
}

/** Adds them to the region of the same main town, or as regions of their own. */
function addByHand(country: string, places: readonly Place[], regions: Region[]): Region[] {
  const claimed = new Set(regions.flatMap(({ keys }) => keys));
  for (const [name, town] of Object.entries(BY_HAND[country] ?? {})) {
    const { key: townKey } = new CityName(town);
    const [at] = places.filter((place) => place.key === townKey).sort((one, other) => other.weight - one.weight);
    if (!at) throw new Error(`No place in ${country} is called ${town}.`);
    const [key] = regionKeys(name);
    if (key === undefined || claimed.has(key)) continue;
    const same = regions.find((region) => region.at === at && region.division !== null);
    if (same) same.keys.push(key);
    else regions.push({ ...regionAt(null, [at]), keys: [key] });
  }
  return regions;
}
