// Land as an SVG path; a worker draws the dots on an OffscreenCanvas, and the page only projects and packs them.
import { CANVAS, LAND_SVG } from '../shared/hand-drawn.mjs';
import { project } from '../shared/ne1.mjs';

export const name = 'L14 SVG land + OffscreenCanvas worker';
export const kind = 'limit';

const WORKER = `
let context;
onmessage = ({ data: { canvas, places } }) => {
  if (canvas) {
    context = canvas.getContext('2d');
    context.fillStyle = '#e33';
  }
  context.clearRect(0, 0, 960, 500);
  for (let i = 0; i < places.length; i += 2) context.fillRect(places[i] - 1, places[i + 1] - 1, 3, 3);
  requestAnimationFrame(() => postMessage('drawn'));
};`;
let worker;

function pack(dots) {
  const places = new Int16Array(dots.length * 2);
  let i = 0;
  for (const { lon, lat } of dots) {
    const [x, y] = project(lon, lat);
    places[i++] = x;
    places[i++] = y;
  }
  return places;
}

function draw(dots, canvas) {
  const places = pack(dots);
  worker.postMessage({ canvas, places }, [places.buffer, ...(canvas ? [canvas] : [])]);
  return new Promise((resolve) => {
    worker.onmessage = () => resolve();
  });
}

export function mount(host, dots) {
  host.innerHTML = LAND_SVG + CANVAS;
  worker = new Worker(URL.createObjectURL(new Blob([WORKER])));
  return draw(dots, host.lastChild.transferControlToOffscreen());
}

export function update(dots) {
  return draw(dots);
}
