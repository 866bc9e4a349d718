import { wrapAngle, type Ring } from './camera.ts';

const RADIANS = Math.PI / 180;
/** Altitudes of the sun at which each shade begins, in degrees: sunset, and the ends of civil and nautical twilight. */
const ALTITUDES = [0, -6, -12] as const;
const J2000 = Date.UTC(2000, 0, 1, 12);
const DAY_MS = 86_400_000;
/** Corners of each shade's edge. */
const CORNERS = 120;
/** Pieces of the way to a pole. */
const PIECES = 72;
/** Not 90°, which Mercator puts at no finite place. */
const POLE = 89.9 * RADIANS;

interface Place {
  /** Radians, like the latitude. */
  lambda: number;
  phi: number;
}

/**
 * Where the sun is overhead, to about a hundredth of a degree between 1950 and 2050.
 *
 * Source: "Approximate Solar Coordinates", U.S. Naval Observatory, and the sidereal time of the Astronomical Almanac.
 *
 * @param time Epoch ms.
 */
export function subsolarPoint(time: number): Place {
  const days = (time - J2000) / DAY_MS;
  const anomaly = (357.529 + 0.98560028 * days) * RADIANS;
  const longitude = (280.459 + 0.98564736 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS;
  const obliquity = (23.439 - 0.00000036 * days) * RADIANS;
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
  const siderealTime = (280.46061837 + 360.98564736629 * days) * RADIANS;
  return {
    lambda: wrapAngle(ascension - siderealTime),
    phi: Math.asin(Math.sin(obliquity) * Math.sin(longitude)),
  };
}

/** The night side of the earth: an area within the other for each shade, the largest first. @param time Epoch ms. */
export function nightRings(time: number): Ring[] {
  const sun = subsolarPoint(time);
  const middle = { lambda: wrapAngle(sun.lambda + Math.PI), phi: -sun.phi };
  return ALTITUDES.map((altitude) => circle(middle, Math.PI / 2 + altitude * RADIANS));
}

/** All within a distance. Around a pole it is a band between two sides, which lie opposite of the middle. */
function circle({ lambda, phi }: Place, radius: number): Ring {
  const corners = [...Array(CORNERS).keys()].map((corner): Ring[number] => {
    const azimuth = (corner / CORNERS) * 2 * Math.PI;
    const latitude = Math.asin(Math.sin(phi) * Math.cos(radius) + Math.cos(phi) * Math.sin(radius) * Math.cos(azimuth));
    const east = Math.atan2(
      Math.sin(azimuth) * Math.sin(radius) * Math.cos(phi),
      Math.cos(radius) - Math.sin(phi) * Math.sin(latitude),
    );
    return [lambda + east, latitude];
  });
  return radius > Math.PI / 2 - Math.abs(phi) ? aroundPole(corners, Math.sign(phi) * POLE) : corners;
}

/** @param corners Of a circle around a pole, with one opposite of its middle, which is the most eastern one. */
function aroundPole(corners: Ring, pole: number): Ring {
  const edge = [...corners].sort(([a], [b]) => a - b);
  const [lambda, phi] = edge.at(-1) ?? [0, 0];
  const side = [...Array(PIECES).keys()].map((piece) => phi + ((piece + 1) / PIECES) * (pole - phi));
  return [
    ...edge,
    ...side.map((latitude) => [lambda, latitude] as const),
    ...side.map((latitude) => [lambda - 2 * Math.PI, latitude] as const).reverse(),
    [lambda - 2 * Math.PI, phi],
  ];
}
