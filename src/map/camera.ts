/** What of the earth the picture shows: where it stands, and how near. */
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

/** What can be drawn of the earth, as a camera sees it. */
export interface View {
  /** Path data of areas. */
  areas(rings: readonly Ring[]): string;
  /** Path data of lines. */
  lines(lines: readonly Ring[]): string;
  /** Path data of the earth's outline. */
  outline(): string;
  /** @returns The position, or `null` where it is on the far side of the globe. */
  project(lambda: number, phi: number): Point | null;
}

/** Longitudes and latitudes in radians. */
export type Ring = readonly (readonly [lambda: number, phi: number])[];

/** The same angle between −π and π. */
export function wrap(angle: number): number {
  return Math.abs(angle) <= Math.PI ? angle : angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
