import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { cycleThrough, readSourceTree } from '../../tools/lint/source-tree.ts';

describe('import cycles', () => {
  const imports = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', []],
    ['d', ['e', 'b']],
    ['e', ['a']],
  ]);

  test('are found by their shortest path', () => {
    assert.deepEqual(cycleThrough('d', imports), ['d', 'b', 'd']);
    assert.deepEqual(cycleThrough('a', imports), ['a', 'b', 'd', 'e', 'a']);
  });

  test('are not reported in an acyclic graph', () => {
    assert.equal(cycleThrough('c', imports), null);
    assert.equal(cycleThrough('unknown', imports), null);
  });
});

describe('tools/', () => {
  const folder = join(import.meta.dirname, '../../tools');

  test('has no JavaScript, which would not be type-checked', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      files.filter((file) => /\.(?:[cm]?jsx?|d\.[cm]ts)$/.test(file)),
      [],
    );
  });

  test('has no import cycle', () => {
    const { imports } = readSourceTree(folder, () => false);
    assert.ok(imports.size > 50);
    for (const file of imports.keys()) {
      const cycle = cycleThrough(file, imports)?.map((path) => relative(folder, path));
      assert.equal(cycle, undefined, cycle?.join(' → '));
    }
  });
});
