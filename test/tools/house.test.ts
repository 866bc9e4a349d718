import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, test } from 'node:test';
import { cycleThrough, readSourceTree } from '../../tools/lint/source-tree.ts';

const root = join(import.meta.dirname, '../..');
const src = join(root, 'src');

function linesOf(file: string): string[] {
  return readFileSync(join(root, file), 'utf8').split('\n');
}

describe('the shell of the element', () => {
  const lines = linesOf('src/element/live-map.ts');

  test('has at most 16 imports', () => {
    const imports = lines.filter((line) => line.startsWith('import '));
    assert.ok(imports.length > 5 && imports.length <= 16, `${imports.length} imports`);
  });

  test('has at most 190 lines without its docs', () => {
    const code = lines.filter((line) => !/^\s*(?:\/\/|\/?\*|$)/.test(line));
    assert.ok(code.length <= 190, `${code.length} lines`);
  });
});

describe('the rooms of src/', () => {
  test('have no import cycle, dynamic imports included', () => {
    const roomOf = (file: string): string => relative(src, file).split(sep)[0]!;
    const rooms = new Map<string, string[]>();
    for (const file of readSourceTree(src, () => false).imports.keys()) {
      const specifiers = [...readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']+)'/g)];
      const targets = specifiers.map(([, path = '']) => roomOf(resolve(dirname(file), path)));
      const others = targets.filter((room) => room !== roomOf(file));
      rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...others]);
    }
    assert.ok(rooms.size > 20);
    for (const room of rooms.keys()) assert.equal(cycleThrough(room, rooms)?.join(' → '), undefined);
  });
});

test('no class of src/ is abstract', () => {
  for (const file of readSourceTree(src, () => false).imports.keys()) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /^\s*(?:export )?abstract /m, file);
  }
});

describe('the build', () => {
  test('has a test for each plugin', () => {
    const plugins = readdirSync(join(root, 'build/plugins')).map((file) => file.replace('.ts', '.test.ts'));
    const tests = new Set(readdirSync(join(root, 'test/build')));
    assert.ok(plugins.length > 0);
    assert.deepEqual(
      plugins.filter((file) => !tests.has(file)),
      [],
    );
  });

  test('has plugins that name a link and when to remove them', () => {
    for (const file of readdirSync(join(root, 'build/plugins'))) {
      const text = linesOf(`build/plugins/${file}`).join('\n');
      assert.match(text, /^ \* Links?: https:/m, file);
      assert.match(text, /^ \* Remove when /m, file);
    }
  });

  test('needs at most 120 lines in vite.config.ts', () => {
    assert.ok(linesOf('vite.config.ts').length <= 120);
  });
});
