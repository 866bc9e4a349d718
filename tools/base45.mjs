// Lines as text: what `decodeArc` in src/map/arcs.ts reads.

/** Printable ASCII but what a string would have to escape, and the space, which parts the arcs. */
export const ALPHABET = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .join('')
  .replace(/['"\\`]/g, '');

/**
 * A whole number as text, zigzag and base 45: the last digit from the first half of the alphabet, those before it from
 * the second. Most steps of a coast are one character, and compress better than JSON by a third.
 */
function encode(number) {
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  let text = ALPHABET[rest % 45];
  while ((rest = Math.floor(rest / 45)) > 0) text = ALPHABET[45 + (rest % 45)] + text;
  return text;
}

/** All steps to the east, then all to the north. */
export function encodeArc(steps) {
  return [0, 1].map((axis) => steps.map((step) => encode(step[axis])).join('')).join('');
}

/** Points of a grid: each as steps from the one before, the first from the grid's beginning. */
export function encodeLine(points) {
  return encodeArc(
    points.map((point, index) => point.map((number, axis) => number - (points[index - 1]?.[axis] ?? 0))),
  );
}
