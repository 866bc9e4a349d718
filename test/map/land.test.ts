import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { geoContains, geoEqualEarth, geoPath } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { LAND_GRID, landPath } from '../../src/map/land-path.ts';
import { RINGS } from '../../src/map/land.data.ts';
import { readLand } from '../../src/map/land.ts';
import { ATLAS } from './atlas.ts';
import { LAND } from './drawn.ts';

const WIDTH = 960;
const CELL = 16;
type Pixels = [x: number, y: number];
type Segment = [a: Pixels, b: Pixels];

const project = geoEqualEarth().fitWidth(WIDTH, ATLAS.inhabited);
const onMap = ([longitude = NaN, latitude = NaN]: Position): Pixels => project([longitude, latitude])!;

/** The coast's segments; one that ends at the antimeridian stays on its own side, which the atlas may not. */
function segmentsOf({ coordinates }: MultiPolygon): Segment[] {
  const twin = ([longitude = NaN, latitude = NaN]: Position): Position => [-longitude, latitude];
  return coordinates.flat().flatMap((ring) =>
    ring.slice(1).flatMap((b, index): Segment[] => {
      const a = ring[index]!;
      const isAcross = Math.abs(a[0]! - b[0]!) > 180;
      const sides = isAcross ? [a, b].map((end) => Math.abs(end[0]!) === 180) : [];
      // What only goes from the one side to the other is no coast.
      if (sides[0] && sides[1]) return [];
      return [[onMap(sides[0] ? twin(a) : a), onMap(sides[1] ? twin(b) : b)]];
    }),
  );
}

/** Path data, read back: its rings in pixels. */
function drawnRings(path: string): Pixels[][] {
  const [x, y, wide, high] = LAND_GRID;
  const scale = project.scale();
  const [left, top] = project.translate();
  let [column, row] = [0, 0];
  return path.split('z').flatMap((text) => {
    const numbers = (text.match(/-?\d+/g) ?? []).map(Number);
    if (text === '') return [];
    assert.match(text, text.startsWith('M') ? /^M-?\d+[ -]\d+l[ \d-]+$/ : /^m-?\d+[ -]\d+[ \d-]+$/);
    const start = text.startsWith('M') ? [0, 0] : [column, row];
    [column, row] = [start[0]! + numbers[0]!, start[1]! + numbers[1]!];
    const ring: Pixels[] = [];
    let [east, south] = [column, row];
    for (let index = 2; index <= numbers.length; index += 2) {
      ring.push([left + (x + east * wide) * scale, top - (y - south * high) * scale]);
      east += numbers[index] ?? 0;
      south += numbers[index + 1] ?? 0;
    }
    return [ring];
  });
}

const closed = (ring: Pixels[]): Segment[] => ring.map((point, index) => [ring.at(index - 1)!, point]);

/** Answers how far a point is from the nearest segment, in pixels; ∞ beyond a few. */
function distanceTo(segments: readonly Segment[]): (point: Pixels) => number {
  const cells = new Map<string, Segment[]>();
  for (const segment of segments) {
    const [[ax, ay], [bx, by]] = segment;
    for (let x = Math.floor(Math.min(ax, bx) / CELL) - 1; x <= Math.floor(Math.max(ax, bx) / CELL) + 1; x++) {
      for (let y = Math.floor(Math.min(ay, by) / CELL) - 1; y <= Math.floor(Math.max(ay, by) / CELL) + 1; y++) {
        if (!cells.has(`${x} ${y}`)) cells.set(`${x} ${y}`, []);
        cells.get(`${x} ${y}`)!.push(segment);
      }
    }
  }
  return ([x, y]) => {
    const near = cells.get(`${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`) ?? [];
    const distances = near.map(([[ax, ay], [bx, by]]) => {
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      return Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
    });
    return Math.min(Infinity, ...distances);
  };
}

/** The map's edge, west and east, and along the pole. */
const latitudes = Array.from({ length: 1801 }, (_, index) => index / 10 - 90);
const EDGE: Segment[] = [-180, 180].flatMap((side) =>
  latitudes.slice(1).map((latitude, index): Segment => [onMap([side, latitudes[index]!]), onMap([side, latitude])]),
);
EDGE.push([onMap([-180, -90]), onMap([180, -90])]);

function assertWithin(points: readonly Pixels[], segments: readonly Segment[]): void {
  const distance = distanceTo(segments);
  const worst = points.map((point) => ({ point, apart: distance(point) })).sort((a, b) => b.apart - a.apart)[0]!;
  assert.ok(
    worst.apart <= 0.5,
    `${worst.point.map((number) => number.toFixed(1)).join()}: ${worst.apart.toFixed(2)} px`,
  );
}

const drawn = drawnRings(landPath());

describe('the bundled land', () => {
  for (const part of ['inhabited', 'antarctic'] as const) {
    test(`${part}: is within half a pixel of every coast point of the atlas, on a map 960 px wide`, () => {
      assertWithin(ATLAS[part].coordinates.flat(2).map(onMap), segmentsOf(LAND[part]));
    });

    test(`${part}: has no coast where the atlas has none`, () => {
      assertWithin(LAND[part].coordinates.flat(2).map(onMap), segmentsOf(ATLAS[part]));
    });

    test(`${part}: has closed rings of non-zero area, and all of them`, () => {
      const { coordinates } = LAND[part];
      assert.equal(coordinates.length, ATLAS[part].coordinates.length);
      for (const ring of coordinates.flat()) {
        assert.ok(ring.length >= 4, ring.join(' '));
        assert.deepEqual(ring[0], ring.at(-1));
      }
    });
  }

  test('drawn directly, it is within half a pixel of the atlas, too', () => {
    const path = drawn.flatMap(closed);
    assertWithin(ATLAS.inhabited.coordinates.flat(2).map(onMap), path);
    assertWithin(drawn.flat(), [...segmentsOf(ATLAS.inhabited), ...EDGE]);
    for (const ring of drawn) assert.ok(ring.length >= 3, ring.join(' '));
  });

  test('has the same path drawn directly or parsed, within half a pixel at the antimeridian', () => {
    assertWithin(drawn.flat(), [...segmentsOf(LAND.inhabited), ...EDGE]);
    assertWithin(LAND.inhabited.coordinates.flat(2).map(onMap), drawn.flatMap(closed));
  });

  test('has the atlas’ area on the map within a thousandth', () => {
    const path = geoPath(project);
    const whole = path.area(ATLAS.inhabited);
    // Seas turn the other way, so that they are taken away.
    const signed = (ring: Pixels[]): number =>
      closed(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay) / 2, 0);
    const areas = [path.area(LAND.inhabited), Math.abs(drawn.map(signed).reduce((a, b) => a + b))];
    for (const area of areas) assert.ok(Math.abs(area / whole - 1) < 0.001, `${area} of ${whole}`);
  });

  test('is cut at the antimeridian: exactly in degrees, along the edge when drawn', () => {
    const cut = LAND.inhabited.coordinates.flat().filter((ring) => {
      return ring.slice(1).some(([longitude], index) => Math.abs(longitude! - ring[index]![0]!) > 180);
    });
    assert.equal(cut.length, 2, 'Chukotka and Fiji');
    for (const [longitude] of cut.flatMap((ring) =>
      ring.slice(1).flatMap((b, index) => (Math.abs(b[0]! - ring[index]![0]!) > 180 ? [b, ring[index]!] : [])),
    )) {
      assert.equal(Math.abs(longitude!), 180);
    }
    // A ring that is cut in two is drawn as two.
    assert.equal(drawn.length, LAND.inhabited.coordinates.flat().length + cut.length);
    for (const ring of drawn) {
      const xs = ring.map(([x]) => x);
      assert.ok(Math.max(...xs) - Math.min(...xs) < WIDTH * 0.8, 'nothing is drawn across the map');
    }
  });

  test('has no Antarctica in the path that is drawn directly', () => {
    assert.ok(Math.max(...drawn.flat().map(([, y]) => y)) < onMap([0, -60])[1]);
  });

  test('has the Caspian Sea as a hole in Eurasia', () => {
    const [eurasia, caspian] = LAND.inhabited.coordinates[0]!;
    assert.ok(geoContains({ type: 'Polygon', coordinates: [eurasia!] }, [51, 42]));
    assert.equal(geoContains(LAND.inhabited, [51, 42]), false);
    assert.ok(caspian!.length > 10);
    assert.equal(LAND.inhabited.coordinates.filter((polygon) => polygon.length > 1).length, 1);
  });

  test('is parsed once, with 0, 0 in the sea', () => {
    assert.equal(readLand(RINGS), LAND);
    assert.equal(geoContains(LAND.inhabited, [0, 0]), false);
    assert.equal(geoContains(LAND.inhabited, [-3.7, 40.4]), true, 'Madrid is on land');
  });
});
