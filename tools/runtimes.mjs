// npm run runtimes: installs what the package is tested on and in, other runtimes, frameworks and bundlers, unless it is
// there. They have packages of their own, so that who only builds need not fetch them.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const runtimes = join(import.meta.dirname, '../test/runtimes');

/** When a file was last written; 0: there is none. */
const changed = (...path) => statSync(join(...path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

for (const folder of [runtimes, join(runtimes, 'bundlers')]) {
  if (changed(folder, 'node_modules/.package-lock.json') >= changed(folder, 'package-lock.json')) continue;
  // Their binaries are packages themselves: no script has to fetch or move one. Some want another Node for development.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', ...options], { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}
