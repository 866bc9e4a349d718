import { geoEqualEarthRaw } from 'd3-geo';
import type { Point } from './camera.ts';
import { isWithin, type Frame } from './frame.ts';
import type { Home } from './home.ts';
import { flatView } from './flat.ts';
import { readLand } from './land.ts';
import { RINGS } from './land.data.ts';
import { ringsOf } from './rings.ts';

const RADIANS = Math.PI / 180;
/** Pieces of the map's edge that are drawn straight, from pole to pole. */
const PIECES = 36;

/** The picture of the whole world in its usual projection, whose land needs no projecting. */
export function worldFrame(home: Home, antarctic: boolean): Frame {
  const { width, height, camera } = home;
  const { x, y, scale } = camera;
  const at = (lambda: number, phi: number): Point => {
    const [right, up] = geoEqualEarthRaw(lambda, phi);
    return [width / 2 + (right - x) * scale, height / 2 - (up - y) * scale];
  };
  const place: Frame['place'] = (longitude, latitude) => {
    const point = at(longitude * RADIANS, latitude * RADIANS);
    return isWithin(point, home) ? point : null;
  };
  const edge = (side: number): string[] =>
    Array.from({ length: PIECES + 1 }, (_, piece) =>
      at(side * Math.PI, side * Math.PI * (piece / PIECES - 0.5))
        .map(Math.round)
        .join(' '),
    );
  const land = readLand(RINGS);
  return {
    width,
    height,
    land: flatView(geoEqualEarthRaw, camera, home, 140).areas(
      antarctic ? [...ringsOf(land.inhabited), ...ringsOf(land.antarctic)] : ringsOf(land.inhabited),
    ),
    landTransform: '',
    sphere: `M${[...edge(1), ...edge(-1)].join('L')}Z`,
    borders: null,
    graticule: () => '',
    isTurned: false,
    plan: place,
    place,
  };
}
