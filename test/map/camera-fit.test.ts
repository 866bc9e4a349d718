import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitCamera, isSimilarCamera, isInViewOf, type Place } from '../../src/map/camera-fit.ts';
import { initialView, type InitialView } from '../../src/map/initial-view.ts';
import { drawn } from './drawn.ts';
import { PROJECTIONS, type ProjectionName } from '../../src/map/projection-names.ts';

const LISBON: Place = [-9.14, 38.72];
const BERLIN: Place = [13.4, 52.5];
const ATHENS: Place = [23.7, 38];
const SUVA: Place = [178.4, -18.1];
const HONOLULU: Place = [-157.9, 21.3];
const DEGREE = Math.PI / 180;
const FLAT = PROJECTIONS.filter((name) => name !== 'globe');

function home(projection: ProjectionName = 'equal-earth'): InitialView {
  return initialView({ projection, fit: 'world', antarctic: false, center: [10, 20] });
}

describe('the camera for a list of places', () => {
  for (const projection of FLAT) {
    test(`${projection}: shows all of them with a margin`, () => {
      const base = home(projection);
      const places = [LISBON, BERLIN, ATHENS];
      const camera = fitCamera(places, base);
      assert.ok(camera.scale > 2 * base.camera.scale, 'it is nearer');
      const { width, height, project: place } = drawn({ ...base, camera, antarctic: false });
      for (const [longitude, latitude] of places) {
        const [x, y] = place(longitude, latitude)!;
        assert.ok(x > 0.08 * width && x < 0.92 * width && y > 0.08 * height && y < 0.92 * height);
      }
    });

    test(`${projection}: is about 35° wide for one place`, () => {
      const base = home(projection);
      const isSeen = isInViewOf(fitCamera([BERLIN], base), base);
      for (const side of [-1, 1]) {
        assert.ok(isSeen([BERLIN[0] + 17 * side, BERLIN[1]]));
        assert.ok(!isSeen([BERLIN[0] + 19 * side, BERLIN[1]]));
      }
    });
  }

  test('crosses the antimeridian when that is shorter', () => {
    const base = home();
    const camera = fitCamera([SUVA, HONOLULU], base);
    assert.ok(Math.abs(camera.lambda) > 150 * DEGREE);
    assert.ok(camera.scale > 2 * base.camera.scale);
    assert.ok([SUVA, HONOLULU].every(isInViewOf(camera, base)));
  });

  test('is the initial view for places around more than half of the earth, and for none', () => {
    const base = home();
    assert.equal(fitCamera([[-122, 37], LISBON, [139.7, 35.7]], base), base.camera);
    assert.equal(fitCamera([], base), base.camera);
  });

  test('stays within the initial view for places at its edge', () => {
    const base = home();
    const { y, scale } = fitCamera([[25, 78]], base);
    assert.ok(y - base.camera.y <= (base.height / 2) * (1 / base.camera.scale - 1 / scale) + 1e-9);
  });

  test('turns the globe to their centre, tilted by at most 35°', () => {
    const base = home('globe');
    const camera = fitCamera([BERLIN, [13.4, 65]], base);
    assert.ok(Math.abs(camera.lambda - 13 * DEGREE) < DEGREE);
    assert.equal(camera.phi, 35 * DEGREE);
    assert.equal(camera.scale, base.camera.scale);
  });
});

test('equal cameras are recognised as equal', () => {
  const base = home();
  const europe = fitCamera([LISBON, BERLIN, ATHENS], base);
  assert.ok(isSimilarCamera(europe, fitCamera([LISBON, BERLIN, [23, 38]], base), base));
  assert.ok(!isSimilarCamera(europe, fitCamera([LISBON], base), base));
  assert.ok(!isSimilarCamera(europe, base.camera, base));
});
