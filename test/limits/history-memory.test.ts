import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';

// The command fails above its bound.
const BENCH = join(import.meta.dirname, '../../tools/bench-history.ts');

it('200 archived states of 500 visitors take at most 3 MB', async () => {
  await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', BENCH]);
});
