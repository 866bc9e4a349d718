import type { Point } from './camera.ts';
import type { Mark } from './marks.ts';
import type { Precision } from '../protocol/types.ts';

/** Half the diagonal of a payment's diamond, in dot diameters. */
export const DIAMOND = 0.85;

/** A diamond is a claim about a spot: a region or a country is not enough for it. */
export function isSpot(precision: Precision | undefined): boolean {
  return precision === 'coordinates' || precision === 'city';
}

/** Pixels between a mark's edge and the middle of the diamond beside it. */
const BESIDE = 2;

/** Where a diamond stands: on its spot, or at the upper right of a mark there, which it would cover. */
export function besideMarks([x, y]: Point, marks: readonly Pick<Mark, 'x' | 'y' | 'radius'>[]): Point {
  const mark = marks.find((one) => Math.hypot(one.x - x, one.y - y) < one.radius + BESIDE);
  const away = Math.SQRT1_2 * ((mark?.radius ?? 0) + BESIDE);
  return mark ? [mark.x + away, mark.y - away] : [x, y];
}

/** Path data of a diamond around 0, 0. */
export function diamond(radius: number): string {
  return `M0 ${-radius}L${radius} 0L0 ${radius}L${-radius} 0Z`;
}
