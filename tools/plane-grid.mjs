// The grid that the bundle's coasts lie on, in the plane of the Equal Earth projection: its columns are counted to the
// east, its rows, which are parallels, to the south.
import { geoEqualEarth, geoEqualEarthRaw } from 'd3-geo';

const RADIANS = Math.PI / 180;

/**
 * @param {[x: number, y: number, wide: number, high: number]} grid Where column 0 and row 0 meet on the plane, whose y
 *   grows to the north, and the size of a mesh; in radii of the earth.
 * @param {{ width: number, fitted: object }} map Pixels, and the GeoJSON that fills them.
 */
export function planeGrid([x, y, wide, high], { width, fitted }) {
  const project = geoEqualEarth().fitWidth(width, fitted);
  const scale = project.scale();
  const [left, top] = [project.translate()[0] + x * scale, project.translate()[1] - y * scale];
  const parallels = new Map();

  /** Degrees: latitude of a row, and how wide a column is there. */
  function parallelAt(row) {
    if (!parallels.has(row)) {
      const phi = geoEqualEarthRaw.invert(0, y - row * high)[1];
      parallels.set(row, { latitude: phi / RADIANS, degrees: wide / geoEqualEarthRaw(1, phi)[0] / RADIANS });
    }
    return parallels.get(row);
  }

  /** @returns The longitude, exactly ±180 for the columns at either side of the antimeridian, and the latitude. */
  function toDegrees([column, row]) {
    const { latitude, degrees } = parallelAt(row);
    const longitude = (x / wide + column) * degrees;
    return [Math.abs(longitude) > 180 - degrees ? Math.sign(longitude) * 180 : longitude, latitude];
  }

  /** Points of the grid that are on the map or beside it, and in a box of pixels. */
  function near([x0, y0], [x1, y1]) {
    const found = [];
    const columns = [Math.ceil((x0 - left) / scale / wide), Math.floor((x1 - left) / scale / wide)];
    const rows = [Math.ceil((y0 - top) / scale / high), Math.floor((y1 - top) / scale / high)];
    for (let row = rows[0]; row <= rows[1]; row++) {
      const { degrees } = parallelAt(row);
      for (let column = columns[0]; column <= columns[1]; column++) {
        // There are none beyond the poles, where this is no number.
        if (!(Math.abs((x / wide + column) * degrees) < 180 + degrees)) continue;
        const drawn = [left + column * wide * scale, top + row * high * scale];
        const place = toDegrees([column, row]);
        const meridian = Math.abs(place[0]) === 180 ? Math.sign(place[0]) : 0;
        found.push({ grid: [column, row], drawn, at: meridian ? project(place) : drawn, meridian });
      }
    }
    return found;
  }

  /** The grid's points along the map's edge, from one beside it over the pole to the other side, as far north again. */
  function overPole([column, row]) {
    const pole = geoEqualEarthRaw(1, -Math.PI / 2);
    const end = Math.round((y - pole[1]) / high);
    const edge = (at, side) => {
      const degrees = parallelAt(at).degrees || wide / pole[0] / RADIANS;
      return [Math.round((side * 180) / degrees - x / wide), at];
    };
    const rows = Array.from({ length: end - row }, (_, index) => row + 1 + index);
    const side = Math.sign(toDegrees([column, row])[0]);
    return [...rows.map((at) => edge(at, side)), ...rows.reverse().map((at) => edge(at, -side))];
  }

  return { project, toDegrees, near, overPole };
}
