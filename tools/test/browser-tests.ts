import { startTestRunner } from '@web/test-runner';
import type { TestSuiteResult } from '@web/test-runner-core';
import { runnerConfig } from './runner-config.ts';
import type { Tally } from './counts.ts';

/** Runs files with @web/test-runner in each of the browsers. @param browsers See `runnerConfig`. */
export async function runInBrowsers(
  tally: Tally,
  files: readonly string[],
  browsers: string | undefined,
): Promise<void> {
  if (files.length === 0) return;
  const config = await runnerConfig(browsers, files).catch((error: unknown) => {
    // A browser that is missing: the message is how to get it.
    console.error((error as Error).message);
  });
  const runner =
    config &&
    (await startTestRunner({
      config,
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
    }));
  if (!runner) {
    tally.add('failed');
    return;
  }
  const passed = await new Promise<boolean>((resolve) => {
    runner.on('stopped', resolve);
  });
  const { failed } = tally.counts;
  for (const session of runner.sessions.all()) if (session.testResults) count(tally, session.testResults);
  // A file that did not load, a browser that did not start.
  if (!passed && tally.counts.failed === failed) tally.add('failed');
}

function count(tally: Tally, { tests, suites }: TestSuiteResult): void {
  for (const { skipped, passed } of tests) tally.add(skipped ? 'skipped' : passed ? 'passed' : 'failed');
  for (const suite of suites) count(tally, suite);
}
