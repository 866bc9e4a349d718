import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RingLimit } from '../../src/element/rings.ts';

test('whatever comes, no second has more than three rings', () => {
  const limit = new RingLimit();
  const begun: number[] = [];
  for (let now = 0; now < 20_000; now += 70) {
    const count = limit.take(now % 3, now % 4 === 0 ? 'payment' : 'visitor', now);
    for (let ring = 0; ring < count; ring++) begun.push(now);
  }
  assert.ok(begun.length > 20, 'there are some');
  for (const start of begun) {
    assert.ok(begun.filter((time) => time >= start && time < start + 1000).length <= 3, `from ${start} ms`);
  }
});

test('visitors leave one to a payment', () => {
  const limit = new RingLimit();
  assert.equal(limit.take(9, 'visitor', 0), 2);
  assert.equal(limit.take(1, 'visitor', 100), 0);
  assert.equal(limit.take(2, 'payment', 200), 1);
  assert.equal(limit.take(1, 'payment', 300), 0);
  assert.equal(limit.take(1, 'visitor', 1_000), 1, 'a second later it begins anew');
});

test('payments may take all three', () => {
  assert.equal(new RingLimit().take(5, 'payment', 0), 3);
});
