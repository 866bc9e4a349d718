import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Payment } from '../../src/protocol/types.ts';
import { withoutSmallCounts, seriesOfStates, seriesOfSteps } from '../../src/store/count-series.ts';

const NOON = Date.parse('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;
const paid = (minute: number): Payment =>
  ({ _id: String(minute), timestamp: new Date(NOON + minute * MINUTE).toISOString() }) as Payment;

it('places payments at their time among the steps of a proxy’s history, and drops older ones', () => {
  const steps = { stepSeconds: 60, counts: [1, null, 3, 4, 5] };
  const { counts, payments, seconds } = seriesOfSteps(steps, NOON, [paid(-4), paid(-1), paid(0), paid(-5), paid(1)]);
  assert.equal(counts, steps.counts);
  assert.deepEqual(payments, [0, 0.75, 1]);
  assert.equal(seconds, 300);
});

it('places payments between the states that surround them', () => {
  const times = [0, 1, 5].map((minute) => NOON + minute * MINUTE);
  const { payments, seconds } = seriesOfStates([1, 2, 3], times, [paid(-1), paid(0.5), paid(3), paid(5), paid(6)]);
  assert.deepEqual(payments, [0.25, 0.75, 1]);
  assert.equal(seconds, 300);
});

it('leaves out a payment without a time', () => {
  const untimed = { ...paid(0), timestamp: null };
  assert.deepEqual(seriesOfSteps({ stepSeconds: 60, counts: [1, 2] }, NOON, [untimed]).payments, []);
  assert.deepEqual(seriesOfStates([1, 2], [NOON, NOON + MINUTE], [untimed]).payments, []);
});

it('treats hidden and missing counts as gaps', () => {
  assert.deepEqual(withoutSmallCounts([0, 2, null, 5], 5), [0, null, null, 5]);
});
