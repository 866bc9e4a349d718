// npm run runtimes: installs what the proxy is tested on and in, other runtimes and frameworks, unless it is there. They
// have a package.json of their own, so that who only builds need not fetch them.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../test/runtimes');
const changed = (file) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  // Their binaries are packages themselves: no script has to fetch or move one.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', ...options], { cwd: folder, stdio: 'inherit', shell });
  process.exit(status ?? 1);
}
