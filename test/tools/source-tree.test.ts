import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
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

describe('the rooms of src/', () => {
  test('have no import cycle, dynamic imports included', () => {
    const folder = join(import.meta.dirname, '../../src');
    const roomOf = (file: string): string => relative(folder, file).split(sep)[0]!;
    const rooms = new Map<string, string[]>();
    for (const file of readSourceTree(folder, () => false).imports.keys()) {
      const specifiers = [...readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']+)'/g)];
      const targets = specifiers.map(([, path = '']) => roomOf(resolve(dirname(file), path)));
      const others = targets.filter((room) => room !== roomOf(file));
      rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...others]);
    }
    assert.ok(rooms.size > 20);
    for (const room of rooms.keys()) assert.equal(cycleThrough(room, rooms)?.join(' → '), undefined);
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
