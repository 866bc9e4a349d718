import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { liveMapDemo } from './demo/server.ts';
import { pages, site } from './demo/site/plugin.ts';

/**
 * The single files: each an ES module and a classic script (`….classic.ts`), whose exports are on a global of this name.
 */
const SINGLE_FILES = {
  'cdn-map': { element: 'datafast-live-map', entry: 'src/index.ts', global: 'DatafastLiveMap' },
  'cdn-badge': { element: 'datafast-live-badge', entry: 'src/badge.ts', global: 'DatafastLiveBadge' },
};

/**
 * The Trusted Types policy that lit-html makes gets the element's name, in the CDN files only. A page may forbid a second
 * one of a name, and a second copy of the script, whose element is not used, needs none.
 */
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
        const changed = code.replace(/(\w+)\?\1\.createPolicy\("lit-html"/g, (_all, policies: string) => {
          renamed++;
          return `${policies}&&!customElements.get("${name}")?${policies}.createPolicy("${name}"`;
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

/**
 * d3-geo and d3-array come as one file each, and a bundler cannot know that making an adder or a bisector does nothing but
 * that, nor that nobody asks a projection for its inverse. Without this two kilobytes would stay.
 *
 * @param inverses Projections that are asked for theirs.
 */
function unusedD3(...inverses: string[]): Plugin {
  return {
    name: 'unused-d3',
    transform: {
      filter: { id: /[\\/]d3-(geo|array)[\\/].*\.m?js$/ },
      handler: (code) => ({
        code: code
          .replace(
            /= (new Adder|clip|transformer|azimuthalRaw|azimuthalInvert|cos|bisector)\(/g,
            '= /* @__PURE__ */ $1(',
          )
          .replace(/^(TransformStream)\.prototype = /gm, 'const $1Methods = ')
          .replace(/^(\w+)\.invert = /gm, (statement, name: string) =>
            inverses.includes(name) ? statement : `const ${name}Inverse = `,
          ),
        map: null,
      }),
    },
  };
}

/** All browsers that are served have constructable style sheets: Lit need not ask, nor know another way. */
function constructableStyles(): Plugin {
  return {
    name: 'constructable-styles',
    transform: {
      filter: { id: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/ },
      handler(code) {
        const changed = code.replace(/\bt\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, 'true');
        if (changed === code) this.error('constructable-styles: css-tag.js has no such question any more.');
        return { code: changed, map: null };
      },
    },
  };
}

/**
 * Lit looks for polyfills of older browsers, keeps a list of its copies and the metadata of decorators on the page's
 * globals. A single file needs none of them.
 */
function litWithoutGlobals(): Plugin {
  return {
    name: 'lit-without-globals',
    transform: {
      filter: { id: /[\\/](reactive-element|lit-element|lit-html)\.js$/ },
      handler(code) {
        const changed = code
          .replace(/\w+\.\w+PolyfillSupport\b/, 'void 0')
          .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0')
          .replace(/Symbol\.metadata\?\?=.*?new WeakMap;/, '')
          .replace('this[Symbol.metadata]', 'null');
        if (/PolyfillSupport|Versions|\bmetadata/.test(changed))
          this.error('lit-without-globals: Lit has other globals.');
        return { code: changed, map: null };
      },
    },
  };
}

/**
 * Nearly every function of the element runs before its first picture. Told so, V8 compiles them while the file comes in,
 * beside the page's main thread, and not one after the other when they are called: a quarter of a cold start.
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad';

/** Terser takes off another fiftieth of what Vite's own minifier leaves. */
function minifyOutput(isModule: boolean): Plugin {
  return {
    name: 'minify-output',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code, map } = await minify(chunk.code, {
          ecma: 2020,
          module: isModule,
          compress: { passes: 3, pure_getters: true, hoist_funs: true, unsafe_arrows: true },
          format: { comments: false, preamble: COMPILE_AHEAD },
          sourceMap: { content: JSON.stringify(chunk.map), asObject: true },
        });
        if (code === undefined) this.error('minify-output: terser gave nothing.');
        chunk.code = code;
        // Vite has written the map of its own code already.
        const mapFile = bundle[`${chunk.fileName}.map`];
        if (mapFile?.type === 'asset') mapFile.source = JSON.stringify(map);
      }
    },
  };
}

/** White space in styles and templates is no use to a browser, and none of code is but its line breaks. Comments go too. */
function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/ },
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
        return { code: changed.replace(/\n[ \t]+/g, '\n'), map: null };
      },
    },
  };
}

const LAZY_MODULE = /import\('([^']+)\.ts'\)/g;
const LAZY_HELPER = '\0lazy-files';
/** Where a single file's own address comes from. */
const OWN_ADDRESS = { module: 'import.meta.url', classic: 'document.currentScript?.src || location.href' };

/**
 * Modules that are fetched on demand, `import('…')`, lie beside the single file that fetches them: Vite would put them
 * into it, and a classic script has no `import.meta`. A script whose address does not end in .js was requested by the
 * package's name alone, as CDNs allow. Browsers keep that an import failed: the next one needs another address.
 * https://github.com/whatwg/html/issues/6768
 */
function lazyFiles(kind: keyof typeof OWN_ADDRESS): Plugin {
  return {
    name: 'lazy-files',
    enforce: 'pre',
    resolveId: (id) => (id === LAZY_HELPER ? id : null),
    load: (id) =>
      id === LAZY_HELPER
        ? `const folder = (${OWN_ADDRESS[kind]} || '').replace(/[?#].*/, '').replace(/\\/?(?<!\\.m?js)$/, '/dist/cdn/');
           let again = '';
           export const lazy = (name) => import(/* @vite-ignore */ new URL(name, folder) + again).catch((error) => {
             again += '?';
             throw error;
           });`
        : null,
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/, code: /\bimport\('/ },
      handler(code, id) {
        const changed = code.replace(LAZY_MODULE, (_all, path: string) => {
          const isData = path.endsWith('.data');
          const folder = /languages\/|geocode\/|shards\//.exec(path)?.[0].replace(/geocode|shards/, 'places') ?? '';
          const fileName = `${folder}${basename(path, '.data')}.js`;
          if (isData) this.emitFile({ type: 'asset', fileName, source: plainData(join(dirname(id), `${path}.ts`)) });
          return `__lazy('${fileName}')`;
        });
        return { code: `import { lazy as __lazy } from '${LAZY_HELPER}';\n${changed}`, map: null };
      },
    },
  };
}

/** A generated module of texts, without what says how it was made, and without types. */
function plainData(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\/\/.*\n/, '')
    .replace(/^(export const \w+): .* (?== \{$)/gm, '$1 ');
}

/**
 * By build mode: what the single files fetch. Each stands on its own, because the address of what has fetched it may be
 * another in each page.
 */
const LAZY_MODULES: Readonly<Record<string, string>> = {
  'cdn-causes': 'src/client/causes.ts',
  'cdn-explore': 'src/explore/explore.ts',
  'cdn-gazetteer': 'src/controllers/gazetteer.ts',
  'cdn-stream': 'src/client/stream.ts',
};
const LANGUAGES = readdirSync(join(import.meta.dirname, 'src/i18n/languages'));

const shared = { target: 'es2022', sourcemap: true, copyPublicDir: false, emptyOutDir: false } as const;

/**
 * `vite` serves the demo, `--mode demo` builds it as files; `--mode npm` builds dist/ with its libraries external; `--mode cdn-map` and `--mode cdn-badge`
 * build the single files in dist/cdn/, with `-classic` as classic scripts, those of `LAZY_MODULES` and
 * `cdn-languages` what they fetch when wanted. `npm run build` does all of it.
 */
export default defineConfig(({ mode, command }) => {
  if (command === 'serve') return { root: 'demo', plugins: [site(), liveMapDemo()], server: { port: 5173 } };
  if (mode === 'demo') {
    return {
      root: 'demo',
      base: './',
      plugins: [site(), unusedD3('equalEarthRaw'), constructableStyles(), minifyTemplates()],
      build: {
        target: 'es2022',
        outDir: join(import.meta.dirname, 'dist-demo'),
        emptyOutDir: true,
        // A page's policy does not let `data:` in.
        assetsInlineLimit: 0,
        rolldownOptions: { input: pages },
      },
    };
  }
  if (mode === 'npm') {
    return {
      build: {
        ...shared,
        outDir: 'dist',
        minify: false,
        // It can be read as it is, and the maps of the places would be the largest files of the package.
        sourcemap: false,
        lib: {
          entry: [
            'src/index.ts',
            'src/badge.ts',
            'src/element/live-map.ts',
            'src/proxy/index.ts',
            'src/geocode/index.ts',
            'src/adapters/node.ts',
            'src/adapters/redis.ts',
            'src/adapters/workers.ts',
            'src/adapters/cli.ts',
            'src/frameworks/react.ts',
            'src/frameworks/svelte.ts',
            'src/frameworks/vue.ts',
          ],
          formats: ['es'],
        },
        rolldownOptions: {
          external: [/^lit($|\/)/, /^d3-geo$/, /^node:/, 'react'],
          output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
        },
      },
    };
  }
  const output = { codeSplitting: false, minify: true };
  if (mode === 'cdn-languages') {
    return {
      build: {
        ...shared,
        sourcemap: false,
        outDir: 'dist/cdn',
        lib: {
          entry: LANGUAGES.map((file) => join('src/i18n/languages', file)),
          formats: ['es'],
          fileName: (_format, name) => `languages/${name}.js`,
        },
        rolldownOptions: { output: { minify: true } },
      },
    };
  }
  const lazyModule = LAZY_MODULES[mode];
  if (lazyModule !== undefined) {
    return {
      plugins: [unusedD3('equalEarthRaw'), lazyFiles('module'), minifyOutput(true)],
      build: {
        ...shared,
        outDir: 'dist/cdn',
        lib: { entry: lazyModule, formats: ['es'], fileName: (_format, name) => `${name}.js` },
        rolldownOptions: { output },
      },
    };
  }
  const isModule = !mode.endsWith('-classic');
  const { element, entry, global } = SINGLE_FILES[mode.replace('-classic', '') as keyof typeof SINGLE_FILES];
  return {
    plugins: [
      // The badge has no templates, and so no policy.
      ...(element === 'datafast-live-map' ? [renamePolicy(element)] : []),
      unusedD3(),
      constructableStyles(),
      litWithoutGlobals(),
      minifyTemplates(),
      lazyFiles(isModule ? 'module' : 'classic'),
      minifyOutput(isModule),
    ],
    build: {
      ...shared,
      outDir: 'dist/cdn',
      lib: {
        entry: isModule ? entry : entry.replace('.ts', '.classic.ts'),
        formats: [isModule ? 'es' : 'iife'],
        name: global,
        fileName: () => (isModule ? `${element}.js` : `${element}.iife.js`),
      },
      // Vite leaves the white space in a minified ES library otherwise.
      // Lit's parts are one package, whose templates the badge can do without.
      rolldownOptions: { output, treeshake: { moduleSideEffects: false } },
    },
  };
});
