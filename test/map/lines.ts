import type { Position } from 'geojson';

const RADIANS = Math.PI / 180;

/** Answers how far a position is from the nearest of some lines, in degrees of a great circle; ∞ beyond a degree or so. */
export function distanceTo(lines: readonly (readonly Position[])[]): (position: Position) => number {
  const cells = new Map<string, [a: Position, b: Position][]>();
  for (const line of lines) {
    line.slice(1).forEach((b, index) => {
      const a = line[index]!;
      // From one side of the antimeridian to the other, or along the pole.
      const isTurned = Math.abs(b[0]! - a[0]!) > 180;
      const from: Position = isTurned ? [a[0]! + 360 * Math.sign(b[0]!), a[1]!] : a;
      for (let x = Math.floor(Math.min(from[0]!, b[0]!)) - 1; x <= Math.floor(Math.max(from[0]!, b[0]!)) + 1; x++) {
        for (let y = Math.floor(Math.min(a[1]!, b[1]!)) - 1; y <= Math.floor(Math.max(a[1]!, b[1]!)) + 1; y++) {
          const cell = `${(x + 720) % 360} ${y}`;
          if (!cells.has(cell)) cells.set(cell, []);
          cells.get(cell)!.push([from, b]);
        }
      }
    });
  }
  return ([longitude = NaN, latitude = NaN]) => {
    const near = cells.get(`${(Math.floor(longitude) + 720) % 360} ${Math.floor(latitude)}`) ?? [];
    const shrink = Math.cos(latitude * RADIANS);
    /** As degrees of latitude, from the position. */
    const east = (x: number): number => (x - longitude - 360 * Math.round((x - longitude) / 360)) * shrink;
    let nearest = Infinity;
    for (const [a, b] of near) {
      const [ax, ay, bx, by] = [east(a[0]!), a[1]! - latitude, east(b[0]!), b[1]! - latitude];
      const square = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / square));
      nearest = Math.min(nearest, (ax + along * (bx - ax)) ** 2 + (ay + along * (by - ay)) ** 2);
    }
    return Math.sqrt(nearest);
  };
}
