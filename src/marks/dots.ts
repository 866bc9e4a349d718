import { RANKS, type Dot, type Mark } from './mark.ts';

/** Units to a pixel: paths of whole numbers are quicker to write and to read. */
export const DOT_UNITS = 10;
/**
 * Circles of a dot by the rank of its place, and of a customer's dot, as shares of its radius. By the even-odd rule there is
 * a hole where the place is less precise, and a customer is a dot in a ring.
 */
const CIRCLES = [[1], [1, 0.5], [1, 0.65]];
const RINGED = [1, 0.68, 0.42];

/** The dots of customers or of others as path data for the even-odd rule. */
export function dotsPath({ dots = [] }: Mark, ofCustomers: boolean): string {
  let path = '';
  for (const dot of dots) if (dot.isCustomer === ofCustomers) path += pathOf(dot);
  return path;
}

/** Their halos as path data for the nonzero rule: where they meet they are one. */
export function halosPath({ dots = [] }: Mark): string {
  let path = '';
  for (const { x, y, halo } of dots) if (halo) path += circle(x, y, halo);
  return path;
}

/** Kept, since most dots are the same from poll to poll. */
function pathOf(dot: Dot): string {
  const { x, y, radius, rank, isCustomer } = dot;
  const circles = isCustomer && rank === RANKS.city ? RINGED : (CIRCLES[rank] ?? []);
  return (dot.path ||= circles.map((share) => circle(x, y, share * radius)).join(''));
}

/** One arc of nearly the whole turn, which is closed: an arc that ends where it begins is not drawn. */
function circle(x: number, y: number, radius: number): string {
  const r = Math.round(radius * DOT_UNITS);
  return `M${Math.round(x * DOT_UNITS) - r} ${Math.round(y * DOT_UNITS)}a${r} ${r} 0 1 1 0 1z`;
}
