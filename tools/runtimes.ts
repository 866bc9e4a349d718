// npm run runtimes: installs what the package is tested on and in, other runtimes, frameworks and bundlers, unless it is
// there. They have packages of their own, so that a build alone does not fetch them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const runtimes = join(import.meta.dirname, '../test/runtimes');

/** When a file was last written; 0 where it does not exist. */
const changed = (...path: string[]): number => statSync(join(...path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** @returns Whether all is installed. */
async function install(cwd: string): Promise<boolean> {
  if (changed(cwd, 'node_modules/.package-lock.json') >= changed(cwd, 'package-lock.json')) return true;
  // Their binaries are packages themselves: no script has to fetch or move one. Some want another Node for development.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const npm = spawn('npm', ['ci', ...options], { cwd, stdio: 'inherit', shell });
  const [code] = (await once(npm, 'exit')) as [number | null];
  return code === 0;
}

// Side by side: each waits for the network for most of the time.
const results = await Promise.all(['.', 'bundlers', 'rendered'].map((folder) => install(join(runtimes, folder))));
if (results.includes(false)) process.exit(1);
