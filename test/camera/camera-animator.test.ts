import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CameraAnimator } from '../../src/camera/camera-animator.ts';
import type { Camera } from '../../src/map/camera.ts';

const HERE: Camera = { lambda: 0, phi: 0, x: 0, y: 0, scale: 1 };
const THERE: Camera = { lambda: 1, phi: 0, x: 0, y: 0, scale: 1 };

/** A controller with a clock, frames and a preference of its own; connected, awake and looking somewhere. */
function start() {
  const waiting = new Map<number, (now: number) => void>();
  const seen = { frames: 0, updates: 0, now: 1000, isReduced: false, requested: 0 };
  const host = {
    addController: (): void => undefined,
    removeController: (): void => undefined,
    requestUpdate: () => {
      seen.updates++;
    },
    updateComplete: Promise.resolve(true),
  };
  const onFrame = (): void => {
    seen.frames++;
  };
  const camera = new CameraAnimator(host, onFrame, {
    now: () => seen.now,
    request: (callback) => {
      waiting.set(++seen.requested, callback);
      return seen.requested;
    },
    cancel: (handle) => {
      waiting.delete(handle);
    },
    isReducedMotion: () => seen.isReduced,
  });
  camera.hostConnected();
  camera.configure(true, false);
  camera.moveTo(HERE, 'jump');
  const frame = (ms: number): void => {
    seen.now += ms;
    const callbacks = [...waiting.values()];
    waiting.clear();
    for (const callback of callbacks) callback(seen.now);
  };
  return { camera, seen, frame, pending: () => waiting.size };
}

test('schedules no frame at rest', () => {
  const { pending, seen } = start();
  assert.equal(pending(), 0);
  assert.equal(seen.requested, 0);
});

describe('a move', () => {
  test('takes about 0.8 s, one frame at a time, and then schedules nothing', () => {
    const { camera, frame, pending, seen } = start();
    camera.moveTo(THERE, 'ease');
    let lambda = 0;
    for (let passed = 0; passed < 790; passed += 16) {
      assert.equal(pending(), 1);
      frame(16);
      assert.ok(camera.camera!.lambda >= lambda, 'it continues');
      lambda = camera.camera!.lambda;
    }
    frame(16);
    assert.equal(camera.camera, THERE);
    assert.equal(camera.isMoving, false);
    assert.equal(pending(), 0);
    assert.ok(seen.frames >= 50);
  });

  test('eases in and out', () => {
    const { camera, frame } = start();
    camera.moveTo(THERE, 'ease');
    frame(80);
    assert.ok(camera.camera!.lambda < 0.05);
    frame(320);
    assert.ok(Math.abs(camera.camera!.lambda - 0.5) < 0.01);
  });

  test('needs no frame when the camera is already at its target', () => {
    const { camera, pending } = start();
    camera.moveTo({ ...HERE }, 'ease');
    assert.equal(pending(), 0);
  });

  test('ends when a drag takes over', () => {
    const { camera, frame, pending } = start();
    camera.moveTo(THERE, 'ease');
    frame(16);
    camera.moveTo(HERE, 'follow');
    assert.equal(pending(), 0);
    assert.equal(camera.camera, HERE);
  });

  const ends: [name: string, end: (camera: CameraAnimator) => void][] = [
    [
      'hidden or paused',
      (camera) => {
        camera.configure(false, false);
      },
    ],
    [
      'out of the page',
      (camera) => {
        camera.hostDisconnected();
      },
    ],
  ];
  for (const [name, end] of ends) {
    test(`${name}: jumps to the target without scheduling a frame`, () => {
      const { camera, frame, pending, seen } = start();
      camera.moveTo(THERE, 'ease');
      frame(16);
      seen.updates = 0;
      end(camera);
      assert.equal(camera.camera, THERE);
      assert.equal(pending(), 0);
      assert.ok(seen.updates > 0, 'the target is rendered');
      camera.moveTo(HERE, 'ease');
      assert.equal(camera.camera, HERE);
      assert.equal(pending(), 0);
    });
  }

  test('shows only the final picture with prefers-reduced-motion', () => {
    const { camera, pending, seen } = start();
    seen.isReduced = true;
    camera.moveTo(THERE, 'ease');
    assert.equal(camera.camera, THERE);
    assert.equal(pending(), 0);
  });
});

describe('the rotation of the globe', () => {
  test('is 4° per second to the east at any frame rate', () => {
    for (const ms of [8, 16, 33]) {
      const { camera, frame } = start();
      camera.configure(true, true);
      for (let passed = 0; passed < 1000; passed += ms) frame(ms);
      const degrees = (-camera.camera!.lambda * 180) / Math.PI;
      assert.ok(Math.abs(degrees - 4) < 0.2, `${degrees}° with frames of ${ms} ms`);
    }
  });

  test('has one frame scheduled while it runs, and none once it stops', () => {
    const { camera, frame, pending } = start();
    camera.configure(true, true);
    camera.configure(true, true);
    frame(16);
    assert.equal(pending(), 1);
    camera.configure(true, false);
    assert.equal(pending(), 0);
    camera.configure(false, true);
    assert.equal(pending(), 0);
    camera.configure(true, true);
    camera.hostDisconnected();
    assert.equal(pending(), 0);
    camera.hostConnected();
    assert.equal(pending(), 1, 'it continues when the tab is visible again');
  });

  test('does not jump after a long time in a hidden tab', () => {
    const { camera, frame } = start();
    camera.configure(true, true);
    frame(60_000);
    assert.ok(Math.abs(camera.camera!.lambda) < 0.01);
  });

  test('is off with prefers-reduced-motion', () => {
    const { camera, pending, seen } = start();
    seen.isReduced = true;
    camera.configure(true, true);
    assert.equal(pending(), 0);
  });
});
