import createGlobe from 'cobe';

export const name = 'cobe 2 (markers)';
export const webgl = true;

let globe;

const markersOf = (dots) => dots.map(({ lon, lat }) => ({ location: [lat, lon], size: 0.01 }));

export async function mount(host, dots) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 500;
  host.append(canvas);
  globe = createGlobe(canvas, {
    devicePixelRatio: 1,
    width: 500,
    height: 500,
    phi: 0,
    theta: 0.2,
    dark: 0,
    diffuse: 1.2,
    mapSamples: 16000,
    mapBrightness: 6,
    baseColor: [1, 1, 1],
    markerColor: [1, 0.2, 0.2],
    glowColor: [1, 1, 1],
    markers: markersOf(dots),
  });
  // Its picture of the land is decoded asynchronously.
  await new Promise((resolve) => setTimeout(resolve));
  globe.update({});
}

export function update(dots) {
  globe.update({ markers: markersOf(dots) });
}
