import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';
import { documentPage, documents, OVERVIEW, searchEntries } from './documents.ts';
import { renderPage } from './layout.ts';

const demo = join(import.meta.dirname, '..');
const pictures = join(demo, '../docs/pictures');
/** In place of a picture of the proxy, until the page has drawn it. */
const BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const SEARCH_INDEX = 'virtual:search-index';

/** Every page, as an entry of the build. Those of the documents are no files. */
export const pages: string[] = [
  ...['.', 'states'].flatMap((folder) =>
    readdirSync(join(demo, folder))
      .filter((file) => file.endsWith('.html'))
      .map((file) => join(demo, folder, file)),
  ),
  ...[OVERVIEW, ...documents.map(({ path }) => path)].map((path) => join(demo, path)),
];

/** Only what `import 'datafast-live-map'` needs, and `blob:` for the pictures that the sample data draw. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Renders the pages of the demo. Built, they are static files for any folder of any host. */
export function site(): Plugin {
  let isBuild = false;
  return {
    name: 'live-map-site',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (source, { path }) => {
        const scripts = [...(isBuild ? ['/sample/install.ts'] : []), '/page.ts'];
        const html = renderPage(source, path, scripts).replace(
          / (src|srcset)="pictures\//g,
          ` $1="${isBuild ? '../../docs/pictures' : `/@fs${pictures}`}/`,
        );
        return isBuild ? relocatable(html, path) : html;
      },
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://demo').pathname.replace(/\/$/, '/index.html');
        const source = documentPage(path);
        if (source === null) next();
        else {
          server.transformIndexHtml(path, source).then((html) => {
            response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
          }, next);
        }
      });
    },
    resolveId(source) {
      if (source === SEARCH_INDEX) return `\0${SEARCH_INDEX}`;
      if (pages.includes(source)) return source;
      // Like the element, a browser gets the largest places only.
      return isBuild && source.endsWith('/full.data.ts') ? join(demo, '../src/geocode/hot.data.ts') : null;
    },
    load(id) {
      if (id === `\0${SEARCH_INDEX}`) return `export default ${JSON.stringify(searchEntries())}`;
      return pages.includes(id) ? documentPage(id.slice(demo.length)) : null;
    },
    transform: {
      // By package.json only what is published does something when it is imported.
      filter: { id: [/[\\/]demo[\\/].*\.ts$/, /[\\/]src[\\/](index|badge)\.ts$/] },
      handler: (code) => (isBuild ? { code, moduleSideEffects: true, map: null } : null),
    },
    async generateBundle() {
      // A classic script, which goes before the first paint; Vite bundles modules alone.
      const file = join(demo, 'theme.ts');
      const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file, { sourcemap: false });
      this.emitFile({ type: 'asset', fileName: 'theme.js', source: code });
      this.emitFile({ type: 'asset', fileName: 'blank.svg', source: BLANK });
      const llms = readFileSync(join(demo, '../llms.txt'), 'utf8').replace(/\(docs\/([\w-]+)\.md\)/g, '(docs/$1.html)');
      this.emitFile({ type: 'asset', fileName: 'llms.txt', source: llms });
    },
  };
}

/** A page whose addresses are relative, for any folder of any host. Vite resolves those of assets. */
function relocatable(html: string, path: string): string {
  const root = '../'.repeat(path.split('/').length - 2) || './';
  return html
    .replace('<html lang="en"', `<html lang="en" data-root="${root}"`)
    .replace(
      '<meta charset="utf-8" />',
      (all) => `${all}\n<meta http-equiv="content-security-policy" content="${POLICY}" />`,
    )
    .replace('<script src="/theme.ts">', `<script src="${root}theme.js" vite-ignore>`)
    .replace(/ (src|srcset)="\/(live\/[^"]*)"/g, ` $1="${root}blank.svg" data-$1="$2"`)
    .replace(/<(?:a|datafast-live-\w+)\b[^>]*>/g, (tag) => tag.replace(/ (href|proxy-url)="\//g, ` $1="${root}`));
}
