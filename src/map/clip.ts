export type Corner = readonly [x: number, y: number];
/** Least x, least y, greatest x, greatest y. */
export type Extent = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * The part of a ring within an extent, by Sutherland and Hodgman ("Reentrant polygon clipping", 1974): one side after
 * the other. Pieces stay tied together along the sides, which a fill does not show.
 *
 * @param ring Corners; the last is joined to the first.
 */
export function clipRing(ring: readonly Corner[], [x0, y0, x1, y1]: Extent): readonly Corner[] {
  const left = clipSide(ring, 0, x0, 1);
  const sides = clipSide(left, 0, x1, -1);
  return clipSide(clipSide(sides, 1, y0, 1), 1, y1, -1);
}

/** Keeps what is on one side of a line along an axis. The very same ring, where that is all of it. */
function clipSide(ring: readonly Corner[], axis: 0 | 1, at: number, sign: 1 | -1): readonly Corner[] {
  const isInside = (corner: Corner): boolean => (corner[axis] - at) * sign >= 0;
  if (ring.every(isInside)) return ring;
  const along = axis === 0 ? 1 : 0;
  const kept: Corner[] = [];
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before && isInside(before) !== isInside(corner)) {
      const share = (at - before[axis]) / (corner[axis] - before[axis]);
      const other = before[along] + share * (corner[along] - before[along]);
      kept.push(axis === 0 ? [at, other] : [other, at]);
    }
    if (isInside(corner)) kept.push(corner);
    before = corner;
  }
  return kept;
}
