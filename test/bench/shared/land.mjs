// The land for contenders that take GeoJSON or TopoJSON: Natural Earth at 1:110 million.
import { feature } from 'topojson-client';
import topology from 'world-atlas/land-110m.json';

export const landTopology = topology;

export function landCollection() {
  const land = feature(topology, topology.objects.land);
  return land.type === 'FeatureCollection' ? land : { type: 'FeatureCollection', features: [land] };
}
