// Land as an SVG path, dots as squares of 3 px on a canvas in front of it.
import { CANVAS, LAND_SVG } from '../shared/hand-drawn.mjs';
import { project } from '../shared/ne1.mjs';

export const name = 'L6 SVG land + canvas fillRect dots';
export const kind = 'limit';

let context;
let places = new Map();

export function update(dots) {
  const next = new Map();
  context.clearRect(0, 0, 960, 500);
  for (const { id, lon, lat } of dots) {
    const place = places.get(id) ?? project(lon, lat);
    next.set(id, place);
    context.fillRect(place[0] - 1.5, place[1] - 1.5, 3, 3);
  }
  places = next;
}

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + CANVAS;
  context = host.lastChild.getContext('2d');
  context.fillStyle = '#e33';
  update(dots);
}
