import { wrap, type Camera, type Ring, type Size, type View } from './camera.ts';
import { isInReach } from './camera-moves.ts';
import { flatView } from './flat.ts';
import type { Frame } from './frame.ts';
import { globeView } from './globe.ts';
import { MARGIN, type InitialView } from './initial-view.ts';
import type { Land } from './land.ts';
import type { ProjectionName } from './projection-names.ts';
import { rawProjection } from './projections.ts';
import { graticule, ringsOf, type Lines } from './rings.ts';

export interface FrameOptions extends Size {
  projection: ProjectionName;
  camera: Camera;
  antarctic: boolean;
  /** Places out of reach of panning have no position; without it every place has one. */
  home?: InitialView;
  land: Land;
  /** Borders between countries, if they are wanted. */
  borders?: Lines | null;
}

const RADIANS = Math.PI / 180;

/** How a camera sees the earth. @param margin Units beyond the picture that are still drawn. */
export function viewOf(projection: ProjectionName, camera: Camera, size: Size, margin = 0): View {
  return projection === 'globe' ? globeView(camera, size) : flatView(rawProjection(projection), camera, size, margin);
}

/** Draws the picture that a camera sees. */
export function createFrame(options: FrameOptions): Frame {
  const { projection, camera, width, height, antarctic, home, land, borders } = options;
  const size = { width, height };
  const view = viewOf(projection, camera, size, MARGIN);
  const { inhabited, antarctic: south } = land;
  const rings: readonly Ring[] = antarctic ? [...ringsOf(inhabited), ...ringsOf(south)] : ringsOf(inhabited);
  let lines: string | undefined;
  const place: Frame['place'] = (longitude, latitude) => {
    const point = view.project(longitude * RADIANS, latitude * RADIANS);
    return point && (!home || isInReach(point, camera, home)) ? point : null;
  };
  const isTurned = projection === 'globe';
  return {
    ...size,
    ...(isTurned && { share: narrowingOf(camera) }),
    plan: isTurned ? planAt(camera.scale, home?.camera.lambda ?? 0) : place,
    place,
    land: view.areas(rings),
    landTransform: '',
    sphere: view.outline(),
    borders: borders ? view.lines(ringsOf(borders)) : null,
    areas: (areas) => view.areas(areas),
    graticule: () => (lines ??= view.lines(graticule())),
  };
}

function narrowingOf({ lambda, phi }: Camera): NonNullable<Frame['share']> {
  return (longitude, latitude) =>
    Math.sin(phi) * Math.sin(latitude * RADIANS) +
    Math.cos(phi) * Math.cos(latitude * RADIANS) * Math.cos(longitude * RADIANS - lambda);
}

const plans = new Map<string, Frame['plan']>();

/** Equal Earth keeps areas, and nearly all distances between neighbours. It is cut where the globe's back is at first. */
function planAt(scale: number, lambda: number): Frame['plan'] {
  const raw = rawProjection('equal-earth');
  const key = `${scale} ${lambda}`;
  let plan = plans.get(key);
  if (!plan) {
    plan = (longitude, latitude) => {
      const [x, y] = raw(wrap(longitude * RADIANS - lambda), latitude * RADIANS);
      // Cells of the screen are counted from the corner.
      return [(x + Math.PI) * scale, (Math.PI - y) * scale];
    };
    // One for each way of standing still, and a few while it comes nearer.
    if (plans.size > 16) plans.clear();
    plans.set(key, plan);
  }
  return plan;
}
