import { diamond } from './diamond.ts';
import { likelihoodArc } from './likelihood-arc.ts';
import { hundredths, type Mark } from './mark.ts';

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

/** A shape around the mark's position: a circle of a radius, or a path relative to it. */
export interface Shape {
  /** `band`: the ring around a customer; `arc`: the likelihood to buy. */
  role: 'body' | 'band' | 'arc';
  /** Pixels. */
  r?: number;
  /** Path data. */
  d?: string;
  /** An arc that is too early to rely on. */
  isUnsure?: boolean;
}

/** The ring around a customer's dot and its body, and the ring around a less precise place, as multiples of the radius. */
const DOT_BAND = 1.5;
const DOT_BODY = 0.75;
const BAND = 1.3;

/** The shapes of a mark, from the back to the front, without its number. */
export function shapesOf({ shape, isCustomer, radius, likelihood, number }: Mark): Shape[] {
  if (shape === 'payment') return [{ role: 'body', d: diamond(radius) }];
  if (isCustomer && number === null) {
    const isDot = shape === 'dot';
    return [
      { role: 'band', r: radius * (isDot ? DOT_BAND : BAND) },
      { role: 'body', r: radius * (isDot ? DOT_BODY : 1) },
    ];
  }
  const body: Shape = { role: 'body', r: radius };
  if (!likelihood) return [body];
  return [body, { role: 'arc', d: likelihoodArc(likelihood.score, radius), isUnsure: likelihood.isUnsure }];
}

/** The class of a shape: those with the same are painted alike. */
export function shapeClass({ role, isUnsure }: Shape): string {
  return isUnsure ? `${role} unsure` : role;
}

/** Path data of a shape, relative to the mark's position. */
export function pathOf({ r, d }: Shape): string {
  if (r === undefined) return d ?? '';
  const [radius, across] = [hundredths(r), hundredths(2 * r)];
  return `m${-radius} 0a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 ${-across} 0z`;
}
