import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diamondPosition } from '../../src/marks/diamond.ts';

const mark = (x: number, y: number, radius: number) => ({ x, y, radius });

describe('a payment’s diamond', () => {
  test('is at its place when no mark is there', () => {
    assert.deepEqual(diamondPosition([100, 100], []), [100, 100]);
    assert.deepEqual(diamondPosition([100, 100], [mark(130, 100, 21)]), [100, 100]);
  });

  test('is at the upper right of a mark that it would cover, so that its number is readable', () => {
    for (const radius of [4, 8, 21]) {
      const [x, y] = diamondPosition([103, 99], [mark(100, 100, radius)]);
      assert.ok(x > 100 && y < 100);
      assert.ok(Math.abs(Math.hypot(x - 100, y - 100) - radius - 4) < 1e-9);
    }
  });

  test('is at another corner when the first is taken', () => {
    const [x, y] = diamondPosition([100, 100], [mark(100, 100, 4), mark(106, 94, 4)]);
    assert.ok(x < 100 && y < 100);
    const around = [-6, 6].flatMap((dx) => [-6, 6].map((dy) => mark(100 + dx, 100 + dy, 4)));
    const [right, up] = diamondPosition([100, 100], [mark(100, 100, 4), ...around]);
    assert.ok(right > 100 && up < 100);
  });
});
