// One <use> for each visitor, placed by its transform.
import { LAND_SVG, layer } from '../shared/hand-drawn.mjs';
import { keyedMarks } from '../shared/keyed.mjs';

export const name = 'L3 keyed <use> + transform';
export const kind = 'limit';

const use = {
  tag: 'use',
  attributes: { href: '#dot' },
  place(element, x, y) {
    element.setAttribute('transform', `translate(${x} ${y})`);
  },
};
let draw;

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + layer('<defs><circle id="dot" r="2"/></defs><g fill="#e33"></g>');
  draw = keyedMarks(host.lastChild.lastChild, use);
  draw(dots);
}

export function update(dots) {
  draw(dots);
}
