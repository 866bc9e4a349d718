import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { addLicences } from './licences.ts';
import { importedOnDemand, lazyModules } from './plugins/lazy-modules.ts';
import { litStyles } from './plugins/lit-styles.ts';
import { litWithoutGlobals } from './plugins/lit-without-globals.ts';
import { minifyOutput } from './plugins/minify-output.ts';
import { minifyStyles } from './plugins/minify-styles.ts';
import { packageModules } from './plugins/package-modules.ts';
import { unusedConverters } from './plugins/unused-converters.ts';
import { unusedD3 } from './plugins/unused-d3.ts';

const root = join(import.meta.dirname, '..');

const shared = { target: 'es2022', sourcemap: true, copyPublicDir: false, emptyOutDir: false } as const;
const oneFile = { codeSplitting: false, minify: true };

/** dist/: the modules of src as they are, with libraries external. */
const modules: InlineConfig = {
  build: {
    ...shared,
    outDir: 'dist',
    minify: false,
    // The code can be read as it is, and the maps of the places would be the largest files of the package.
    sourcemap: false,
    lib: {
      entry: [
        'src/index.ts',
        'src/badge.ts',
        'src/element/live-map.ts',
        'src/proxy/index.ts',
        'src/geocode/index.ts',
        'src/server/index.ts',
        'src/adapters/node.ts',
        'src/adapters/png.ts',
        'src/adapters/redis.ts',
        'src/adapters/workers.ts',
        'src/frameworks/angular.ts',
        'src/frameworks/react.ts',
        'src/frameworks/preact.ts',
        'src/frameworks/solid.ts',
        'src/frameworks/svelte.ts',
        'src/frameworks/vue.ts',
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^@lit\/reactive-element\b/, /^d3-geo$/, /^node:/, /^@resvg\//, 'react', '@angular/core'],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** dist/adapters/cli.js: the program, with the doctor, which nothing else imports. */
const program: InlineConfig = {
  plugins: [packageModules('adapters/cli.js', /^(doctor\/|adapters\/(?!(?:node|png)\.ts))/)],
  build: {
    ...modules.build,
    lib: { entry: 'src/adapters/cli.ts', formats: ['es'], fileName: () => 'adapters/cli.js' },
    rolldownOptions: { external: [/^node:/], output: { codeSplitting: false } },
  },
};

interface SingleFile {
  element: string;
  entry: string;
  /** On a page with the classic script: has what the module exports. */
  global: string;
}

const MAP: SingleFile = { element: 'datafast-live-map', entry: 'src/index', global: 'DatafastLiveMap' };
const BADGE: SingleFile = { element: 'datafast-live-badge', entry: 'src/badge', global: 'DatafastLiveBadge' };

/** dist/cdn/: an element with its libraries in one file. */
function singleFile({ element, entry, global }: SingleFile, kind: 'module' | 'classic'): InlineConfig {
  const isModule = kind === 'module';
  return {
    plugins: [
      unusedD3(),
      litStyles(),
      litWithoutGlobals(),
      unusedConverters(),
      minifyStyles(),
      lazyModules(kind),
      minifyOutput(isModule),
    ],
    build: {
      ...shared,
      // The classic script is the same code: one map of it is enough, as each is a file of the package.
      sourcemap: isModule,
      outDir: 'dist/cdn',
      lib: {
        entry: isModule ? `${entry}.ts` : `${entry}.classic.ts`,
        formats: [isModule ? 'es' : 'iife'],
        name: global,
        fileName: () => `${element}${isModule ? '' : '.iife'}.js`,
      },
      rolldownOptions: { output: oneFile, treeshake: { moduleSideEffects: false } },
    },
  };
}

/** dist/cdn/: what single files import on demand, each with all that it needs. */
const onDemand = [
  'src/client/failure-reasons.ts',
  'src/camera/interactive-camera.ts',
  'src/controllers/lazy-geocoder.ts',
  'src/layers/dense-layer.ts',
  'src/layers/night-layer.ts',
  'src/geocode/country-points.ts',
  'src/store/playback.ts',
  'src/element/filter.ts',
  'src/element/breakdown.ts',
  'src/element/sound.ts',
  'src/element/map-interaction.ts',
  'src/element/optional-parts.ts',
  'src/element/look-back.ts',
  'src/element/history-player.ts',
  'src/client/stream.ts',
  'src/kiosk/kiosk.ts',
].map((entry): InlineConfig => ({
  plugins: [unusedD3('equalEarthRaw'), litStyles(), minifyStyles(), lazyModules('file'), minifyOutput(true)],
  build: {
    ...shared,
    // These files are small and many: their maps would be a dozen more files of the package.
    sourcemap: false,
    outDir: 'dist/cdn',
    lib: { entry, formats: ['es'], fileName: (_format, name) => `${name}.js` },
    rolldownOptions: { output: oneFile, treeshake: { moduleSideEffects: false } },
  },
}));

/** dist/cdn/languages/. */
const languages: InlineConfig = {
  build: {
    ...shared,
    sourcemap: false,
    outDir: 'dist/cdn',
    lib: {
      entry: readdirSync(join(root, 'src/i18n/languages')).map((file) => join('src/i18n/languages', file)),
      formats: ['es'],
      fileName: (_format, name) => `languages/${name}.js`,
    },
    rolldownOptions: { output: { minify: true } },
  },
};

/** Builds all JavaScript of the package into dist/. */
export async function buildLibrary(): Promise<void> {
  const singleFiles = [MAP, BADGE].flatMap((file) => [singleFile(file, 'module'), singleFile(file, 'classic')]);
  for (const config of [modules, program, ...singleFiles, ...onDemand, languages]) {
    await build({ ...config, root, configFile: false, logLevel: 'warn' });
  }
  const missing = [...importedOnDemand].filter((file) => !existsSync(join(root, 'dist/cdn', file)));
  if (missing.length > 0) throw new Error(`dist/cdn/ has no ${missing.join(', ')}, which the code imports on demand.`);
  addLicences();
}
