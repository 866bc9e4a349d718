// Places are stored in tenths of a degree. A town on a coast or a border must not be rounded into the sea or into the
// neighbour: it takes the nearest point of the lattice that lies in its own country.
import { countriesOf, type Line } from '../atlas.ts';
import { codeOf, PART_OF } from '../country-codes.ts';
import { defined } from '../defined.ts';
import type { GazetteerPlace } from './place.ts';

type LatticePosition = [x: number, y: number];

/** ISO 3166-1 has the Crimea in Ukraine, and the atlas draws the lines of control. */
function isCrimea(ring: Line): boolean {
  const [x, y] = defined(ring[0]);
  return x > 32 && x < 36.7 && y > 44.3 && y < 46.3;
}

/** Outlines by country. */
const rings = new Map<string, Line[]>();
for (const shape of countriesOf('countries-10m')) {
  const outlines = shape.polygons.flat();
  const territories = Object.keys(PART_OF).filter((code) => PART_OF[code] === shape.name);
  for (const code of [codeOf(shape), ...territories]) if (code !== undefined) add(code, outlines);
  if (shape.name === 'Russia') add('UA', outlines.filter(isCrimea));
}

function add(code: string, outlines: readonly Line[]): void {
  rings.set(code, [...(rings.get(code) ?? []), ...outlines]);
}

/** Where the outlines of a country cross each row of the lattice, from west to east. */
function crossingsOf(code: string): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const ring of rings.get(code) ?? []) {
    ring.slice(1).forEach(([x, y], index) => {
      const [fromX, fromY] = defined(ring[index]);
      const [south, north] = y < fromY ? [y, fromY] : [fromY, y];
      for (let row = Math.ceil(south * 10); row / 10 < north; row++) {
        const crossings = rows.get(row) ?? [];
        rows.set(row, crossings);
        crossings.push(fromX + ((row / 10 - fromY) / (y - fromY)) * (x - fromX));
      }
    });
  }
  for (const crossings of rows.values()) crossings.sort((a, b) => a - b);
  return rows;
}

const known = new Map<string, Map<number, number[]>>();

/** Whether a point of the lattice (tenths of a degree) lies in a country. */
export function isInside(code: string, x: number, y: number): boolean {
  const rows = known.get(code) ?? crossingsOf(code);
  known.set(code, rows);
  const crossings = rows.get(y) ?? [];
  return crossings.filter((crossing) => crossing < x / 10).length % 2 === 1;
}

/** The point of the lattice for a place; where none that is near lies in its country, simply the nearest. */
export function settle({
  country,
  longitude,
  latitude,
}: Pick<GazetteerPlace, 'country' | 'longitude' | 'latitude'>): LatticePosition {
  const nearest: LatticePosition = [Math.round(longitude * 10), Math.round(latitude * 10)];
  if (isInside(country, ...nearest)) return nearest;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y): LatticePosition => [nearest[0] + x, nearest[1] + y]));
  const far = ([x, y]: LatticePosition): number => Math.hypot((x / 10 - longitude) * shrink, y / 10 - latitude);
  return around.filter(([x, y]) => isInside(country, x, y)).sort((a, b) => far(a) - far(b))[0] ?? nearest;
}
