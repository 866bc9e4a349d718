import { geoDistance, geoGraticule10, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { readLand } from './land.ts';
import type { ProjectionName } from './projection-names.ts';
import { boundsOf, pathOf } from './path.ts';
import { createProjection } from './projections.ts';

/** West, south, east, north in degrees; west is greater than east where the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A position in the frame's own units. */
export type Point = readonly [x: number, y: number];

export interface FrameOptions {
  projection: ProjectionName;
  /** What the map is fitted to. */
  fit: 'world' | Box;
  /** Whether Antarctica is drawn and fitted: the world ends at the inhabited land else. */
  antarctic: boolean;
  /** Longitude and latitude that the globe shows in its middle, in degrees. */
  center: readonly [longitude: number, latitude: number];
}

/** A projection fitted to its picture. It is made once and scaled to the element's width, so resizing costs nothing. */
export interface Frame {
  width: number;
  height: number;
  /** Path data of the land. */
  land: string;
  /** Path data of the whole earth's outline. */
  sphere: string;
  /** Path data of the meridians and parallels, every 10°, made when first asked for. */
  graticule(): string;
  /** @returns The position, or `null` where it is outside the picture or on the far side of the globe. */
  project(longitude: number, latitude: number): Point | null;
}

const WIDTH = 960;
/** Room for the marks at the rim: half a ring. */
const MARGIN = 14;
const SPHERE = { type: 'Sphere' } as const;

/** Makes the frame of a map: its projection, its size and the paths of all that stands still. */
export function createFrame({ projection: name, fit, antarctic, center }: FrameOptions): Frame {
  const land = readLand();
  const whole: GeoPermissibleObjects = antarctic
    ? { type: 'GeometryCollection', geometries: [land.inhabited, land.antarctic] }
    : land.inhabited;
  const projection = createProjection(name);
  const isGlobe = name === 'globe';
  if (isGlobe) projection.rotate([-center[0], -center[1]]);
  const isWorld = fit === 'world' || isGlobe;
  const size = isWorld ? fitWorld(projection, isGlobe ? SPHERE : whole) : fitBox(projection, fit);
  if (!isGlobe) {
    projection.clipExtent([
      [-MARGIN, -MARGIN],
      [size.width + MARGIN, size.height + MARGIN],
    ]);
  }
  const isNear = (longitude: number, latitude: number): boolean =>
    !isGlobe || geoDistance([longitude, latitude], [center[0], center[1]]) < Math.PI / 2;
  let graticule: string | undefined;
  return {
    ...size,
    land: pathOf(projection, whole),
    sphere: curved(projection, SPHERE),
    graticule: () => (graticule ??= curved(projection, geoGraticule10())),
    project(longitude, latitude) {
      const point = isNear(longitude, latitude) ? projection([longitude, latitude]) : null;
      return point && isWithin(point, size) ? point : null;
    },
  };
}

/** Long lines need adaptive resampling, which the land's own points spare it. */
function curved(projection: GeoProjection, object: GeoPermissibleObjects): string {
  projection.precision(0.5);
  const path = pathOf(projection, object);
  projection.precision(0);
  return path;
}

interface Size {
  width: number;
  height: number;
}

function isWithin([x, y]: Point, { width, height }: Size): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

/** The whole of an object, with a margin, as high as it needs. */
function fitWorld(projection: GeoProjection, object: GeoPermissibleObjects): Size {
  const inner = WIDTH - 2 * MARGIN;
  projection.fitWidth(inner, object);
  const [[left, top], [, bottom]] = boundsOf(projection, object);
  const [x, y] = projection.translate();
  projection.translate([x - left + MARGIN, y - top + MARGIN]);
  return { width: WIDTH, height: Math.ceil(bottom - top + 2 * MARGIN) };
}

/** A box of degrees, in a picture that is neither a strip nor a tower. */
function fitBox(projection: GeoProjection, [west, south, east, north]: Box): Size {
  const span = east > west ? east - west : east - west + 360;
  // A box over the antimeridian is turned to the middle, or it would be torn apart.
  if (east < west) projection.rotate([-(west + span / 2), 0]);
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const outline = {
    type: 'MultiPoint' as const,
    coordinates: steps.flatMap((u) => steps.map((v) => [west + u * span, south + v * (north - south)])),
  };
  projection.fitWidth(WIDTH, outline);
  const [[, top], [, bottom]] = boundsOf(projection, outline);
  const height = Math.round(Math.min(WIDTH, Math.max(WIDTH / 3, bottom - top)));
  projection.fitSize([WIDTH, height], outline);
  return { width: WIDTH, height };
}
