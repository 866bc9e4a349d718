// Land once on a canvas, dots stamped from a sprite on a second one.
import { LAND } from '../gen/land.js';
import { CANVAS } from '../shared/hand-drawn.mjs';
import { project } from '../shared/ne1.mjs';

export const name = 'L4 canvas 2D sprite';
export const kind = 'limit';

const SPRITE = 5;
let context;
let sprite;
let places = new Map();

function drawLand(canvas) {
  const land = canvas.getContext('2d');
  land.scale(0.1, 0.1);
  land.fillStyle = '#ccd';
  land.fill(new Path2D(LAND));
}

function drawSprite() {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SPRITE;
  const dot = canvas.getContext('2d');
  dot.fillStyle = '#e33';
  dot.arc(SPRITE / 2, SPRITE / 2, 2, 0, 7);
  dot.fill();
  return canvas;
}

export function update(dots) {
  const next = new Map();
  context.clearRect(0, 0, 960, 500);
  for (const { id, lon, lat } of dots) {
    const place = places.get(id) ?? project(lon, lat);
    next.set(id, place);
    context.drawImage(sprite, (place[0] - SPRITE / 2 + 0.5) | 0, (place[1] - SPRITE / 2 + 0.5) | 0);
  }
  places = next;
}

export function mount(host, dots) {
  host.innerHTML = CANVAS + CANVAS;
  drawLand(host.firstChild);
  context = host.lastChild.getContext('2d');
  sprite = drawSprite();
  update(dots);
}
