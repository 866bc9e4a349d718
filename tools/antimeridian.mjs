/**
 * A ring in the pieces that the antimeridian cuts it into, each from the antimeridian to the antimeridian. The atlas has a
 * point where it is cut, on the one side; the pieces have it on either.
 *
 * @param {number[][]} ring Degrees, the last point the first.
 * @returns {{ points: number[][], isCut: boolean }[]} Without the first point again; what is not cut is one piece.
 */
export function piecesOf(ring) {
  const once = ring.slice(0, -1);
  const points = once.flatMap((point, index) => {
    if (Math.abs(point[0]) !== 180) return [point];
    const twin = [-point[0], point[1]];
    const before = isOpposite(once.at(index - 1), point) ? [twin] : [];
    const after = isOpposite(point, once[(index + 1) % once.length]) ? [twin] : [];
    return [...before, point, ...after];
  });
  const begins = points.flatMap((point, index) => (isOpposite(points.at(index - 1), point) ? [index] : []));
  if (begins.length === 0) return [{ points, isCut: false }];
  const pieces = begins.map((begin, index) => {
    const end = begins[index + 1] ?? begins[0] + points.length;
    return [...points, ...points].slice(begin, end);
  });
  const areas = pieces.filter((piece) => piece.length > 1);
  if (areas.length === pieces.length) return pieces.map((piece) => ({ points: piece, isCut: true }));
  // It lies on one side, but for a point at the antimeridian that the atlas has on the other.
  return areas.map((piece) => ({
    points: piece.filter((point, index) => !isSame(point, piece.at(index - 1))),
    isCut: false,
  }));
}

const isOpposite = (a, b) => Math.abs(a[0] - b[0]) > 180;
const isSame = (a, b) => a[0] === b[0] && a[1] === b[1];
