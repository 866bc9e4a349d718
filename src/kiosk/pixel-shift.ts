const STEP_MS = 60_000;
/** A round about the middle, in steps of the unit. */
const OFFSETS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/** Shifts an element a little each minute, so that nothing burns into a screen. */
export function shiftPixels(element: HTMLElement): void {
  let step = 0;
  setInterval(() => {
    step = (step + 1) % OFFSETS.length;
    const [x, y] = OFFSETS[step] ?? OFFSETS[0];
    const unit = Math.max(2, Math.round(innerHeight / 300));
    element.style.translate = `${x * unit}px ${y * unit}px`;
  }, STEP_MS);
}
