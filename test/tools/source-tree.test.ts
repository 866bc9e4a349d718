import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cycleThrough } from '../../tools/lint/source-tree.ts';

describe('import cycles', () => {
  const imports = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', []],
    ['d', ['e', 'b']],
    ['e', ['a']],
  ]);

  test('are found by the shortest way', () => {
    assert.deepEqual(cycleThrough('d', imports), ['d', 'b', 'd']);
    assert.deepEqual(cycleThrough('a', imports), ['a', 'b', 'd', 'e', 'a']);
  });

  test('are not found where there are none', () => {
    assert.equal(cycleThrough('c', imports), null);
    assert.equal(cycleThrough('unknown', imports), null);
  });
});
