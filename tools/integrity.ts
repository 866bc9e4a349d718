import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that a page has a script tag for. */
export const SINGLE_FILES: readonly string[] = ['map', 'badge'].flatMap((name) => [
  `datafast-live-${name}.js`,
  `datafast-live-${name}.iife.js`,
]);

/** The hash of a built single file, as a script tag's `integrity` has it: https://www.w3.org/TR/sri-2/ */
export function integrityOf(file: string): string {
  const bytes = readFileSync(join(import.meta.dirname, '../dist/cdn', file));
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
