import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { geoArea, geoContains, geoDistance } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import { iso31661 } from 'iso-3166';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countryPoint } from '../../src/geocode/country-points.ts';

const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: GeometryCollection }>;
const byNumber = new Map<string, Feature[]>();
for (const country of feature(atlas, atlas.objects.countries).features) {
  const id = String(country.id);
  byNumber.set(id, [...(byNumber.get(id) ?? []), country]);
}

function pointOf(code: string): [longitude: number, latitude: number] {
  const point = countryPoint(code);
  assert.ok(point, `${code} has a point`);
  return [point.longitude, point.latitude];
}

const degreesApart = (a: [number, number], b: [number, number]): number => (geoDistance(a, b) * 180) / Math.PI;

describe('the point of a visitor known by country only', () => {
  const known: [code: string, name: string, place: [number, number], within: number][] = [
    ['PT', 'Portugal', [-8, 39.6], 2],
    ['DE', 'Germany', [10.4, 51], 3],
    ['FR', 'France, on its mainland', [2.5, 46.5], 4],
    ['US', 'the United States, on their mainland', [-98.6, 39.8], 14],
    ['BR', 'Brazil', [-53, -10], 10],
    ['JP', 'Japan', [138.5, 36.5], 5],
    ['NZ', 'New Zealand', [171, -43], 6],
    ['FJ', 'Fiji', [178, -17.8], 2],
    ['XK', 'Kosovo', [20.9, 42.6], 0.7],
  ];
  for (const [code, name, place, within] of known) {
    test(`${code} is in ${name}`, () => {
      assert.ok(degreesApart(pointOf(code), place) <= within, pointOf(code).join());
    });
  }

  test('every code of ISO 3166-1 has a point other than 0, 0', () => {
    for (const { alpha2 } of iso31661) {
      const [longitude, latitude] = pointOf(alpha2);
      assert.ok(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90, alpha2);
      assert.ok(Math.hypot(longitude, latitude) > 1, alpha2);
    }
  });

  test('an unknown code has no point', () => {
    for (const code of ['A1', 'A2', 'EU', 'AP', 'XX', 'ZZ', 'T1', '', 'pt', 'constructor', '__proto__']) {
      assert.equal(countryPoint(code), null, code);
    }
  });

  test('the point is within the country, not in the sea or a neighbour', () => {
    let checked = 0;
    for (const { alpha2, numeric, name } of iso31661) {
      const shapes = byNumber.get(numeric) ?? [];
      // Points are in tenths of a degree: nothing else can be expected of smaller shapes.
      const isTiny = shapes.every((shape) => geoArea(shape) * (180 / Math.PI) ** 2 < 0.1);
      if (shapes.length === 0 || isTiny) continue;
      checked++;
      const inside = shapes.some((shape) => geoContains(shape, pointOf(alpha2)));
      assert.ok(inside, `${name}: ${pointOf(alpha2).join()}`);
    }
    assert.ok(checked > 150, `${checked} countries`);
  });

  test('the point of a tiny country is within a quarter of a degree of it', () => {
    for (const { alpha2, numeric, name } of iso31661) {
      const shapes = byNumber.get(numeric);
      if (!shapes) continue;
      const corners = shapes.flatMap((shape) => cornersOf(shape.geometry));
      const inside = shapes.some((shape) => geoContains(shape, pointOf(alpha2)));
      const nearest = Math.min(...corners.map((corner) => degreesApart(corner, pointOf(alpha2))));
      assert.ok(inside || nearest < 0.25, `${name}: ${nearest.toFixed(2)}°`);
    }
  });
});

function cornersOf(geometry: Geometry): [number, number][] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat() as [number, number][];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2) as [number, number][];
  throw new Error(`Got a ${geometry.type}, expected polygons.`);
}
