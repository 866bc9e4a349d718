// As L10, with filled squares of 3 px in place of stroked caps.
import { gridOf, PATHS } from '../shared/grid.mjs';
import { LAND_SVG, layer } from '../shared/hand-drawn.mjs';

export const name = 'L11 32 spatial <path>s, filled squares, stateless';
export const kind = 'limit';

let draw;

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + layer(`<g fill="#e33">${PATHS}</g>`);
  draw = gridOf(host.lastChild.firstChild.children, (x, y) => `M${(x - 1) | 0} ${(y - 1) | 0}h3v3h-3z`);
  draw(dots);
}

export function update(dots) {
  draw(dots);
}
