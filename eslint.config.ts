import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { house } from './tools/lint/rules.ts';

/** Shared and pure: no DOM, no Lit, no Node. Each room may import from those that it names. */
const core = {
  protocol: [],
  geocode: ['protocol'],
  map: ['protocol'],
  marks: ['protocol', 'geocode', 'map'],
  i18n: ['protocol'],
  ticker: ['protocol', 'i18n'],
  palette: [],
  store: ['protocol', 'marks', 'ticker'],
};
/** The elements; each room may import from core as well. */
const browser = {
  client: [],
  controllers: ['client'],
  base: ['client', 'controllers'],
  styles: [],
  layers: ['styles'],
  camera: ['controllers', 'base', 'layers'],
  element: ['client', 'controllers', 'base', 'styles', 'layers', 'camera'],
  kiosk: ['element'],
  badge: ['client', 'controllers', 'base', 'styles'],
  frameworks: ['base', 'element', 'badge'],
};
/** HTML of the element without a DOM; it may import from core as well. */
const rendered = {
  server: ['client', 'controllers', 'base', 'layers', 'camera', 'element', 'proxy'],
  embed: ['base', 'element', 'kiosk', 'server'],
};
/** The proxy; each room may import from core and the simulator as well. The doctor reads answers as the element does. */
const server = {
  pictures: [],
  // The page of /embed is loaded when it is asked for.
  proxy: ['pictures', 'embed'],
  doctor: ['client'],
  adapters: ['proxy', 'doctor'],
};

/** The house (CONTRIBUTING.md draws it): which room of src may import from which others. */
const rooms: Record<string, string[]> = { ...core, simulator: Object.keys(core) };
for (const [room, others] of Object.entries({ ...browser, ...rendered }))
  rooms[room] = [...others, ...Object.keys(core)];
for (const [room, others] of Object.entries(server)) rooms[room] = [...others, ...Object.keys(core), 'simulator'];

/** Packages that only some rooms may import; `node`: Node's own modules. */
const libraries = [
  { name: 'Lit', packages: ['lit', 'lit-html', '@lit'], rooms: Object.keys(browser) },
  {
    name: 'A framework',
    packages: ['react', 'vue', 'svelte', 'solid-js', 'preact', '@angular'],
    rooms: ['frameworks'],
  },
  { name: 'd3-geo', packages: ['d3-geo', 'd3-array', 'topojson-client'], rooms: ['map'] },
  { name: 'Node', packages: ['node'], rooms: ['adapters'] },
];

/** What libraries on a page are known to replace by something else; test/pages/libraries/ has such versions. */
const REPLACED = [
  { object: 'Array', property: 'from', message: 'Prototype and MooTools know neither iterables nor a function.' },
  { object: 'JSON', property: 'stringify', message: 'It calls the toJSON that Prototype gives arrays and dates.' },
  { object: 'Date', property: 'parse', message: 'Datejs and MooTools return a Date: use new Date(text).getTime().' },
  { property: 'reduce', message: 'Prototype up to 1.6.0 returns the array itself.' },
  { property: 'replaceAll', message: 'Many pages have a version that takes the text for a regular expression.' },
  { property: 'flat', message: 'Many pages have a version that flattens all levels.' },
  { property: 'entries', allowObjects: ['Object'], message: 'Prototype returns the values alone.' },
];

export default defineConfig(
  globalIgnores([
    'dist',
    'dist-demo',
    'coverage',
    'custom-elements.json',
    '**/*.data.ts',
    'test/bench/{dist,gen}',
    'test/runtimes/{apps,bundlers,cases,react-18,rendered,typed}',
    // Each with the tools and the rules of its framework or bundler.
    'demo/{bundlers,frameworks,recipes/rendered}',
  ]),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // isolatedDeclarations wants the type of what is exported.
      '@typescript-eslint/no-inferrable-types': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice']],
    settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement'] } },
    plugins: { house },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'house/walls': ['error', { rooms, libraries }],
      'house/unique-exports': 'error',
      'house/no-cycles': 'error',
      'house/plain-words': 'error',
    },
  },
  {
    files: [`src/{${[...Object.keys(core), ...Object.keys(browser)].join()}}/**/*.ts`],
    rules: {
      'no-restricted-properties': ['error', ...REPLACED],
      'no-restricted-syntax': ['error', { selector: 'ForInStatement', message: 'Pages add properties to prototypes.' }],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.nodeBuiltin } },
  {
    files: ['test/runtimes/servers/**', 'demo/recipes/**'],
    languageOptions: { globals: { Bun: 'readonly', Deno: 'readonly' } },
  },
  { files: ['test/pages/libraries/**'], languageOptions: { globals: globals.browser } },
  { files: ['test/bench/{contenders,in-page,shared}/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
