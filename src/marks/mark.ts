import type { Likelihood } from '../protocol/likelihood.ts';
import type { Precision } from '../protocol/types.ts';
import type { Point } from '../map/camera.ts';

/** `active`: within the last minute; `idle`: up to 5 minutes; `away`: longer, about to leave. */
export type Activity = 'active' | 'idle' | 'away';

const IDLE_AFTER_MS = 60_000;
const AWAY_AFTER_MS = 300_000;

/** @param lastActivity Epoch ms; `null` where none was seen, which counts as active. */
export function activityOf(lastActivity: number | null, now: number): Activity {
  const since = now - (lastActivity ?? now);
  return since < IDLE_AFTER_MS ? 'active' : since < AWAY_AFTER_MS ? 'idle' : 'away';
}

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
  /** Where a dense map shows it. */
  site?: LatticeSite;
}

/** A place where a dense map may have a dot, and its visitors. */
export interface LatticeSite {
  /** All sites of the same map; `null` once the last visitor has left. */
  among: ReadonlyMap<number, LatticeSite> | null;
  /** Those of a cell share a mark. */
  readonly cell: number;
  /** Pixels from the map's top left corner. */
  readonly x: number;
  readonly y: number;
  count: number;
  customers: number;
  /** Of its most precise place. */
  rank: number;
  /** One of them. */
  visitor: LocatedVisitor;
  dot: Dot | null;
}

/**
 * A dot, a softer disc for a region, a dashed ring for a country, a disc with a number for many, the dots of a part of a
 * dense map, a payment's diamond.
 */
export type MarkShape = 'dot' | 'region' | 'country' | 'cluster' | 'dense' | 'payment';

/** One of the dots of a dense map that share a mark. */
export interface Dot {
  /** Pixels from the map's top left corner. */
  x: number;
  y: number;
  radius: number;
  /** Radius of a disc around it, whose area grows with the number of visitors; 0 where these are few. */
  halo: number;
  /** Of its most precise place, as in {@link RANKS}. */
  rank: number;
  isCustomer: boolean;
  /** Path data, once it has been drawn. */
  path: string;
}

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
  /** Of a dense map. */
  dots?: readonly Dot[];
}

export interface Anchor {
  longitude: number;
  latitude: number;
  dx: number;
  dy: number;
}

/** Visitors above which a map is dense, and below which a dense map is sparse again. */
export const DENSE_ABOVE = 300;
export const SPARSE_BELOW = 270;

/** Whether a map of so many visitors becomes dense. */
export function isDense({ length }: readonly unknown[]): boolean {
  return length > DENSE_ABOVE;
}

/** How sure a place is, surest first: where places merge, the surest counts. */
export const RANKS = { coordinates: 0, city: 0, region: 1, country: 2 } as const;
/** Shapes by rank. */
export const SHAPES = ['dot', 'region', 'country'] as const;

/** The mark in the same map of another width: it keeps its size. */
export function scaledMark(mark: Mark, scale: number): Mark {
  const { x, y, anchor, dots } = mark;
  const { dx, dy } = anchor;
  if (scale === 1) return mark;
  const scaled = { ...mark, x: (x - dx) * scale + dx, y: (y - dy) * scale + dy };
  if (dots) scaled.dots = dots.map((dot) => ({ ...dot, x: dot.x * scale, y: dot.y * scale, path: '' }));
  return scaled;
}

/** Pixels as they are written: more digits are not seen. */
export function hundredths(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
