import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { build } from 'vite';
import { dist, root } from './paths.mjs';

const demo = join(root, 'demo');

/** The demo's landing page as files, made from its sources: the folder that they are in. */
export async function buildDemo() {
  const outDir = join(dist, 'demo');
  await build({
    root: demo,
    configFile: false,
    logLevel: 'error',
    plugins: [classicTheme()],
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  return outDir;
}

/** theme.ts is a classic script, so that it runs before the first paint. Vite compiles modules only. */
function classicTheme() {
  return {
    name: 'classic-theme',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('<script src="/theme.ts">', '<script src="/theme.js" vite-ignore>'),
    },
    async generateBundle() {
      const source = readFileSync(join(demo, 'theme.ts'), 'utf8');
      const { code } = await transform(source, { loader: 'ts', minify: true, target: 'es2022' });
      this.emitFile({ type: 'asset', fileName: 'theme.js', source: code });
    },
  };
}
