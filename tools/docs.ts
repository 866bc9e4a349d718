// npm run docs: writes llms.txt, and the tables in docs/element.md and docs/badge.md, from custom-elements.json, which is
// generated from the JSDoc of the elements, and from their option tables. `--check` fails if one is stale. Needs a build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attribute, CustomElement, Package } from 'custom-elements-manifest';
import { BADGE_OPTIONS } from '../src/badge/options.ts';
import type { OptionSpec } from '../src/base/option.ts';
import { OPTIONS } from '../src/element/options.ts';
import { defined } from './defined.ts';
import { llmsText } from './llms.ts';
import { writeGenerated } from './write-generated.ts';
import { formatted } from './format.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as Package;
const LISTS = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'] as const;

/** The option table of an element, by property. */
type Rules = Readonly<Record<string, OptionSpec<unknown>>>;

function elementOf(tagName: string): CustomElement {
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((one): one is CustomElement & typeof one => 'tagName' in one && one.tagName === tagName);
  if (!element) throw new Error(`custom-elements.json has no ${tagName}.`);
  const silent = LISTS.flatMap((list) => element[list] ?? [])
    .filter(({ description }) => !description)
    .map(({ name }) => name);
  if (silent.length > 0) throw new Error(`${tagName} has no description of ${silent.join(', ')}.`);
  return element;
}

const map = elementOf('datafast-live-map');
const badge = elementOf('datafast-live-badge');

const code = (text: unknown): string => `\`${String(text)}\``;
const cell = (text = ''): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (string | undefined)[][] = []): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** The default first, then other valid values. */
function valuesOf(rules: Rules, { name, fieldName = '' }: Attribute): string {
  const rule = rules[fieldName];
  if (!rule) return 'the nearest `lang`';
  if (rule.fallback === null) return rule.expected;
  if (rule.fallback === false) return 'off';
  if (!rule.expected.startsWith('one of ')) {
    return `${code(rule.fallback)} · ${rule.expected.replaceAll('"', '`').replace('`world`, ', '')}`;
  }
  const values = rule.expected.slice('one of '.length).split(', ');
  return values.map(code).join(' ') || name;
}

const attributesOf = ({ attributes }: CustomElement, rules: Rules): string =>
  table(
    ['attribute', 'property', 'values (default first)', 'meaning'],
    attributes?.map((attribute) => [
      code(attribute.name),
      code(attribute.fieldName ?? attribute.name),
      valuesOf(rules, attribute),
      attribute.description,
    ]),
  );
const partsOf = ({ cssParts }: CustomElement): string =>
  table(
    ['part', 'meaning'],
    cssParts?.map(({ name, description }) => [code(name), description]),
  );
const propertiesOf = ({ cssProperties }: CustomElement): string =>
  table(
    ['custom property', 'default', 'meaning'],
    cssProperties?.map(({ name, default: value, description }) => [code(name), code(value), description]),
  );

const statesOf = ({ cssStates }: CustomElement): string =>
  table(
    ['state', 'meaning'],
    cssStates?.map(({ name, description }) => [code(name), description]),
  );

const documents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/element.md': {
    attributes: attributesOf(map, OPTIONS),
    events: table(
      ['event', 'when, and its `detail`'],
      map.events?.map(({ name, description }) => [code(name), description]),
    ),
    slots: table(
      ['slot', 'content'],
      map.slots?.map(({ name, description }) => [name ? code(name) : '(default)', description]),
    ),
    states: statesOf(map),
    parts: partsOf(map),
    properties: propertiesOf(map),
  },
  'docs/badge.md': {
    'badge attributes': attributesOf(badge, BADGE_OPTIONS),
    'badge parts': partsOf(badge),
    'badge properties': propertiesOf(badge),
  },
};

for (const [document, tables] of Object.entries(documents)) {
  const file = join(root, document);
  let after = readFileSync(file, 'utf8');
  for (const [name, text] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name}: made by npm run docs -->\n)[\\s\\S]*?(<!-- end -->)`);
    if (!place.test(after)) throw new Error(`${document} has no place for the table "${name}".`);
    after = after.replace(place, (_all, begin: string, end: string) => `${begin}\n${text}\n\n${end}`);
  }
  after = await formatted(file, after);
  writeGenerated(file, after, 'npm run docs');
}

const options = defined(map.attributes).map((attribute) => ({
  name: attribute.name,
  values: valuesOf(OPTIONS, attribute),
  description: attribute.description ?? '',
}));
writeGenerated(join(root, 'llms.txt'), llmsText(options), 'npm run docs');
