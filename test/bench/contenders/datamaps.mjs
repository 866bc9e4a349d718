import Datamap from 'datamaps/dist/datamaps.world.min.js';

export const name = 'datamaps 0.5.10 (d3 v3)';
/** It animates for 400 ms, whatever one asks. */
export const settleMs = 500;

const options = {
  key: ({ id }) => id,
  animate: false,
  exitDelay: 0,
  borderWidth: 0,
  popupOnHover: false,
  highlightOnHover: false,
};
let map;

const bubblesOf = (dots) =>
  dots.map(({ id, lon, lat }) => ({ id, latitude: lat, longitude: lon, radius: 2, fillKey: 'visitor' }));

export function mount(host, dots) {
  return new Promise((resolve) => {
    const fills = { defaultFill: '#ccd', visitor: '#e33' };
    map = new Datamap({ element: host, width: 960, height: 500, fills, done: () => resolve() });
    update(dots);
    setTimeout(resolve, 3000);
  });
}

export function update(dots) {
  map.bubbles(bubblesOf(dots), options);
}
