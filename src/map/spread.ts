import type { Point } from './camera.ts';

/** 137.508°, which no two leaves of a sunflower share. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Distance of neighbours, in dot diameters. */
const STEP = 0.9;
const MOST = 19;
/** Pixels from the true place that a dot may be moved. */
const FARTHEST = 14;

/** How many dots of a diameter fit around one place before they become a number. */
export function spreadLimit(dotSize: number): number {
  const fitting = Math.floor((FARTHEST / (STEP * dotSize)) ** 2) + 1;
  return Math.max(1, Math.min(MOST, fitting));
}

/**
 * Positions in a sunflower pattern around a place. Slots go by id, so that the same people stand at the same spots
 * whatever order they come in; a lone person stands exactly at the place.
 */
export function spread<Person extends { id: string }>(
  people: readonly Person[],
  [x, y]: Point,
  dotSize: number,
): { person: Person; x: number; y: number }[] {
  return [...people]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((person, index) => {
      const distance = STEP * dotSize * Math.sqrt(index);
      const angle = index * GOLDEN_ANGLE;
      return { person, x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
    });
}
