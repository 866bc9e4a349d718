import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { batchesOf, writeBatch } from './batches.ts';
import type { Tally } from './counts.ts';

/** A process that hangs fails, and the others go on. Some build applications, on machines that do other things too. */
const PROCESS_TIMEOUT_MS = 600_000;

/** Runs files with node:test, in processes with the options of this one: TypeScript is among them. */
export async function runInNode(tally: Tally, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const stream = run({
    files: batchesOf(files).map(writeBatch),
    // Much of their time is spent in waiting for others.
    concurrency: availableParallelism(),
    timeout: PROCESS_TIMEOUT_MS,
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
