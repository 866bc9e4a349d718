/** Keeps a slider and the width of a box at each other's value. */
export function connectWidth(box: HTMLElement, slider: HTMLInputElement, output: HTMLElement): void {
  slider.addEventListener('input', () => {
    box.style.setProperty('inline-size', `${slider.value}px`);
  });
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    slider.value = String(width);
    output.textContent = `${width} px`;
  }).observe(box);
}
