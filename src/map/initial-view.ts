import type { GeoRawProjection } from 'd3-geo';
import type { Camera, Point, Size } from './camera.ts';
import type { ProjectionName } from './projection-names.ts';
import { rawProjection } from './projections.ts';

/** West, south, east, north in degrees; west is greater than east where the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface InitialViewOptions {
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
export interface InitialView extends Size {
  projection: ProjectionName;
  camera: Camera;
  /** Scale at which the whole world is seen; that of the camera is larger where it is fitted to a box. */
  worldScale: number;
}

/** Fine enough for whole numbers in the paths: a tenth of a pixel on a map 960 px wide. */
const WIDTH = 9600;
/** Room for the marks at the rim: half a ring. */
export const MARGIN = 140;
const RADIANS = Math.PI / 180;
/** Pictures are neither strips nor towers: the longer side is at most so many times the other. */
const LONGEST = 3;

/**
 * Where the land ends, in degrees: Greenland's north, Cape Horn, and the latitude at which it crosses the antimeridian
 * nearest to the equator, in Fiji. The land itself need not be read to know how large its picture is.
 */
const NORTH = 83.7;
export const SOUTH = -55.62;
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
export function initialView(options: InitialViewOptions): InitialView {
  const { projection, fit, antarctic, center } = options;
  if (projection === 'globe') {
    const worldScale = WIDTH / 2 - MARGIN;
    const scale = fit === 'world' ? worldScale : Math.max(worldScale, ((WIDTH / 2) * ROOM) / Math.sin(reachOf(fit)));
    const camera = { lambda: center[0] * RADIANS, phi: center[1] * RADIANS, x: 0, y: 0, scale };
    return { projection, width: WIDTH, height: WIDTH, camera, worldScale };
  }
  const raw = rawProjection(projection);
  // The picture keeps its size, and the page its layout, when a visitor comes to Antarctica.
  const inhabited = worldOf(raw, false);
  const wide = WIDTH - 2 * MARGIN;
  const high = ((inhabited.top - inhabited.bottom) * wide) / (inhabited.right - inhabited.left);
  const worldHeight = Math.ceil(high + 2 * MARGIN);
  const world = worldOf(raw, antarctic);
  const worldScale = Math.min(wide / (world.right - world.left), high / (world.top - world.bottom));
  const middle = { x: (world.left + world.right) / 2, y: (world.bottom + world.top) / 2 };
  if (fit === 'world') {
    const camera = { lambda: 0, phi: 0, ...middle, scale: worldScale };
    return { projection, width: WIDTH, height: worldHeight, camera, worldScale };
  }
  const [west, south, east, north] = fit;
  const span = spanOf(west, east);
  const lambda = (west + span / 2) * RADIANS;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const outline = steps.flatMap((u) =>
    steps.map((v) => raw((u - 0.5) * span * RADIANS, (south + v * (north - south)) * RADIANS)),
  );
  const box = boundsOf(outline);
  const [width, depth] = [box.right - box.left, box.top - box.bottom];
  const own = Math.round(Math.min(WIDTH, Math.max(WIDTH / LONGEST, (WIDTH * depth) / width)));
  const height = options.isWorldSized ? worldHeight : own;
  const scale = Math.min(WIDTH / width, height / depth) * (options.isWorldSized ? ROOM : 1);
  const camera = { lambda, phi: 0, x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2, scale };
  return { projection, width: WIDTH, height, camera, worldScale };
}

/** Radians of a great circle from a box's middle to its farthest corner, a quarter of the earth at most. */
function reachOf([west, south, east, north]: Box): number {
  const [half, middle] = [(spanOf(west, east) / 2) * RADIANS, ((south + north) / 2) * RADIANS];
  const reaches = [south, north].map((latitude) => {
    const phi = latitude * RADIANS;
    return Math.sin(middle) * Math.sin(phi) + Math.cos(middle) * Math.cos(phi) * Math.cos(half);
  });
  return Math.acos(Math.max(0, Math.min(...reaches)));
}

/** Degrees from one meridian eastward to another; from -180 to 180, and from 180 to -180, it is all around. */
export function spanOf(west: number, east: number): number {
  return (east - west + 360) % 360 || 360;
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
