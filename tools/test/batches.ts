import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { groupOf, root } from './groups.ts';

const FOLDER = join(root, 'node_modules/.cache/test-batches');

/**
 * Files by the process they run in. Unit tests of a folder share one, since starting a process with its compiler takes
 * longer than most of them run; the other files have one each. The largest come first.
 */
export function batchesOf(files: readonly string[]): string[][] {
  const batches = new Map<string, string[]>();
  for (const file of files) {
    const key = groupOf(file) === 'unit' ? dirname(file) : file;
    batches.set(key, [...(batches.get(key) ?? []), file]);
  }
  return [...batches.values()].sort((one, other) => other.length - one.length);
}

/** Writes a module that runs the files one after the other. @returns Its path; that of the file where there is only one. */
export function writeBatch(files: readonly string[]): string {
  const [first = '', ...others] = files;
  if (others.length === 0) return join(root, first);
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${dirname(first).replaceAll('/', '-')}.mjs`);
  const imports = files.map((file) => `import ${JSON.stringify(pathToFileURL(join(root, file)).href)};\n`);
  writeFileSync(path, imports.join(''));
  return path;
}
