import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

// The command fails above its bound.
const BENCH = join(import.meta.dirname, '../../tools/bench-history.ts');

it('the states of the last half hour take at most 3 MB where they are 200 of 500 visitors', async () => {
  await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', BENCH]);
});
