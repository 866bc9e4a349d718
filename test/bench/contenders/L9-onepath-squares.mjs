// All dots are one filled path of squares of 3 px, in whole pixels; nothing is kept.
import { LAND_SVG, layer } from '../shared/hand-drawn.mjs';
import { project } from '../shared/ne1.mjs';

export const name = 'L9 one <path>, filled squares, stateless';
export const kind = 'limit';

let path;

export function update(dots) {
  let shape = '';
  for (const { lon, lat } of dots) {
    const [x, y] = project(lon, lat);
    shape += `M${(x - 1) | 0} ${(y - 1) | 0}h3v3h-3z`;
  }
  path.setAttribute('d', shape);
}

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + layer('<path fill="#e33"/>');
  path = host.lastChild.firstChild;
  update(dots);
}
