import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const root: string = join(import.meta.dirname, '../..');

export const GROUPS = ['checks', 'unit', 'browsers', 'pages', 'limits', 'package', 'runtimes', 'services'] as const;
export type Group = (typeof GROUPS)[number];

/** What `npm test` runs: every minute more is a reason not to run it. */
export const QUICK: readonly Group[] = ['checks', 'unit', 'browsers'];

interface Needs {
  /** dist/, which the others do without. */
  build?: true;
  /** Whole pages, or elements, in a browser. */
  chromium?: true;
  /** Scripts of package.json that count as a test each, one after the other. */
  scripts?: readonly (readonly [script: string, ...args: string[]])[];
  /** A script that installs what the tests of the group run on. */
  install?: string;
}

export const NEEDS: Readonly<Record<Group, Needs>> = {
  checks: { build: true, scripts: [['lint'], ['size']] },
  unit: {},
  browsers: { chromium: true },
  pages: { build: true, chromium: true },
  limits: {},
  package: { build: true, scripts: [['typecheck'], ['generated', '--', '--check'], ['check:package']] },
  runtimes: { build: true, chromium: true, install: 'runtimes' },
  services: {},
};

/** Folders that test/ mirrors, besides those of src/. */
const MIRRORED: readonly string[] = ['build', 'demo', 'tools'];
/** Folders of test/ that are a group of their own, and have its name. */
const OWN_FOLDERS: readonly string[] = ['pages', 'limits', 'package', 'runtimes', 'services'] satisfies Group[];

/** Folders that are none of the project's: what is installed, and what tests make. */
const FOREIGN = new Set(['node_modules', 'apps']);

/**
 * The group of a test file. In a folder of test/ that mirrors another one the ending decides; the other folders have the
 * name of their group.
 *
 * @param path From the project's folder, with slashes.
 * @returns Nothing for a file that no command would run.
 */
export function groupOf(path: string): Group | undefined {
  const [top, folder = '', ...rest] = path.split('/');
  if (top !== 'test' || rest.length === 0) return;
  if (OWN_FOLDERS.includes(folder)) return path.endsWith('.test.ts') ? (folder as Group) : undefined;
  const isMirror = MIRRORED.includes(folder) || existsSync(join(root, 'src', folder));
  if (!isMirror) return;
  if (path.endsWith('.browser.ts')) return 'browsers';
  return path.endsWith('.test.ts') ? 'unit' : undefined;
}

/** All files below test/, from the project's folder, with slashes. */
export function filesOfTests(): string[] {
  return filesBelow(join(root, 'test'))
    .map((path) => relative(root, path).replaceAll(sep, '/'))
    .sort();
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return FOREIGN.has(entry.name) ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The test files of a group. @param wanted Beginnings of paths: only files that have one of them, if there are any. */
export function testsOf(group: Group, wanted: readonly string[] = []): string[] {
  return filesOfTests().filter(
    (path) => groupOf(path) === group && (wanted.length === 0 || wanted.some((begin) => path.startsWith(begin))),
  );
}
