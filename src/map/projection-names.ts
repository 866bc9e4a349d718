/** The projections on offer, the default first. `globe` is orthographic. Apart from d3-geo, whose types are not needed here. */
export const PROJECTIONS = ['equal-earth', 'natural-earth', 'mercator', 'equirectangular', 'globe'] as const;

export type ProjectionName = (typeof PROJECTIONS)[number];
