import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  initialCameraStep,
  showsPartOfWorld,
  needsFineLand,
  nextCameraStep,
  type CameraInput,
  type CameraIntent,
  type CameraState,
} from '../../src/camera/camera-state.ts';
import type { Place } from '../../src/map/camera-fit.ts';
import { createProjector } from '../../src/map/projected-basemap.ts';
import { initialView, type Box, type InitialView, type InitialViewOptions } from '../../src/map/initial-view.ts';

const BERLIN: Place = [13.4, 52.5];
const TOKYO: Place = [139.7, 35.7];
const EUROPE: Place[] = [[-9.14, 38.72], BERLIN, [23.7, 38]];
const WORLD: Place[] = [...EUROPE, [-122.4, 37.8], TOKYO];
const world = viewFor({});
const globe = viewFor({ projection: 'globe' });

function viewFor(options: Partial<InitialViewOptions>): InitialView {
  return initialView({ projection: 'equal-earth', fit: 'world', antarctic: false, center: [10, 20], ...options });
}

/** A camera that arrives at once. */
function start(first: Partial<CameraInput> = {}) {
  let input: CameraInput = { initial: world, places: [], fit: 'auto', now: 0, ...first };
  const camera = {
    state: initialCameraStep(input).state,
    apply(intent: CameraIntent): void {
      camera.state = nextCameraStep(camera.state, intent).state;
    },
    zoom(factor: number, to: readonly [number, number]): void {
      camera.apply({ type: 'zoom', factor, to, current: camera.state.target });
    },
    get target(): CameraState['target'] {
      return camera.state.target;
    },
  };
  const follow = (changed: Partial<CameraInput>): void => {
    input = { ...input, ...changed };
    camera.apply({ type: 'update', input });
  };
  return { camera, follow };
}

describe('fit="auto"', () => {
  test('moves to the first visitors', () => {
    const { camera, follow } = start();
    assert.equal(camera.target, world.camera);
    follow({ places: EUROPE, now: 500 });
    assert.ok(camera.target.scale > 2 * world.camera.scale);
    assert.ok(showsPartOfWorld(camera.state));
    assert.ok(!camera.state.isMovedByViewer);
  });

  test('does not follow arrivals inside the picture', () => {
    const { camera, follow } = start({ places: EUROPE });
    const before = camera.target;
    follow({ places: [...EUROPE, [2.3, 48.9]], now: 100_000 });
    assert.equal(camera.target, before);
  });

  test('includes visitors outside the picture, at most every 30 s', () => {
    const { camera, follow } = start({ places: EUROPE });
    const before = camera.target;
    follow({ places: WORLD, now: 29_000 });
    assert.equal(camera.target, before);
    follow({ places: WORLD, now: 31_000 });
    assert.equal(camera.target, world.camera);
    follow({ places: EUROPE, now: 50_000 });
    assert.equal(camera.target, world.camera, 'too soon');
  });

  test('zooms in after the picture was much too large for two minutes', () => {
    const { camera, follow } = start({ places: WORLD });
    follow({ places: WORLD, now: 31_000 });
    follow({ places: [BERLIN], now: 150_000 });
    assert.equal(camera.target, world.camera, 'too soon');
    follow({ places: [BERLIN], now: 152_000 });
    assert.ok(camera.target.scale > 2.5 * world.camera.scale);
  });

  test('ignores a distant visitor who arrives and leaves soon after', () => {
    const { camera, follow } = start({ places: EUROPE });
    const pictures = new Set([camera.target]);
    for (let poll = 1; poll <= 30; poll++) {
      follow({ places: poll % 4 < 2 ? EUROPE : [...EUROPE, [-74, 40.7]], now: poll * 10_000 });
      pictures.add(camera.target);
    }
    assert.equal(pictures.size, 2);
  });

  test('ignores a visitor in Antarctica who arrives and leaves soon after', () => {
    const { camera, follow } = start({ places: EUROPE });
    const whole = viewFor({ antarctic: true });
    const targets = new Set<unknown>();
    for (let poll = 1; poll < 12; poll++) {
      const isThere = poll % 2 === 0;
      follow({
        initial: isThere ? whole : world,
        places: isThere ? [...EUROPE, [0, -80]] : EUROPE,
        now: poll * 10_000,
      });
      targets.add(camera.target);
    }
    assert.ok(targets.size <= 3, `${targets.size} pictures`);
  });

  test('keeps the viewer’s camera until it is reset', () => {
    const { camera, follow } = start({ places: EUROPE });
    const fitted = camera.target;
    camera.zoom(2, [0, 0]);
    const own = camera.target;
    assert.ok(camera.state.isMovedByViewer);
    follow({ places: WORLD, now: 100_000 });
    assert.equal(camera.target, own);
    follow({ places: EUROPE, now: 200_000 });
    camera.apply({ type: 'reset' });
    assert.ok(!camera.state.isMovedByViewer);
    assert.deepEqual(camera.target, fitted);
  });

  test('keeps its camera when no visitors are left', () => {
    const { camera, follow } = start({ places: EUROPE });
    const before = camera.target;
    follow({ places: [], now: 100_000 });
    assert.equal(camera.target, before);
  });

  test('turns the globe to the visitors, and not again for a few on the far side', () => {
    const { camera, follow } = start({ initial: globe, places: [TOKYO] });
    const before = camera.target;
    assert.ok(Math.abs(before.lambda - 2.44) < 0.02);
    follow({ places: [...Array.from({ length: 30 }, () => TOKYO), [-60, -10]], now: 60_000 });
    assert.equal(camera.target, before);
  });
});

describe('other values of fit', () => {
  test('keep the initial view of a flat map', () => {
    const { camera, follow } = start({ fit: 'world' });
    follow({ places: EUROPE, now: 500 });
    assert.equal(camera.target, world.camera);
  });

  test('turn the globe to the first visitors once', () => {
    const { camera, follow } = start({ fit: 'world', initial: globe, places: [TOKYO] });
    const before = camera.target;
    assert.ok(Math.abs(before.lambda - 2.44) < 0.02);
    follow({ places: [[-60, -10]], now: 100_000 });
    assert.equal(camera.target, before);
  });

  test('return to the initial view when fit="auto" is removed', () => {
    const { camera, follow } = start({ places: EUROPE });
    follow({ fit: 'world' });
    assert.equal(camera.target, world.camera);
  });

  test('keep the viewer’s camera when a visitor in Antarctica arrives', () => {
    const { camera, follow } = start({ fit: 'world' });
    camera.zoom(3, [400, 300]);
    const own = camera.target;
    const whole = initialView({ projection: 'equal-earth', fit: 'world', antarctic: true, center: [0, 0] });
    follow({ initial: whole });
    assert.ok(camera.state.isMovedByViewer);
    assert.equal(camera.target, own);
    camera.apply({ type: 'reset' });
    assert.equal(camera.target, whole.camera);
  });

  test('replace a camera from before the country’s box loaded', () => {
    const { camera, follow } = start({ fit: 'FR' });
    camera.zoom(2, [0, 0]);
    const france = viewFor({ fit: [-5.2, 41.3, 9.6, 51.1], isWorldSized: true });
    follow({ initial: france });
    assert.equal(camera.state.isMovedByViewer, false);
    assert.equal(camera.target, france.camera);
  });

  test('discard the viewer’s camera when the projection changes', () => {
    const { camera, follow } = start({ fit: 'world' });
    camera.zoom(4, [0, 0]);
    follow({ initial: globe });
    assert.equal(camera.target, globe.camera);
    assert.ok(!camera.state.isMovedByViewer);
  });
});

describe('finer land', () => {
  test('is needed from 2.5 times the world’s scale', () => {
    const { camera } = start({ fit: 'world' });
    const wanted = [needsFineLand(camera.state)];
    for (let times = 0; times < 2; times++) {
      camera.zoom(2, [0, 0]);
      wanted.push(needsFineLand(camera.state));
    }
    assert.deepEqual(wanted, [false, false, true]);
  });

  const boxes: [name: string, box: Box, isFine: boolean][] = [
    ['France', [-5, 42, 8, 51], true],
    ['the United States', [-125, 25, -67, 49], true],
    ['most of the world', [-170, -50, 170, 75], false],
  ];
  for (const [name, fit, isFine] of boxes) {
    test(`${isFine ? 'is' : 'is not'} needed for a map of ${name}`, () => {
      assert.equal(needsFineLand(start({ fit: fit.join(), initial: viewFor({ fit }) }).camera.state), isFine);
    });
  }
});

describe('transitions', () => {
  const input: CameraInput = { initial: world, places: [], fit: 'world', now: 0 };
  const { state } = initialCameraStep(input);
  const current = state.target;

  test('jump to another map and ease on the same one', () => {
    assert.equal(initialCameraStep(input).transition, 'jump');
    assert.equal(nextCameraStep(state, { type: 'update', input: { ...input, initial: globe } }).transition, 'jump');
    assert.equal(nextCameraStep(state, { type: 'zoom', factor: 2, to: [0, 0], current }).transition, 'ease');
    assert.equal(nextCameraStep(state, { type: 'update', input }).transition, 'none');
  });

  test('follow a drag from the second movement, as the first may change more than the picture', () => {
    const near = nextCameraStep(state, { type: 'zoom', factor: 4, to: [0, 0], current }).state;
    const seen = { ...near, isMovedByViewer: false };
    const drag = (from: CameraState) =>
      nextCameraStep(from, { type: 'drag', from: [0, 0], to: [10, 0], current: from.target });
    const first = drag(seen);
    assert.equal(first.transition, 'jump');
    assert.equal(drag(first.state).transition, 'follow');
    const restored = nextCameraStep(first.state, { type: 'restore', before: seen });
    assert.deepEqual([restored.state.target, restored.state.isMovedByViewer], [seen.target, false]);
  });

  test('follow a pinch while only the picture changes, and jump at a limit', () => {
    const near = nextCameraStep(state, { type: 'zoom', factor: 4, to: [0, 0], current }).state;
    const pinch = (from: CameraState, factor: number) =>
      nextCameraStep(from, { type: 'pinch', factor, from: [0, 0], to: [0, 0], current: from.target });
    assert.equal(pinch(near, 1.1).transition, 'follow');
    assert.equal(pinch(near, 100).transition, 'jump');
    assert.equal(pinch(near, 0.01).transition, 'jump');
    assert.equal(pinch(state, 1.1).transition, 'jump');
    assert.deepEqual(pinch(near, 0.01).state.target, world.camera);
    assert.equal(pinch(near, 0.01).state.isMovedByViewer, false);
  });

  for (const [name, initial] of [
    ['a flat map', world],
    ['the globe', globe],
  ] as const) {
    test(`keep the place between two fingers under them on ${name}`, () => {
      const start = initialCameraStep({ ...input, initial }).state;
      const near = nextCameraStep(start, { type: 'zoom', factor: 3, to: [0, 0], current: start.target }).state;
      const size = { width: initial.width, height: initial.height };
      const [from, to] = [
        [60, 40],
        [90, 20],
      ] as const;
      const after = nextCameraStep(near, { type: 'pinch', factor: 1.5, from, to, current: near.target }).state;
      const placeAt = (camera: CameraState['target'], [x, y]: readonly [number, number]) => {
        // The place whose projection is nearest.
        const projector = createProjector(initial.projection, camera, size);
        let best = { apart: Infinity, lambda: 0, phi: 0 };
        for (let step = 0.1, around = { lambda: camera.lambda, phi: 0.3 }, reach = 0.8; step > 1e-5; step /= 4) {
          for (let lambda = around.lambda - reach; lambda <= around.lambda + reach; lambda += step)
            for (let phi = around.phi - reach; phi <= around.phi + reach; phi += step) {
              const at = projector.project(lambda, phi);
              const apart = at ? Math.hypot(at[0] - size.width / 2 - x, at[1] - size.height / 2 - y) : Infinity;
              if (apart < best.apart) best = { apart, lambda, phi };
            }
          around = best;
          reach = 2 * step;
        }
        return best;
      };
      const [before, now] = [placeAt(near.target, from), placeAt(after.target, to)];
      assert.ok(Math.abs(before.lambda - now.lambda) < 1e-3 && Math.abs(before.phi - now.phi) < 1e-3);
      assert.ok(Math.abs(after.target.scale / near.target.scale - 1.5) < 1e-9);
    });
  }

  test('do not mutate the previous state', () => {
    const copy = JSON.stringify(state);
    nextCameraStep(state, { type: 'zoom', factor: 4, to: [10, 0], current });
    nextCameraStep(state, { type: 'update', input: { ...input, fit: 'auto', places: EUROPE } });
    assert.equal(JSON.stringify(state), copy);
  });
});
