import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { backoff } from '../../src/client/backoff.ts';

describe('the retry delay', () => {
  test('is 5, 10, 20, 40, then 50 s', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 50].map((failures) => backoff(failures, null, 0)),
      [5, 10, 20, 40, 50, 50, 50],
    );
  });

  test('has up to 20 % jitter, at most a minute, so that viewers do not return together', () => {
    assert.equal(backoff(1, null, 1), 6);
    assert.equal(backoff(1, null, 0.5), 5.5);
    assert.equal(backoff(9, null, 1), 60);
  });

  test('is never shorter than Retry-After', () => {
    assert.equal(backoff(1, 120, 0), 120);
    assert.ok(backoff(1, 120, 1) >= 120);
    assert.ok(backoff(1, 120, 1) <= 150);
    assert.equal(backoff(4, 3, 0), 40);
  });

  test('limits Retry-After to about an hour', () => {
    assert.ok(backoff(1, 1e9, 1) <= 3600 * 1.2);
  });

  test('is finite after any number of failures', () => {
    assert.equal(backoff(5000, null, 0), 50);
  });
});
