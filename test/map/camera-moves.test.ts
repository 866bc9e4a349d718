import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Camera, Point } from '../../src/map/camera.ts';
import {
  interpolateCamera,
  clampCamera,
  dragCamera,
  isReachable,
  maxScale,
  rotateCamera,
  zoomCamera,
} from '../../src/map/camera-moves.ts';
import { initialView, type InitialView, type InitialViewOptions } from '../../src/map/initial-view.ts';
import { drawn } from './drawn.ts';

const DEGREE = Math.PI / 180;
const LISBON = [-9.14, 38.72] as const;

function home(options: Partial<InitialViewOptions> = {}): InitialView {
  return initialView({ projection: 'equal-earth', fit: 'world', antarctic: false, center: [10, 20], ...options });
}

function spotOf(base: InitialView, camera: Camera, [longitude, latitude]: Point): Point {
  return drawn({ ...base, camera, antarctic: false }).project(longitude, latitude)!;
}

function fromMiddle(base: InitialView, [x, y]: Point): Point {
  return [x - base.width / 2, y - base.height / 2];
}

function assertNear(actual: Point, expected: Point, most: number): void {
  const apart = Math.hypot(actual[0] - expected[0], actual[1] - expected[1]);
  assert.ok(apart <= most, `${actual.join()} is ${apart.toFixed(1)} from ${expected.join()}`);
}

describe('zooming', () => {
  for (const projection of ['equal-earth', 'mercator', 'globe'] as const) {
    const base = home({ projection });

    test(`${projection}: centres the target`, () => {
      const camera = zoomCamera(base.camera, 4, fromMiddle(base, spotOf(base, base.camera, LISBON)), base);
      assertNear(fromMiddle(base, spotOf(base, camera, LISBON)), [0, 0], 1);
      assert.equal(camera.scale, 4 * base.camera.scale);
    });

    test(`${projection}: is limited to 12 times the world and to the initial view`, () => {
      assert.equal(zoomCamera(base.camera, 100, [0, 0], base).scale, 12 * base.worldScale);
      assert.equal(zoomCamera(base.camera, 0.5, [0, 0], base).scale, base.camera.scale);
    });
  }

  test('can zoom in on a map that starts close', () => {
    const small = home({ fit: [5, 49, 7, 51] });
    assert.ok(maxScale(small) > small.camera.scale);
  });

  test('returns to the initial view when zoomed out from anywhere', () => {
    const base = home();
    const there = zoomCamera(base.camera, 8, [3000, -1500], base);
    assert.equal(zoomCamera({ ...there, lambda: 1 }, 1 / 8, [0, 0], base), base.camera);
  });
});

describe('panning', () => {
  test('is limited to the edges of the initial view', () => {
    const base = home();
    const [wide, high] = [base.width / 2, base.height / 2];
    for (const to of [-1e6, 1e6].flatMap((far): Point[] => [
      [far, 0],
      [0, far],
    ])) {
      const { x, y, scale } = zoomCamera(base.camera, 2, to, base);
      assert.ok(Math.abs(x - base.camera.x) + wide / scale <= wide / base.camera.scale + 1e-9);
      assert.ok(Math.abs(y - base.camera.y) + high / scale <= high / base.camera.scale + 1e-9);
    }
  });

  test('keeps a dragged point of the globe under the pointer', () => {
    const base = home({ projection: 'globe' });
    const camera = zoomCamera(base.camera, 1, [-100, 60], base);
    const before = spotOf(base, base.camera, [10, 20]);
    assertNear(spotOf(base, camera, [10, 20]), [before[0] + 100, before[1] - 60], 2);
  });

  test('does not turn the globe over its poles', () => {
    const base = home({ projection: 'globe', center: [0, 75] });
    for (const down of [-4000, 4000]) {
      let { camera } = base;
      for (let times = 0; times < 10; times++) camera = zoomCamera(camera, 1, [0, down], base);
      assert.ok(Math.abs(camera.phi) <= 80 * DEGREE + 1e-9);
    }
  });

  test('treats a pointer outside the globe as one at its edge', () => {
    const base = home({ projection: 'globe' });
    const camera = zoomCamera(base.camera, 1, [1e5, 0], base);
    assert.ok(Number.isFinite(camera.lambda) && Number.isFinite(camera.phi));
  });
});

describe('dragging', () => {
  const places: Point[] = [
    [10, 20],
    [-30, 45],
    [30, 0],
    [-20, 62],
  ];

  for (const projection of ['equal-earth', 'mercator', 'globe'] as const) {
    const base = home({ projection });
    const near = zoomCamera(base.camera, 3, fromMiddle(base, spotOf(base, base.camera, [5, 40])), base);

    for (const camera of projection === 'globe' ? [base.camera, near] : [near]) {
      test(`${projection}, scale ${Math.round(camera.scale)}: keeps the dragged place under the pointer`, () => {
        for (const place of places) {
          const from = fromMiddle(base, spotOf(base, camera, place));
          for (const [right, down] of [
            [300, 0],
            [-250, 100],
            [0, 400],
            [120, -350],
          ] as const) {
            const to = [from[0] + right, from[1] + down] as const;
            assertNear(fromMiddle(base, spotOf(base, dragCamera(camera, from, to, base), place)), to, 2);
          }
        }
      });
    }
  }

  test('turns a globe dragged at or beside its edge no faster than the pointer', () => {
    const base = home({ projection: 'globe' });
    const { camera } = base;
    for (const from of [0.93, 1, 1.5].map((share): Point => [share * camera.scale, 0])) {
      const { lambda, phi } = dragCamera(camera, from, [from[0], from[1] - 0.1 * camera.scale], base);
      assert.ok(Math.abs(lambda - camera.lambda) < 0.2 && Math.abs(phi - camera.phi) < 0.2);
    }
  });

  test('moves a globe dragged at a pole, but not over its poles', () => {
    const base = home({ projection: 'globe', center: [0, 60] });
    const from = fromMiddle(base, spotOf(base, base.camera, [0, 89]));
    let { camera } = base;
    for (let step = 0; step < 20; step++) {
      camera = dragCamera(camera, from, [from[0] + 100, from[1] + 300], base);
      assert.ok(Number.isFinite(camera.lambda) && Math.abs(camera.phi) <= 80 * DEGREE + 1e-9);
    }
    assert.notEqual(camera.lambda, base.camera.lambda);
  });
});

describe('interpolation between two cameras', () => {
  const base = home();
  const there = zoomCamera(base.camera, 4, [2000, 900], base);

  test('starts at the first and ends at the second', () => {
    for (const [step, expected] of [
      [0, base.camera],
      [1, there],
    ] as const) {
      const camera = interpolateCamera(base.camera, there, step);
      for (const key of ['lambda', 'phi', 'x', 'y', 'scale'] as const)
        assert.ok(Math.abs(camera[key] - expected[key]) < 1e-9, key);
    }
  });

  test('zooms by the same factor at each step', () => {
    assert.equal(Math.round(interpolateCamera(base.camera, there, 0.5).scale), Math.round(2 * base.camera.scale));
  });

  test('takes the shorter way around the earth', () => {
    const [from, to] = [170, -170].map((degrees) => ({ ...base.camera, lambda: degrees * DEGREE }));
    const { lambda } = interpolateCamera(from!, to!, 0.5);
    assert.ok(Math.abs(Math.abs(lambda) - Math.PI) < 1e-9);
  });
});

test('the earth turns to the east: places move to the right', () => {
  const base = home({ projection: 'globe' });
  const before = spotOf(base, base.camera, LISBON);
  assert.ok(spotOf(base, rotateCamera(base.camera, DEGREE), LISBON)[0] > before[0]);
});

test('a place is within reach if it can be panned to', () => {
  const base = home({ fit: [-10, 36, 28, 60] });
  const near = clampCamera({ ...base.camera, scale: 3 * base.camera.scale }, base);
  assert.ok(isReachable(spotOf(base, near, [24, 38]), near, base), 'Athens, outside of the picture');
  assert.ok(!isReachable(spotOf(base, near, [139.7, 35.7]), near, base), 'Tokyo, outside of the box');
  assert.equal(drawn({ ...base, initial: base, camera: near, antarctic: false }).project(139.7, 35.7), null);
});
