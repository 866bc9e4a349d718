import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder `apps/…` of this process alone, from which the packages of its parent are found. Runs at the same time do not
 * meet in it, and it goes with the process.
 */
export function ownFolder(parent: string): string {
  const apps = join(parent, 'apps');
  mkdirSync(apps, { recursive: true });
  const folder = mkdtempSync(join(apps, 'run-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
