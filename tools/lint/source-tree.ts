import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What rules about a whole folder need to know; read once per run of the linter. */
export interface SourceTree {
  /** Files that export a name of their own, by name. */
  readonly exporters: ReadonlyMap<string, readonly string[]>;
  /** Files that a file imports statically. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
const IMPORT = /^(?:import|export)\b[^'"]*?from '(\.[^']+)';/gm;

const trees = new Map<string, SourceTree>();

/** @param folder Absolute path. @param isLeftOut Files whose exports do not count. */
export function readSourceTree(folder: string, isLeftOut: (file: string) => boolean): SourceTree {
  const known = trees.get(folder);
  if (known) return known;
  const exporters = new Map<string, string[]>();
  const imports = new Map<string, string[]>();
  for (const file of sourceFiles(folder)) {
    const text = readFileSync(file, 'utf8');
    imports.set(
      file,
      [...text.matchAll(IMPORT)].map(([, path = '']) => resolve(dirname(file), path)),
    );
    if (isLeftOut(file)) continue;
    for (const [, name = ''] of text.matchAll(EXPORT)) {
      const files = exporters.get(name) ?? [];
      if (!files.includes(file)) files.push(file);
      exporters.set(name, files);
    }
  }
  const tree = { exporters, imports };
  trees.set(folder, tree);
  return tree;
}

/** The shortest way from a file back to itself; `null` where there is none. */
export function cycleThrough(file: string, imports: SourceTree['imports']): string[] | null {
  const paths = [[file]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const next of imports.get(path.at(-1) ?? '') ?? []) {
      if (next === file) return [...path, file];
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return null;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}
