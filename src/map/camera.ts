/** The part of the earth that a map shows: its centre and its scale. */
export interface Camera {
  /** Longitude in radians: a flat map's central meridian, the globe's middle. */
  lambda: number;
  /** Latitude in radians of the globe's middle; 0 on flat maps. */
  phi: number;
  /** The point of the projection's plane that is in the middle of the picture; 0, 0 for the globe. */
  x: number;
  y: number;
  /** Units of the picture for one of the plane. */
  scale: number;
}

/** A position in the picture's own units. */
export type Point = readonly [x: number, y: number];

export interface Size {
  width: number;
  height: number;
}

/** A projection at a camera: positions, and path data as d3's `geoPath` writes it. */
export interface Projector {
  /** Path data of areas. */
  areas(rings: readonly Ring[]): string;
  /** Path data of lines. */
  lines(lines: readonly Ring[]): string;
  /** Path data of the sphere's outline. */
  outline(): string;
  /** @returns The position, or `null` where it is on the far side of the globe. */
  project(lambda: number, phi: number): Point | null;
}

/** Longitudes and latitudes in radians. */
export type Ring = readonly (readonly [lambda: number, phi: number])[];

/** The same angle between −π and π. */
export function wrapAngle(angle: number): number {
  return Math.abs(angle) <= Math.PI ? angle : angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
