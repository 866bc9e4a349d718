import type { Mark } from './mark.ts';

/** So that an 8 px dot has a target of 24 px. */
const TARGET_RADIUS = 12;

type Target = Pick<Mark, 'x' | 'y' | 'radius' | 'dots'>;

/** The mark at a position: the nearest of those whose target holds it. */
export function markAt<Candidate extends Target>(marks: readonly Candidate[], x: number, y: number): Candidate | null {
  let best: Candidate | null = null;
  let least = Infinity;
  for (const mark of marks) {
    const distance = distanceFrom(mark, x, y);
    if (distance < least && distance <= (mark.dots ? TARGET_RADIUS : targetRadius(mark))) {
      best = mark;
      least = distance;
    }
  }
  return best;
}

/** Pixels from a mark's middle, or from the nearest of its dots. */
function distanceFrom({ x: left, y: top, dots }: Target, x: number, y: number): number {
  let least = dots ? Infinity : Math.hypot(left - x, top - y);
  for (const dot of dots ?? []) least = Math.min(least, Math.hypot(dot.x - x, dot.y - y));
  return least;
}

/** Pixels around a mark's middle that count as on it. */
export function targetRadius({ radius }: Pick<Mark, 'radius'>): number {
  return Math.max(TARGET_RADIUS, radius);
}

/** Marks in reading order: by lines of 24 px from the top, each from the left. */
export function inReadingOrder<Candidate extends Pick<Mark, 'x' | 'y'>>(marks: readonly Candidate[]): Candidate[] {
  const line = (mark: Candidate): number => Math.floor(mark.y / (2 * TARGET_RADIUS));
  return [...marks].sort((a, b) => line(a) - line(b) || a.x - b.x);
}
