import type { Point } from '../map/camera.ts';
import type { Mark } from './mark.ts';
import type { Precision } from '../protocol/types.ts';

/** Half the diagonal of a payment's diamond, in dot diameters. */
export const DIAMOND_RADIUS = 0.85;

/** Whether a place is precise enough for a diamond: a region or a country is not. */
export function isPointPrecision(precision: Precision | undefined): boolean {
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

/** Where a diamond is drawn: at its place, or beside a mark that it would cover there, at a free corner. */
export function diamondPosition([x, y]: Point, marks: readonly Disc[]): Point {
  const markAt = (at: Point, reach: number): Disc | undefined =>
    marks.find((one) => Math.hypot(one.x - at[0], one.y - at[1]) < one.radius + reach);
  const mark = markAt([x, y], 2);
  if (!mark) return [x, y];
  const away = Math.SQRT1_2 * (mark.radius + BESIDE);
  const corners = CORNERS.map(([right, down]): Point => [mark.x + right * away, mark.y + down * away]);
  return corners.find((corner) => !markAt(corner, 2)) ?? [mark.x + away, mark.y - away];
}

/** Path data of a diamond, relative to its centre. */
export function diamond(radius: number): string {
  return `m0 ${-radius}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z`;
}
