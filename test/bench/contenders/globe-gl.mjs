import Globe from 'globe.gl';
import { landCollection } from '../shared/land.mjs';

export const name = 'globe.gl (points merged)';
export const webgl = true;

let globe;

/** It takes polygons one by one. */
const polygons = () =>
  landCollection().features.flatMap(({ geometry: { type, coordinates } }) =>
    (type === 'MultiPolygon' ? coordinates : [coordinates]).map((rings) => ({
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  );

export async function mount(host, dots) {
  globe = new Globe(host, { animateIn: false })
    .width(960)
    .height(500)
    .showAtmosphere(false)
    .polygonsTransitionDuration(0)
    .pointsTransitionDuration(0)
    .polygonsData(polygons())
    .polygonCapColor(() => '#ccd')
    .polygonSideColor(() => '#ccd')
    .polygonAltitude(0.005)
    .pointsMerge(true)
    .pointLat('lat')
    .pointLng('lon')
    .pointColor(() => '#e33')
    .pointAltitude(0.01)
    .pointRadius(0.4)
    .pointResolution(6)
    .pointsData(dots);
  await new Promise((resolve) => {
    globe.onGlobeReady(() => resolve());
    setTimeout(resolve, 3000);
  });
}

export function update(dots) {
  globe.pointsData(dots);
}
