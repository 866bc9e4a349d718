import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { dist, root } from './paths.mjs';

/** The demo as `npm run build:demo` makes it: the folder that it is in. */
export function buildDemo() {
  const outDir = join(dist, 'demo');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`vite build ended with ${status}.`);
  return outDir;
}
