import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const RELATIVE = /(?:\bfrom|\bimport) ?\(?['"](\.[^'"]+)\.[jt]s['"]/g;

/**
 * Removes the declarations below a folder that no entry leads to. They cannot be imported, and those of the generated data
 * alone are larger than all others.
 *
 * @param entries Paths of declarations.
 * @returns How many are left.
 */
export function removeUnusedDeclarations(folder: string, entries: readonly string[]): number {
  const used = new Set<string>();
  const visit = (file: string): void => {
    if (used.has(file)) return;
    used.add(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(RELATIVE)) visit(join(file, '..', `${path}.d.ts`));
  };
  for (const entry of entries) visit(entry);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file);
    if (file.endsWith('.d.ts') && !used.has(path)) rmSync(path);
  }
  return used.size;
}
