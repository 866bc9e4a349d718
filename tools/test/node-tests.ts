import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { root } from './groups.ts';
import type { Tally } from './counts.ts';

/** A file that hangs fails, and the others go on. Some build applications, on machines that do other things too. */
const FILE_TIMEOUT_MS = 600_000;

/** Runs files with node:test, each in a process of its own with the options of this one: TypeScript is among them. */
export async function runInNode(tally: Tally, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const stream = run({
    files: files.map((file) => join(root, file)),
    // Much of their time is spent in waiting for others.
    concurrency: availableParallelism(),
    timeout: FILE_TIMEOUT_MS,
  });
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite') return;
    tally.add(event.skip !== undefined || event.todo !== undefined ? 'skipped' : 'passed');
  });
  stream.on('test:fail', (event) => {
    if (event.details.type !== 'suite') tally.add(event.todo === undefined ? 'failed' : 'skipped');
  });
  const reporter = stream.pipe(new spec());
  reporter.pipe(process.stdout, { end: false });
  await once(reporter, 'end');
}
