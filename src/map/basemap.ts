import type { Point, Size, Projector } from './camera.ts';

/** The map below the marks, in units of its own: made once, and scaled to the element's width. */
export interface Basemap extends Size {
  /** Path data of the land, which the even-odd rule fills. */
  land: string;
  /** An SVG transform of the land's own units to those of the picture; "" where they are the same. */
  landTransform: string;
  /** Path data of the whole earth's outline. */
  sphere: string;
  borders: string | null;
  /** Path data of the meridians and parallels, every 10°, made when first asked for. */
  graticule: () => string;
  /** Path data of other areas, which the even-odd rule fills; absent where the picture was drawn without a camera. */
  areas?: Projector['areas'];
  /**
   * The position by which nearby visitors are grouped: that of `project`, except on the globe. Its marks must not part and
   * join while it turns, so that all cameras of one scale share one flat projection.
   */
  projectPlane: (longitude: number, latitude: number) => Point | null;
  /** @returns The position, also beyond the picture's edges; `null` out of reach, or on the far side of the globe. */
  project: (longitude: number, latitude: number) => Point | null;
  /**
   * Only on the globe: how much narrower things are at a place, from 1 in its middle to 0 at its rim.
   */
  foreshortening?: (longitude: number, latitude: number) => number;
}

/** An empty one that reserves the size of another. */
export function blankBasemap({ width, height }: Size): Basemap {
  const nowhere = (): null => null;
  return {
    width,
    height,
    land: '',
    landTransform: '',
    sphere: '',
    borders: null,
    graticule: () => '',
    projectPlane: nowhere,
    project: nowhere,
  };
}

/** Whether a position is within the basemap. */
export function isWithin([x, y]: Point, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
