import { join } from 'node:path';
import { defineConfig } from 'vite';
import { litStyles } from './build/plugins/lit-styles.ts';
import { minifyStyles } from './build/plugins/minify-styles.ts';
import { unusedD3 } from './build/plugins/unused-d3.ts';
import { liveMapDemo } from './demo/server.ts';
import { pages, site } from './demo/site/plugin.ts';

/** The demo: `npm start` serves it, `npm run build:demo` writes it as files. The package is built by `build/`. */
export default defineConfig(({ command }) => {
  if (command === 'serve') {
    return {
      root: 'demo',
      plugins: [site(), liveMapDemo()],
      server: { port: 5173 },
      // Without it all pages in the folder are scanned for dependencies, also those of the examples, which have their own.
      optimizeDeps: { entries: ['*.html', 'states/*.html'] },
    };
  }
  return {
    root: 'demo',
    base: './',
    plugins: [site(), unusedD3('equalEarthRaw'), litStyles(), minifyStyles()],
    build: {
      target: 'es2022',
      outDir: join(import.meta.dirname, 'dist-demo'),
      emptyOutDir: true,
      // A page's policy does not let `data:` in.
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages },
    },
  };
});
