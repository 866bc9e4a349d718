/**
 * The middle of places on the sphere: the direction of the sum of their unit vectors.
 *
 * @param places Longitude and latitude in degrees.
 * @returns Longitude and latitude in whole degrees; 0, 0 where there are no places.
 */
export function middleOf(
  places: readonly (readonly [longitude: number, latitude: number])[],
): [longitude: number, latitude: number] {
  let x = 0;
  let y = 0;
  let z = 0;
  for (const [longitude, latitude] of places) {
    const lambda = (longitude * Math.PI) / 180;
    const phi = (latitude * Math.PI) / 180;
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  const degrees = (radians: number): number => Math.round((radians * 180) / Math.PI);
  return [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
}
