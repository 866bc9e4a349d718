import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  geoBounds,
  geoContains,
  geoDistance,
  geoEqualEarth,
  geoEquirectangular,
  geoGraticule10,
  geoMercator,
  geoNaturalEarth1,
  geoOrthographic,
  geoPath,
  type GeoProjection,
} from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import type { Camera, Point } from '../../src/map/camera.ts';
import { flatProjector } from '../../src/map/flat-projector.ts';
import { globeProjector } from '../../src/map/globe-projector.ts';
import { LAND } from './drawn.ts';
import { rawProjection } from '../../src/map/projections.ts';
import { graticule, ringsOf } from '../../src/map/rings.ts';
import { distance, isFilled, linesOf } from './atlas.ts';

const SIZE = { width: 9600, height: 4800 };
const RADIANS = Math.PI / 180;
const { inhabited, antarctic } = LAND;
const whole: MultiPolygon = { type: 'MultiPolygon', coordinates: [...inhabited.coordinates, ...antarctic.coordinates] };
const rings = [...ringsOf(inhabited), ...ringsOf(antarctic)];

/** Square pixels, signed by direction. */
function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [bx, by], index) => {
    const [ax, ay] = ring.at(index - 1)!;
    return sum + (ax * by - bx * ay) / 2;
  }, 0);
}

/** Pixels. */
function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, point, index) => sum + distance(point, line[index]!), 0);
}

const parts = whole.coordinates.map((coordinates) => {
  const polygon = { type: 'Polygon', coordinates } as const;
  return { polygon, bounds: geoBounds(polygon) };
});

/** By d3-geo. What is outside a part's bounds is outside the part, which is quicker to check. */
function isOnLand(place: [longitude: number, latitude: number]): boolean {
  const [longitude, latitude] = place;
  return parts.some(({ polygon, bounds: [[west, south], [east, north]] }) => {
    const isBeside = west <= east ? longitude < west || longitude > east : longitude < west && longitude > east;
    return !isBeside && latitude >= south && latitude <= north && geoContains(polygon, place);
  });
}

const flats = {
  'equal-earth': geoEqualEarth,
  'natural-earth': geoNaturalEarth1,
  mercator: geoMercator,
  equirectangular: geoEquirectangular,
};

describe('flat projections compared with d3-geo', () => {
  for (const [name, factory] of Object.entries(flats) as [keyof typeof flats, () => GeoProjection][]) {
    for (const lambda of [0, 10, -100, 180]) {
      const camera: Camera = { lambda: lambda * RADIANS, phi: 0, x: 0, y: 0, scale: 1500 };
      const projector = flatProjector(rawProjection(name), camera, SIZE, 10_000);
      const reference = factory().precision(0).rotate([-lambda, 0]).scale(150).translate([480, 240]);

      test(`${name}, central meridian ${lambda}°: have the same land to a tenth of a pixel`, () => {
        const drawn = linesOf(projector.areas(ringsOf(inhabited)));
        const corners = new Set(drawn.flat().map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`));
        for (const [longitude, latitude] of inhabited.coordinates.flat(2) as [number, number][]) {
          // What is cut has another corner, at the one side or the other.
          if (Math.abs(Math.abs(longitude - lambda) - 180) < 0.01) continue;
          const [x, y] = reference([longitude, latitude])!;
          assert.ok(corners.has(`${tenth(x)} ${tenth(y)}`), `${longitude}, ${latitude}`);
        }
        const area = Math.abs(drawn.reduce((sum, ring) => sum + areaOf(ring), 0));
        // Turning does not change it, but for d3-geo's straight cuts.
        const wanted = geoPath(reference.rotate([0, 0])).area(inhabited);
        reference.rotate([-lambda, 0]);
        assert.ok(Math.abs(area / wanted - 1) < 0.001, `${area} of ${wanted}`);
      });

      // Mercator’s poles are at no place at all: d3-geo cuts its meridians elsewhere.
      if (name === 'mercator') continue;
      test(`${name}, central meridian ${lambda}°: have a graticule of the same length`, () => {
        const drawn = linesOf(projector.lines(graticule())).reduce((sum, line) => sum + lengthOf(line), 0);
        const wanted = geoPath(reference).measure(geoGraticule10());
        // d3-geo leaves out the meridian on which it cuts, one of 36 beside 17 parallels.
        assert.ok(Math.abs(drawn / wanted - 1) < 0.02, `${drawn} of ${wanted}`);
      });
    }
  }
});

function tenth(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1);
}

/** A point, and the corners of what is around it. */
const AROUND = [
  [0, 0],
  [-2.5, -2.5],
  [2.5, -2.5],
  [-2.5, 2.5],
  [2.5, 2.5],
] as const;

describe('the globe compared with d3-geo’s orthographic projection', () => {
  // Among them middles whose opposite point is on land, and both poles.
  const middles: [longitude: number, latitude: number][] = [
    [2, 1],
    [11, 21],
    [-161, 3],
    [-131, -45],
    [178, -41],
    [101, 11],
    [-78, -1],
    [3, 89],
    [3, -89],
    [-61, 71],
  ];
  for (const [longitude, latitude] of middles) {
    const camera: Camera = { lambda: longitude * RADIANS, phi: latitude * RADIANS, x: 0, y: 0, scale: 4660 };
    const projector = globeProjector(camera, { width: 9600, height: 9600 });
    const reference = geoOrthographic().rotate([-longitude, -latitude]).scale(466).translate([480, 480]);

    test(`centred on ${longitude}, ${latitude}: has land and sea at the same places`, () => {
      const drawn = linesOf(projector.areas(rings));
      let compared = 0;
      for (let x = 20; x < 960; x += 37) {
        for (let y = 20; y < 960; y += 37) {
          if (Math.hypot(x - 480, y - 480) > 460) continue;
          // At a coast d3-geo’s great arcs and straight lines differ by a pixel or two.
          const [place, ...around] = AROUND.map(([dx, dy]) => reference.invert!([x + dx, y + dy])!);
          const isLand = isOnLand(place!);
          if (around.some((other) => isOnLand(other) !== isLand)) continue;
          assert.equal(isFilled(drawn, [x, y]), isLand, `${x}, ${y}: ${place!.join()}`);
          compared++;
        }
      }
      assert.ok(compared > 300);
    });

    test(`centred on ${longitude}, ${latitude}: projects places to the same points, and none of the far side`, () => {
      for (const place of inhabited.coordinates.flat(2).filter((_, index) => index % 40 === 0) as [number, number][]) {
        const isNear = geoDistance(place, [longitude, latitude]) < Math.PI / 2;
        const at = projector.project(place[0] * RADIANS, place[1] * RADIANS);
        assert.equal(at !== null, isNear, place.join());
        if (at) assert.ok(distance([at[0] / 10, at[1] / 10], reference(place)!) < 0.01);
      }
    });

    test(`centred on ${longitude}, ${latitude}: has a graticule of the same length, inside the globe`, () => {
      const drawn = linesOf(projector.lines(graticule()));
      const length = drawn.reduce((sum, line) => sum + lengthOf(line), 0);
      const wanted = geoPath(reference).measure(geoGraticule10());
      assert.ok(Math.abs(length / wanted - 1) < 0.01, `${length} of ${wanted}`);
      for (const [x, y] of drawn.flat()) assert.ok(Math.hypot(x - 480, y - 480) < 466.2);
    });
  }
});
