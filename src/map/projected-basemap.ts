import type { MultiLineString } from 'geojson';
import { wrapAngle, type Camera, type Ring, type Size, type Projector } from './camera.ts';
import { isReachable } from './camera-moves.ts';
import { flatProjector } from './flat-projector.ts';
import type { Basemap } from './basemap.ts';
import { globeProjector } from './globe-projector.ts';
import { MARGIN, type InitialView } from './initial-view.ts';
import type { Land } from './land.ts';
import type { ProjectionName } from './projection-names.ts';
import { rawProjection } from './projections.ts';
import { graticule, ringsOf } from './rings.ts';

export interface BasemapOptions extends Size {
  projection: ProjectionName;
  camera: Camera;
  antarctic: boolean;
  /** Places out of reach of panning have no position; without it every place has one. */
  initial?: InitialView;
  land: Land;
  /** Borders between countries, if they are wanted. */
  borders?: MultiLineString | null;
}

const RADIANS = Math.PI / 180;

/** @param margin Units beyond the map's edge that are still drawn. */
export function createProjector(projection: ProjectionName, camera: Camera, size: Size, margin = 0): Projector {
  return projection === 'globe'
    ? globeProjector(camera, size)
    : flatProjector(rawProjection(projection), camera, size, margin);
}

/** The basemap of a projection at a camera. */
export function createBasemap(options: BasemapOptions): Basemap {
  const { projection, camera, width, height, antarctic, initial, land, borders } = options;
  const size = { width, height };
  const projector = createProjector(projection, camera, size, MARGIN);
  const { inhabited, antarctic: south } = land;
  const rings: readonly Ring[] = antarctic ? [...ringsOf(inhabited), ...ringsOf(south)] : ringsOf(inhabited);
  let lines: string | undefined;
  const project: Basemap['project'] = (longitude, latitude) => {
    const point = projector.project(longitude * RADIANS, latitude * RADIANS);
    return point && (!initial || isReachable(point, camera, initial)) ? point : null;
  };
  const isTurned = projection === 'globe';
  return {
    ...size,
    ...(isTurned && { foreshortening: foreshorteningAt(camera) }),
    projectPlane: isTurned ? groupingProjection(camera.scale, initial?.camera.lambda ?? 0) : project,
    project,
    land: projector.areas(rings),
    landTransform: '',
    sphere: projector.outline(),
    borders: borders ? projector.lines(ringsOf(borders)) : null,
    areas: (areas) => projector.areas(areas),
    graticule: () => (lines ??= projector.lines(graticule())),
  };
}

function foreshorteningAt({ lambda, phi }: Camera): NonNullable<Basemap['foreshortening']> {
  return (longitude, latitude) =>
    Math.sin(phi) * Math.sin(latitude * RADIANS) +
    Math.cos(phi) * Math.cos(latitude * RADIANS) * Math.cos(longitude * RADIANS - lambda);
}

const groupingProjections = new Map<string, Basemap['projectPlane']>();

/** Equal Earth keeps areas, and nearly all distances between neighbours. It is cut where the globe's back is at first. */
function groupingProjection(scale: number, lambda: number): Basemap['projectPlane'] {
  const raw = rawProjection('equal-earth');
  const key = `${scale} ${lambda}`;
  let projection = groupingProjections.get(key);
  if (!projection) {
    projection = (longitude, latitude) => {
      const [x, y] = raw(wrapAngle(longitude * RADIANS - lambda), latitude * RADIANS);
      // Cells of the screen are counted from the corner.
      return [(x + Math.PI) * scale, (Math.PI - y) * scale];
    };
    // One for each scale at rest, and a few while it zooms.
    if (groupingProjections.size > 16) groupingProjections.clear();
    groupingProjections.set(key, projection);
  }
  return projection;
}
