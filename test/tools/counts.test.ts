import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readCounts, Tally } from '../../tools/test/counts.ts';

describe('the result of a test command', () => {
  test('is read from its last line', () => {
    const tally = new Tally('');
    for (const outcome of ['passed', 'failed', 'passed'] as const) tally.add(outcome);
    assert.equal(tally.end(), '2 passed, 1 failed');
  });

  test('includes skipped tests from the line before', () => {
    const tally = new Tally('');
    for (const outcome of ['passed', 'skipped'] as const) tally.add(outcome);
    assert.deepEqual(tally.end().split('\n').slice(-2), ['1 skipped', '1 passed, 0 failed']);
  });
});

describe('the results of several test commands', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-map-counts-'));
    file = join(folder, 'counts');
    await writeFile(file, '');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('are added up in one closing line', () => {
    const first = new Tally(file);
    first.add('passed');
    first.add('failed');
    assert.doesNotMatch(first.end(), /passed/);
    const second = new Tally(file);
    second.add('passed');
    second.add('skipped');
    assert.doesNotMatch(second.end(), /passed/);
    assert.deepEqual(readCounts(file), { passed: 2, failed: 1, skipped: 1 });
  });

  test('have one more failure for a command that exits early', () => {
    const whole = new Tally(file);
    whole.add('passed');
    whole.end();
    const broken = new Tally(file);
    broken.add('passed');
    assert.deepEqual(readCounts(file), { passed: 1, failed: 1, skipped: 0 });
  });
});
