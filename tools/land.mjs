// npm run land: makes src/map/land.data.ts from Natural Earth's 1:110m land (package world-atlas), small enough to ship:
// of all coasts on a grid from which the atlas' is nowhere farther than half a pixel, on a map 960 px wide, those that
// are the shortest as text. The grid is one of the plane of Equal Earth, so that the default map is drawn without any
// projection. The Antarctic is apart, because the map shows it only when somebody is there. `--check` compares.
import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';
import { piecesOf } from './antimeridian.mjs';
import { ATLAS_VERSION, readAtlas } from './atlas.mjs';
import { ALPHABET } from './base45.mjs';
import { areaOf, cheapestRing, distance, segmentsAlong } from './cheapest-ring.mjs';
import { onGrid } from './fewest-points.mjs';
import { planeGrid } from './plane-grid.mjs';
import { writeGenerated } from './write-generated.mjs';

const RADIANS = Math.PI / 180;
const WIDTH = 960;
/** Pixels; what is lost in computing is left out. */
const BOUND = 0.4995;
/**
 * The larger its meshes the fewer and the more alike the steps. These are about the largest in which some coast meets the
 * end of every border, and has points where the antimeridian cuts it; where the grid begins was found by trying.
 */
const GRID = [0.0024013, -0.000678, 0.00407, 0.00339];
/** Borders end on a grid of their own, which `npm run borders` has; degrees. */
const BORDERS = { step: 0.18, bound: 0.0999 };
/** Steps of one character: so many columns and rows, this way or that. All of them are 81. */
const REACH = 4;
const BASE = 2 * REACH + 1;
const ROUNDS = 8;
/** Bits that a square pixel of land is worth, and that a step costs at least. */
const LIFT = 0.1;
const LEAST_BITS = 0.5;
/** Degrees: a border that ends farther from all coasts does not end at one. */
const NEAR = 0.2;

const target = join(import.meta.dirname, '../src/map/land.data.ts');
const atlas = readAtlas('land-110m');
const polygons = feature(atlas, atlas.objects.land.geometries[0]).geometry.coordinates;
const isAntarctic = ([outline]) => outline.every(([, latitude]) => latitude < -60);
const inhabited = polygons.filter((polygon) => !isAntarctic(polygon));
const { project, toDegrees, near, overPole } = planeGrid(GRID, {
  width: WIDTH,
  fitted: { type: 'MultiPolygon', coordinates: inhabited },
});

function cornersOf({ points, isCut }) {
  const corners = points.map((point) => ({
    point,
    at: project(point),
    meridian: Math.abs(point[0]) === 180 ? Math.sign(point[0]) : 0,
    ends: [],
    accepts(from, to) {
      return distance(this.at, from.drawn, to.drawn) <= BOUND && this.ends.every((end) => isMet(end, from, to));
    },
  }));
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length];
    corner.isCut = isCut && index === corners.length - 1;
    for (const end of [corner, next]) end.isStop ||= end.meridian !== 0;
  });
  // What is not cut begins anywhere, but at a stop where there is one.
  const first = Math.max(
    0,
    corners.findIndex(({ isStop }) => isStop),
  );
  return [...corners.slice(first), ...corners.slice(0, first)];
}

/** Whether a border's end is near a segment, in degrees: whole maps of other projections are drawn in these. */
function isMet(end, from, to) {
  const shrink = Math.cos(end[1] * RADIANS);
  const [a, b] = [from, to].map(({ grid }) => toDegrees(grid)).map(([x, y]) => [(x - end[0]) * shrink, y - end[1]]);
  return distance([0, 0], a, b) <= BORDERS.bound;
}

/** Rings, or pieces of them; those of one ring follow one another. */
const coasts = polygons.flatMap((polygon) =>
  polygon.flatMap((ring, place) =>
    piecesOf(ring).map((piece, index) => ({
      corners: cornersOf(piece),
      isCut: piece.isCut,
      isNext: index > 0,
      isHole: place > 0,
      isAround: place === 0 && polygon.length > 1,
      isAntarctic: isAntarctic(polygon),
    })),
  ),
);

/** Where borders end at a coast there must be coast. */
const countries = readAtlas('countries-110m');
const borderEnds = mesh(countries, countries.objects.countries, (one, other) => one !== other)
  .coordinates.flatMap((line) => [line[0], line.at(-1)])
  .filter((end, index, all) => all.every((other, at) => at === index || String(other) !== String(end)));
for (const end of borderEnds) {
  const apart = ({ point: [x, y] }) => Math.hypot((x - end[0]) * Math.cos(end[1] * RADIANS), y - end[1]);
  const corners = coasts.flatMap((coast) => coast.corners);
  const nearest = corners.reduce((best, corner) => (apart(corner) < apart(best) ? corner : best));
  const [column, row] = onGrid(end, BORDERS.step);
  if (apart(nearest) < NEAR) nearest.ends.push([column * BORDERS.step - 180, row * BORDERS.step - 90]);
}

/** An islet must not collapse, nor turn over: its ring would be all the rest of the earth. */
const isLike = (corners) => {
  const area = areaOf(corners.map(({ at }) => at));
  return (path) => {
    const share = areaOf(path.map(({ at }) => at)) / area;
    return share > 0.6 && share < 1.7;
  };
};
const options = { near, reach: REACH, bound: BOUND };
for (const coast of coasts) {
  coast.ways = [segmentsAlong(coast.corners, options)];
  coast.isGood = isLike(coast.corners);
}
/** Where the cheapest ring is none, it must have a point for every corner. */
const strict = (corners) =>
  segmentsAlong(
    corners.map((corner) => ({ ...corner, isStop: true })),
    options,
  );

const codeOf = ([east, south]) => (south + REACH) * BASE + east + REACH;
const stepsOf = (path) =>
  path.slice(1).map(({ grid }, index) => grid.map((number, axis) => number - path[index].grid[axis]));

// What a character costs is known when it is known how many there are of each.
let bits = Array.from({ length: BASE * BASE }, (_, code) => {
  const [east, south] = [(code % BASE) - REACH, Math.floor(code / BASE) - REACH];
  return 3 + 2 * Math.log2(1 + Math.hypot(east, south));
});
/**
 * Short ways cut corners, and a coast has more of them outside than inside: what a segment wins of the sea lowers its
 * cost, so that the land is as large as the atlas'.
 */
const costOf = ({ step, won }) => Math.max(LEAST_BITS, bits[codeOf(step)] - LIFT * won);
for (let round = 0; round < ROUNDS; round++) {
  for (const coast of coasts) {
    const few = { starts: coast.ways[0].spots.length < 500 ? Infinity : 20, isGood: coast.isGood };
    coast.path = cheapestRing(coast.ways[0], costOf, few);
    if (!coast.path) coast.path = cheapestRing((coast.ways[1] ??= strict(coast.corners)), costOf, few);
    if (!coast.path)
      throw new Error(`No ring fits the coast at ${coast.corners[0].point.join(', ')}: the grid is too coarse.`);
  }
  const steps = coasts.flatMap(({ path }) => stepsOf(path));
  const times = Array(BASE * BASE).fill(0.5);
  for (const step of steps) times[codeOf(step)]++;
  bits = times.map((number) => Math.log2(steps.length / number));
}

/** As path data has it: a minus parts two numbers, a space those that have none. */
const pair = ([x, y]) => `${x}${y < 0 ? '' : ' '}${y}`;
const wayTo = (from, to) => to.map((number, axis) => number - from[axis]);
const textOf = (path) =>
  stepsOf(path)
    .map((step) => ALPHABET[codeOf(step)])
    .join('');

/**
 * Group by group, from ring to the nearest ring, so that the ways between them are short. One that is not cut begins
 * anywhere.
 *
 * @returns {[begins: string, rings: string]}
 */
function tell(groups) {
  const [begins, texts] = [[], []];
  let at = [0, 0];
  for (const group of groups) {
    const left = new Set(group);
    while (left.size > 0) {
      let nearest = { far: Infinity };
      for (const ring of left) {
        const [{ path, isCut }] = ring;
        const isClosed = !isCut && wayTo(path.at(-1).grid, path[0].grid).every((number) => Math.abs(number) <= REACH);
        for (let first = 0; first < (isClosed ? path.length : 1); first++) {
          const way = wayTo(at, path[first].grid);
          const far = 1000 * pair(way).length + Math.hypot(...way);
          if (far < nearest.far) nearest = { far, ring, first };
        }
      }
      const { ring, first } = nearest;
      left.delete(ring);
      const paths = ring.map(({ path }) => path);
      if (first > 0) paths[0].push(...paths[0].splice(0, first));
      for (const [{ grid }] of paths) {
        begins.push(pair(wayTo(at, grid)));
        at = grid;
      }
      texts.push(paths.map(textOf).join('|'));
    }
  }
  return [begins.join('m'), texts.join(' ')];
}

const ringsOf = (accepts) => {
  const rings = [];
  for (const coast of coasts.filter(accepts)) {
    if (coast.isNext) rings.at(-1).push(coast);
    else rings.push([coast]);
  }
  return rings;
};
// Eurasia and the only hole, the Caspian Sea, come first; the ring around the pole comes last.
const inhabitedText = tell([
  ringsOf(({ isAround }) => isAround),
  ringsOf(({ isHole }) => isHole),
  ringsOf((coast) => !coast.isAntarctic && !coast.isAround && !coast.isHole),
]);
const antarcticText = tell([
  ringsOf((coast) => coast.isAntarctic && !coast.isCut),
  ringsOf((coast) => coast.isAntarctic && coast.isCut),
]);
const { path: polar } = coasts.find((coast) => coast.isAntarctic && coast.isCut);
const end = polar.at(-1).grid;
const pole = [end, ...overPole(end)]
  .map((grid, index, all) => (index === 0 ? '' : pair(wayTo(all[index - 1], grid))))
  .slice(1)
  .map((text) => (text.startsWith('-') ? text : ` ${text}`))
  .join('');

const text = `// Made by \`npm run land\` from world-atlas ${ATLAS_VERSION} (Natural Earth, public domain). Do not edit.
/**
 * What \`readLand\` and \`landPath\` read, in four parts. The inhabited land: where each ring begins, in columns and rows from
 * the one before, and then their steps, rings parted by spaces and pieces of a ring by bars; Eurasia comes first, the
 * Caspian Sea second. Then the same for the Antarctic, whose ring around the pole comes last.
 */
export const RINGS: string =
  '${[...inhabitedText, ...antarcticText].join('~')}';
/** Path data that closes the ring around the pole along the map's edge. */
export const POLE: string = '${pole}';
/** A character is a step of up to so many columns to the east or west, and as many rows to the north or south. */
export const REACH: number = ${REACH};
/** On the plane of Equal Earth: where column 0 and row 0 meet, the width of a column, the height of a row. */
export const GRID: readonly [x: number, y: number, wide: number, high: number] = [${GRID.join(', ')}];
/** Steps by their number. Elsewhere base 45: last digits from the first half, digits before them from the second. */
export const ALPHABET: string = '${ALPHABET}';
`;

writeGenerated(target, text, 'npm run land');
