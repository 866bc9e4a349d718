import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { geoArea, geoContains } from 'd3-geo';
import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import { readBorders } from '../../src/map/borders.ts';
import { readFineLand } from '../../src/map/fine-land.ts';
import type { Box } from '../../src/map/initial-view.ts';
import bordersText from '../../src/map/lazy/borders.data.ts';
import boxesText from '../../src/map/lazy/boxes.data.ts';
import fineBordersText from '../../src/map/lazy/fine-borders.data.ts';
import fineLandText from '../../src/map/lazy/fine-land.data.ts';
import { LAND } from './drawn.ts';
import { distanceTo } from './lines.ts';

/** Degrees: the bound, and the error of computing. */
const BOUND = 0.01 + 1e-6;

const require = createRequire(import.meta.url);
const atlas = <Name extends string>(name: string): Topology<Record<Name, GeometryCollection>> =>
  JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8')) as Topology<
    Record<Name, GeometryCollection>
  >;

function atlasLand(name: 'land-50m' | 'land-10m'): MultiPolygon {
  const topology = atlas<'land'>(name);
  const [land] = topology.objects.land.geometries as TopologyPolygon[];
  const { type, coordinates } = feature(topology, land!).geometry;
  // One islet is two points and the way between them.
  return {
    type,
    coordinates: coordinates.filter((polygon) => geoArea({ type: 'Polygon', coordinates: polygon }) > 1e-12),
  };
}

function atlasBorders(name: string): MultiLineString {
  const topology = atlas<'countries'>(name);
  return mesh(topology, topology.objects.countries, (one, other) => one !== other);
}

describe('the finer land', () => {
  const land = readFineLand(fineLandText);
  const shipped = [...land.inhabited.coordinates, ...land.antarctic.coordinates];
  const whole = atlasLand('land-50m').coordinates;
  const finest = atlasLand('land-10m').coordinates;
  const coastOf = (polygons: Position[][][]): Position[][] => polygons.flat();
  // What the atlas has around the pole itself is no coast.
  const isCoast = ([, latitude = NaN]: Position): boolean => latitude > -89;

  test('is within a hundredth of a degree of every coast point of the atlas', () => {
    const distance = distanceTo(coastOf(shipped));
    for (const position of coastOf(whole).flat().filter(isCoast)) {
      const apart = distance(position);
      assert.ok(apart <= BOUND, `${position.join()}: ${apart}°`);
    }
  });

  test('has no coast where the atlas has none', () => {
    const distance = distanceTo(coastOf([...whole, ...finest]));
    for (const position of coastOf(shipped).flat()) {
      const apart = distance(position);
      assert.ok(apart <= BOUND, `${position.join()}: ${apart}°`);
    }
  });

  test('has every island, with its orientation and area', () => {
    assert.ok(shipped.length >= whole.length, `${shipped.length} of ${whole.length}`);
    for (const polygon of shipped) {
      const [outline] = polygon;
      assert.ok(outline!.length >= 4, outline!.join(' '));
      assert.deepEqual(outline![0], outline!.at(-1));
      const area = geoArea({ type: 'Polygon', coordinates: polygon });
      assert.ok(area > 0 && area < 2 * Math.PI, `${outline![0]!.join()}: ${area}`);
    }
  });

  test('has the atlas’ area within a thousandth', () => {
    const [area, atlasArea] = [shipped, whole].map((coordinates) => geoArea({ type: 'MultiPolygon', coordinates }));
    assert.ok(Math.abs(area! / atlasArea! - 1) < 0.001, `${area} of ${atlasArea}`);
  });

  test('has more than half of the land of small island countries in the finest atlas', () => {
    const boxes = JSON.parse(boxesText) as Record<string, Box>;
    // Some of the finest have the reverse direction.
    const areaOf = (polygons: Position[][][], [west, south, east, north]: Box): number =>
      polygons
        .filter(([outline]) => outline!.every(([x, y]) => x! >= west && x! <= east && y! >= south && y! <= north))
        .map((coordinates) => geoArea({ type: 'Polygon', coordinates }))
        .reduce((sum, area) => sum + Math.min(area, 4 * Math.PI - area), 0);
    for (const code of [
      'BV',
      'CC',
      'CK',
      'HM',
      'IO',
      'MH',
      'MV',
      'NF',
      'NR',
      'PN',
      'PW',
      'SC',
      'SH',
      'TK',
      'TO',
      'TV',
      'WF',
    ]) {
      const [area, known] = [shipped, finest].map((polygons) => areaOf(polygons, boxes[code]!));
      assert.ok(area! > 0.5 * known!, `${code}: ${(area! / known!).toFixed(2)}`);
    }
  });

  test('has Antarctica separately, as the bundle does', () => {
    assert.ok(land.antarctic.coordinates.flat(2).every(([, latitude]) => latitude! < -60));
    assert.ok(land.inhabited.coordinates.every(([outline]) => outline!.some(([, latitude]) => latitude! > -60)));
  });

  test('contains coastal cities and excludes the sea', () => {
    for (const city of [
      [-8.61, 41.15],
      [-0.13, 51.5],
      [139.69, 35.69],
      [28.9, 41.03],
      [-43.3, -22.85],
    ] as const) {
      assert.equal(geoContains(land.inhabited, [...city]), true, city.join());
    }
    for (const sea of [
      [0, 0],
      [51, 42],
      [-9.6, 38.7],
    ] as const) {
      assert.equal(geoContains(land.inhabited, [...sea]), false, sea.join());
    }
  });

  test('rejects a file of another kind', () => {
    for (const text of ['', '<!doctype html>', '{}', 'null', '[]']) assert.throws(() => readFineLand(text), text);
  });
});

describe('borders', () => {
  // Degrees: a third of a pixel, each on its own kind of map. Here and there the atlas’ own borders end that far from its coast.
  const kinds = [
    { name: 'borders', text: bordersText, of: 'countries-110m', bound: 0.18, gap: 0.1, land: LAND },
    {
      name: 'finer borders',
      text: fineBordersText,
      of: 'countries-50m',
      bound: BOUND,
      gap: 0.03,
      land: readFineLand(fineLandText),
    },
  ];
  for (const { name, text, of, bound, gap, land } of kinds) {
    const shipped = readBorders(text).coordinates;
    const whole = atlasBorders(of).coordinates;

    test(`${name}: are at the atlas’ borders and nowhere else`, () => {
      const [toShipped, toWhole] = [distanceTo(shipped), distanceTo(whole)];
      // The Vatican is smaller than the bound.
      const large = whole.filter((line) => line.some((position) => toShipped(position) <= bound));
      assert.ok(large.length >= whole.length - 1);
      for (const position of large.flat()) assert.ok(toShipped(position) <= bound, position.join());
      for (const position of shipped.flat()) assert.ok(toWhole(position) <= bound, position.join());
    });

    test(`${name}: end at another border or at the coast of their land`, () => {
      const distance = distanceTo([...land.inhabited.coordinates.flat(), ...shipped.map((line) => line.slice(1, -1))]);
      const ends = shipped.flatMap((line) => [line[0]!, line.at(-1)!]);
      const times = new Map<string, number>();
      for (const end of ends) times.set(end.join(), (times.get(end.join()) ?? 0) + 1);
      const loose = ends.filter((end) => times.get(end.join()) === 1 && distance(end) > gap);
      assert.deepEqual(loose, []);
    });

    test(`${name}: include no coast`, () => {
      const coast = new Set(land.inhabited.coordinates.flat(2).map(String));
      const inside = shipped.flatMap((line) => line.slice(1, -1));
      const share = inside.filter((position) => coast.has(String(position))).length / inside.length;
      assert.ok(share < 0.01, `${share}`);
    });
  }

  test('reject a file of another kind', () => {
    for (const text of ['', '<!doctype html>', '{}', 'null', '[]']) assert.throws(() => readBorders(text), text);
  });
});
