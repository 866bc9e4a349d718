// As L1, in integers and stateless: all dots are projected and written each time.
import { fineLayer, LAND_SVG } from '../shared/hand-drawn.mjs';
import { project } from '../shared/ne1.mjs';

export const name = 'L12 one <path> round caps, stateless';
export const kind = 'limit';

let path;

export function update(dots) {
  let shape = '';
  for (const { lon, lat } of dots) {
    const [x, y] = project(lon, lat);
    shape += `M${(x * 10) | 0} ${(y * 10) | 0}h0`;
  }
  path.setAttribute('d', shape);
}

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + fineLayer('<path fill="none" stroke="#e33" stroke-width="40" stroke-linecap="round"/>');
  path = host.lastChild.firstChild;
  update(dots);
}
