import { RANKS, type Dot, type Mark } from './mark.ts';

/** Units to a pixel: paths of whole numbers are quicker to write and to read. */
export const DOT_UNITS = 10;
/** Radius along the axes of what has the area of a circle of radius 1. */
const ROUNDED = 0.971;
/**
 * Circles of a dot by the rank of its place, and of a customer's dot, as shares of its radius. By the even-odd rule there is
 * a hole where the place is less precise, and a customer is a dot in a ring.
 */
const CIRCLES = [[1], [1, 0.5], [1, 0.65]];
const RINGED = [1, 0.68, 0.42];

/** The dots of customers or of others as path data for the even-odd rule. */
export function dotsPath(marks: readonly Mark[], ofCustomers: boolean): string {
  const paths: string[] = [];
  for (const { dots = [] } of marks)
    for (const dot of dots) if (dot.isCustomer === ofCustomers) paths.push(pathOf(dot));
  return paths.join('');
}

/** Their halos as path data for the nonzero rule: where they meet they are one. */
export function halosPath(marks: readonly Mark[]): string {
  const paths: string[] = [];
  for (const { dots = [] } of marks) for (const { x, y, halo } of dots) if (halo) paths.push(circle(x, y, halo));
  return paths.join('');
}

/** Kept, since most dots are the same from poll to poll. */
function pathOf(dot: Dot): string {
  const { x, y, radius, rank, isCustomer } = dot;
  const circles = isCustomer && rank === RANKS.city ? RINGED : (CIRCLES[rank] ?? []);
  return (dot.path ||= circles.map((share) => circle(x, y, share * radius)).join(''));
}

/**
 * Four quadratic curves of radius r with their control points in the corners of a square, which browsers draw in less time
 * than arcs. They are a circle but for a thirtieth of its radius, which is a tenth of a pixel.
 */
const ROUND = 'q0-r r-rtr r-r r-r-rz';
/** By the few radii that occur: a text that was put together from many pieces is slow to read. */
const rounds: string[] = [];

function circle(x: number, y: number, radius: number): string {
  const r = Math.round(radius * ROUNDED * DOT_UNITS);
  return `M${Math.round(x * DOT_UNITS) - r} ${Math.round(y * DOT_UNITS)}${(rounds[r] ??= ROUND.replace(/r/g, String(r)))}`;
}
