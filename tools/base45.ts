// Lines as text: what `decodeArc` in src/map/arcs.ts reads.

/** Columns and rows of a grid: a point of it, or a step. */
export type GridPoint = readonly [x: number, y: number];

/** Printable ASCII without what a string would have to escape, and without the space, which separates the arcs. */
export const ALPHABET: string = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .join('')
  .replace(/['"\\`]/g, '');

/**
 * A whole number as text, zigzag and base 45: the last digit from the first half of the alphabet, those before it from
 * the second. Most steps of a coast are one character, and compress better than JSON by a third.
 */
function encode(number: number): string {
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  let text = ALPHABET.charAt(rest % 45);
  while ((rest = Math.floor(rest / 45)) > 0) text = ALPHABET.charAt(45 + (rest % 45)) + text;
  return text;
}

/** All steps to the east, then all to the north. */
export function encodeArc(steps: readonly GridPoint[]): string {
  return [...steps.map(([east]) => encode(east)), ...steps.map(([, north]) => encode(north))].join('');
}

/** Points of a grid: each as steps from the one before, the first from the origin of the grid. */
export function encodeLine(points: readonly GridPoint[]): string {
  return encodeArc(
    points.map(([x, y], index) => {
      const [beforeX, beforeY] = points[index - 1] ?? [0, 0];
      return [x - beforeX, y - beforeY];
    }),
  );
}
