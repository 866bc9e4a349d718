import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { backoff } from '../../src/client/backoff.ts';

describe('seconds until the next try', () => {
  test('5, 10, 20, 40, then 50', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 50].map((failures) => backoff(failures, null, 0)),
      [5, 10, 20, 40, 50, 50, 50],
    );
  });

  test('a longer while by up to a fifth, at most a minute, so that not all viewers come at once', () => {
    assert.equal(backoff(1, null, 1), 6);
    assert.equal(backoff(1, null, 0.5), 5.5);
    assert.equal(backoff(9, null, 1), 60);
  });

  test('what the server asks for, where that is longer; and never sooner than it asks', () => {
    assert.equal(backoff(1, 120, 0), 120);
    assert.ok(backoff(1, 120, 1) >= 120);
    assert.ok(backoff(1, 120, 1) <= 150);
    assert.equal(backoff(4, 3, 0), 40);
  });

  test('a server cannot silence the map for more than an hour or so', () => {
    assert.ok(backoff(1, 1e9, 1) <= 3600 * 1.2);
  });

  test('is finite after a night without network', () => {
    assert.equal(backoff(5000, null, 0), 50);
  });
});
