import { hundredths } from './mark.ts';

/** From the dot's edge to the middle of the line, in pixels: along the edge of its halo. */
const GAP = 3;
/** Length of the tick beyond the line, in pixels. */
const TICK = 3;

/**
 * The likelihood around a dot as an SVG path relative to its centre: a score of 100 is a whole turn, clockwise from 12
 * o'clock. A tick at 6 o'clock marks the baseline of 50, so that one sees at a glance who is beyond it.
 *
 * @param radius Of the dot.
 */
export function likelihoodArc(score: number, radius: number): string {
  const r = radius + GAP;
  let [x, y] = [0, -r];
  const arcTo = (end: number): string => {
    const angle = (end / 50) * Math.PI;
    const [fromX, fromY] = [x, y];
    [x, y] = [r * Math.sin(angle), -r * Math.cos(angle)];
    return `a${r} ${r} 0 0 1 ${hundredths(x - fromX)} ${hundredths(y - fromY)}`;
  };
  // In two pieces beyond the baseline: the arc of a whole turn would end where it begins, and vanish.
  const arcs = arcTo(Math.min(score, 50)) + (score > 50 ? arcTo(score) : '');
  return `m0 ${-r}${arcs}m${hundredths(-x)} ${hundredths(r - y)}v${TICK}`;
}
