import type { Point, Size, View } from './camera.ts';

/** A picture of the earth in units of its own: it is made once and scaled to the element's width. */
export interface Frame extends Size {
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
  areas?: View['areas'];
  /**
   * @returns A position for finding visitors that are close to each other. It is that of the picture, but on the globe, whose
   *   marks must not part and join while it turns: there it is the same function for all cameras that are as near.
   */
  plan: (longitude: number, latitude: number) => Point | null;
  /** @returns The position, also beyond the picture's edges; `null` out of reach, or on the far side of the globe. */
  place: (longitude: number, latitude: number) => Point | null;
  /**
   * Of a globe, which the camera turns instead of moving over it.
   *
   * @returns How wide is what lies there, towards the rim: 1 in the middle, 0 at the rim.
   */
  share?: (longitude: number, latitude: number) => number;
}

/** A picture of nothing, as large as another will be. */
export function blankFrame({ width, height }: Size): Frame {
  const nowhere = (): null => null;
  return {
    width,
    height,
    land: '',
    landTransform: '',
    sphere: '',
    borders: null,
    graticule: () => '',
    plan: nowhere,
    place: nowhere,
  };
}

/** Whether a position is in a picture. */
export function isWithin([x, y]: Point, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
