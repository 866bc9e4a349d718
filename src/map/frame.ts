import type { GeoRawProjection } from 'd3-geo';
import type { Camera, Point, Ring, Size, View } from './camera.ts';
import { isInReach } from './camera-moves.ts';
import { flatView } from './flat.ts';
import { globeView } from './globe.ts';
import { readLand, type Land } from './land.ts';
import type { ProjectionName } from './projection-names.ts';
import { rawProjection } from './projections.ts';
import { graticule, ringsOf, type Lines } from './rings.ts';

/** West, south, east, north in degrees; west is greater than east where the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface HomeOptions {
  projection: ProjectionName;
  /** What the map is fitted to. */
  fit: 'world' | Box;
  /** A box gets the world's proportions, and not its own. */
  isWorldSized?: boolean;
  /** Whether Antarctica is drawn and fitted: the world ends at the inhabited land else. */
  antarctic: boolean;
  /** Longitude and latitude that the globe shows in its middle, in degrees. */
  center: readonly [longitude: number, latitude: number];
}

/** A picture's size, and the camera that it begins with. */
export interface Home extends Size {
  projection: ProjectionName;
  camera: Camera;
  /** Scale at which the whole world is seen; that of the camera is larger where it is fitted to a box. */
  worldScale: number;
}

export interface FrameOptions extends Size {
  projection: ProjectionName;
  camera: Camera;
  antarctic: boolean;
  /** What nobody can pan to has no place; without a home everything has one. */
  home?: Home;
  /** Finer land than that of the bundle. */
  land?: Land | null;
  /** Borders between countries, if they are wanted. */
  borders?: Lines | null;
}

/** A picture of the earth in units of its own: it is made once and scaled to the element's width. */
export interface Frame extends Size {
  /** Path data of the land, which the even-odd rule fills. */
  land: string;
  /** Path data of the whole earth's outline. */
  sphere: string;
  borders: string | null;
  /** Path data of the meridians and parallels, every 10°, made when first asked for. */
  graticule: () => string;
  /** @returns The position, or `null` where it is outside the picture or on the far side of the globe. */
  project(longitude: number, latitude: number): Point | null;
  /** Whether the camera turns the earth instead of moving over it. */
  isTurned: boolean;
  /**
   * @returns A position for finding out who stands close to whom. It is that of the picture, but on the globe, whose
   *   marks must not part and join while it turns: there it is the same function for all cameras that are as near.
   */
  plan: (longitude: number, latitude: number) => Point | null;
  /** @returns The position, also beyond the picture's edges; `null` out of reach, or on the far side of the globe. */
  place: (longitude: number, latitude: number) => Point | null;
}

/** Fine enough for whole numbers in the paths: a tenth of a pixel on a map 960 px wide. */
const WIDTH = 9600;
/** Room for the marks at the rim: half a ring. */
const MARGIN = 140;
const RADIANS = Math.PI / 180;
/** Pictures are neither strips nor towers: the longer side is at most so many times the other. */
const LONGEST = 3;

/**
 * Where the land ends, in degrees: Greenland's north, Cape Horn, and the latitude at which it crosses the antimeridian
 * nearest to the equator, in Fiji. The land itself need not be read to know how large its picture is.
 */
const NORTH = 83.7;
const SOUTH = -55.62;
const WIDEST = 16.02;

/** The land's bounds on a projection's plane. */
function worldOf(raw: GeoRawProjection, antarctic: boolean): ReturnType<typeof boundsOf> {
  return boundsOf([
    raw(-Math.PI, WIDEST * RADIANS),
    raw(Math.PI, WIDEST * RADIANS),
    raw(0, NORTH * RADIANS),
    raw(0, antarctic ? -Math.PI / 2 : SOUTH * RADIANS),
  ]);
}

/** The share of the picture that a country takes: its edges fade. */
const ROOM = 0.84;

/** What a map shows before anybody moves it. */
export function homeOf(options: HomeOptions): Home {
  const { projection, fit, antarctic, center } = options;
  if (projection === 'globe') {
    const camera = { lambda: center[0] * RADIANS, phi: center[1] * RADIANS, x: 0, y: 0, scale: WIDTH / 2 - MARGIN };
    return { projection, width: WIDTH, height: WIDTH, camera, worldScale: camera.scale };
  }
  const raw = rawProjection(projection);
  const world = worldOf(raw, antarctic);
  const worldScale = (WIDTH - 2 * MARGIN) / (world.right - world.left);
  const worldHeight = Math.ceil((world.top - world.bottom) * worldScale + 2 * MARGIN);
  const middle = { x: (world.left + world.right) / 2, y: (world.bottom + world.top) / 2 };
  if (fit === 'world') {
    const camera = { lambda: 0, phi: 0, ...middle, scale: worldScale };
    return { projection, width: WIDTH, height: worldHeight, camera, worldScale };
  }
  const [west, south, east, north] = fit;
  const span = east > west ? east - west : east - west + 360;
  const lambda = (west + span / 2) * RADIANS;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const outline = steps.flatMap((u) =>
    steps.map((v) => raw((u - 0.5) * span * RADIANS, (south + v * (north - south)) * RADIANS)),
  );
  const box = boundsOf(outline);
  const [wide, high] = [box.right - box.left, box.top - box.bottom];
  const own = Math.round(Math.min(WIDTH, Math.max(WIDTH / LONGEST, (WIDTH * high) / wide)));
  const height = options.isWorldSized ? worldHeight : own;
  const scale = Math.min(WIDTH / wide, height / high) * (options.isWorldSized ? ROOM : 1);
  const camera = { lambda, phi: 0, x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2, scale };
  return { projection, width: WIDTH, height, camera, worldScale };
}

/** How a camera sees the earth. @param margin Units beyond the picture that are still drawn. */
export function viewOf(projection: ProjectionName, camera: Camera, size: Size, margin = 0): View {
  return projection === 'globe' ? globeView(camera, size) : flatView(rawProjection(projection), camera, size, margin);
}

/** Draws the picture that a camera sees. */
export function createFrame(options: FrameOptions): Frame {
  const { projection, camera, width, height, antarctic, home, land, borders } = options;
  const size = { width, height };
  const view = viewOf(projection, camera, size, MARGIN);
  const { inhabited, antarctic: south } = land ?? readLand();
  const rings: readonly Ring[] = antarctic ? [...ringsOf(inhabited), ...ringsOf(south)] : ringsOf(inhabited);
  let lines: string | undefined;
  const place: Frame['place'] = (longitude, latitude) => {
    const point = view.project(longitude * RADIANS, latitude * RADIANS);
    return point && (!home || isInReach(point, camera, home)) ? point : null;
  };
  const isTurned = projection === 'globe';
  return {
    ...size,
    isTurned,
    plan: isTurned ? planAt(camera.scale) : place,
    place,
    land: view.areas(rings),
    sphere: view.outline(),
    borders: borders ? view.lines(ringsOf(borders)) : null,
    graticule: () => (lines ??= view.lines(graticule())),
    project(longitude, latitude) {
      const point = place(longitude, latitude);
      return point && isWithin(point, size) ? point : null;
    },
  };
}

const plans = new Map<number, Frame['plan']>();

/** Equal Earth keeps areas, and nearly all distances between neighbours. */
function planAt(scale: number): Frame['plan'] {
  const raw = rawProjection('equal-earth');
  let plan = plans.get(scale);
  if (!plan) {
    plan = (longitude, latitude) => {
      const [x, y] = raw(longitude * RADIANS, latitude * RADIANS);
      // Cells of the screen are counted from the corner.
      return [(x + Math.PI) * scale, (Math.PI - y) * scale];
    };
    // One for each way of standing still, and a few while it comes nearer.
    if (plans.size > 16) plans.clear();
    plans.set(scale, plan);
  }
  return plan;
}

/** Whether a position is in a picture. */
export function isWithin([x, y]: Point, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

function boundsOf(points: readonly Point[]): { left: number; right: number; bottom: number; top: number } {
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const [x, y] of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y);
  }
  return bounds;
}
