import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RingThrottle } from '../../src/layers/ring-throttle.ts';

test('allows at most three rings per second', () => {
  const throttle = new RingThrottle();
  const started: number[] = [];
  for (let now = 0; now < 20_000; now += 70) {
    const count = throttle.take(now % 3, now % 4 === 0 ? 'payment' : 'visitor', now);
    for (let ring = 0; ring < count; ring++) started.push(now);
  }
  assert.ok(started.length > 20, 'some start');
  for (const start of started) {
    assert.ok(started.filter((time) => time >= start && time < start + 1000).length <= 3, `from ${start} ms`);
  }
});

test('reserves one of the three for payments', () => {
  const throttle = new RingThrottle();
  assert.equal(throttle.take(9, 'visitor', 0), 2);
  assert.equal(throttle.take(1, 'visitor', 100), 0);
  assert.equal(throttle.take(2, 'payment', 200), 1);
  assert.equal(throttle.take(1, 'payment', 300), 0);
  assert.equal(throttle.take(1, 'visitor', 1_000), 1, 'a second later there are three again');
});

test('lets payments take all three', () => {
  assert.equal(new RingThrottle().take(5, 'payment', 0), 3);
});
