import { geoEqualEarthRaw } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { ALPHABET, GRID, REACH } from './land.data.ts';

/** The land of the earth, WGS 84 degrees. */
export interface Land {
  inhabited: MultiPolygon;
  antarctic: MultiPolygon;
}

const RADIANS = Math.PI / 180;

let land: Land | undefined;

/** The land, decoded at the first call and shared by all maps of a page. @param text What `npm run land` has written. */
export function readLand(text: string): Land {
  return (land ??= decodeLand(text));
}

function decodeLand(text: string): Land {
  const toDegrees = createInverse();
  const [begins = '', steps = '', antarcticBegins = '', antarcticSteps = ''] = text.split('~');
  const [eurasia = [], caspian = [], ...others] = decodeRings(begins, steps, toDegrees);
  const antarctic = decodeRings(antarcticBegins, antarcticSteps, toDegrees);
  const polygons = (rings: Position[][]): Position[][][] => rings.map((ring) => [ring]);
  return {
    inhabited: { type: 'MultiPolygon', coordinates: [[eurasia, caspian], ...polygons(others)] },
    antarctic: { type: 'MultiPolygon', coordinates: polygons(antarctic) },
  };
}

/** Every character is a step, but two: a space parts rings, a bar the pieces of one that the antimeridian cuts. */
function decodeRings(begins: string, text: string, toDegrees: Inverse): Position[][] {
  const ways = begins.split('m').map((way) => (way.match(/-?\d+/g) ?? []).map(Number));
  const base = 2 * REACH + 1;
  let [left, top, piece] = [0, 0, 0];
  return text.split(' ').map((pieces) => {
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
