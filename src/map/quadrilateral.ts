interface Position {
  x: number;
  y: number;
}

/** The corners of a rectangle as something else sees them. */
export type Quadrilateral = readonly [origin: Position, right: Position, below: Position, opposite: Position];

/**
 * Where a point is in a rectangle that is seen scaled, turned, skewed or in perspective.
 *
 * @returns Shares of the rectangle's width and height.
 */
export function shareOfQuadrilateral(point: Position, [origin, right, below, opposite]: Quadrilateral): Position {
  // Barycentric coordinates. In perspective corners have different weights, which those of the fourth one show.
  const share = (a: Position, b: Position): number => area(point, a, b) / area(opposite, a, b);
  const [x, y] = [share(below, origin), share(origin, right)];
  const sum = x + y - share(right, below);
  return { x: x / sum, y: y / sum };
}

/** Twice that of a triangle, with a sign. */
function area(a: Position, b: Position, c: Position): number {
  return (a.x - c.x) * (b.y - c.y) - (a.y - c.y) * (b.x - c.x);
}
