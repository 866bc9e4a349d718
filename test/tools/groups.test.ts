import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { filesOfTests, groupOf, GROUPS, NEEDS, QUICK, root, testsOf } from '../../tools/test/groups.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('every test file', () => {
  test('is in exactly one group, whatever runner its name suggests', () => {
    const named = filesOfTests().filter((path) => /\.(test|tests|spec|browser)\.[cm]?[jt]sx?$/.test(path));
    assert.ok(named.length > 100, 'many files were found');
    assert.deepEqual(
      named.filter((path) => groupOf(path) === undefined),
      [],
      'no command runs these: see groupOf in tools/test/groups.ts',
    );
    assert.deepEqual(GROUPS.flatMap((group) => testsOf(group)).sort(), named);
  });

  test('is in the group of its folder, or by its ending in a mirrored folder', () => {
    const expected: Record<string, string | undefined> = {
      'test/proxy/cache.test.ts': 'unit',
      'test/privacy/key.test.ts': 'unit',
      'test/tools/groups.test.ts': 'unit',
      'test/demo/upstream.test.ts': 'unit',
      'test/element/ticker.browser.ts': 'browsers',
      'test/element/deep/ticker.browser.ts': 'browsers',
      'test/pages/axe.test.ts': 'pages',
      'test/limits/history-memory.test.ts': 'limits',
      'test/package/simulated-dom/jsdom.test.ts': 'package',
      'test/runtimes/workers.test.ts': 'runtimes',
      'test/services/redis.test.ts': 'services',
      // No command would know how to run these.
      'test/pages/axe.browser.ts': undefined,
      'test/proxy/cache.spec.ts': undefined,
      'test/no-such-room/cache.test.ts': undefined,
      'test/cache.test.ts': undefined,
      'src/proxy/cache.test.ts': undefined,
    };
    for (const [path, group] of Object.entries(expected)) assert.equal(groupOf(path), group, path);
  });
});

describe('every group', () => {
  test('has tests or scripts, and a command of its name', () => {
    for (const group of GROUPS) {
      assert.ok(testsOf(group).length > 0 || NEEDS[group].scripts, group);
      if (group === 'checks') continue;
      assert.equal(scripts[`test:${group}`], `node --import tsx tools/test/main.ts ${group}`);
    }
    for (const { scripts: some = [], install } of Object.values(NEEDS)) {
      for (const script of [...some.map(([name]) => name), ...(install ? [install] : [])])
        assert.ok(scripts[script], script);
    }
  });

  test('can be narrowed to a folder or a file', () => {
    assert.deepEqual(testsOf('unit', ['test/tools/groups']), ['test/tools/groups.test.ts']);
    assert.ok(testsOf('unit', ['test/proxy/', 'test/map/']).every((path) => /^test\/(proxy|map)\//.test(path)));
    assert.deepEqual(testsOf('unit', ['test/element/ticker.browser.ts']), []);
  });
});

test('npm test runs the quick groups, test:all runs all', () => {
  assert.deepEqual(QUICK, ['checks', 'unit', 'browsers']);
  assert.equal(scripts.test, 'node --import tsx tools/test/main.ts');
  assert.equal(scripts['test:all'], 'node --import tsx tools/test/main.ts all');
  assert.equal(scripts.prepublishOnly, 'npm run test:all');
  assert.match(readFileSync(join(root, 'tools/release.ts'), 'utf8'), /npm\('run', 'test:all'\)/);
});
