import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';
import { dress } from './layout.ts';

const demo = join(import.meta.dirname, '..');

/** Every page, as an entry of the build. */
export const pages: string[] = ['.', 'states'].flatMap((folder) =>
  readdirSync(join(demo, folder))
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(demo, folder, file)),
);

/**
 * The strictest policy that serves: what `import 'datafast-live-map'` needs, `blob:` for the pictures that the sample data
 * draw, and no more.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Dresses the pages of the demo; built, they need no server, and stand wherever they are put. */
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
        const html = dress(source, path, scripts);
        return isBuild ? anywhere(html, path) : html;
      },
    },
    resolveId(source) {
      // As in the element, the largest places do for a browser.
      return isBuild && source.endsWith('/full.data.ts') ? join(demo, '../src/geocode/hot.data.ts') : null;
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
    },
  };
}

/** A page whose addresses hold in any folder of any host. Those of assets are Vite's to find. */
function anywhere(html: string, path: string): string {
  const root = '../'.repeat(path.split('/').length - 2) || './';
  return html
    .replace('<html lang="en"', `<html lang="en" data-root="${root}"`)
    .replace(
      '<meta charset="utf-8" />',
      (all) => `${all}\n<meta http-equiv="content-security-policy" content="${POLICY}" />`,
    )
    .replace('<script src="/theme.ts">', `<script src="${root}theme.js" vite-ignore>`)
    .replace(/ (src|srcset)="\/(live\/[^"]*)"/g, ' data-$1="$2"')
    .replace(/<(?:a|datafast-live-\w+)\b[^>]*>/g, (tag) => tag.replace(/ (href|proxy-url)="\//g, ` $1="${root}`));
}
