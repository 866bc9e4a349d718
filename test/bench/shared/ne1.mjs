import { SCALE, X, Y } from '../gen/land.js';

const RADIANS = Math.PI / 180;

/** The Natural Earth projection on 960 × 500 pixels, without a library. */
export function project(lon, lat) {
  const l = lon * RADIANS;
  const p = lat * RADIANS;
  const p2 = p * p;
  const p4 = p2 * p2;
  return [
    X + SCALE * l * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
    Y - SCALE * p * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))),
  ];
}

export const tenths = (pixels) => Math.round(pixels * 10) / 10;
