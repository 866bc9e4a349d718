// npm run land: makes src/map/land.data.ts from Natural Earth's 1:110m land (package world-atlas), small enough to ship:
// of all coasts on a grid from which the atlas' is nowhere farther than half a pixel, on a map 960 px wide, those that
// are the shortest as text. The Antarctic is apart, because the map shows it only when somebody is there. `--check`
// compares.
import { join } from 'node:path';
import { geoEqualEarth } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { ATLAS_VERSION, readAtlas } from './atlas.mjs';
import { ALPHABET } from './base45.mjs';
import { cheapestRing, distance, segmentsAlong } from './cheapest-ring.mjs';
import { onGrid } from './fewest-points.mjs';
import { writeGenerated } from './write-generated.mjs';

const RADIANS = Math.PI / 180;
/** Pixels; what is lost in computing is left out. */
const BOUND = 0.499;
/**
 * A grid of even columns, so that ±180° are on it. The larger its meshes the fewer characters; these are about the
 * largest in which some coast meets the end of every border.
 */
const COLUMNS = 1292;
const GRID = { east: 360 / COLUMNS, north: 0.225, equator: 0.045 };
/** Borders end on a grid of their own, which `npm run borders` has; degrees. */
const BORDERS = { step: 0.18, bound: 0.0995 };
/** Steps of one character: so many columns and rows, this way or that. All of them are 81. */
const REACH = 4;
const BASE = 2 * REACH + 1;
/** The character after those of the steps: the way across the map, at ±180°. */
const ACROSS = ALPHABET[BASE * BASE];
/** As many characters tell the way to where a ring begins. */
const DIGITS = 4;
const ROUNDS = 8;
/** Bits that a square pixel of land is worth, and that a step costs at least. */
const LIFT = 0.5;
const LEAST_BITS = 0.5;
/** Degrees: a border that ends farther from all coasts does not end at one. */
const NEAR = 0.2;
const WIDTH = 960;

const target = join(import.meta.dirname, '../src/map/land.data.ts');
const atlas = readAtlas('land-110m');
const polygons = feature(atlas, atlas.objects.land.geometries[0]).geometry.coordinates;
const isAntarctic = ([outline]) => outline.every(([, latitude]) => latitude < -60);
const inhabited = polygons.filter((polygon) => !isAntarctic(polygon));
const project = geoEqualEarth().fitWidth(WIDTH, { type: 'MultiPolygon', coordinates: inhabited });

const toDegrees = ([column, row]) => [column * GRID.east, row * GRID.north + GRID.equator];

/** Points of the grid in a box of pixels. */
function near([left, top], [right, bottom]) {
  const degrees = [left, right].flatMap((x) => [top, bottom].map((y) => project.invert([x, y])));
  const range = (numbers, least, most) => {
    const first = Math.ceil(Math.max(Math.min(...numbers), least));
    return Array.from({ length: Math.floor(Math.min(Math.max(...numbers), most)) - first + 1 }, (_, i) => first + i);
  };
  const half = COLUMNS / 2;
  const rows = range(
    degrees.map(([, latitude]) => (latitude - GRID.equator) / GRID.north),
    -Infinity,
    Infinity,
  );
  // Beyond ±180° d3-geo comes in again on the other side.
  const longitudes = degrees.map(
    ([longitude]) => longitude + 360 * Math.round((Math.sign(left + right - WIDTH) * 90 - longitude) / 360),
  );
  return range(
    longitudes.map((longitude) => longitude / GRID.east),
    -half,
    half,
  ).flatMap((column) =>
    rows.map((row) => ({
      grid: [column, row],
      at: project(toDegrees([column, row])),
      meridian: Math.abs(column) === half ? Math.sign(column) : 0,
    })),
  );
}

/** Where borders end at a coast there must be coast. */
const countries = readAtlas('countries-110m');
const borderEnds = mesh(countries, countries.objects.countries, (one, other) => one !== other)
  .coordinates.flatMap((line) => [line[0], line.at(-1)])
  .filter((end, index, all) => all.every((other, at) => at === index || String(other) !== String(end)));

function cornersOf(ring) {
  const points = ring.slice(0, -1);
  const corners = points.map((point) => ({
    at: project(point),
    meridian: Math.abs(point[0]) === 180 ? Math.sign(point[0]) : 0,
    ends: [],
    accepts(from, to) {
      return this.ends.every((end) => {
        const shrink = Math.cos(end[1] * RADIANS);
        const [a, b] = [from, to]
          .map(({ grid }) => toDegrees(grid))
          .map(([x, y]) => [(x - end[0]) * shrink, y - end[1]]);
        return distance([0, 0], a, b) <= BORDERS.bound;
      });
    },
  }));
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length];
    corner.isCut = Math.abs(corner.at[0] - next.at[0]) > WIDTH / 2;
    for (const end of [corner, next]) end.isStop ||= corner.isCut || end.meridian !== 0;
  });
  // A ring that is cut begins after a cut, and best after the longest, as the way back to its beginning is not told.
  const length = (index) => Math.abs(Math.abs(points.at(index - 1)[0]) - Math.abs(points[index][0]));
  const cuts = corners.flatMap((corner, index) => (corners.at(index - 1).isCut ? [index] : []));
  const [first = corners.findIndex(({ isStop }) => isStop)] = cuts.sort((a, b) => length(b) - length(a));
  return first > 0 ? [...corners.slice(first), ...corners.slice(0, first)] : corners;
}

const rings = polygons.flatMap((polygon) =>
  polygon.map((ring, index) => ({
    corners: cornersOf(ring),
    ring,
    isAntarctic: isAntarctic(polygon),
    isHole: index > 0,
  })),
);
for (const end of borderEnds) {
  const apart = ([longitude, latitude]) =>
    Math.hypot((longitude - end[0]) * Math.cos(end[1] * RADIANS), latitude - end[1]);
  let nearest = { apart: NEAR, corner: undefined };
  for (const { corners } of rings) {
    for (const corner of corners) {
      const at = apart(project.invert(corner.at));
      if (at < nearest.apart) nearest = { apart: at, corner };
    }
  }
  const [column, row] = onGrid(end, BORDERS.step);
  nearest.corner?.ends.push([column * BORDERS.step - 180, row * BORDERS.step - 90]);
}

/** Pixels, twice the area, signed by the direction. What is cut by the edge of the map has the map's width in it. */
const areaOf = (points) =>
  points.reduce((sum, [x, y], index) => sum + points.at(index - 1)[0] * y - x * points.at(index - 1)[1], 0);
/** An islet must not collapse, nor turn over: its ring would be all the rest of the earth. */
const isLike = ({ corners }) => {
  const area = areaOf(corners.map(({ at }) => at));
  return (path) => {
    const share = areaOf(path.map(({ at }) => at)) / area;
    return share > 0.6 && share < 1.7;
  };
};
/** Where the cheapest ring is none, it must have a point for every corner. */
const strict = (index) =>
  segmentsAlong(
    rings[index].corners.map((corner) => ({ ...corner, isStop: true })),
    { near, reach: REACH, bound: BOUND },
  );
const ways = rings.map(({ corners }) => segmentsAlong(corners, { near, reach: REACH, bound: BOUND }));

/** The step that is told, after the way across the map. */
const stepOf = (from, to, isAcross) => [to.grid[0] + (isAcross ? 1 : -1) * from.grid[0], to.grid[1] - from.grid[1]];
const isAcross = (from, to) => Math.abs(from.grid[0] - to.grid[0]) > COLUMNS / 2;
const isShort = (step) => step.every((number) => Math.abs(number) <= REACH);
const codeOf = ([east, north]) => (east + REACH) * BASE + north + REACH;

// What a character costs is known when it is known how many there are of each.
let bits = Array.from({ length: BASE * BASE }, (_, code) => {
  const [east, north] = [Math.floor(code / BASE) - REACH, (code % BASE) - REACH];
  return 3 + 2 * Math.log2(1 + Math.hypot(east, north));
});
const costOf = (from, to, step) => {
  if (step) return bits[codeOf(step)];
  const across = stepOf(from, to, true);
  return isShort(across) ? 8 + bits[codeOf(across)] : Infinity;
};
/**
 * Short ways cut corners, and a coast has more of them outside than inside: what a segment wins of the sea lowers its
 * cost, so that the land is as large as the atlas'.
 */
const lifted = ({ corners }) => {
  const direction = Math.sign(areaOf(corners.map(({ at }) => at)));
  const count = corners.length;
  return (from, to, step) => {
    const between = [];
    const steps = isAcross(from, to) ? 0 : (to.corner - from.corner + count) % count;
    for (let back = 0; back < steps; back++) between.push(corners[(to.corner - back + count) % count].at);
    const won = steps === 0 ? 0 : (direction * areaOf([from.at, to.at, ...between])) / 2;
    return Math.max(LEAST_BITS, costOf(from, to, step) - LIFT * won);
  };
};
let paths = [];
for (let round = 0; round < ROUNDS; round++) {
  paths = ways.map((way, index) => {
    const options = { starts: way.spots.length < 500 ? Infinity : 20, isGood: isLike(rings[index]) };
    const cost = lifted(rings[index]);
    const path = cheapestRing(way, cost, options) ?? cheapestRing(strict(index), cost, options);
    if (!path) throw new Error(`No ring fits the coast at ${rings[index].ring[0].join(', ')}: the grid is too coarse.`);
    return path;
  });
  const times = Array(BASE * BASE).fill(0.5);
  let all = 0;
  for (const path of paths) {
    path.slice(1).forEach((to, index) => {
      times[codeOf(stepOf(path[index], to, isAcross(path[index], to)))]++;
      all++;
    });
  }
  bits = times.map((number) => Math.log2(all / number));
}

/** A ring begins with the way from the end of the one before, as digits; then come its steps. */
function encode(path, [column, row]) {
  let way = [path[0].grid[0] - column, path[0].grid[1] - row];
  let text = '';
  for (let digit = 0; digit < DIGITS; digit++) {
    const rest = way.map((number) => Math.round(number / BASE));
    text = ALPHABET[codeOf(way.map((number, axis) => number - rest[axis] * BASE))] + text;
    way = rest;
  }
  if (way.some((number) => number !== 0)) throw new Error('The way from ring to ring is too long.');
  path.slice(1).forEach((to, index) => {
    const across = isAcross(path[index], to);
    text += (across ? ACROSS : '') + ALPHABET[codeOf(stepOf(path[index], to, across))];
  });
  return text;
}

/** From ring to the nearest ring, so that the ways between them are short. One that is not cut begins anywhere. */
function chain(paths, start) {
  const left = new Set(paths);
  const told = [];
  let at = start;
  while (left.size > 0) {
    let nearest = { far: Infinity };
    for (const path of left) {
      const isWhole = path[0].along !== -1 && isShort(stepOf(path.at(-1), path[0], false));
      for (let first = 0; first < (isWhole ? path.length : 1); first++) {
        const far = Math.max(...path[first].grid.map((number, axis) => Math.abs(number - at[axis])));
        if (far < nearest.far) nearest = { far, path, first };
      }
    }
    const { path, first } = nearest;
    left.delete(path);
    const turned = [...path.slice(first), ...path.slice(0, first)];
    told.push({ path, text: encode(turned, at) });
    at = turned.at(-1).grid;
  }
  return { told, at };
}

const pathsOf = (accepts) => paths.filter((_, index) => accepts(rings[index]));
// The only hole, the Caspian Sea, comes first.
const seas = chain(
  pathsOf((ring) => ring.isHole),
  [0, 0],
);
const outlines = chain(
  pathsOf((ring) => !ring.isAntarctic && !ring.isHole),
  seas.at,
);
const antarctic = chain(
  pathsOf((ring) => ring.isAntarctic),
  outlines.at,
);
const told = [seas, outlines, antarctic].flatMap((part) => part.told);
const around = paths[rings.findIndex(({ isHole }) => isHole) - 1];

const text = `// Made by \`npm run land\` from world-atlas ${ATLAS_VERSION} (Natural Earth, public domain). Do not edit.
/** Rings, parted by spaces: what \`readLand\` reads. */
export const RINGS: string =
  '${told.map(({ text }) => text).join(' ')}';
/** The first of the Antarctic's rings, which are the last. */
export const ANTARCTIC: number = ${told.length - antarctic.told.length};
/** The ring around the Caspian Sea, which is ring 0. */
export const EURASIA: number = ${told.findIndex(({ path }) => path === around)};
/** A character is a step of up to so many columns to the east or west, and as many rows to the north or south. */
export const REACH: number = ${REACH};
/** So many characters tell the way to where a ring begins. */
export const DIGITS: number = ${DIGITS};
/** Degrees: the width of a column, the height of a row, the row that is nearest to the equator. */
export const GRID: readonly [east: number, north: number, equator: number] = [360 / ${COLUMNS}, ${GRID.north}, ${GRID.equator}];
/** Steps by their number. Elsewhere base 45: last digits from the first half, digits before them from the second. */
export const ALPHABET: string = '${ALPHABET}';
`;

writeGenerated(target, text, 'npm run land');
