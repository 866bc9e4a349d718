import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wrapAngle, type Camera, type Point, type Ring } from '../../src/map/camera.ts';
import { nightRings, subsolarPoint } from '../../src/map/night.ts';
import { PROJECTIONS } from '../../src/map/projection-names.ts';
import { createProjector } from '../../src/map/projected-basemap.ts';
import { isFilled, linesOf, UNITS } from './atlas.ts';

const DEGREES = 180 / Math.PI;
const MOMENTS = [
  '2026-03-20T14:46Z',
  '2026-06-21T08:25Z',
  '2026-06-21T20:25Z',
  '2026-09-23T00:05Z',
  '2026-11-03T11:43Z',
  '2026-12-21T20:50Z',
  '2031-01-07T03:17Z',
].map((time) => Date.parse(time));

/** Degrees of the sun above the horizon of a place, by its hour angle. */
function altitude(time: number, lambda: number, phi: number): number {
  const sun = subsolarPoint(time);
  const sine = Math.sin(phi) * Math.sin(sun.phi) + Math.cos(phi) * Math.cos(sun.phi) * Math.cos(lambda - sun.lambda);
  return Math.asin(sine) * DEGREES;
}

describe('the sun', () => {
  test('is over the equator at an equinox and over a tropic at a solstice', () => {
    for (const [time, latitude] of [
      ['2026-03-20T14:46Z', 0],
      ['2026-06-21T08:25Z', 23.436],
      ['2026-09-23T00:05Z', 0],
      ['2026-12-21T20:50Z', -23.436],
    ] as const) {
      assert.ok(Math.abs(subsolarPoint(Date.parse(time)).phi * DEGREES - latitude) < 0.02, time);
    }
  });

  test('is over Greenwich at noon plus the equation of time', () => {
    // The equation of time: +16 min 26 s, −14 min 12 s, and about none.
    for (const time of ['2026-11-03T11:43:34Z', '2026-02-11T12:14:12Z', '2026-04-15T12:00:12Z']) {
      assert.ok(Math.abs(subsolarPoint(Date.parse(time)).lambda * DEGREES) < 0.1, time);
    }
  });
});

describe('the night', () => {
  test('has three shades, from the sun at 0°, 6° and 12° below the horizon', () => {
    for (const time of MOMENTS) {
      const shades = nightRings(time);
      assert.equal(shades.length, 3);
      shades.forEach((ring, shade) => {
        // But for the way to a pole, along the meridian where it is noon.
        const noon = subsolarPoint(time).lambda;
        const edge = ring.filter(([lambda]) => Math.abs(wrapAngle(lambda - noon)) > 1e-9);
        assert.ok(edge.length >= 100);
        for (const [lambda, phi] of edge) assert.ok(Math.abs(altitude(time, lambda, phi) + 6 * shade) < 1e-6);
      });
    }
  });

  for (const projection of PROJECTIONS) {
    test(`covers exactly the places where the sun is down: ${projection}`, () => {
      const size = { width: 9600, height: 9600 };
      const lambdas = projection === 'globe' ? [0, 1, 2.5, -2] : [0, 2.8];
      for (const time of MOMENTS) {
        for (const lambda of lambdas) {
          const camera: Camera = { lambda, phi: projection === 'globe' ? 0.4 : 0, x: 0, y: 0, scale: 1500 };
          const projector = createProjector(projection, camera, size, 5000);
          nightRings(time).forEach((ring: Ring, shade) => {
            const drawn = linesOf(projector.areas([ring]));
            for (let phi = -1.47; phi < 1.48; phi += 0.21) {
              for (let east = -3.1; east < 3.1; east += 0.26) {
                const above = altitude(time, wrapAngle(east + lambda), phi) + 6 * shade;
                const at = projector.project(wrapAngle(east + lambda), phi);
                // Close to the edge, and to the globe's rim, the corners' chords decide.
                if (!at || Math.abs(above) < 0.5) continue;
                if (projection === 'globe' && Math.hypot(at[0] - 4800, at[1] - 4800) > 1470) continue;
                const point = at.map((value) => value / UNITS) as unknown as Point;
                assert.equal(
                  isFilled(drawn, point),
                  above < 0,
                  `${new Date(time).toISOString()} ${east} ${phi} ${shade}`,
                );
              }
            }
          });
        }
      }
    });
  }
});
