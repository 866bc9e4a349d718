import { geoEqualEarthRaw } from 'd3-geo';
import type { Point } from './camera.ts';
import { isWithin, type Basemap } from './basemap.ts';
import type { InitialView } from './initial-view.ts';
import { LAND_GRID, landPath } from './land-path.ts';

const RADIANS = Math.PI / 180;
/** Pieces of the map's edge that are drawn straight, from pole to pole. */
const PIECES = 36;

/** The picture of the whole world in its usual projection, on whose plane the land lies as it is, without Antarctica. */
export function worldBasemap(initial: InitialView): Basemap {
  const { width, height, camera } = initial;
  const { x, y, scale } = camera;
  const [left, top, column, row] = LAND_GRID;
  const onPicture = (right: number, up: number): Point => [
    width / 2 + (right - x) * scale,
    height / 2 - (up - y) * scale,
  ];
  const at = (lambda: number, phi: number): Point => onPicture(...geoEqualEarthRaw(lambda, phi));
  const project: Basemap['project'] = (longitude, latitude) => {
    const point = at(longitude * RADIANS, latitude * RADIANS);
    return isWithin(point, initial) ? point : null;
  };
  const edge = (side: number): string[] =>
    [...Array(PIECES + 1).keys()].map((piece) =>
      at(side * Math.PI, side * Math.PI * (piece / PIECES - 0.5))
        .map(Math.round)
        .join(' '),
    );
  return {
    width,
    height,
    land: landPath(),
    landTransform: `translate(${onPicture(left, top).join(' ')}) scale(${column * scale} ${row * scale})`,
    sphere: `M${[...edge(1), ...edge(-1)].join('L')}Z`,
    borders: null,
    graticule: () => '',
    projectPlane: project,
    project,
  };
}
