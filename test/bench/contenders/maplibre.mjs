import { Map as LibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { landCollection } from '../shared/land.mjs';

export const name = 'maplibre-gl 6 (geojson circles)';
export const webgl = true;
export const assets = ['maplibre-gl/dist/maplibre-gl-worker.mjs'];

let map;

const collectionOf = (dots) => ({
  type: 'FeatureCollection',
  features: dots.map(({ id, lon, lat }) => ({
    type: 'Feature',
    id: Number(id.slice(1)),
    properties: {},
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
});

const styleOf = (dots) => ({
  version: 8,
  sources: {
    land: { type: 'geojson', data: landCollection() },
    dots: { type: 'geojson', data: collectionOf(dots) },
  },
  layers: [
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': '#ccccdd' } },
    { id: 'dots', type: 'circle', source: 'dots', paint: { 'circle-radius': 2, 'circle-color': '#ee3333' } },
  ],
});

const isIdle = () => new Promise((resolve) => map.once('idle', () => resolve()));

export function mount(host, dots) {
  setWorkerUrl(new URL('maplibre-gl-worker.mjs', document.baseURI).href);
  map = new LibreMap({
    container: host,
    center: [0, 20],
    zoom: 0.6,
    fadeDuration: 0,
    attributionControl: false,
    interactive: false,
    style: styleOf(dots),
  });
  const failed = new Promise((_, reject) => map.on('error', ({ error }) => reject(error)));
  return Promise.race([isIdle(), failed]);
}

export function update(dots) {
  const drawn = isIdle();
  map.getSource('dots').setData(collectionOf(dots));
  return drawn;
}
