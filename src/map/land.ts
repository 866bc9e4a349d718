import { geoEqualEarthRaw } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import type { Location } from '../protocol/types.ts';
import { ANTARCTIC_RINGS } from './antarctic.data.ts';
import { ALPHABET, GRID, REACH } from './land.data.ts';

/** The land of the earth, WGS 84 degrees. */
export interface Land {
  inhabited: MultiPolygon;
  antarctic: MultiPolygon;
}

interface People {
  visitors: readonly { latitude: number | null; location: Pick<Location, 'countryCode'> }[];
}

const RADIANS = Math.PI / 180;
/** Degrees: where the inhabited land, and with it the map, ends. */
const SOUTH_END = -55.5;

let land: Land | undefined;

/**
 * The land, decoded at the first call and shared by all maps of a page.
 *
 * @param text The inhabited land, as `npm run land` has written it.
 */
export function readLand(text: string): Land {
  return (land ??= decodeLand(text));
}

function decodeLand(text: string): Land {
  const toDegrees = createInverse();
  const [eurasia = [], caspian = [], ...others] = decodeRings(text, toDegrees);
  const antarctic = decodeRings(ANTARCTIC_RINGS, toDegrees);
  const polygons = (rings: Position[][]): Position[][][] => rings.map((ring) => [ring]);
  return {
    inhabited: { type: 'MultiPolygon', coordinates: [[eurasia, caspian], ...polygons(others)] },
    antarctic: { type: 'MultiPolygon', coordinates: polygons(antarctic) },
  };
}

/** Every character is a step, but two: a space parts rings, a bar the pieces of one that the antimeridian cuts. */
function decodeRings(text: string, toDegrees: Inverse): Position[][] {
  const [begins = '', rings = ''] = text.split('~');
  const ways = begins.split('m').map((way) => (way.match(/-?\d+/g) ?? []).map(Number));
  const base = 2 * REACH + 1;
  let [left, top, piece] = [0, 0, 0];
  return rings.split(' ').map((pieces) => {
    const ring = pieces.split('|').flatMap((steps) => {
      const [east = NaN, south = NaN] = ways[piece++] ?? [];
      let column = (left += east);
      let row = (top += south);
      const points = [toDegrees(column, row)];
      for (const character of steps) {
        const step = ALPHABET.indexOf(character);
        column += (step % base) - REACH;
        row += Math.floor(step / base) - REACH;
        points.push(toDegrees(column, row));
      }
      return points;
    });
    return [...ring, ...ring.slice(0, 1)];
  });
}

/** Whether a visitor is in Antarctica, which is drawn only then. */
export function needsAntarctic({ visitors }: People): boolean {
  return visitors.some(({ latitude, location }) => (latitude ?? 0) < SOUTH_END || location.countryCode === 'AQ');
}

type Inverse = (column: number, row: number) => Position;

/** A row is a parallel, so that the projection is inverted once for all of its points. */
function createInverse(): Inverse {
  const [x, y, wide, high] = GRID;
  const parallels = new Map<number, [latitude: number, column: number]>();
  return (column, row) => {
    let parallel = parallels.get(row);
    if (!parallel) {
      const [, phi = NaN] = geoEqualEarthRaw.invert?.(0, y - row * high) ?? [];
      parallel = [phi / RADIANS, wide / geoEqualEarthRaw(1, phi)[0] / RADIANS];
      parallels.set(row, parallel);
    }
    const [latitude, degrees] = parallel;
    const longitude = (x / wide + column) * degrees;
    // The antimeridian is between two columns.
    return [Math.abs(longitude) > 180 - degrees ? Math.sign(longitude) * 180 : longitude, latitude];
  };
}
