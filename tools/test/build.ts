import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './groups.ts';

/** What the build reads. */
const SOURCES = [
  'src',
  'build',
  'tools/build.ts',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'custom-elements-manifest.config.mjs',
  'package.json',
  'package-lock.json',
];
/** What it writes last, and removes first. */
const LAST = 'custom-elements.json';

/** There is a build, and no source is younger than it. */
export function isBuilt(): boolean {
  return SOURCES.map((path) => youngest(join(root, path))).every((time) => time <= modified(join(root, LAST)));
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When a file, or what a folder has in any depth, was changed last. */
function youngest(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return modified(path);
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return Math.max(...entries.map((entry) => modified(join(entry.parentPath, entry.name))));
}
