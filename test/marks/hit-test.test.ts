import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markAt, inReadingOrder } from '../../src/marks/hit-test.ts';

const mark = (key: string, x: number, y: number, radius = 4) => ({ key, x, y, radius });

describe('hit testing', () => {
  test('gives a dot of 8 px a target of 24 px', () => {
    const dot = mark('a', 100, 100);
    assert.equal(markAt([dot], 100, 100), dot);
    assert.equal(markAt([dot], 112, 100), dot);
    assert.equal(markAt([dot], 100, 88.1), dot);
    assert.equal(markAt([dot], 113, 100), null);
    assert.equal(markAt([dot], 109, 109), null, 'the target is round');
  });

  test('uses a larger mark’s own size as its target', () => {
    const large = mark('a', 100, 100, 25);
    assert.equal(markAt([large], 124, 100), large);
    assert.equal(markAt([large], 126, 100), null);
  });

  test('selects the nearest mark when targets overlap, in any order', () => {
    const [left, right] = [mark('left', 100, 100), mark('right', 110, 100)];
    for (const marks of [
      [left, right],
      [right, left],
    ]) {
      assert.equal(markAt(marks, 104, 100), left);
      assert.equal(markAt(marks, 106, 100), right);
    }
  });

  test('selects a dot on a large mark', () => {
    const [large, dot] = [mark('large', 100, 100, 25), mark('dot', 115, 100)];
    assert.equal(markAt([large, dot], 114, 100), dot);
    assert.equal(markAt([large, dot], 95, 100), large);
  });

  test('selects nothing away from marks', () => {
    assert.equal(markAt([], 1, 1), null);
    assert.equal(markAt([mark('a', 100, 100)], 300, 100), null);
  });
});

describe('reading order', () => {
  test('is by lines from the top, each from the left', () => {
    const marks = [mark('d', 10, 300), mark('c', 200, 50), mark('a', 30, 52), mark('b', 100, 49)];
    assert.deepEqual(
      inReadingOrder(marks).map(({ key }) => key),
      ['a', 'b', 'c', 'd'],
    );
  });

  test('has every mark once and does not mutate the list', () => {
    const marks = Array.from({ length: 50 }, (_, index) => mark(`${index}`, (index * 37) % 400, (index * 91) % 300));
    const before = [...marks];
    assert.deepEqual(new Set(inReadingOrder(marks)), new Set(marks));
    assert.deepEqual(marks, before);
  });
});
