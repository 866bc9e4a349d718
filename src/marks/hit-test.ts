import type { Mark } from './mark.ts';

/** So that an 8 px dot has a target of 24 px. */
const TARGET_RADIUS = 12;

/** The mark at a position: the nearest of those whose target holds it. */
export function markAt<Candidate extends Pick<Mark, 'x' | 'y' | 'radius'>>(
  marks: readonly Candidate[],
  x: number,
  y: number,
): Candidate | null {
  let best: Candidate | null = null;
  let least = Infinity;
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - x, mark.y - y);
    if (distance <= targetRadius(mark) && distance < least) {
      best = mark;
      least = distance;
    }
  }
  return best;
}

/** Pixels around a mark's middle that count as on it. */
export function targetRadius({ radius }: Pick<Mark, 'radius'>): number {
  return Math.max(TARGET_RADIUS, radius);
}

/** Marks in reading order: by lines of 24 px from the top, each from the left. */
export function readingOrder<Candidate extends Pick<Mark, 'x' | 'y'>>(marks: readonly Candidate[]): Candidate[] {
  const line = (mark: Candidate): number => Math.floor(mark.y / (2 * TARGET_RADIUS));
  return [...marks].sort((a, b) => line(a) - line(b) || a.x - b.x);
}
