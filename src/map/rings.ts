import type { MultiLineString, MultiPolygon } from 'geojson';
import { wrapAngle, type Ring } from './camera.ts';

const RADIANS = Math.PI / 180;
const known = new WeakMap<MultiPolygon | MultiLineString, readonly Ring[]>();

/**
 * The rings or lines of a geometry in radians, made once. A ring does not repeat its first corner, and goes on beyond ±π
 * where it crosses the antimeridian.
 */
export function ringsOf(geometry: MultiPolygon | MultiLineString): readonly Ring[] {
  let rings = known.get(geometry);
  if (!rings) {
    const isArea = geometry.type === 'MultiPolygon';
    const lines = isArea ? geometry.coordinates.flatMap((polygon) => polygon) : geometry.coordinates;
    rings = lines.map((line) => {
      const points = line.map(
        ([longitude = NaN, latitude = NaN]) => [longitude * RADIANS, latitude * RADIANS] as const,
      );
      return isArea ? unroll(points) : points;
    });
    known.set(geometry, rings);
  }
  return rings;
}

/** @param points The last repeats the first. */
function unroll(points: Ring): Ring {
  let east = points[0]?.[0] ?? 0;
  const ring = points.map(([lambda, phi]) => [(east += wrapAngle(lambda - east)), phi] as const);
  const [start] = ring;
  const end = ring.pop();
  if (!start || !end || Math.abs(end[0] - start[0]) < Math.PI) return ring;
  // All around the earth: the pole is inside, and on a plane it is a line.
  const pole = (Math.sign(end[1]) * Math.PI) / 2;
  return [...ring, end, [end[0], pole], [start[0], pole]];
}

/** Meridians and parallels every 10°. Near the poles, where they crowd, there are four meridians only. */
export function graticule(): Ring[] {
  const lines: Ring[] = [];
  const steps = (from: number, to: number): number[] =>
    [...Array((to - from) / 2.5 + 1).keys()].map((step) => (from + 2.5 * step) * RADIANS);
  for (let longitude = -180; longitude < 180; longitude += 10) {
    const end = longitude % 90 === 0 ? 90 : 80;
    lines.push(steps(-end, end).map((phi) => [longitude * RADIANS, phi]));
  }
  for (let latitude = -80; latitude <= 80; latitude += 10) {
    lines.push(steps(-180, 180).map((lambda) => [lambda, latitude * RADIANS]));
  }
  return lines;
}
