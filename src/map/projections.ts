import {
  geoEqualEarthRaw,
  geoEquirectangularRaw,
  geoMercatorRaw,
  geoNaturalEarth1Raw,
  type GeoRawProjection,
} from 'd3-geo';
import type { ProjectionName } from './projection-names.ts';

/** A projection that unrolls the earth. The globe is none: it hides the half of it. */
export type FlatProjectionName = Exclude<ProjectionName, 'globe'>;

/** Where Mercator's world becomes a square. Nearer to the poles it would have no end. */
const MERCATOR_END = 2 * Math.atan(Math.exp(Math.PI)) - Math.PI / 2;

const RAW: Record<FlatProjectionName, GeoRawProjection> = {
  'equal-earth': geoEqualEarthRaw,
  'natural-earth': geoNaturalEarth1Raw,
  mercator: (lambda, phi) => geoMercatorRaw(lambda, Math.max(-MERCATOR_END, Math.min(MERCATOR_END, phi))),
  equirectangular: geoEquirectangularRaw,
};

/**
 * d3-geo's raw projection: longitude and latitude in radians to a plane whose y grows to the north. In all of them x is
 * proportional to the longitude, so that one beyond ±π is simply farther out, and a turned map needs no rotation.
 */
export function rawProjection(name: FlatProjectionName): GeoRawProjection {
  return RAW[name];
}
