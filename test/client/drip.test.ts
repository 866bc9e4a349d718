import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Drip, type Released } from '../../src/client/drip.ts';
import { FakePlatform } from './platform.ts';

/** A running drip, and a record of what it let go: at which second, what, and whether live. */
function start({ isRunning = true } = {}) {
  const platform = new FakePlatform();
  const drip = new Drip(platform);
  const released: [second: number, ids: string, isLive: boolean][] = [];
  drip.onRelease = ({ visitors, rows, isLive }: Released) => {
    released.push([platform.time / 1000, [...visitors, ...rows].join(' '), isLive]);
  };
  drip.running = isRunning;
  return { platform, drip, released };
}

describe('what is held', () => {
  test('is let go when it is due, and what is due together at once, visitors and rows', async () => {
    const { platform, drip, released } = start();
    drip.hold(
      'visitors',
      new Map([
        ['late', 4_000],
        ['early', 1_000],
      ]),
    );
    drip.hold('rows', [['row', 4_000]]);
    await platform.advance(10);
    assert.deepEqual(released, [
      [1, 'early', true],
      [4, 'late row', true],
    ]);
  });

  test('is known, and another object whenever it is something else', async () => {
    const { platform, drip } = start();
    drip.hold('visitors', [['a', 1_000]]);
    drip.hold('rows', [['r', 2_000]]);
    const { held } = drip;
    assert.deepEqual([[...held.visitors], [...held.rows]], [['a'], ['r']]);
    assert.equal(drip.held, held);
    await platform.advance(1);
    assert.deepEqual([[...drip.held.visitors], [...drip.held.rows]], [[], ['r']]);
    assert.deepEqual([...held.visitors], ['a'], 'whoever holds the former one is not disturbed');
  });

  test('can be held until another moment, be dropped, and all of it be let go in silence', async () => {
    const { platform, drip, released } = start();
    drip.hold('visitors', [
      ['a', 1_000],
      ['b', 1_000],
      ['c', 9_000],
    ]);
    drip.hold('visitors', [['a', 2_000]]);
    assert.equal(drip.drop('visitors', 'b'), true);
    assert.equal(drip.drop('visitors', 'b'), false);
    await platform.advance(5);
    assert.deepEqual(released, [[2, 'a', true]]);
    drip.clear();
    assert.equal(drip.held.visitors.size, 0);
    assert.equal(platform.timers.size, 0);
  });

  test('what is due now does not wait', async () => {
    const { platform, drip, released } = start();
    drip.hold('rows', [['r', 0]]);
    await platform.advance(0);
    assert.deepEqual(released, [[0, 'r', true]]);
  });
});

describe('the timer', () => {
  test('is one while something is held, and none else', async () => {
    const { platform, drip } = start();
    assert.equal(platform.timers.size, 0);
    drip.hold('visitors', [
      ['a', 1_000],
      ['b', 2_000],
    ]);
    drip.hold('rows', [['r', 3_000]]);
    assert.equal(platform.timers.size, 1);
    await platform.advance(2);
    assert.equal(platform.timers.size, 1);
    await platform.advance(1);
    assert.equal(platform.timers.size, 0);
  });

  test('is none for what waits for no moment', () => {
    const { platform, drip } = start();
    drip.hold('rows', [['r', Infinity]]);
    assert.equal(platform.timers.size, 0);
    assert.ok(drip.held.rows.has('r'));
  });

  test('is none while it does not run; then what is overdue is let go at once, the rest in its time', async () => {
    const { platform, drip, released } = start();
    drip.hold('rows', [
      ['second', 5_000],
      ['first', 1_000],
      ['third', 30_000],
    ]);
    drip.running = false;
    assert.equal(platform.timers.size, 0);
    await platform.advance(20);
    assert.deepEqual(released, []);
    drip.running = true;
    await platform.advance(0);
    assert.deepEqual(released, [[20, 'first second', false]], 'as no news');
    await platform.advance(10);
    assert.deepEqual(released[1], [30, 'third', true]);
  });

  test('what is overdue by a moment only is news', async () => {
    const { platform, drip, released } = start();
    drip.hold('rows', [['r', 1_000]]);
    drip.running = false;
    await platform.advance(3);
    drip.running = true;
    await platform.advance(0);
    assert.deepEqual(released, [[3, 'r', true]]);
  });
});
