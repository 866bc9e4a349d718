import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageFiles } from '../../proxy/index.ts';

/** What the page of `/embed` may load: neither the badge nor classic scripts, nor source maps. */
const WANTED = /^(?!datafast-live-badge|.*\.iife\.)[\w./-]+\.js$|^NOTICE$/;

/**
 * The scripts of a copy of dist/cdn/. The folder is listed once, when first needed; other files are never read.
 *
 * @param folder Absolute.
 */
export function readPackageFiles(folder: string): PackageFiles {
  let names: ReadonlySet<string> | null = null;
  return {
    get names() {
      return (names ??= new Set(namesIn(folder)));
    },
    read: async (name) => new Uint8Array(await readFile(join(folder, name))),
  };
}

/** The package's own. */
export const packageFiles: PackageFiles = readPackageFiles(join(import.meta.dirname, '../../cdn'));

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => WANTED.test(name));
  } catch {
    // A bundled application has the files elsewhere, or not at all.
    return [];
  }
}
