const STILL_MS = 3000;
const MOVES = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Gives the root of the page the class `idle` where the viewer has not moved for three seconds. */
export function hidePointer(root: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout>;
  const onMove = (): void => {
    clearTimeout(timer);
    root.classList.remove('idle');
    timer = setTimeout(() => {
      root.classList.add('idle');
    }, STILL_MS);
  };
  for (const move of MOVES) addEventListener(move, onMove, { passive: true });
  onMove();
}
