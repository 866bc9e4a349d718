// Points of a lattice within an outline, and how far they are from it, in degrees.

/** @param polygon Rings of longitudes and latitudes, which are drawn as straight lines. */
export function isInside([x, y], polygon) {
  return crossingsOf(polygon, y).filter((crossing) => crossing > x).length % 2 === 1;
}

/** Degrees of a great circle, nearly, from a point to the outline. */
export function clearance([x, y], polygon) {
  const shrink = Math.cos((y * Math.PI) / 180);
  let least = Infinity;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index++) {
      const [fromX, fromY] = [(ring[index - 1][0] - x) * shrink, ring[index - 1][1] - y];
      const [alongX, alongY] = [(ring[index][0] - x) * shrink - fromX, ring[index][1] - y - fromY];
      const share = -(fromX * alongX + fromY * alongY) / (alongX ** 2 + alongY ** 2 || 1);
      const at = Math.max(0, Math.min(1, share));
      least = Math.min(least, Math.hypot(fromX + at * alongX, fromY + at * alongY));
    }
  }
  return least;
}

/** @param step Tenths of a degree. */
export function* pointsWithin(polygon, step) {
  const latitudes = polygon[0].map(([, y]) => y * 10);
  for (let y = Math.ceil(Math.min(...latitudes) / step) * step; y <= Math.max(...latitudes); y += step) {
    const crossings = crossingsOf(polygon, y / 10);
    for (let index = 1; index < crossings.length; index += 2) {
      const [west, east] = [crossings[index - 1] * 10, crossings[index] * 10];
      for (let x = Math.ceil(west / step) * step; x < east; x += step) yield [x / 10, y / 10];
    }
  }
}

/** Where the outline crosses a parallel, from west to east. */
function crossingsOf(polygon, y) {
  const crossings = [];
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index++) {
      const [[fromX, fromY], [toX, toY]] = [ring[index - 1], ring[index]];
      if (fromY > y !== toY > y) crossings.push(((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX);
    }
  }
  return crossings.sort((a, b) => a - b);
}
