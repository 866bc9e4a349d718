import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf } from '../../tools/test/batches.ts';
import { filesOfTests } from '../../tools/test/groups.ts';

test('unit tests of a folder share a process, the largest folder first; other files have one each', () => {
  const files = [
    'test/map/night.test.ts',
    'test/package/tarball.test.ts',
    'test/package/manifest.test.ts',
    'test/proxy/cache.test.ts',
    'test/proxy/stream.test.ts',
    'test/proxy/privacy/key.test.ts',
  ];
  assert.deepEqual(batchesOf(files), [
    ['test/proxy/cache.test.ts', 'test/proxy/stream.test.ts'],
    ['test/map/night.test.ts'],
    ['test/package/tarball.test.ts'],
    ['test/package/manifest.test.ts'],
    ['test/proxy/privacy/key.test.ts'],
  ]);
});

test('no file is lost, and none runs twice', () => {
  const files = filesOfTests();
  assert.deepEqual(batchesOf(files).flat().sort(), files);
});
