// The grid that the bundle's coasts lie on, in the plane of the Equal Earth projection: its columns are counted to the
// east, its rows, which are parallels, to the south.
import { geoEqualEarth, geoEqualEarthRaw, type GeoPermissibleObjects } from 'd3-geo';
import type { Point } from './atlas.ts';
import type { GridPoint } from './base45.ts';
import { defined } from './defined.ts';

const RADIANS = Math.PI / 180;

/** Pixels. */
export type Pixel = readonly [x: number, y: number];

/** A point of the grid on a map. */
export interface MapPoint {
  grid: GridPoint;
  at: Pixel;
  /** At the map's edge the grid's point, which is beside it. */
  drawn: Pixel;
  /** −1 or 1: on the earth's western or eastern edge; 0 elsewhere. */
  meridian: number;
}

/**
 * Where column 0 and row 0 meet on the plane, whose y grows to the north, and the size of a mesh; in radii of the earth.
 */
export type GridShape = readonly [x: number, y: number, wide: number, high: number];

export interface PlaneGrid {
  project: (point: Point) => Pixel;
  /** The longitude is exactly ±180 for the columns at either side of the antimeridian. */
  toDegrees: (point: GridPoint) => Point;
  /** Points of the grid that are on the map or beside it, and in a box of pixels. */
  near: (from: Pixel, to: Pixel) => MapPoint[];
}

/** @param map Its width in pixels, and the GeoJSON that fills it. */
export function planeGrid(
  [x, y, wide, high]: GridShape,
  { width, fitted }: { width: number; fitted: GeoPermissibleObjects },
): PlaneGrid {
  const projection = geoEqualEarth().fitWidth(width, fitted);
  const scale = projection.scale();
  const [left, top] = [projection.translate()[0] + x * scale, projection.translate()[1] - y * scale];
  const parallels = new Map<number, { latitude: number; degrees: number }>();

  function project(point: Point): Pixel {
    return defined(projection(point) ?? undefined);
  }

  /** Degrees: latitude of a row, and how wide a column is there. */
  function parallelAt(row: number): { latitude: number; degrees: number } {
    let parallel = parallels.get(row);
    if (!parallel) {
      const phi = inverse(0, y - row * high)[1];
      parallel = { latitude: phi / RADIANS, degrees: wide / geoEqualEarthRaw(1, phi)[0] / RADIANS };
      parallels.set(row, parallel);
    }
    return parallel;
  }

  function toDegrees([column, row]: GridPoint): Point {
    const { latitude, degrees } = parallelAt(row);
    const longitude = (x / wide + column) * degrees;
    return [Math.abs(longitude) > 180 - degrees ? Math.sign(longitude) * 180 : longitude, latitude];
  }

  function near([x0, y0]: Pixel, [x1, y1]: Pixel): MapPoint[] {
    const found: MapPoint[] = [];
    const columns = [Math.ceil((x0 - left) / scale / wide), Math.floor((x1 - left) / scale / wide)] as const;
    const rows = [Math.ceil((y0 - top) / scale / high), Math.floor((y1 - top) / scale / high)] as const;
    for (let row = rows[0]; row <= rows[1]; row++) {
      const { degrees } = parallelAt(row);
      for (let column = columns[0]; column <= columns[1]; column++) {
        // Beyond the poles, where this is NaN, there are none.
        if (!(Math.abs((x / wide + column) * degrees) < 180 + degrees)) continue;
        const drawn: Pixel = [left + column * wide * scale, top + row * high * scale];
        const place = toDegrees([column, row]);
        const meridian = Math.abs(place[0]) === 180 ? Math.sign(place[0]) : 0;
        found.push({ grid: [column, row], drawn, at: meridian ? project(place) : drawn, meridian });
      }
    }
    return found;
  }

  return { project, toDegrees, near };
}

function inverse(x: number, y: number): [number, number] {
  return defined(geoEqualEarthRaw.invert?.(x, y));
}
