import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CameraMotion } from '../../src/explore/motion.ts';
import { Viewpoint, type Outlook } from '../../src/explore/viewpoint.ts';
import type { Place } from '../../src/map/camera-for.ts';
import { homeOf, type Box, type Home, type HomeOptions } from '../../src/map/home.ts';

const BERLIN: Place = [13.4, 52.5];
const TOKYO: Place = [139.7, 35.7];
const EUROPE: Place[] = [[-9.14, 38.72], BERLIN, [23.7, 38]];
const WORLD: Place[] = [...EUROPE, [-122.4, 37.8], TOKYO];
const world = homeFor({});
const globe = homeFor({ projection: 'globe' });

function homeFor(options: Partial<HomeOptions>): Home {
  return homeOf({ projection: 'equal-earth', fit: 'world', antarctic: false, center: [10, 20], ...options });
}

/** A viewpoint whose camera arrives at once. */
function start(first: Partial<Outlook> = {}) {
  const host = {
    addController: (): void => undefined,
    removeController: (): void => undefined,
    requestUpdate: (): void => undefined,
    updateComplete: Promise.resolve(true),
  };
  const viewpoint = new Viewpoint(new CameraMotion(host, () => undefined));
  let outlook: Outlook = { home: world, places: [], fit: 'auto', now: 0, ...first };
  const follow = (next: Partial<Outlook>): void => {
    outlook = { ...outlook, ...next };
    viewpoint.follow(outlook);
  };
  follow({});
  return { viewpoint, follow };
}

describe('fit="auto"', () => {
  test('goes to the first visitors', () => {
    const { viewpoint, follow } = start();
    assert.equal(viewpoint.target, world.camera);
    follow({ places: EUROPE, now: 500 });
    assert.ok(viewpoint.target.scale > 2 * world.camera.scale);
    assert.ok(viewpoint.isCut);
    assert.ok(!viewpoint.isOwn);
  });

  test('does not chase who arrives within the picture', () => {
    const { viewpoint, follow } = start({ places: EUROPE });
    const before = viewpoint.target;
    follow({ places: [...EUROPE, [2.3, 48.9]], now: 100_000 });
    assert.equal(viewpoint.target, before);
  });

  test('takes in who is outside of it, at most every 30 s', () => {
    const { viewpoint, follow } = start({ places: EUROPE });
    const before = viewpoint.target;
    follow({ places: WORLD, now: 29_000 });
    assert.equal(viewpoint.target, before);
    follow({ places: WORLD, now: 31_000 });
    assert.equal(viewpoint.target, world.camera);
    follow({ places: EUROPE, now: 50_000 });
    assert.equal(viewpoint.target, world.camera, 'too soon');
  });

  test('comes nearer where the picture has been much too large for two minutes', () => {
    const { viewpoint, follow } = start({ places: WORLD });
    follow({ places: WORLD, now: 31_000 });
    follow({ places: [BERLIN], now: 150_000 });
    assert.equal(viewpoint.target, world.camera, 'too soon');
    follow({ places: [BERLIN], now: 152_000 });
    assert.ok(viewpoint.target.scale > 2.5 * world.camera.scale);
  });

  test('does not swing for somebody far away who comes and goes', () => {
    const { viewpoint, follow } = start({ places: EUROPE });
    const pictures = new Set([viewpoint.target]);
    for (let poll = 1; poll <= 30; poll++) {
      follow({ places: poll % 4 < 2 ? EUROPE : [...EUROPE, [-74, 40.7]], now: poll * 10_000 });
      pictures.add(viewpoint.target);
    }
    assert.equal(pictures.size, 2);
  });

  test('nor for somebody in the Antarctic', () => {
    const { viewpoint, follow } = start({ places: EUROPE });
    const whole = homeFor({ antarctic: true });
    const targets = new Set<unknown>();
    for (let poll = 1; poll < 12; poll++) {
      const isThere = poll % 2 === 0;
      follow({ home: isThere ? whole : world, places: isThere ? [...EUROPE, [0, -80]] : EUROPE, now: poll * 10_000 });
      targets.add(viewpoint.target);
    }
    assert.ok(targets.size <= 3, `${targets.size} pictures`);
  });

  test('leaves the picture to whoever has taken it, until it is reset', () => {
    const { viewpoint, follow } = start({ places: EUROPE });
    const fitted = viewpoint.target;
    viewpoint.zoom(2, [0, 0]);
    const own = viewpoint.target;
    assert.ok(viewpoint.isOwn);
    follow({ places: WORLD, now: 100_000 });
    assert.equal(viewpoint.target, own);
    follow({ places: EUROPE, now: 200_000 });
    viewpoint.reset();
    assert.ok(!viewpoint.isOwn);
    assert.deepEqual(viewpoint.target, fitted);
  });

  test('stays where nobody is left', () => {
    const { viewpoint, follow } = start({ places: EUROPE });
    const before = viewpoint.target;
    follow({ places: [], now: 100_000 });
    assert.equal(viewpoint.target, before);
  });

  test('on the globe turns to them, and not again for a few who are behind it', () => {
    const { viewpoint, follow } = start({ home: globe, places: [TOKYO] });
    const before = viewpoint.target;
    assert.ok(Math.abs(before.lambda - 2.44) < 0.02);
    follow({ places: [...Array.from({ length: 30 }, () => TOKYO), [-60, -10]], now: 60_000 });
    assert.equal(viewpoint.target, before);
  });
});

describe('else', () => {
  test('a flat map stays at home', () => {
    const { viewpoint, follow } = start({ fit: 'world' });
    follow({ places: EUROPE, now: 500 });
    assert.equal(viewpoint.target, world.camera);
  });

  test('the globe turns to the first visitors, once', () => {
    const { viewpoint, follow } = start({ fit: 'world', home: globe, places: [TOKYO] });
    const before = viewpoint.target;
    assert.ok(Math.abs(before.lambda - 2.44) < 0.02);
    follow({ places: [[-60, -10]], now: 100_000 });
    assert.equal(viewpoint.target, before);
  });

  test('a map that no longer follows its visitors goes home', () => {
    const { viewpoint, follow } = start({ places: EUROPE });
    follow({ fit: 'world' });
    assert.equal(viewpoint.target, world.camera);
  });

  test('whoever has taken the picture keeps it when somebody comes to the Antarctic', () => {
    const { viewpoint, follow } = start({ fit: 'world' });
    viewpoint.zoom(3, [400, 300]);
    const own = viewpoint.target;
    const whole = homeOf({ projection: 'equal-earth', fit: 'world', antarctic: true, center: [0, 0] });
    follow({ home: whole });
    assert.ok(viewpoint.isOwn);
    assert.equal(viewpoint.target, own);
    viewpoint.reset();
    assert.equal(viewpoint.target, whole.camera);
  });

  test('a picture that was taken before the country’s box came gives way to the country', () => {
    const { viewpoint, follow } = start({ fit: 'FR' });
    viewpoint.zoom(2, [0, 0]);
    const france = homeFor({ fit: [-5.2, 41.3, 9.6, 51.1], isWorldSized: true });
    follow({ home: france });
    assert.equal(viewpoint.isOwn, false);
    assert.equal(viewpoint.target, france.camera);
  });

  test('another projection is another map, and nobody’s own picture', () => {
    const { viewpoint, follow } = start({ fit: 'world' });
    viewpoint.zoom(4, [0, 0]);
    follow({ home: globe });
    assert.equal(viewpoint.target, globe.camera);
    assert.ok(!viewpoint.isOwn);
  });
});

describe('finer land', () => {
  test('is wanted from 2.5 times the world on', () => {
    const { viewpoint } = start({ fit: 'world' });
    const wanted = [viewpoint.isFine];
    for (let times = 0; times < 2; times++) {
      viewpoint.zoom(2, [0, 0]);
      wanted.push(viewpoint.isFine);
    }
    assert.deepEqual(wanted, [false, false, true]);
  });

  const boxes: [name: string, box: Box, isFine: boolean][] = [
    ['France', [-5, 42, 8, 51], true],
    ['the United States', [-125, 25, -67, 49], true],
    ['most of the world', [-170, -50, 170, 75], false],
  ];
  for (const [name, fit, isFine] of boxes) {
    test(`${isFine ? 'is' : 'is not'} wanted for a map of ${name}`, () => {
      assert.equal(start({ fit: fit.join(), home: homeFor({ fit }) }).viewpoint.isFine, isFine);
    });
  }
});
