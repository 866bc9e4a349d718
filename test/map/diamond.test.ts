import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { besideMarks } from '../../src/map/diamond.ts';

const mark = (x: number, y: number, radius: number) => ({ x, y, radius });

describe('a payment’s diamond', () => {
  test('stands on its spot where nobody is', () => {
    assert.deepEqual(besideMarks([100, 100], []), [100, 100]);
    assert.deepEqual(besideMarks([100, 100], [mark(130, 100, 21)]), [100, 100]);
  });

  test('stands at the upper right of a mark that it would cover, so that its number can be read', () => {
    for (const radius of [4, 8, 21]) {
      const [x, y] = besideMarks([103, 99], [mark(100, 100, radius)]);
      assert.ok(x > 100 && y < 100);
      assert.ok(Math.abs(Math.hypot(x - 100, y - 100) - radius - 2) < 1e-9);
    }
  });
});
