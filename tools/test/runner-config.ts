import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { TestRunnerConfig } from '@web/test-runner';
import { launchers } from '../browsers/engines.ts';
import { cachedAnswers } from '../browsers/cached-answers.ts';
import { eventStreams } from '../browsers/event-streams.ts';
import { freePort } from '../browsers/free-port.ts';
import { root, testsOf } from './groups.ts';

/** Of @web/test-runner. @param browsers Names, by commas; without them those that are installed. */
export async function runnerConfig(
  browsers: string | undefined,
  files: readonly string[] = testsOf('browsers'),
): Promise<TestRunnerConfig> {
  return {
    files: [...files],
    rootDir: root,
    // The runner itself looks for one from 8000 upwards, where two of them meet.
    port: await freePort(),
    nodeResolve: { exportConditions: ['browser'] },
    middleware: [eventStreams(), cachedAnswers()],
    plugins: [esbuildPlugin({ ts: true, tsconfig: join(root, 'tsconfig.json'), target: 'esnext' })],
    browsers: await launchers(browsers),
    testFramework: { config: { timeout: 20_000 } },
    browserStartTimeout: 60_000,
    testsFinishTimeout: 180_000,
  };
}
