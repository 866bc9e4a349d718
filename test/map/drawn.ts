import { RINGS } from '../../src/map/land.data.ts';
import { isWithin, type Basemap } from '../../src/map/basemap.ts';
import { readLand } from '../../src/map/land.ts';
import { createBasemap, type BasemapOptions } from '../../src/map/projected-basemap.ts';
import type { Point } from '../../src/map/camera.ts';

export const LAND = readLand(RINGS);

/** A basemap with the land of the bundle. */
export interface Drawn extends Basemap {
  pointInside: (longitude: number, latitude: number) => Point | null;
}

export function drawn(options: Omit<BasemapOptions, 'land'> & Partial<Pick<BasemapOptions, 'land'>>): Drawn {
  const basemap = createBasemap({ land: LAND, ...options });
  return {
    ...basemap,
    pointInside(longitude, latitude) {
      const point = basemap.project(longitude, latitude);
      return point && isWithin(point, basemap) ? point : null;
    },
  };
}
