import type { Point } from '../map/camera.ts';
import { RANKS, SHAPES, type Activity, type LocatedVisitor, type Mark } from './mark.ts';
import { slotOffset, slotsOf, spreadLimit, spreadRadius } from './spread.ts';

/** Radius in pixels. */
const LARGEST_CLUSTER = 21;
const ACTIVITIES: readonly Activity[] = ['active', 'idle', 'away'];

/** More columns of a grid than a zoomed map has. */
const COLUMNS = 65_536;
const NEIGHBOURS = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => row * COLUMNS + column));

/** A place, or several that are close together, with its visitors. */
interface Group {
  key: string;
  /** That of the most precise place. */
  shape: 'dot' | 'region' | 'country';
  at: Point;
  visitors: LocatedVisitor[];
  /** There is more than one place, and no visitor may be moved from one to the other. */
  isMerged: boolean;
}

/** Marks of a map that shows each visitor, as far as there is room. */
export interface Placement {
  readonly marks: readonly Mark[];
  /** Position of each visitor within the pattern around a shared place. */
  readonly slots: ReadonlyMap<string, number>;
  /** Keys of marks with a number. */
  readonly numbers: ReadonlySet<string>;
}

const NO_PLACEMENT: Placement = { marks: [], slots: new Map(), numbers: new Set() };

/** Radius of a country's ring with its outline, as a multiple of the mark's radius. */
const BAND = 1.4;
/** How much of a mark beside a number may be covered, as a share of the smaller one's radius. */
const COVERED = 0.3;
/** A number gives way to one that is so many times as full. */
const STAYS = 1.25;

/**
 * Turns visitors into marks. Visitors at one place form a sunflower pattern, or one mark with a number where they do not
 * fit. Visitors known only by country must fit inside the country; a tiny one may not even fit a single visitor. Places
 * that would cover each other become one mark with a number, and a number absorbs marks that it would cover. The order of
 * the visitors makes no difference.
 *
 * @param before The placement before, so that visitors keep their slots and numbers their places.
 */
export function placeMarks(
  visitors: readonly LocatedVisitor[],
  dotSize: number,
  before: Placement = NO_PLACEMENT,
): Placement {
  const limitOf = ({ shape, visitors: [first] }: Group): number =>
    shape === 'region'
      ? 1
      : spreadLimit(dotSize, shape === 'dot' ? undefined : (first?.clearance ?? 0) - (BAND * dotSize) / 2);
  /** Also a single visitor in a country that is too small for a ring. */
  const isNumber = (group: Group): boolean => group.isMerged || group.visitors.length > limitOf(group);
  let groups = merge(collectPlaces(visitors), dotSize, (a, b, apart) => a.shape === b.shape && apart < dotSize * 0.75);
  let largest = 1;
  /** In steps of twice as many, so that a single arrival rarely changes the order. A number stays for longer. */
  const fullness = ({ key, visitors }: Group): number =>
    -Math.clz32(visitors.length * (before.numbers.has(key) ? STAYS : 1));
  const radiusOf = (group: Group): number =>
    isNumber(group) ? clusterRadius(group.visitors.length, largest) : extentOf(group, dotSize);
  const isCovered = (a: Group, b: Group, apart: number): boolean => {
    if (apart > 2 * LARGEST_CLUSTER || (!isNumber(a) && !isNumber(b))) return false;
    const [one, other] = [radiusOf(a), radiusOf(b)];
    return apart < one + other - COVERED * Math.min(one, other);
  };
  // A number that has grown may cover others.
  for (let count = Infinity; groups.length < count;) {
    count = groups.length;
    largest = 1;
    for (const { visitors } of groups) largest = Math.max(largest, visitors.length);
    groups = merge(
      groups.sort(
        (a, b) => fullness(b) - fullness(a) || Number(before.numbers.has(b.key)) - Number(before.numbers.has(a.key)),
      ),
      2 * LARGEST_CLUSTER,
      isCovered,
    );
  }
  const slots = new Map<string, number>();
  const numbers = new Set<string>();
  const marks = groups.flatMap((group) => {
    if (isNumber(group)) {
      numbers.add(group.key);
      return [number(group, largest)];
    }
    const ids = group.visitors.map(({ id }) => id);
    slotsOf(ids, before.slots, limitOf(group)).forEach((slot, id) => slots.set(id, slot));
    return group.visitors.map((visitor) =>
      single(visitor, group, slotOffset(slots.get(visitor.id) ?? 0, dotSize), dotSize),
    );
  });
  return { marks, slots, numbers };
}

/** Visitors by exact place, in an order that does not depend on that of arrival, so that merging is stable. */
function collectPlaces(visitors: readonly LocatedVisitor[]): Group[] {
  const places = new Map<string, Group>();
  for (const visitor of visitors) {
    const { at } = visitor;
    const shape = SHAPES[RANKS[visitor.precision]];
    const key = `${shape} ${visitor.longitude},${visitor.latitude}`;
    const place = places.get(key);
    if (place) place.visitors.push(visitor);
    else if (at) places.set(key, { key, shape, at, visitors: [visitor], isMerged: false });
  }
  return [...places.values()].sort((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1));
}

function rankOf({ shape }: Group): number {
  return SHAPES.indexOf(shape);
}

/**
 * Each group joins the first one that it belongs to. Only groups in neighbouring cells of a grid are compared.
 *
 * @param reach Pixels beyond which groups never belong together.
 * @param belong Gets the distance in pixels.
 */
function merge(
  groups: readonly Group[],
  reach: number,
  belong: (a: Group, b: Group, apart: number) => boolean,
): Group[] {
  const kept: Group[] = [];
  const cells = new Map<number, number[]>();
  for (const group of groups) {
    const cell = Math.floor(group.at[1] / reach) * COLUMNS + Math.floor(group.at[0] / reach);
    let first = kept.length;
    for (const offset of NEIGHBOURS) {
      for (const index of cells.get(cell + offset) ?? []) {
        const other = kept[index];
        if (other && index < first && belong(other, group, distance(other, group))) first = index;
      }
    }
    const near = kept[first];
    if (near) {
      near.visitors.push(...group.visitors);
      if (rankOf(group) < rankOf(near)) near.shape = group.shape;
      near.isMerged = true;
      continue;
    }
    kept.push(group);
    const members = cells.get(cell);
    if (members) members.push(first);
    else cells.set(cell, [first]);
  }
  return kept;
}

function distance({ at: [ax, ay] }: Group, { at: [bx, by] }: Group): number {
  return Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);
}

/** Pixels from a place to the outer edge of its visitors' marks. */
function extentOf(group: Group, dotSize: number): number {
  return group.visitors.length > 1 ? spreadRadius(group.visitors.length, dotSize) : radiusAlone(group, dotSize);
}

/** A single ring is as large as its country allows. */
function radiusAlone({ shape, visitors: [first] }: Group, dotSize: number): number {
  if (shape === 'country') return Math.min(dotSize, (first?.clearance ?? 0) / BAND);
  return shape === 'dot' ? dotSize / 2 : dotSize * 0.8;
}

function single(visitor: LocatedVisitor, group: Group, [dx, dy]: Point, dotSize: number): Mark {
  const { id, longitude, latitude, isCustomer, activity, likelihood } = visitor;
  const { key, shape, visitors, at } = group;
  const radius = visitors.length > 1 ? dotSize / 2 : radiusAlone(group, dotSize);
  return {
    key: shape === 'dot' || visitors.length > 1 ? `${shape} ${id}` : key,
    shape,
    x: at[0] + dx,
    y: at[1] + dy,
    anchor: { longitude, latitude, dx, dy },
    radius,
    isCustomer,
    activity,
    likelihood: shape === 'dot' ? likelihood : null,
    ids: [id],
    number: null,
  };
}

function number({ key, shape, visitors, at: [x, y] }: Group, largest: number): Mark {
  const [{ longitude, latitude } = { longitude: 0, latitude: 0 }] = visitors;
  return {
    key,
    shape: shape === 'dot' ? 'cluster' : shape,
    x,
    y,
    anchor: { longitude, latitude, dx: 0, dy: 0 },
    radius: clusterRadius(visitors.length, largest),
    isCustomer: visitors.every((visitor) => visitor.isCustomer),
    activity: ACTIVITIES.find((activity) => visitors.some((visitor) => visitor.activity === activity)) ?? 'active',
    likelihood: null,
    ids: visitors.map((visitor) => visitor.id).sort(),
    // One alone needs none, in a country that is too small for a ring.
    number: visitors[1] ? visitors.length : null,
  };
}

/** The area shows the number. The scale steps by powers of two with the largest, so that it rarely changes. */
function clusterRadius(count: number, largest: number): number {
  const scale = Math.min(3.2, LARGEST_CLUSTER / Math.sqrt(2 ** Math.ceil(Math.log2(largest))));
  return Math.max(8, count > 99 ? 13 : 0, scale * Math.sqrt(count));
}
