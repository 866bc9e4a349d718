import type { Precision } from '../protocol/types.ts';

/** Half the diagonal of a payment's diamond, in dot diameters. */
export const DIAMOND = 0.85;

/** A diamond is a claim about a spot: a region or a country is not enough for it. */
export function isSpot(precision: Precision | undefined): boolean {
  return precision === 'coordinates' || precision === 'city';
}

/** Path data of a diamond around 0, 0. */
export function diamond(radius: number): string {
  return `M0 ${-radius}L${radius} 0L0 ${radius}L${-radius} 0Z`;
}
