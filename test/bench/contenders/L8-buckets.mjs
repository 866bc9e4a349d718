// Dots stand in slots, 64 to a <path>; a slot that is left goes to one who arrives, and only paths that changed are
// written again.
import { LAND_SVG, layer } from '../shared/hand-drawn.mjs';
import { project, tenths } from '../shared/ne1.mjs';

export const name = 'L8 one <path> per 64 dots, dirty only';
export const kind = 'limit';

const SVG = 'http://www.w3.org/2000/svg';
const SLOTS = 64;
let group;
let slots = new Map();
const parts = [];
const paths = [];
const free = [];

const pathOf = (slot) => (slot / SLOTS) | 0;

function write(index) {
  if (!paths[index]) group.append((paths[index] = document.createElementNS(SVG, 'path')));
  paths[index].setAttribute('d', parts.slice(index * SLOTS, (index + 1) * SLOTS).join(''));
}

export function update(dots) {
  const next = new Map();
  const arrived = [];
  const dirty = new Set();
  for (const dot of dots) {
    const slot = slots.get(dot.id);
    if (slot === undefined) arrived.push(dot);
    else {
      next.set(dot.id, slot);
      slots.delete(dot.id);
    }
  }
  for (const slot of slots.values()) {
    parts[slot] = '';
    free.push(slot);
    dirty.add(pathOf(slot));
  }
  for (const { id, lon, lat } of arrived) {
    const slot = free.pop() ?? parts.length;
    const [x, y] = project(lon, lat);
    parts[slot] = `M${tenths(x)} ${tenths(y)}h0`;
    next.set(id, slot);
    dirty.add(pathOf(slot));
  }
  dirty.forEach(write);
  slots = next;
}

export function mount(host, dots) {
  const style = 'fill="none" stroke="#e33" stroke-width="4" stroke-linecap="round"';
  host.innerHTML = LAND_SVG + layer(`<g ${style}></g>`);
  group = host.lastChild.firstChild;
  update(dots);
}
