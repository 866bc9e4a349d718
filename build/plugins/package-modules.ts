import { dirname, join, posix, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const src = join(import.meta.dirname, '../../src');

/**
 * Imports modules of the package from where they are in dist/, and puts into one file only those that belong to an entry
 * alone: each module is a file of the package, which has a limit.
 *
 * Link: https://rollupjs.org/plugin-development/#resolveid
 * Remove when an output of Rolldown can preserve some modules and bundle others.
 *
 * @param output The file, by its path in dist/. @param own Paths in src/ of what it contains.
 */
export function packageModules(output: string, own: RegExp): Plugin {
  return {
    name: 'package-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !source.startsWith('.')) return null;
      const path = relative(src, resolve(dirname(importer), source)).replaceAll('\\', '/');
      if (path.startsWith('..') || own.test(path)) return null;
      const id = posix.relative(posix.dirname(output), path).replace(/\.ts$/, '.js');
      return { id: id.startsWith('.') ? id : `./${id}`, external: 'relative' };
    },
  };
}
