import type { Likelihood } from '../protocol/likelihood.ts';
import type { Precision } from '../protocol/types.ts';
import type { Point } from './camera.ts';

/** `active`: within the last minute; `idle`: up to 5 minutes; `away`: longer, about to leave. */
export type Activity = 'active' | 'idle' | 'away';

/** Somebody with a place, ready to be drawn. */
export interface Placed {
  /** Stable from poll to poll. */
  id: string;
  longitude: number;
  latitude: number;
  precision: Exclude<Precision, 'none'>;
  isCustomer: boolean;
  /** How long ago the last activity was. */
  activity: Activity;
  /** Drawn around a dot. */
  likelihood: Likelihood | null;
  /** Pixels from the map's top left corner; `null` out of the picture. */
  at: Point | null;
  /** Pixels around it that are in the country; where more is known than that it does not matter. */
  room?: number;
}

/** How a mark is drawn: a dot, something softer for a region, a dashed ring for a country, a number for many. */
export type MarkShape = 'dot' | 'region' | 'country' | 'cluster';

/** One mark of the map. */
export interface Mark {
  /** Stable from poll to poll. */
  key: string;
  shape: MarkShape;
  /** Pixels from the map's top left corner. */
  x: number;
  y: number;
  /** The place that it stands for, in degrees, and how far from it it is drawn, in pixels. */
  anchor: Anchor;
  /** Pixels. */
  radius: number;
  isCustomer: boolean;
  activity: Activity;
  /** Of a dot, where it is told. */
  likelihood: Likelihood | null;
  /** The ids of all that the mark stands for. */
  ids: readonly string[];
  /** The number that is written into it. */
  number: number | null;
}

export interface Anchor {
  longitude: number;
  latitude: number;
  dx: number;
  dy: number;
}

/** How sure a place is, surest first: where places merge, the surest counts. */
export const RANKS = { coordinates: 0, city: 0, region: 1, country: 2 } as const;
/** Shapes by rank. */
export const SHAPES = ['dot', 'region', 'country'] as const;
