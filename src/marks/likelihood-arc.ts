/** From the dot's edge to the middle of the line, in pixels: along the edge of its halo. */
const GAP = 3;
/** Length of the tick beyond the line, in pixels. */
const TICK = 3;

/**
 * The likelihood around a dot as an SVG path: a score of 100 is a whole turn, clockwise from 12 o'clock. A tick at 6
 * o'clock marks the baseline of 50, so that one sees at a glance who is beyond it.
 *
 * @param radius Of the dot, whose middle is at 0, 0.
 */
export function likelihoodArc(score: number, radius: number): string {
  const r = radius + GAP;
  const arcTo = (end: number): string => {
    const angle = (end / 50) * Math.PI;
    return `A${r} ${r} 0 0 1 ${round(r * Math.sin(angle))} ${round(-r * Math.cos(angle))}`;
  };
  // In two pieces beyond the baseline: the arc of a whole turn would end where it begins, and vanish.
  const beyond = score > 50 ? arcTo(score) : '';
  return `M0 ${-r}${arcTo(Math.min(score, 50))}${beyond}M0 ${r}v${TICK}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
