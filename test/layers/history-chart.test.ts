import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chartPath, levelAt } from '../../src/layers/history-chart.ts';

it('the path of counts is open at gaps, with a dot for a count between two gaps', () => {
  assert.equal(chartPath([0, 10, null, 5, null, 10]), 'M0 21.0h0L1 3.0M3 12.0h0M5 3.0h0');
  assert.equal(chartPath([null, null]), '');
  assert.equal(chartPath([]), '');
});

it('the baseline is zero, also when all counts are zero', () => {
  assert.equal(chartPath([0, 0]), 'M0 21.0h0L1 21.0');
});

it('a payment’s symbol lies on the path, or on the baseline at a gap', () => {
  const counts = [0, 10, null, null, 10];
  assert.equal(levelAt(counts, 0.25), 3 / 24);
  assert.equal(levelAt(counts, 0.125), 12 / 24);
  assert.equal(levelAt(counts, 0.6), 21 / 24);
  assert.equal(levelAt(counts, 1), 3 / 24);
});
