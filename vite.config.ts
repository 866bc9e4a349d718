import { defineConfig, type Plugin } from 'vite';
import { liveMapDemo } from './demo/server.ts';

const ELEMENT = 'datafast-live-map';

/** The Trusted Types policy that lit-html makes gets the element's name, in the CDN files only. */
function renamePolicy(name: string): Plugin {
  let renamed = 0;
  return {
    name: 'rename-policy',
    buildStart() {
      renamed = 0;
    },
    transform: {
      filter: { id: /[\\/]lit-html[\\/].*\.js$/ },
      handler(code) {
        const changed = code.replace(/(createPolicy\(\s*)(["'`])lit-html\2/g, (_all, call: string) => {
          renamed++;
          return call + JSON.stringify(name);
        });
        return changed === code ? null : { code: changed, map: null };
      },
    },
    buildEnd(error) {
      if (!error && renamed !== 1) {
        this.error(`rename-policy: createPolicy("lit-html") found ${String(renamed)} times, expected once.`);
      }
    },
  };
}

/** White space in the styles' template literals is no use to a browser. Comments go too. */
function minifyStyles(): Plugin {
  return {
    name: 'minify-styles',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/, code: 'css`' },
      handler(code) {
        const changed = code.replace(/css`([^`]*)`/g, (_all, style: string) => {
          const short = style
            .replace(/\/\*[\s\S]*?\*\//g, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;}/g, '}')
            .trim();
          return `css\`${short}\``;
        });
        return { code: changed, map: null };
      },
    },
  };
}

const shared = { target: 'es2022', sourcemap: true, copyPublicDir: false, emptyOutDir: false } as const;

/**
 * `vite` serves the demo; `--mode npm` builds dist/ with its libraries external; `--mode cdn-esm` and `--mode cdn-iife`
 * build the single files in dist/cdn/. `npm run build` does all three.
 */
export default defineConfig(({ mode, command }) => {
  if (command === 'serve') return { root: 'demo', plugins: [liveMapDemo()], server: { port: 5173 } };
  if (mode === 'npm') {
    return {
      build: {
        ...shared,
        outDir: 'dist',
        minify: false,
        lib: {
          entry: [
            'src/index.ts',
            'src/element/live-map.ts',
            'src/proxy/index.ts',
            'src/adapters/node.ts',
            'src/adapters/cli.ts',
          ],
          formats: ['es'],
        },
        rolldownOptions: {
          external: [/^lit($|\/)/, /^d3-geo$/, /^topojson-client$/, /^hono($|\/)/, /^@hono\//, /^node:/],
          output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
        },
      },
    };
  }
  const isModule = mode === 'cdn-esm';
  return {
    plugins: [renamePolicy(ELEMENT), minifyStyles()],
    build: {
      ...shared,
      outDir: 'dist/cdn',
      lib: {
        entry: 'src/index.ts',
        formats: [isModule ? 'es' : 'iife'],
        name: 'DatafastLiveMap',
        fileName: () => (isModule ? `${ELEMENT}.js` : `${ELEMENT}.iife.js`),
      },
      // Vite leaves the white space in a minified ES library otherwise.
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  };
});
