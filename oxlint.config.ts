import { defineConfig, type OxlintConfig } from 'oxlint';

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
/** What may be published: pure as well, and not for browsers. */
const shared = { privacy: ['protocol', 'geocode'] };
/** HTML of the element without a DOM; it may import from core as well. */
const rendered = {
  server: ['client', 'controllers', 'base', 'layers', 'camera', 'element', 'privacy'],
  embed: ['base', 'element', 'kiosk', 'server'],
};
/** The proxy; each room may import from core and the simulator as well. The doctor reads answers as the element does. */
const server = {
  pictures: [],
  // The page of /embed is loaded when it is asked for.
  proxy: ['privacy', 'pictures', 'embed'],
  doctor: ['client'],
  adapters: ['proxy', 'doctor'],
};

/** The house (CONTRIBUTING.md draws it): which room of src may import from which others. */
const rooms: Record<string, string[]> = { ...core, ...shared, simulator: Object.keys(core) };
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

/** What ESLint recommends beyond oxlint’s category `correctness`. */
const RECOMMENDED = [
  'no-case-declarations no-empty no-fallthrough no-prototype-builtins no-regex-spaces no-unexpected-multiline',
  'no-useless-assignment preserve-caught-error',
];
/** The same for TypeScript, and what typescript-eslint has in its strict and stylistic sets. */
const RECOMMENDED_FOR_TYPESCRIPT = [
  'no-array-constructor no-empty-function no-useless-constructor no-var prefer-const prefer-rest-params',
  'prefer-spread',
];
const TYPESCRIPT = [
  'adjacent-overload-signatures array-type ban-tslint-comment class-literal-property-style',
  'consistent-generic-constructors consistent-indexed-object-style consistent-type-assertions',
  'consistent-type-definitions consistent-type-imports dot-notation no-confusing-non-null-assertion',
  'no-confusing-void-expression no-deprecated no-dynamic-delete no-empty-object-type no-explicit-any',
  'no-extraneous-class no-generated-empty-object-type no-invalid-void-type no-misused-promises no-mixed-enums',
  'no-namespace no-non-null-asserted-nullish-coalescing no-non-null-assertion no-require-imports',
  'no-unnecessary-boolean-literal-compare no-unnecessary-condition no-unnecessary-template-expression',
  'no-unnecessary-type-arguments no-unnecessary-type-assertion no-unnecessary-type-constraint',
  'no-unnecessary-type-conversion no-unnecessary-type-parameters no-unsafe-argument no-unsafe-assignment',
  'no-unsafe-call no-unsafe-enum-comparison no-unsafe-function-type no-unsafe-member-access no-unsafe-return',
  'non-nullable-type-assertion-style only-throw-error prefer-find prefer-for-of prefer-function-type',
  'prefer-includes prefer-literal-enum-member prefer-nullish-coalescing prefer-optional-chain',
  'prefer-promise-reject-errors prefer-reduce-type-parameter prefer-regexp-exec prefer-return-this-type',
  'prefer-string-starts-ends-with related-getter-setter-pairs require-await unified-signatures',
  'use-unknown-in-catch-callback-variable',
];
const LIT = [
  'attribute-value-entities binding-positions no-duplicate-template-bindings no-invalid-html no-legacy-template-syntax',
  'no-property-change-update',
];
const WEB_COMPONENTS = [
  'attach-shadow-constructor guard-super-call no-child-traversal-in-attributechangedcallback',
  'no-child-traversal-in-connectedcallback no-closed-shadow-root no-constructor-attributes no-constructor-params',
  'no-customized-built-in-elements no-invalid-element-name no-invalid-extends no-self-class no-typos',
  'require-listener-teardown',
];

/** @param names Of rules, by spaces. @param plugin That they belong to. */
function errors(names: readonly string[], plugin?: string): NonNullable<OxlintConfig['rules']> {
  const prefix = plugin === undefined ? '' : `${plugin}/`;
  return Object.fromEntries(names.flatMap((line) => line.split(' ')).map((name) => [`${prefix}${name}`, 'error']));
}

export default defineConfig({
  plugins: ['oxc'],
  categories: { correctness: 'error' },
  options: { typeAware: true, typeCheck: true, reportUnusedDisableDirectives: 'error' },
  env: { builtin: true },
  ignorePatterns: [
    'dist',
    'dist-demo',
    'coverage',
    'custom-elements.json',
    '**/*.data.ts',
    'test/bench/{dist,gen}',
    'test/runtimes/{apps,bundlers,cases,react-18,rendered,typed}',
    // Each with the tools and the rules of its framework or bundler.
    'demo/{bundlers,frameworks,recipes/rendered}',
  ],
  settings: { wc: { elementBaseClasses: ['LitElement', 'ReactiveElement'] } },
  rules: errors(RECOMMENDED),
  overrides: [
    {
      files: ['**/*.ts'],
      plugins: ['typescript'],
      rules: {
        ...errors(RECOMMENDED_FOR_TYPESCRIPT),
        ...errors(TYPESCRIPT, 'typescript'),
        'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
        // Texts are sorted as well as numbers.
        'typescript/require-array-sort-compare': 'off',
        'typescript/restrict-plus-operands': [
          'error',
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
      },
    },
    { files: ['**/*.{js,mjs}'], env: { 'shared-node-browser': true, node: true }, rules: { 'no-undef': 'error' } },
    {
      files: ['src/**/*.ts'],
      jsPlugins: ['eslint-plugin-lit', 'eslint-plugin-wc', { name: 'house', specifier: './tools/lint/rules.ts' }],
      rules: {
        ...errors(LIT, 'lit'),
        ...errors(WEB_COMPONENTS, 'wc'),
        'max-lines': ['error', { max: 300 }],
        'house/walls': ['error', { rooms, libraries }],
        'house/unique-exports': 'error',
        'house/no-cycles': 'error',
        'house/plain-words': 'error',
      },
    },
    {
      files: [`src/{${[...Object.keys(core), ...Object.keys(browser)].join()}}/**/*.ts`],
      rules: { 'no-restricted-properties': ['error', ...REPLACED], 'house/no-for-in': 'error' },
    },
    {
      files: ['{build,demo,test,tools}/**/*.{ts,js,mjs}'],
      jsPlugins: [{ name: 'house', specifier: './tools/lint/rules.ts' }],
      rules: { 'house/plain-words': 'error' },
    },
    {
      files: ['test/runtimes/servers/**', 'demo/recipes/**'],
      globals: { Bun: 'readonly', Deno: 'readonly' },
    },
    { files: ['test/pages/libraries/**', 'test/bench/{contenders,in-page,shared}/**'], env: { browser: true } },
    {
      files: ['test/**/*.ts'],
      plugins: ['typescript'],
      rules: {
        'typescript/no-non-null-assertion': 'off',
        'typescript/no-floating-promises': 'off',
        'no-unused-expressions': 'off',
      },
    },
  ],
});
