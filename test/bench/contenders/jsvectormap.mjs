import 'jsvectormap/dist/jsvectormap.min.css';

export const name = 'jsvectormap 1.7';
export const published = [
  'node_modules/jsvectormap/dist/jsvectormap.min.js',
  'node_modules/jsvectormap/dist/maps/world.js',
];

const { jsVectorMap } = globalThis;

let map;

const markersOf = (dots) => dots.map(({ id, lon, lat }) => ({ coords: [lat, lon], name: id }));

export function mount(host, dots) {
  map = new jsVectorMap({
    selector: host,
    map: 'world',
    markers: markersOf(dots),
    markerStyle: { initial: { r: 2, fill: '#e33', stroke: 'none' } },
    zoomOnScroll: false,
  });
}

/** addMarkers() numbers by how many there are, and after a removal writes over others: only all at once is right. */
export function update(dots) {
  map.removeMarkers();
  map.addMarkers(markersOf(dots));
}
