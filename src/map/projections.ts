import {
  geoEqualEarth,
  geoEquirectangular,
  geoMercator,
  geoNaturalEarth1,
  geoOrthographic,
  type GeoProjection,
} from 'd3-geo';

/** The projections on offer, the default first. `globe` is orthographic. */
export const PROJECTIONS = ['equal-earth', 'natural-earth', 'mercator', 'equirectangular', 'globe'] as const;

export type ProjectionName = (typeof PROJECTIONS)[number];

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
