// One <circle> for each visitor, placed by its transform.
import { LAND_SVG, layer } from '../shared/hand-drawn.mjs';
import { keyedMarks } from '../shared/keyed.mjs';

export const name = 'L3b keyed <circle> + transform';
export const kind = 'limit';

const circle = {
  tag: 'circle',
  attributes: { r: 2 },
  place(element, x, y) {
    element.setAttribute('transform', `translate(${x} ${y})`);
  },
};
let draw;

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + layer('<g fill="#e33"></g>');
  draw = keyedMarks(host.lastChild.firstChild, circle);
  draw(dots);
}

export function update(dots) {
  draw(dots);
}
