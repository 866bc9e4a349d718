import { RINGS } from '../../src/map/land.data.ts';
import { isWithin, type Frame } from '../../src/map/frame.ts';
import { readLand } from '../../src/map/land.ts';
import { createFrame, type FrameOptions } from '../../src/map/views.ts';
import type { Point } from '../../src/map/camera.ts';

export const LAND = readLand(RINGS);

/** A picture with the land of the bundle, and where in it a place is. */
export interface Drawn extends Frame {
  project: (longitude: number, latitude: number) => Point | null;
}

export function drawn(options: Omit<FrameOptions, 'land'> & Partial<Pick<FrameOptions, 'land'>>): Drawn {
  const frame = createFrame({ land: LAND, ...options });
  return {
    ...frame,
    project(longitude, latitude) {
      const point = frame.place(longitude, latitude);
      return point && isWithin(point, frame) ? point : null;
    },
  };
}
