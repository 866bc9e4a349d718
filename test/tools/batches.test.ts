import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf } from '../../tools/test/batches.ts';
import { filesOfTests } from '../../tools/test/groups.ts';

test('tests of a folder share a process, largest folder first; other files have one each', () => {
  const files = [
    'test/map/night.test.ts',
    'test/package/tarball.test.ts',
    'test/package/manifest.test.ts',
    'test/proxy/cache.test.ts',
    'test/proxy/stream.test.ts',
    'test/proxy/store/share.test.ts',
  ];
  assert.deepEqual(batchesOf(files), [
    ['test/proxy/cache.test.ts', 'test/proxy/stream.test.ts'],
    ['test/map/night.test.ts'],
    ['test/package/tarball.test.ts'],
    ['test/package/manifest.test.ts'],
    ['test/proxy/store/share.test.ts'],
  ]);
});

test('each file runs exactly once', () => {
  const files = filesOfTests();
  assert.deepEqual(batchesOf(files).flat().sort(), files);
});
