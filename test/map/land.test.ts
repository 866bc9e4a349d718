import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { geoContains, geoEqualEarth, geoPath } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { RINGS } from '../../src/map/land.data.ts';
import { readLand } from '../../src/map/land.ts';
import { LAND } from './drawn.ts';
import { ATLAS } from './atlas.ts';

const WIDTH = 960;
const CELL = 16;
type Segment = [ax: number, ay: number, bx: number, by: number];

const project = geoEqualEarth().fitWidth(WIDTH, ATLAS.inhabited);
const onMap = ([longitude = NaN, latitude = NaN]: Position): [number, number] => project([longitude, latitude])!;

/** The coast's segments by grid cell, each also in the cells around, so that a look-up is one. */
function indexCoast({ coordinates }: MultiPolygon): Map<string, Segment[]> {
  const cells = new Map<string, Segment[]>();
  for (const ring of coordinates.flat()) {
    const points = ring.map(onMap);
    points.slice(1).forEach(([bx, by], index) => {
      const [ax, ay] = points[index]!;
      // What runs along the antimeridian is no coast.
      if (Math.abs(ax - bx) > WIDTH / 2) return;
      for (let x = Math.floor(Math.min(ax, bx) / CELL) - 1; x <= Math.floor(Math.max(ax, bx) / CELL) + 1; x++) {
        for (let y = Math.floor(Math.min(ay, by) / CELL) - 1; y <= Math.floor(Math.max(ay, by) / CELL) + 1; y++) {
          cells.set(`${x} ${y}`, [...(cells.get(`${x} ${y}`) ?? []), [ax, ay, bx, by]]);
        }
      }
    });
  }
  return cells;
}

function distanceTo(coast: Map<string, Segment[]>, [x, y]: [number, number]): number {
  const near = coast.get(`${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`) ?? [];
  const distances = near.map(([ax, ay, bx, by]) => {
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    return Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
  });
  return Math.min(Infinity, ...distances);
}

describe('the land that is shipped', () => {
  for (const part of ['inhabited', 'antarctic'] as const) {
    test(`${part}: every point of the atlas’ coast is within half a pixel of it, on a map 960 px wide`, () => {
      const coast = indexCoast(LAND[part]);
      const worst = ATLAS[part].coordinates
        .flat(2)
        .map((position) => ({ position, apart: distanceTo(coast, onMap(position)) }))
        .sort((a, b) => b.apart - a.apart)[0]!;
      assert.ok(worst.apart <= 0.5, `${worst.position.join()}: ${worst.apart.toFixed(2)} px`);
    });

    test(`${part}: and it has no coast where the atlas has none`, () => {
      const coast = indexCoast(ATLAS[part]);
      for (const position of LAND[part].coordinates.flat(2)) {
        assert.ok(distanceTo(coast, onMap(position)) <= 0.5, position.join());
      }
    });
  }

  test('its area on the map is the atlas’, within a thousandth', () => {
    const path = geoPath(project);
    const [shipped, whole] = [path.area(LAND.inhabited), path.area(ATLAS.inhabited)];
    assert.ok(Math.abs(shipped / whole - 1) < 0.001, `${shipped} of ${whole}`);
  });

  test('is read once, and 0, 0 is in its sea', () => {
    assert.equal(readLand(RINGS), LAND);
    assert.equal(geoContains(LAND.inhabited, [0, 0]), false);
    assert.equal(geoContains(LAND.inhabited, [-3.7, 40.4]), true, 'Madrid is on land');
  });
});
