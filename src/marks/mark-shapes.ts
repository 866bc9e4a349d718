import { diamond } from './diamond.ts';
import { likelihoodArc } from './likelihood-arc.ts';
import type { Mark } from './mark.ts';

/** A shape around the mark's position: a circle of a radius, or a path. */
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
