import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  geoEqualEarth,
  geoEquirectangular,
  geoMercator,
  geoNaturalEarth1,
  geoOrthographic,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { initialView, type Box, type InitialViewOptions } from '../../src/map/initial-view.ts';
import { PROJECTIONS, type ProjectionName } from '../../src/map/projection-names.ts';
import { boundsOf, distance, pointsOf, UNITS } from './atlas.ts';
import { drawn, LAND, type Drawn } from './drawn.ts';

const CITIES: [name: string, longitude: number, latitude: number][] = [
  ['Reykjavík', -21.94, 64.15],
  ['San Francisco', -122.42, 37.77],
  ['Quito', -78.47, -0.18],
  ['Ushuaia', -68.3, -54.8],
  ['Lisbon', -9.14, 38.72],
  ['Cape Town', 18.42, -33.93],
  ['Tokyo', 139.69, 35.69],
  ['Auckland', 174.76, -36.85],
];

const D3: Record<Exclude<ProjectionName, 'globe'>, () => GeoProjection> = {
  'equal-earth': geoEqualEarth,
  'natural-earth': geoNaturalEarth1,
  mercator: geoMercator,
  equirectangular: geoEquirectangular,
};

/** A basemap in pixels of a map 960 px wide. */
function basemapOf(options: Partial<InitialViewOptions>): Drawn {
  const whole: InitialViewOptions = {
    projection: 'equal-earth',
    fit: 'world',
    antarctic: false,
    center: [0, 0],
    ...options,
  };
  const basemap = drawn({ ...whole, ...initialView(whole) });
  return {
    ...basemap,
    width: basemap.width / UNITS,
    height: basemap.height / UNITS,
    pointInside(longitude, latitude) {
      const point = basemap.pointInside(longitude, latitude);
      return point && [point[0] / UNITS, point[1] / UNITS];
    },
  };
}

/** d3-geo's own projection, moved and scaled so that an object fills the same box as the drawing of it does. */
function fitted(projection: GeoProjection, object: GeoPermissibleObjects, drawing: string): GeoProjection {
  const { left, top, right, bottom } = boundsOf(pointsOf(drawing));
  projection.fitWidth(right - left, object);
  const [[x0, y0], [, y1]] = geoPath(projection).bounds(object);
  assert.ok(Math.abs(y1 - y0 - (bottom - top)) < 1, 'the same aspect');
  const [x, y] = projection.translate();
  return projection.translate([x + left - x0, y + bottom - y1]);
}

function assertSame(
  basemap: Drawn,
  expected: GeoProjection,
  [name, longitude, latitude]: (typeof CITIES)[number],
): void {
  const point = basemap.pointInside(longitude, latitude);
  assert.ok(point, `${name} is in the picture`);
  const apart = distance(point, expected([longitude, latitude])!);
  assert.ok(apart < 1, `${name} is ${apart.toFixed(2)} px from where d3-geo has it`);
}

describe('the world view', () => {
  for (const name of Object.keys(D3) as (keyof typeof D3)[]) {
    test(`${name} matches d3-geo, fitted to the inhabited land with the central meridian 0°`, () => {
      const basemap = basemapOf({ projection: name });
      const expected = fitted(D3[name](), LAND.inhabited, basemap.land);
      for (const city of CITIES) assertSame(basemap, expected, city);
    });
  }

  test('has finite numbers in every projection', () => {
    for (const projection of PROJECTIONS) {
      const basemap = basemapOf({ projection });
      const paths = [basemap.land, basemap.sphere, basemap.graticule()];
      for (const path of paths) {
        assert.ok(path.length > 30, projection);
        assert.doesNotMatch(path, /NaN|Infinity/, projection);
      }
      assert.ok(basemap.width > 0 && basemap.height > 0);
    }
  });

  test('fills the width and leaves a margin for marks at the edge', () => {
    for (const projection of PROJECTIONS) {
      const basemap = basemapOf({ projection });
      const { left, top, right, bottom } = boundsOf(pointsOf(projection === 'globe' ? basemap.sphere : basemap.land));
      assert.ok(left >= 8 && top >= 8, projection);
      assert.ok(right <= basemap.width - 8 && bottom <= basemap.height - 8, projection);
      assert.ok(right - left > basemap.width * 0.9, projection);
    }
  });

  test('includes Antarctica on request, in a picture of the same size', () => {
    const without = basemapOf({});
    const withIt = basemapOf({ antarctic: true });
    assert.equal(without.pointInside(0, -85), null);
    const pole = withIt.pointInside(0, -85);
    assert.ok(pole && pole[1] < withIt.height);
    assert.deepEqual([withIt.width, withIt.height], [without.width, without.height]);
    assert.ok(withIt.land.length > without.land.length);
    const { inhabited, antarctic } = LAND;
    const whole = { type: 'GeometryCollection' as const, geometries: [inhabited, antarctic] };
    const expected = fitted(geoEqualEarth(), whole, withIt.land);
    for (const city of CITIES) assertSame(withIt, expected, city);
  });
});

describe('the globe view', () => {
  const front = basemapOf({ projection: 'globe', center: [10, 20] });

  test('matches d3-geo’s orthographic projection centred on the given place', () => {
    const { left, right } = boundsOf(pointsOf(front.sphere));
    const expected = geoOrthographic()
      .rotate([-10, -20])
      .scale((right - left) / 2)
      .translate([front.width / 2, front.height / 2]);
    for (const city of [CITIES[0]!, CITIES[4]!, CITIES[5]!]) assertSame(front, expected, city);
    assert.ok(distance(front.pointInside(10, 20)!, [front.width / 2, front.height / 2]) < 0.01);
  });

  test('hides the far side, up to the edge', () => {
    assert.equal(front.pointInside(-170, -20), null);
    assert.equal(front.pointInside(174.76, -36.85), null);
    assert.ok(front.pointInside(10 + 89, 0), 'one degree before the rim');
    assert.equal(basemapOf({ projection: 'globe' }).pointInside(91, 0), null, 'one degree behind it');
  });

  test('is round', () => {
    const { left, top, right, bottom } = boundsOf(pointsOf(front.sphere));
    assert.ok(Math.abs(right - left - (bottom - top)) < 1);
  });

  test('zooms to the given box and shows all of it', () => {
    const boxes: Box[] = [
      [-10, 35, 30, 60],
      [5.9, 45.8, 10.5, 47.9],
      [165, -50, -175, -30],
    ];
    for (const box of boxes) {
      const [west, south, east, north] = box;
      const middle = [west + ((east - west + 360) % 360) / 2, (south + north) / 2] as const;
      const near = basemapOf({ projection: 'globe', fit: box, center: middle });
      const corners = [west, east].flatMap((x) => [south, north].map((y) => near.pointInside(x, y)));
      const apart = corners.map((corner) => (corner ? distance(corner, [near.width / 2, near.height / 2]) : NaN));
      const farthest = Math.max(...apart) / (near.width / 2);
      assert.ok(farthest > 0.8 && farthest < 0.9, `${box.join()}: ${apart.join()}`);
    }
    assert.equal(basemapOf({ projection: 'globe', fit: [-180, -85, 180, 85], center: [10, 20] }).sphere, front.sphere);
  });
});

describe('the view of a box of degrees', () => {
  const EUROPE: Box = [-10, 35, 30, 60];

  test('shows the whole box and little outside of it', () => {
    for (const projection of PROJECTIONS.filter((name) => name !== 'globe')) {
      const basemap = basemapOf({ projection, fit: EUROPE });
      for (const [longitude, latitude] of [
        [-9.9, 35.1],
        [29.9, 35.1],
        [-9.9, 59.9],
        [29.9, 59.9],
        [10, 47],
      ] as const) {
        assert.ok(basemap.pointInside(longitude, latitude), `${projection}: ${longitude}, ${latitude}`);
      }
      assert.equal(basemap.pointInside(-122, 37), null);
      assert.equal(basemap.pointInside(18, -34), null);
    }
  });

  test('matches d3-geo’s projection fitted to the box', () => {
    const basemap = basemapOf({ fit: EUROPE });
    const [lisbon, athens] = [basemap.pointInside(-9.14, 38.72)!, basemap.pointInside(23.73, 37.98)!];
    // The box's own middle is the central meridian, so that it stands upright.
    const raw = geoEqualEarth().rotate([-10, 0]);
    const [rawLisbon, rawAthens] = [raw([-9.14, 38.72])!, raw([23.73, 37.98])!];
    const scale = distance(lisbon, athens) / distance(rawLisbon, rawAthens);
    const oslo = basemap.pointInside(10.75, 59.91)!;
    const rawOslo = raw([10.75, 59.91])!;
    assert.ok(Math.abs(oslo[0] - lisbon[0] - scale * (rawOslo[0] - rawLisbon[0])) < 1);
    assert.ok(Math.abs(oslo[1] - lisbon[1] - scale * (rawOslo[1] - rawLisbon[1])) < 1);
    assert.ok(scale > 3);
  });

  test('is contiguous across the antimeridian', () => {
    const basemap = basemapOf({ fit: [165, -50, -165, -5] });
    const auckland = basemap.pointInside(174.76, -36.85);
    const apia = basemap.pointInside(-171.76, -13.83);
    assert.ok(auckland && apia);
    assert.ok(auckland[0] < apia[0]);
    assert.ok(apia[0] - auckland[0] < basemap.width * 0.7);
    const before = basemap.pointInside(179.99, -20)!;
    const after = basemap.pointInside(-179.99, -20)!;
    assert.ok(distance(before, after) < 1, 'no seam at 180°');
    assert.equal(basemap.pointInside(0, -20), null);
    assert.ok(basemap.land.length > 100, 'New Zealand is there');
  });

  test('has a bounded aspect ratio', () => {
    for (const fit of [
      [-10, 40, 10, 40.5],
      [10, -50, 11, 50],
      [-180, -90, 180, 90],
    ] as const satisfies Box[]) {
      for (const projection of PROJECTIONS) {
        const { width, height, land } = basemapOf({ projection, fit });
        assert.ok(height >= width / 3 - 1 && height <= width + 1, `${projection} ${fit.join()}: ${width} × ${height}`);
        assert.doesNotMatch(land, /NaN|Infinity/);
      }
    }
  });
});

test('a place that is not a number is not projected', () => {
  for (const projection of PROJECTIONS) {
    const basemap = basemapOf({ projection });
    assert.equal(basemap.pointInside(NaN, 10), null, projection);
    assert.equal(basemap.pointInside(10, NaN), null, projection);
  }
});
