import type { Point } from '../map/camera.ts';

/** 137.508°, which no two leaves of a sunflower share. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Distance of neighbours, in dot diameters. */
const STEP = 0.9;
const MOST = 19;
/** Pixels from the true place that a dot may be moved. */
const FARTHEST = 14;

/**
 * How many dots of a diameter fit around one place before they become a number.
 *
 * @param farthest Pixels that they may be moved from it, if those are fewer; none fits where they are less than none.
 */
export function spreadLimit(dotSize: number, farthest: number = FARTHEST): number {
  if (farthest < 0) return 0;
  const fitting = Math.floor((Math.min(FARTHEST, farthest) / (STEP * dotSize)) ** 2) + 1;
  return Math.min(MOST, fitting);
}

/** Pixels from a place to the edge of the farthest of so many dots around it. */
export function spreadRadius(count: number, dotSize: number): number {
  return STEP * dotSize * Math.sqrt(count - 1) + dotSize / 2;
}

/** Where a slot of a sunflower pattern is, from the place that it belongs to. The first is the place itself. */
export function slotOffset(slot: number, dotSize: number): Point {
  const distance = STEP * dotSize * Math.sqrt(slot);
  const angle = slot * GOLDEN_ANGLE;
  return [distance * Math.cos(angle), distance * Math.sin(angle)];
}

/**
 * Gives each visitor at a place a slot, by id, so that the order of arrival makes no difference. Visitors keep their slots,
 * arrivals take free ones, and a single visitor is at the place itself.
 *
 * @param known The slots of the last time, by id.
 * @param limit How many the place has.
 */
export function slotsOf(
  ids: readonly string[],
  known: ReadonlyMap<string, number>,
  limit: number,
): Map<string, number> {
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of ids) {
    const slot = known.get(id) ?? limit;
    if (ids.length === 1 || slot >= limit || taken.has(slot)) continue;
    taken.add(slot);
    slots.set(id, slot);
  }
  let free = 0;
  for (const id of [...ids].sort()) {
    if (slots.has(id)) continue;
    while (taken.has(free)) free++;
    slots.set(id, free++);
  }
  return slots;
}
