import { createElement, memo } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { ComposableMap, Geographies, Geography, Marker } from 'react-simple-maps/core';
import { landTopology } from '../shared/land.mjs';

export const name = 'react-simple-maps 5 + react 19';

const Land = memo(() =>
  createElement(Geographies, { geography: landTopology }, ({ geographies }) =>
    geographies.map((geography, index) =>
      createElement(Geography, { key: geography.rsmKey || index, geography, fill: '#ccd' }),
    ),
  ),
);

const Dot = memo(({ lon, lat }) =>
  createElement(Marker, { coordinates: [lon, lat] }, createElement('circle', { r: 2, fill: '#e33' })),
);

const App = ({ dots }) =>
  createElement(
    ComposableMap,
    { width: 960, height: 500, projection: 'geoNaturalEarth1', projectionConfig: { scale: 175 } },
    createElement(Land),
    dots.map(({ id, lon, lat }) => createElement(Dot, { key: id, lon, lat })),
  );

let root;

export function mount(host, dots) {
  root = createRoot(host);
  update(dots);
}

export function update(dots) {
  flushSync(() => root.render(createElement(App, { dots })));
}
