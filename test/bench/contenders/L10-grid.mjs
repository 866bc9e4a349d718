// Dots by screen cell, one <path> of round caps for each cell; nothing is kept but the last shapes.
import { gridOf, PATHS } from '../shared/grid.mjs';
import { fineLayer, LAND_SVG } from '../shared/hand-drawn.mjs';

export const name = 'L10 32 spatial <path>s, round caps, stateless';
export const kind = 'limit';

let draw;

export function mount(host, dots) {
  const style = 'fill="none" stroke="#e33" stroke-width="40" stroke-linecap="round"';
  host.innerHTML = LAND_SVG + fineLayer(`<g ${style}>${PATHS}</g>`);
  draw = gridOf(host.lastChild.firstChild.children, (x, y) => `M${(x * 10) | 0} ${(y * 10) | 0}h0`);
  draw(dots);
}

export function update(dots) {
  draw(dots);
}
