import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** Unpacks the tarball that `npm publish` would send into a folder. @returns Where the package lies, and what is in it. */
export async function unpackPackage(folder: string): Promise<{ installed: string; files: string[] }> {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', pack, { cwd: root });
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  await run('tar', ['-xzf', join(folder, filename), '-C', folder]);
  return { installed: join(folder, 'package'), files: files.map(({ path }) => path) };
}
