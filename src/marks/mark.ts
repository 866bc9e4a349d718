import type { Likelihood } from '../protocol/likelihood.ts';
import type { Precision } from '../protocol/types.ts';
import type { Point } from '../map/camera.ts';

/** `active`: within the last minute; `idle`: up to 5 minutes; `away`: longer, about to leave. */
export type Activity = 'active' | 'idle' | 'away';

/** A visitor with a place in the picture. */
export interface LocatedVisitor {
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
  /** Pixels around it that belong to the country; matters only where no more than the country is known. */
  clearance?: number;
}

/** A dot, a softer disc for a region, a dashed ring for a country, a disc with a number for many, a payment's diamond. */
export type MarkShape = 'dot' | 'region' | 'country' | 'cluster' | 'payment';

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
  /** Of a dot, where it is known. */
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

/** The mark at another position. Ids are read from the original, where a dense map collects them on demand. */
export function movedMark(mark: Mark, x: number, y: number, radius: number): Mark {
  const { key, shape, anchor, isCustomer, activity, likelihood, number } = mark;
  return {
    ...{ key, shape, x, y, anchor, radius, isCustomer, activity, likelihood, number },
    get ids() {
      return mark.ids;
    },
  };
}

/** The mark in the same map of another width: it keeps its size. */
export function scaledMark(mark: Mark, scale: number): Mark {
  const { x, y, radius, anchor } = mark;
  const { dx, dy } = anchor;
  return scale === 1 ? mark : movedMark(mark, (x - dx) * scale + dx, (y - dy) * scale + dy, radius);
}
