// All dots are one path of round caps of no length; the part of each visitor is kept.
import { LAND_SVG, layer } from '../shared/hand-drawn.mjs';
import { project, tenths } from '../shared/ne1.mjs';

export const name = 'L1 one <path> for all dots';
export const kind = 'limit';

let path;
let parts = new Map();

export function update(dots) {
  const next = new Map();
  let shape = '';
  for (const { id, lon, lat } of dots) {
    let part = parts.get(id);
    if (part === undefined) {
      const [x, y] = project(lon, lat);
      part = `M${tenths(x)} ${tenths(y)}h0`;
    }
    next.set(id, part);
    shape += part;
  }
  parts = next;
  path.setAttribute('d', shape);
}

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + layer('<path fill="none" stroke="#e33" stroke-width="4" stroke-linecap="round"/>');
  path = host.lastChild.firstChild;
  update(dots);
}
