import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { edited, nodesOf, type Edit, type SyntaxNode } from '../syntax.ts';

interface ImportExpression extends SyntaxNode {
  source: SyntaxNode & { value?: unknown };
}

/** Files that the code built so far imports on demand, from dist/cdn/. */
export const importedOnDemand: Set<string> = new Set<string>();

const HELPER = '\0lazy-modules';

/**
 * Where the files are: where a script of the page says, or beside a script that has our name. An optimiser may have put the
 * code into the page, into a file of its own, or a copy into its cache. Only scripts are asked: an image may be called `currentScript`.
 *
 * @param own What the running script knows of itself, as a list of scripts.
 */
const besideScript = (own: string): string => String.raw`
const own = ${own};
const first = (read) => [...own, ...document.querySelectorAll('script')].map(read).find(Boolean);
const findFolder = () => {
  const files = first(({ dataset }) => dataset.liveMapFiles);
  if (files) return new URL(files.replace(/\/?$/, '/'), document.baseURI);
  const address = first(({ src }) => /^(?![^?#]*\/cache\/)[^,?#]+\/datafast-live-[^/,?#]+\/?(?![^?#])/.exec(src)?.[0]);
  return address?.replace(/\/?(?<!\.m?js)$/, '/dist/cdn/');
};`;

const FOLDER = {
  module: besideScript('[{ src: import.meta.url, dataset: {} }]'),
  classic: besideScript('[document.currentScript].filter((script) => script instanceof HTMLScriptElement)'),
  /** A file that was itself imported on demand. */
  file: 'const findFolder = () => import.meta.url;',
};

/** Browsers keep that an import failed: the next one of that file needs another address, which a query makes. */
const helperOf = (kind: keyof typeof FOLDER): string => `${FOLDER[kind]}
let again = '';
export const lazy = async (name) => {
  try {
    return await import(/* @vite-ignore */ new URL(name, findFolder()) + again);
  } catch (error) {
    again += '?';
    throw Error(error.message + '. See data-live-map-files.');
  }
};
export const areFilesLost = () => !findFolder();`;

/**
 * Keeps what a single file imports on demand, `import('…')`, in files beside it, whose addresses are relative to its own:
 * Vite would put them into a script that has to be one file, and a classic script has no `import.meta`. A script whose
 * address does not end in .js was requested by the package's name alone, as CDNs allow. Data files are written here,
 * modules of code by builds of their own. What else the code has to know, src/controllers/files.ts says in the npm build.
 *
 * Links: https://rollupjs.org/configuration-options/#output-codesplitting, https://github.com/whatwg/html/issues/6768
 * Remove when single files are no longer published.
 *
 * @param kind Of the script that they are beside.
 */
export function lazyModules(kind: keyof typeof FOLDER): Plugin {
  return {
    name: 'lazy-modules',
    enforce: 'pre',
    resolveId: (id) => (id === HELPER || id.endsWith('/controllers/files.ts') ? HELPER : null),
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
          importedOnDemand.add(fileName);
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
