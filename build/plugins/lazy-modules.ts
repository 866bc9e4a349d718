import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { edited, nodesOf, type Edit, type SyntaxNode } from '../syntax.ts';

interface ImportExpression extends SyntaxNode {
  source: SyntaxNode & { value?: unknown };
}

const HELPER = '\0lazy-modules';

/** Where a script's own address comes from. */
const OWN_ADDRESS = { module: 'import.meta.url', classic: 'document.currentScript?.src || location.href' };

/** Browsers keep that an import failed: the next one of that file needs another address, which a query makes. */
const helperOf = (kind: keyof typeof OWN_ADDRESS): string => `
const folder = (${OWN_ADDRESS[kind]} || '').replace(/[?#].*/, '').replace(/\\/?(?<!\\.m?js)$/, '/dist/cdn/');
let again = '';
export const lazy = (name) => import(/* @vite-ignore */ new URL(name, folder) + again).catch((error) => {
  again += '?';
  throw error;
});`;

/**
 * Keeps what a single file imports on demand, `import('…')`, in files beside it, whose addresses are relative to its own:
 * Vite would put them into a script that has to be one file, and a classic script has no `import.meta`. A script whose
 * address does not end in .js was requested by the package's name alone, as CDNs allow. Data files are written here,
 * modules of code by builds of their own.
 *
 * Links: https://rollupjs.org/configuration-options/#output-codesplitting, https://github.com/whatwg/html/issues/6768
 * Remove when single files are no longer published.
 *
 * @param kind Of the script that they are beside.
 */
export function lazyModules(kind: keyof typeof OWN_ADDRESS): Plugin {
  return {
    name: 'lazy-modules',
    enforce: 'pre',
    resolveId: (id) => (id === HELPER ? id : null),
    load: (id) => (id === HELPER ? helperOf(kind) : null),
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/, code: /\bimport\(/ },
      handler(code, id) {
        const edits: Edit[] = [];
        for (const node of nodesOf(this.parse(code, { lang: 'ts' }))) {
          if (node.type !== 'ImportExpression') continue;
          const { start, end, source } = node as ImportExpression;
          if (typeof source.value !== 'string') this.error(`lazy-modules: expected import() of a constant in ${id}.`);
          const fileName = fileNameOf(source.value);
          if (source.value.endsWith('.data.ts')) {
            this.emitFile({ type: 'asset', fileName, source: plainData(join(dirname(id), source.value)) });
          }
          edits.push({ start, end, text: `lazyModule('${fileName}')` });
        }
        const head = edits.length > 0 ? `import { lazy as lazyModule } from '${HELPER}';\n` : '';
        return { code: head + edited(code, edits), map: null };
      },
    },
  };
}

/** The file's name in dist/cdn: that of the module, in a folder for languages and in one for places. */
function fileNameOf(module: string): string {
  const folder = module.includes('languages/')
    ? 'languages/'
    : /(geocode|shards)\/[\w-]+\.data\.ts$/.test(module)
      ? 'places/'
      : '';
  return `${folder}${basename(module).replace(/(\.data)?\.ts$/, '')}.js`;
}

/** A generated module of texts, without the comment on top and without types. */
function plainData(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\/\/.*\n/, '')
    .replace(/^(export const \w+): .* (?== \{$)/gm, '$1 ');
}
