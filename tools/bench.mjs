// npm run bench, npm run bench:page: makes ready what test/bench/ needs, and runs the program that is named.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'test/bench');
const [program, ...options] = process.argv.slice(2);

function run(cwd, command, ...args) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(folder, 'node_modules'))) run(folder, 'npm', 'ci', '--no-audit', '--no-fund');
if (!existsSync(join(root, 'dist/cdn'))) run(root, 'npm', 'run', 'build');
run(folder, process.execPath, `${program}.mjs`, ...options);
