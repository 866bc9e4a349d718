// npm run bench, bench:page, bench:proxy: prepares what a benchmark below test/ needs, and runs it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [name, ...options] = process.argv.slice(2);
if (name === undefined) throw new Error('Expected the path of a benchmark below test/.');
const program = join(root, 'test', name);
const folder = dirname(program);

function run(cwd: string, command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(folder, 'node_modules'))) run(folder, 'npm', 'ci', '--no-audit', '--no-fund');
if (!existsSync(join(root, 'dist/cdn'))) run(root, 'npm', 'run', 'build');
// The module that finds the browsers is TypeScript.
run(folder, process.execPath, '--import', 'tsx', program, ...options);
