import { geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import type { DatafastLiveMap } from '../../src/index.ts';
import { part } from './support.ts';

/** Natural Earth's land without the Antarctic, as the atlas has it. */
export async function inhabitedLand(): Promise<MultiPolygon> {
  const response = await fetch('/node_modules/world-atlas/land-110m.json');
  const atlas = (await response.json()) as Topology<{ land: GeometryCollection }>;
  const [land] = atlas.objects.land.geometries as TopologyPolygon[];
  const { coordinates } = feature(atlas, land!).geometry;
  return {
    type: 'MultiPolygon',
    coordinates: coordinates.filter((polygon) => polygon[0]!.some(([, latitude]) => latitude! > -60)),
  };
}

/** d3-geo's own Equal Earth, fitted to where the element has drawn the land; CSS pixels from the map's corner. */
export function equalEarthOf(el: DatafastLiveMap, land: MultiPolygon): GeoProjection {
  const path = el.shadowRoot!.querySelector<SVGPathElement>('[part~="land"]')!;
  const { x, y, width, height } = path.getBBox();
  const toScreen = path.getScreenCTM()!;
  const corner = new DOMPoint(x, y).matrixTransform(toScreen);
  const opposite = new DOMPoint(x + width, y + height).matrixTransform(toScreen);
  const map = part(el, 'map')!.getBoundingClientRect();
  const projection = geoEqualEarth().fitWidth(opposite.x - corner.x, land);
  const [[left, top]] = geoPath(projection).bounds(land);
  const [dx, dy] = projection.translate();
  return projection.translate([dx + corner.x - map.x - left, dy + corner.y - map.y - top]);
}
