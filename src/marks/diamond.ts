import type { Point } from '../map/camera.ts';
import type { Mark } from './mark.ts';
import type { Precision } from '../protocol/types.ts';

/** Half the diagonal of a payment's diamond, in dot diameters. */
export const DIAMOND = 0.85;

/** A diamond is a claim about a spot: a region or a country is not enough for it. */
export function isSpot(precision: Precision | undefined): boolean {
  return precision === 'coordinates' || precision === 'city';
}

/** Pixels between a mark's edge and the middle of the diamond beside it, whose side it hardly touches. */
const BESIDE = 4;
const CORNERS = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

type Disc = Pick<Mark, 'x' | 'y' | 'radius'>;

/** Where a diamond stands: on its spot, or beside a mark there, which it would cover; at a corner that is free. */
export function besideMarks([x, y]: Point, marks: readonly Disc[]): Point {
  const markAt = (at: Point, reach: number): Disc | undefined =>
    marks.find((one) => Math.hypot(one.x - at[0], one.y - at[1]) < one.radius + reach);
  const mark = markAt([x, y], 2);
  if (!mark) return [x, y];
  const away = Math.SQRT1_2 * (mark.radius + BESIDE);
  const corners = CORNERS.map(([right, down]): Point => [mark.x + right * away, mark.y + down * away]);
  return corners.find((corner) => !markAt(corner, 2)) ?? [mark.x + away, mark.y - away];
}

/** Path data of a diamond around 0, 0. */
export function diamond(radius: number): string {
  return `M0 ${-radius}L${radius} 0L0 ${radius}L${-radius} 0Z`;
}
