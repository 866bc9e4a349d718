import { flatView } from '../map/flat.ts';
import type { Frame } from '../map/frame.ts';
import { initialView } from '../map/initial-view.ts';
import { rawProjection } from '../map/projections.ts';
import { worldFrame } from '../map/world.ts';

/** Units of the land's drawing to a pixel: its outline is as fine as half a pixel. */
export const UNITS = 2;

const frames = new Map<string, Frame>();

/**
 * The earth in Equal Earth, as large as fits. Drawn once, and once more with the Antarctic.
 *
 * @param width Pixels. @param height Pixels.
 */
export function landFrame(width: number, height: number, antarctic: boolean): Frame {
  const key = `${width} ${height} ${antarctic}`;
  let frame = frames.get(key);
  if (!frame) {
    const home = initialView({ projection: 'equal-earth', fit: 'world', antarctic, center: [0, 0] });
    const ratio = UNITS * Math.min(width / home.width, height / home.height);
    const camera = { ...home.camera, scale: home.camera.scale * ratio };
    const size = { width: home.width * ratio, height: home.height * ratio };
    const view = flatView(rawProjection('equal-earth'), camera, size, 0);
    frame = { ...worldFrame({ ...home, ...size, camera }, antarctic), areas: (rings) => view.areas(rings) };
    frames.set(key, frame);
  }
  return frame;
}
