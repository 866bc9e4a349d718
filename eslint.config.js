import { builtinModules } from 'node:module';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The house: which room of src may import from which others (CONTRIBUTING.md draws it). Everything else is refused.
 * Two sides, the element and the proxy, never meet: what both need is pure and lives below them.
 */
const rooms = {
  protocol: [],
  geocode: ['protocol'],
  map: ['protocol'],
  i18n: ['protocol'],
  ticker: ['protocol', 'i18n'],
  client: ['protocol'],
  simulator: ['protocol'],
  palette: [],
  styles: ['palette'],
  pictures: ['protocol', 'geocode', 'map', 'i18n', 'palette'],
  view: ['protocol', 'map', 'ticker', 'i18n', 'styles'],
  controllers: ['protocol', 'client', 'geocode', 'map'],
  base: ['protocol', 'i18n', 'client', 'controllers'],
  explore: ['protocol', 'map', 'view', 'controllers'],
  element: [
    'protocol',
    'map',
    'ticker',
    'i18n',
    'styles',
    'view',
    'client',
    'geocode',
    'controllers',
    'base',
    'explore',
  ],
  badge: ['protocol', 'i18n', 'styles', 'client', 'controllers', 'base'],
  frameworks: ['element', 'badge'],
  proxy: ['protocol', 'geocode', 'map', 'i18n', 'simulator', 'pictures'],
  doctor: ['protocol', 'client'],
  adapters: ['proxy', 'doctor'],
};
/** Libraries that only some rooms may know. */
const libraries = [
  {
    name: 'lit',
    regex: '^(lit|lit-html|@lit)($|/)',
    rooms: ['element', 'badge', 'base', 'explore', 'controllers', 'view', 'styles', 'frameworks'],
  },
  { name: 'a framework', regex: '^(react|vue|svelte)($|/)', rooms: ['frameworks'] },
  { name: 'd3-geo', regex: '^(d3-|topojson-)', rooms: ['map'] },
  { name: 'Node', regex: `^(node:|(${builtinModules.join('|')})$)`, rooms: ['adapters'] },
];

/** A room's own files, and those of a folder in it, from where the other rooms are a step farther away. */
const depths = [
  { files: '*', out: '../' },
  { files: '*/**', out: '../../' },
];

const walls = Object.entries(rooms).flatMap(([room, allowed]) => {
  const open = [room, ...allowed].join('|');
  const foreign = libraries.filter((library) => !library.rooms.includes(room));
  const message = `src/${room} may import from ${allowed.join(', ') || 'no other room'}.`;
  return depths.map(({ files, out }) => {
    const beyond = `^${out.replaceAll('.', '\\.')}(?!(${open})/)`;
    return {
      files: [`src/${room}/${files}`],
      rules: {
        // import() is not covered by no-restricted-imports.
        'no-restricted-syntax': [
          'error',
          { selector: `ImportExpression[source.value=/${beyond.replaceAll('/', '\\u002F')}/]`, message },
          ...foreign.map(({ name, regex, rooms: homes }) => ({
            selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
            message: `${name} lives in ${homes.join(', ')} only.`,
          })),
        ],
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { regex: beyond, message },
              ...libraries
                .filter((library) => !library.rooms.includes(room))
                .map(({ name, regex, rooms: homes }) => ({
                  regex,
                  message: `${name} lives in ${homes.join(', ')} only.`,
                })),
            ],
          },
        ],
      },
    };
  });
});

export default defineConfig(
  globalIgnores([
    'dist',
    'dist-demo',
    'coverage',
    'custom-elements.json',
    '**/*.data.ts',
    'test/bench/{dist,gen}',
    'test/runtimes/{apps,bundlers,cases,react-18,typed}',
    // Each with the tools and the rules of its framework or bundler.
    'demo/{bundlers,frameworks}',
  ]),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice']],
    settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement'] } },
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.nodeBuiltin } },
  {
    files: ['test/runtimes/servers/**', 'demo/recipes/**'],
    languageOptions: { globals: { Bun: 'readonly', Deno: 'readonly' } },
  },
  // It holds functions that run inside a page.
  { files: ['tools/pictures.mjs'], languageOptions: { globals: { document: 'readonly' } } },
  { files: ['test/bench/{contenders,in-page,shared}/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  ...walls,
);
