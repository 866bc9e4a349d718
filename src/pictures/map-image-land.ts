import type { Basemap } from '../map/basemap.ts';
import { initialView } from '../map/initial-view.ts';
import { readLand } from '../map/land.ts';
import { RINGS } from '../map/land.data.ts';
import { createBasemap, createProjector } from '../map/projected-basemap.ts';
import { worldBasemap } from '../map/world-basemap.ts';

/** Units of the land's drawing to a pixel: its outline is as fine as half a pixel. */
export const UNITS = 2;

const frames = new Map<string, Basemap>();

/**
 * The earth in Equal Earth, as large as fits. Drawn once, and once more with the Antarctic.
 *
 * @param width Pixels. @param height Pixels.
 */
export function imageBasemap(width: number, height: number, antarctic: boolean): Basemap {
  const key = `${width} ${height} ${antarctic}`;
  let basemap = frames.get(key);
  if (!basemap) {
    const initial = initialView({ projection: 'equal-earth', fit: 'world', antarctic, center: [0, 0] });
    const ratio = UNITS * Math.min(width / initial.width, height / initial.height);
    const camera = { ...initial.camera, scale: initial.camera.scale * ratio };
    const size = { width: initial.width * ratio, height: initial.height * ratio };
    const projector = createProjector('equal-earth', camera, size);
    basemap = antarctic
      ? createBasemap({ projection: 'equal-earth', camera, ...size, antarctic, land: readLand(RINGS) })
      : { ...worldBasemap({ ...initial, ...size, camera }), areas: (rings) => projector.areas(rings) };
    frames.set(key, basemap);
  }
  return basemap;
}
