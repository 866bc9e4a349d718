// npm run land: makes src/map/land.data.ts from Natural Earth's 1:110m land (package world-atlas), small enough to ship:
// of all coasts on a grid from which the atlas' is nowhere farther than half a pixel, on a map 960 px wide, those that
// are the shortest as text. The grid is one of the plane of Equal Earth, so that the default map is drawn without any
// projection. The Antarctic is a file of its own, which few pages fetch: the map shows it only with visitors there.
// `--check` compares.
import { join } from 'node:path';
import { piecesOf, type Piece } from './antimeridian.ts';
import { ATLAS_VERSION, bordersOf, landOf, type Point, type Polygon } from './atlas.ts';
import { ALPHABET, type GridPoint } from './base45.ts';
import { areaOf, cheapestRing, distance, segmentsAlong } from './cheapest-ring.ts';
import type { CoastGraph, Corner, Segment, Spot } from './cheapest-ring.ts';
import { defined } from './defined.ts';
import { onGrid } from './fewest-points.ts';
import { planeGrid, type GridShape } from './plane-grid.ts';
import { writeGenerated } from './write-generated.ts';

interface CoastCorner extends Corner {
  point: Point;
  /** Where borders end at it. */
  ends: Point[];
}

/** A ring, or a piece of it; those of one ring follow one another. */
interface Coast {
  corners: CoastCorner[];
  isCut: boolean;
  isNext: boolean;
  isHole: boolean;
  isAround: boolean;
  isAntarctic: boolean;
  isGood: (path: readonly Spot[]) => boolean;
  /** The second graph is made only where the first one has no ring. */
  graphs: [CoastGraph, CoastGraph?];
  path: Spot[];
}

const RADIANS = Math.PI / 180;
const WIDTH = 960;
/** Pixels; less than half a one by what computing loses. */
const BOUND = 0.4995;
/**
 * The larger its meshes the fewer and the more alike the steps. These are about the largest in which some coast meets the
 * end of every border, and has points where the antimeridian cuts it; where the grid begins was found by trying.
 */
const GRID: GridShape = [0.0024013, -0.000678, 0.00407, 0.00339];
/** Borders end on a grid of their own, which `npm run borders` has; degrees. */
const BORDERS = { step: 0.18, bound: 0.0999 };
/** Steps of one character: so many columns and rows in either direction. All of them are 81. */
const REACH = 4;
const BASE = 2 * REACH + 1;
const ROUNDS = 8;
/** Bits that a square pixel of land is worth, and that a step costs at least. */
const LIFT = 0.1;
const LEAST_BITS = 0.5;
/** Degrees: a border that ends farther from all coasts does not end at one. */
const NEAR = 0.2;

const target = (name: string): string => join(import.meta.dirname, `../src/map/${name}.data.ts`);
const polygons = landOf('land-110m');
const isAntarctic = (polygon: Polygon): boolean => defined(polygon[0]).every(([, latitude]) => latitude < -60);
const inhabited = polygons.filter((polygon) => !isAntarctic(polygon));
const { project, toDegrees, near } = planeGrid(GRID, {
  width: WIDTH,
  fitted: { type: 'MultiPolygon', coordinates: inhabited },
});

function cornersOf({ points, isCut }: Piece): CoastCorner[] {
  const corners = points.map((point, index): CoastCorner => {
    const [at, ends] = [project(point), [] as Point[]];
    return {
      point,
      at,
      ends,
      meridian: Math.abs(point[0]) === 180 ? Math.sign(point[0]) : 0,
      isStop: false,
      isCut: isCut && index === points.length - 1,
      accepts: (from, to) => distance(at, from.drawn, to.drawn) <= BOUND && ends.every((end) => isMet(end, from, to)),
    };
  });
  for (const corner of corners) corner.isStop = corner.meridian !== 0;
  // What is not cut begins anywhere, but at a stop where there is one.
  const first = Math.max(
    0,
    corners.findIndex(({ isStop }) => isStop),
  );
  return [...corners.slice(first), ...corners.slice(0, first)];
}

/** Whether a border's end is near a segment, in degrees: whole maps of other projections are drawn in these. */
function isMet(end: Point, from: Spot, to: Spot): boolean {
  const shrink = Math.cos(end[1] * RADIANS);
  const fromEnd = ({ grid }: Spot): Point => {
    const [x, y] = toDegrees(grid);
    return [(x - end[0]) * shrink, y - end[1]];
  };
  return distance([0, 0], fromEnd(from), fromEnd(to)) <= BORDERS.bound;
}

/** An islet must not collapse, nor turn over: its ring would be all the rest of the earth. */
function isLike(corners: readonly Corner[]): (path: readonly Spot[]) => boolean {
  const area = areaOf(corners.map(({ at }) => at));
  return (path) => {
    const share = areaOf(path.map(({ at }) => at)) / area;
    return share > 0.6 && share < 1.7;
  };
}

const pieces = polygons.flatMap((polygon) =>
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
const borderEnds = bordersOf('countries-110m')
  .flatMap((line) => [defined(line[0]), defined(line.at(-1))])
  .filter((end, index, all) => all.every((other, at) => at === index || String(other) !== String(end)));
for (const end of borderEnds) {
  const apart = ({ point: [x, y] }: CoastCorner): number =>
    Math.hypot((x - end[0]) * Math.cos(end[1] * RADIANS), y - end[1]);
  const corners = pieces.flatMap((piece) => piece.corners);
  const nearest = corners.reduce((best, corner) => (apart(corner) < apart(best) ? corner : best));
  const [column, row] = onGrid(end, BORDERS.step);
  if (apart(nearest) < NEAR) nearest.ends.push([column * BORDERS.step - 180, row * BORDERS.step - 90]);
}

const options = { near, reach: REACH, bound: BOUND };
const coasts = pieces.map((piece): Coast => ({
  ...piece,
  isGood: isLike(piece.corners),
  graphs: [segmentsAlong(piece.corners, options)],
  path: [],
}));

/** Where the cheapest ring is not acceptable, it must have a point for every corner. */
const strict = (corners: readonly Corner[]): CoastGraph =>
  segmentsAlong(
    corners.map((corner) => ({ ...corner, isStop: true })),
    options,
  );

const codeOf = ([east, south]: GridPoint): number => (south + REACH) * BASE + east + REACH;
const wayTo = (from: GridPoint, to: GridPoint): GridPoint => [to[0] - from[0], to[1] - from[1]];
const stepsOf = (path: readonly Spot[]): GridPoint[] =>
  path.slice(1).map(({ grid }, index) => wayTo(defined(path[index]).grid, grid));

// What a character costs depends on how many there are of each.
let bits = Array.from({ length: BASE * BASE }, (_, code) => {
  const [east, south] = [(code % BASE) - REACH, Math.floor(code / BASE) - REACH];
  return 3 + 2 * Math.log2(1 + Math.hypot(east, south));
});

/**
 * Short ways cut corners, and a coast has more of them outside than inside: what a segment wins of the sea lowers its
 * cost, so that the land is as large as the atlas'.
 */
const costOf = ({ step, won }: Segment): number => Math.max(LEAST_BITS, defined(bits[codeOf(step)]) - LIFT * won);

function ringOf({ graphs, corners, isGood }: Coast): Spot[] {
  const few = { starts: graphs[0].spots.length < 500 ? Infinity : 20, isGood };
  const ring = cheapestRing(graphs[0], costOf, few) ?? cheapestRing((graphs[1] ??= strict(corners)), costOf, few);
  if (!ring) throw new Error(`No ring fits the coast at ${String(corners[0]?.point)}: the grid is too coarse.`);
  return ring;
}

for (let round = 0; round < ROUNDS; round++) {
  for (const coast of coasts) coast.path = ringOf(coast);
  const steps = coasts.flatMap(({ path }) => stepsOf(path));
  const times = bits.map(() => 0.5);
  for (const step of steps) times[codeOf(step)] = defined(times[codeOf(step)]) + 1;
  bits = times.map((number) => Math.log2(steps.length / number));
}

/** As in path data: a minus separates two numbers, a space those that have none. */
const pair = ([x, y]: GridPoint): string => `${x}${y < 0 ? '' : ' '}${y}`;
const textOf = (path: readonly Spot[]): string =>
  stepsOf(path)
    .map((step) => ALPHABET.charAt(codeOf(step)))
    .join('');

/** Whether a ring of one piece can begin at any of its points. */
function isClosed([coast, ...others]: readonly Coast[]): boolean {
  if (!coast || coast.isCut || others.length > 0) return false;
  const way = wayTo(defined(coast.path.at(-1)).grid, defined(coast.path[0]).grid);
  return way.every((number) => Math.abs(number) <= REACH);
}

/** Group by group, from ring to the nearest ring, so that the ways between them are short. */
function encodeRings(groups: readonly (readonly Coast[][])[]): [begins: string, rings: string] {
  const [begins, texts]: [string[], string[]] = [[], []];
  let at: GridPoint = [0, 0];
  for (const group of groups) {
    const left = new Set(group);
    while (left.size > 0) {
      let nearest: { far: number; ring?: Coast[]; first: number } = { far: Infinity, first: 0 };
      for (const ring of left) {
        const path = defined(ring[0]).path;
        const starts = isClosed(ring) ? path : path.slice(0, 1);
        for (const [first, { grid }] of starts.entries()) {
          const way = wayTo(at, grid);
          const far = 1000 * pair(way).length + Math.hypot(...way);
          if (far < nearest.far) nearest = { far, ring, first };
        }
      }
      const { first } = nearest;
      const ring = defined(nearest.ring);
      left.delete(ring);
      const paths = ring.map(({ path }) => path);
      if (first > 0) defined(paths[0]).push(...defined(paths[0]).splice(0, first));
      for (const path of paths) {
        const { grid } = defined(path[0]);
        begins.push(pair(wayTo(at, grid)));
        at = grid;
      }
      texts.push(paths.map(textOf).join('|'));
    }
  }
  return [begins.join('m'), texts.join(' ')];
}

function ringsOf(accepts: (coast: Coast) => boolean): Coast[][] {
  const rings: Coast[][] = [];
  for (const coast of coasts.filter(accepts)) {
    if (coast.isNext) defined(rings.at(-1)).push(coast);
    else rings.push([coast]);
  }
  return rings;
}
// Eurasia and the only hole, the Caspian Sea, come first; the ring around the pole comes last.
const inhabitedText = encodeRings([
  ringsOf(({ isAround }) => isAround),
  ringsOf(({ isHole }) => isHole),
  ringsOf((coast) => !coast.isAntarctic && !coast.isAround && !coast.isHole),
]);
const antarcticText = encodeRings([
  ringsOf((coast) => coast.isAntarctic && !coast.isCut),
  ringsOf((coast) => coast.isAntarctic && coast.isCut),
]);
const source = `// Made by \`npm run land\` from world-atlas ${ATLAS_VERSION} (Natural Earth, public domain). Do not edit.`;
const landText = `${source}
/**
 * The inhabited land, in two parts: where each ring begins, in columns and rows from the one before, and then their steps,
 * rings parted by spaces and pieces of a ring by bars; Eurasia comes first, the Caspian Sea second.
 */
export const RINGS: string =
  '${inhabitedText.join('~')}';
/** A character is a step of up to so many columns to the east or west, and as many rows to the north or south. */
export const REACH: number = ${REACH};
/** On the plane of Equal Earth: where column 0 and row 0 meet, the width of a column, the height of a row. */
export const GRID: readonly [x: number, y: number, wide: number, high: number] = [${GRID.join(', ')}];
/** Steps by their number. Elsewhere base 45: last digits from the first half, digits before them from the second. */
export const ALPHABET: string = '${ALPHABET}';
`;
const antarcticFile = `${source}
/** The Antarctic, as the inhabited land is in land.data.ts; the ring around the pole comes last. */
export const ANTARCTIC_RINGS: string =
  '${antarcticText.join('~')}';
`;

writeGenerated(target('land'), landText, 'npm run land');
writeGenerated(target('antarctic'), antarcticFile, 'npm run land');
