// Shapes of the package world-atlas, which has Natural Earth as TopoJSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon as ArcPolygon, Topology } from 'topojson-specification';
import { defined } from './defined.ts';

/** Degrees. */
export type Point = [longitude: number, latitude: number];
export type Line = Point[];
/** The outline, then the holes. Of each ring the last point is the first. */
export type Polygon = Line[];

export type LandFile = 'land-110m' | 'land-50m' | 'land-10m';
export type CountriesFile = 'countries-110m' | 'countries-50m' | 'countries-10m';

export interface CountryShape {
  /** The numeric code of ISO 3166-1; some have none. */
  id: string | undefined;
  name: string;
  polygons: Polygon[];
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Land = Topology<{ land: GeometryCollection }>;

const require = createRequire(import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(require.resolve(`world-atlas/${file}.json`), 'utf8'));

export const { version: ATLAS_VERSION } = read('package') as { version: string };

export function landOf(file: LandFile): Polygon[] {
  const atlas = read(file) as Land;
  const { geometries } = atlas.objects.land;
  return geometries.flatMap((geometry) => polygonsOf(atlas, geometry as MultiPolygon));
}

export function countriesOf(file: CountriesFile): CountryShape[] {
  const atlas = read(file) as Countries;
  return atlas.objects.countries.geometries.map((geometry) => ({
    id: geometry.id === undefined ? undefined : String(geometry.id),
    name: (geometry.properties as { name: string }).name,
    polygons: polygonsOf(atlas, geometry as ArcPolygon | MultiPolygon),
  }));
}

/** The lines between two countries, each once, and no coasts. */
export function bordersOf(file: CountriesFile): Line[] {
  const atlas = read(file) as Countries;
  return mesh(atlas, atlas.objects.countries, (one, other) => one !== other).coordinates as Line[];
}

/** Where lines begin and end: coasts at borders, and borders where three countries meet. */
export function endsOf(file: CountriesFile): Point[] {
  const { arcs, transform } = read(file) as Countries;
  const { scale, translate } = defined(transform);
  return arcs.flatMap((arc) => {
    // In the file they are delta-coded on a grid of its own.
    let [x, y] = [0, 0];
    const points = (arc as Point[]).map<Point>(([dx, dy]) => [
      (x += dx) * scale[0] + translate[0],
      (y += dy) * scale[1] + translate[1],
    ]);
    return [defined(points[0]), defined(points.at(-1))];
  });
}

function polygonsOf(atlas: Topology, object: ArcPolygon | MultiPolygon): Polygon[] {
  const { geometry } = object.type === 'Polygon' ? feature(atlas, object) : feature(atlas, object);
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Polygon[];
}
