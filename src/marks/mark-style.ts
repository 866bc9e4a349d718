/**
 * How marks look, in CSS pixels and shares: for the page's style sheet and for the attributes of pictures alike. Radii are
 * those of `Mark.radius`.
 */
export const MARK_STYLE = {
  /** Around a dot that is active, and around a number. */
  halo: { opacity: 0.22, dot: 6, cluster: 5 },
  /** The outline of a visitor who has been away for some time. */
  away: { stroke: 1.5 },
  region: { fill: 0.28, stroke: 1 },
  country: { fill: 0.12, stroke: 1.25, dashes: '3 2.5', customer: 0.4 },
  payment: { stroke: 1.5 },
  /** The ring around a customer. */
  band: { stroke: 1.5 },
  number: { size: 11, weight: 600 },
} as const;

/** Layers of marks, from the back to the front. */
export const LAYERS = ['dense', 'country', 'region', 'dot', 'cluster', 'payment'] as const;
export type Layer = (typeof LAYERS)[number];
