import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { TestRunnerConfig } from '@web/test-runner';
import { launchers } from './engines.ts';
import { eventStreams } from './event-streams.ts';
import { freePort } from './free-port.ts';

const rootDir = join(import.meta.dirname, '../..');

/** Of @web/test-runner. @param browsers Names, by commas; without them those that are installed. */
export async function runnerConfig(browsers: string | undefined): Promise<TestRunnerConfig> {
  return {
    files: 'test/*/*.browser.ts',
    rootDir,
    // The runner itself looks for one from 8000 upwards, where two of them meet.
    port: await freePort(),
    nodeResolve: { exportConditions: ['browser'] },
    middleware: [eventStreams()],
    plugins: [esbuildPlugin({ ts: true, tsconfig: join(rootDir, 'tsconfig.json'), target: 'esnext' })],
    browsers: await launchers(browsers),
    testFramework: { config: { timeout: 20_000 } },
    browserStartTimeout: 60_000,
    testsFinishTimeout: 180_000,
  };
}
