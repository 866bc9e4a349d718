// One <circle> for each visitor, placed by cx and cy.
import { LAND_SVG, layer } from '../shared/hand-drawn.mjs';
import { keyedMarks } from '../shared/keyed.mjs';

export const name = 'L2 keyed <circle> reuse';
export const kind = 'limit';

const circle = {
  tag: 'circle',
  attributes: { r: 2 },
  place(element, x, y) {
    element.setAttribute('cx', x);
    element.setAttribute('cy', y);
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
