import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProgram } from './program.ts';
import { copied, preload, recipe, standingIn } from './recipe.ts';

const run = promisify(execFile);
const next = join(import.meta.dirname, 'node_modules/next/dist/bin/next');
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CI: '1' };

/** Of the test alone: the package is not in the folder of the application, and no cache is of use to a second build. */
const CONFIGURATION = `export default {
  turbopack: { root: ${JSON.stringify(join(import.meta.dirname, '../..'))} },
  experimental: { turbopackFileSystemCacheForBuild: false },
};
`;

recipe('Next.js', '/live', true, async (upstream) => {
  const cwd = await copied('nextjs');
  await writeFile(join(cwd, 'next.config.mjs'), CONFIGURATION);
  await writeFile(join(cwd, 'package.json'), '{ "private": true, "type": "module" }');
  // Without a key, as build machines are.
  const env = { PATH: process.env.PATH, HOME: tmpdir(), ...QUIET };
  await run(process.execPath, [next, 'build'], { cwd, env });
  return startProgram(process.execPath, ['--import', preload, next, 'start', '--hostname', '127.0.0.1'], {
    cwd,
    env: { ...standingIn(upstream), ...QUIET },
  });
});
