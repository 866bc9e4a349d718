import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { geoContains, geoEqualEarthRaw, geoOrthographic } from 'd3-geo';
import type { Feature } from 'geojson';
import { iso31661 } from 'iso-3166';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { visitorPlace } from '../../src/geocode/visitor-place.ts';
import type { Point } from '../../src/map/camera.ts';
import { initialView } from '../../src/map/initial-view.ts';
import { createBasemap } from '../../src/map/projected-basemap.ts';
import { worldBasemap } from '../../src/map/world-basemap.ts';
import { clearanceAround } from '../../src/marks/clearance.ts';
import { composeMarks } from '../../src/marks/compose.ts';
import type { LocatedVisitor, Mark } from '../../src/marks/mark.ts';
import { snapshotOf } from '../protocol/support.ts';
import { LAND } from '../map/drawn.ts';
import { LatticePolls, Polls } from './polls.ts';

const DEGREES = 180 / Math.PI;
const initial = initialView({
  projection: 'equal-earth',
  fit: 'world',
  isWorldSized: true,
  antarctic: false,
  center: [0, 0],
});
const basemap = worldBasemap(initial);

const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: GeometryCollection }>;
const shapes = new Map<string, Feature[]>();
for (const country of feature(atlas, atlas.objects.countries).features) {
  shapes.set(String(country.id), [...(shapes.get(String(country.id)) ?? []), country]);
}

/** Visitors known by country only, on a map of a width in CSS pixels. */
function peopleOf(countryCode: string, count: number, width: number, on = basemap): LocatedVisitor[] {
  const scale = width / on.width;
  const unplaced = { latitude: null, longitude: null, precision: 'none' } as const;
  const place = visitorPlace({ ...unplaced, location: { countryCode } }, countryPoint);
  const at = place && on.projectPlane(place.longitude, place.latitude);
  if (!place || !at) return [];
  return Array.from({ length: count }, (_, index): LocatedVisitor => {
    const clearance = clearanceAround(place, at, on.projectPlane) * scale;
    const look = { isCustomer: index % 2 === 0, activity: 'active', likelihood: null } as const;
    return { id: `v${index}`, ...place, ...look, at: [at[0] * scale, at[1] * scale], clearance };
  });
}

const marksOf = (countryCode: string, count: number, width: number): Mark[] =>
  new Polls().place(peopleOf(countryCode, count, width), 8);

function assertIsIn(numeric: string, place: Point, what: string): void {
  const isInside = shapes.get(numeric)?.some((shape) => geoContains(shape, [place[0], place[1]]));
  assert.ok(isInside, `${what}: ${place.map((degrees) => degrees.toFixed(1)).join()}`);
}

/** Degrees under a position of the map. */
function under([x, y]: Point, width: number): Point {
  const { camera, width: units, height } = initial;
  const by = units / width;
  const [lambda, phi] = geoEqualEarthRaw.invert!(
    (x * by - units / 2) / camera.scale + camera.x,
    (height / 2 - y * by) / camera.scale + camera.y,
  );
  return [lambda * DEGREES, phi * DEGREES];
}

/** The middle of a mark, and what is around it, with the ring of a customer. */
function extentOf({ x, y, radius }: Pick<Mark, 'x' | 'y' | 'radius'>): Point[] {
  const ways = Array.from({ length: 16 }, (_, way) => (way * Math.PI) / 8);
  return [[x, y], ...ways.map((way): Point => [x + 1.3 * radius * Math.cos(way), y + 1.3 * radius * Math.sin(way)])];
}

/** Pixels of the ring around a country that is too small for one inside. */
const AROUND = 8;

describe('visitors known by country only', () => {
  for (const width of [320, 480, 640, 960, 1280]) {
    test(`are wholly inside it, or one ring around it when it is too small, ${width} px wide`, () => {
      let [rings, numbers] = [0, 0];
      for (const { alpha2, numeric } of iso31661) {
        for (const count of [1, 2, 4, 9]) {
          const marks = marksOf(alpha2, count, width);
          const [{ clearance = 0 } = {}] = peopleOf(alpha2, count, width);
          const [first] = marks;
          const isAround = first?.radius === AROUND && clearance < 1.4 * AROUND;
          if (marks.length === 1 && (count > 1 || isAround)) {
            // A number is of several.
            assert.equal(first!.number, count > 1 ? count : null);
            numbers++;
            continue;
          }
          if (marks.length > 0) assert.equal(marks.length, count, alpha2);
          for (const mark of marks) {
            assert.equal(mark.shape, 'country');
            for (const point of extentOf(mark)) {
              assertIsIn(numeric, under(point, width), `${alpha2}, ${count} people`);
            }
            rings++;
          }
        }
      }
      assert.ok(rings > 2 && numbers > 400, `${rings} rings, ${numbers} numbers`);
    });
  }

  test('are separate in a large country and one number in a small one', () => {
    assert.deepEqual(
      marksOf('BR', 3, 960).map(({ number }) => number),
      [null, null, null],
    );
    assert.deepEqual(
      marksOf('LU', 2, 960).map(({ number }) => number),
      [2],
    );
  });

  test('have a ring around the country’s point when one alone does not fit inside', () => {
    const mark = marksOf('LU', 1, 960)[0]!;
    assert.deepEqual([mark.shape, mark.number, mark.anchor.dx, mark.anchor.dy], ['country', null, 0, 0]);
    assert.equal(mark.radius, AROUND);
  });

  test('have a lone ring as large as the country allows, up to twice a dot', () => {
    const [small, large] = [marksOf('FR', 1, 1280)[0]!, marksOf('RU', 1, 1280)[0]!];
    assert.ok(small.radius >= 4 && small.radius < 8, String(small.radius));
    assert.equal(large.radius, 8);
  });
});

describe('visitors known by country only, on a dense map', () => {
  const dotsOf = (people: readonly LocatedVisitor[]) =>
    new LatticePolls().place(people, 8).flatMap(({ dots = [] }) => dots);

  for (const width of [320, 2560]) {
    test(`are at dots wholly inside it, or at one beside its point when it is too small, ${width} px wide`, () => {
      let [inside, beside] = [0, 0];
      for (const { alpha2, numeric } of iso31661) {
        const people = peopleOf(alpha2, 40, width);
        const [x, y] = people[0]?.at ?? [0, 0];
        const isLarge = (people[0]?.clearance ?? 0) > 8.96;
        for (const dot of dotsOf(people)) {
          assert.equal(dot.rank, 2, 'drawn with a hole');
          if (isLarge)
            for (const point of extentOf({ ...dot, radius: dot.radius / 1.3 }))
              assertIsIn(numeric, under(point, width), alpha2);
          else assert.ok(Math.hypot(dot.x - x, dot.y - y) < 5.4, alpha2);
          if (isLarge) inside++;
          else beside++;
        }
      }
      assert.ok(inside > (width > 1000 ? 250 : -1) && beside > 100, `${inside} inside, ${beside} beside`);
    });
  }

  test('are spread evenly over a large country, each at a stable place', () => {
    const people = peopleOf('BR', 200, 960);
    const [polls, keys] = [new LatticePolls(), new Map<string, string>()];
    for (const { key, ids } of polls.place(people, 8)) for (const id of ids) keys.set(id, key);
    for (const { key, ids } of polls.place(people.slice(100).reverse(), 8))
      for (const id of ids) assert.equal(keys.get(id), key);
    const dots = dotsOf(people);
    assert.ok(dots.length > 8, `${dots.length} dots`);
    const [x, y] = people[0]!.at!;
    assert.ok(Math.abs(dots.filter((dot) => dot.x < x).length / dots.length - 0.5) < 0.15);
    assert.ok(Math.abs(dots.filter((dot) => dot.y < y).length / dots.length - 0.5) < 0.15);
  });
});

describe('visitors known by country only, on the globe', () => {
  for (const [turn, tilt] of [
    [0, 0],
    [60, 20],
    [-80, -10],
  ] as const) {
    test(`are wholly inside it, also near the rim, ${turn}° turned and ${tilt}° tilted`, () => {
      const initial = initialView({ projection: 'globe', fit: 'world', antarctic: false, center: [turn, tilt] });
      const globe = createBasemap({ ...initial, land: LAND, antarctic: false });
      const [width, scale] = [960, 960 / globe.width];
      const projection = geoOrthographic()
        .rotate([-turn, -tilt])
        .scale(initial.camera.scale * scale);
      projection.translate([width / 2, (globe.height * scale) / 2]);
      let rings = 0;
      for (const { alpha2, numeric } of iso31661) {
        const location = { city: null, region: null, countryCode: alpha2 };
        const visitors = [0, 1].map((index) => ({ visitorId: `v${index}`, location }));
        const { data } = snapshotOf({ data: { visitors } });
        const input = {
          ...data,
          lastActivity: [],
          payments: [],
          countryPoint,
          now: 0,
          basemap: globe,
          width,
          dotSize: 8,
        };
        for (const mark of composeMarks({ ...input, predictions: false, placeDense: null }).marks) {
          if (mark.number !== null) continue;
          for (const [x, y] of extentOf(mark)) {
            const place = projection.invert!([x, y])!;
            assertIsIn(numeric, [place[0], place[1]], alpha2);
          }
          rings++;
        }
      }
      assert.ok(rings >= 10, `${rings} rings`);
    });
  }
});
