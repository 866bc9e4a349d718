import {
  geoEqualEarth,
  geoEquirectangular,
  geoMercator,
  geoNaturalEarth1,
  geoOrthographic,
  type GeoProjection,
} from 'd3-geo';
import type { ProjectionName } from './projection-names.ts';

const factories: Record<ProjectionName, () => GeoProjection> = {
  'equal-earth': geoEqualEarth,
  'natural-earth': geoNaturalEarth1,
  mercator: geoMercator,
  equirectangular: geoEquirectangular,
  globe: () => geoOrthographic().clipAngle(90),
};

/**
 * The raw projection, central meridian 0°. Adaptive resampling is off: the land's own points lie closer together than
 * the curves would need, and it would double the time.
 */
export function createProjection(name: ProjectionName): GeoProjection {
  return factories[name]().precision(0);
}
