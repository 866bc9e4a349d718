import type { DetailRequest } from '../camera/detail-files.ts';
import type { InteractiveCamera } from '../camera/interactive-camera.ts';
import type { MapCamera } from './live-map-view.ts';
import { readBox, type LiveMapOptions } from './options.ts';

/** Of the whole world, before the camera is there. */
export const WORLD_CAMERA: MapCamera = {
  buttons: [
    ['zoomReset', null],
    ['turnLeft', null],
    ['turnRight', null],
    ['zoomOut', false],
    ['zoomIn', true],
  ],
  isCut: false,
  canMove: false,
};
/** Countries so large that finer land is not worth its bytes. */
const LARGE = ['AQ', 'RU'];

/** Whether options ask for more than the whole world in its default projection. */
export function needsCamera({ projection, fit, borders, graticule, daylight }: LiveMapOptions): boolean {
  return projection !== 'equal-earth' || fit !== 'world' || borders || graticule || daylight;
}

/** What is known to be needed, from the options alone where they suffice: the files come beside the camera's code. */
export function detailFor(
  { fit, borders }: LiveMapOptions,
  camera: Pick<InteractiveCamera, 'needsFineLand'> | null,
): DetailRequest {
  const isCountry = fit !== 'world' && fit !== 'auto' && !readBox(fit);
  const land = (isCountry && !LARGE.includes(fit)) || (camera?.needsFineLand ?? false);
  return { land, borders, boxes: isCountry };
}
