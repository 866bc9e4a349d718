// Land as an SVG path, dots stamped into a buffer of pixels that is put on a canvas in one go.
import { CANVAS, LAND_SVG } from '../shared/hand-drawn.mjs';
import { project } from '../shared/ne1.mjs';

export const name = 'L13 SVG land + putImageData dots';
export const kind = 'limit';

const WIDTH = 960;
const COLOUR = 0xff3333ee;
/** A disc of 5 px: offsets from its centre. */
const DISC = [-2, -1, 0, 1, 2].flatMap((dy) =>
  [-2, -1, 0, 1, 2].filter((dx) => Math.abs(dx) + Math.abs(dy) < 4).map((dx) => dy * WIDTH + dx),
);
let context;
let image;
let pixels;

export function update(dots) {
  pixels.fill(0);
  for (const { lon, lat } of dots) {
    const [x, y] = project(lon, lat);
    const centre = (y | 0) * WIDTH + (x | 0);
    for (const offset of DISC) pixels[centre + offset] = COLOUR;
  }
  context.putImageData(image, 0, 0);
}

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + CANVAS;
  context = host.lastChild.getContext('2d');
  image = context.createImageData(WIDTH, 500);
  pixels = new Uint32Array(image.data.buffer);
  update(dots);
}
