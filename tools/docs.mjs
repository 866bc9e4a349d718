// npm run docs: writes the README's tables from custom-elements.json, which is made from the JSDoc of the elements, and
// from the tables of their options. `--check` fails where a table is stale. Needs a build, and runs with `--import tsx`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { BADGE_OPTIONS } from '../src/badge/options.ts';
import { OPTIONS } from '../src/element/options.ts';
import { writeGenerated } from './write-generated.mjs';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
const LISTS = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'];

function elementOf(tagName) {
  const element = manifest.modules
    .flatMap((module) => module.declarations)
    .find((declaration) => declaration.tagName === tagName);
  const silent = LISTS.flatMap((list) => element[list] ?? [])
    .filter(({ description }) => !description)
    .map(({ name }) => name);
  if (silent.length > 0) throw new Error(`Nothing is said of ${tagName}'s ${silent.join(', ')}.`);
  return element;
}

const map = elementOf('datafast-live-map');
const badge = elementOf('datafast-live-badge');

const code = (text) => `\`${text}\``;
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** The default first, then what else is good. */
function valuesOf(rules, { name, fieldName }) {
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

const attributesOf = ({ attributes }, rules) =>
  table(
    ['attribute', 'property', 'values (default first)', 'meaning'],
    attributes.map((attribute) => [
      code(attribute.name),
      code(attribute.fieldName ?? attribute.name),
      valuesOf(rules, attribute),
      attribute.description,
    ]),
  );
const partsOf = ({ cssParts }) =>
  table(
    ['part', 'what'],
    cssParts.map(({ name, description }) => [code(name), description]),
  );
const propertiesOf = ({ cssProperties }) =>
  table(
    ['custom property', 'default', 'what'],
    cssProperties.map(({ name, default: value, description }) => [code(name), code(value), description]),
  );

const tables = {
  attributes: attributesOf(map, OPTIONS),
  events: table(
    ['event', 'when, and its `detail`'],
    map.events.map(({ name, description }) => [code(name), description]),
  ),
  slots: table(
    ['slot', 'what'],
    map.slots.map(({ name, description }) => [name ? code(name) : '(default)', description]),
  ),
  parts: partsOf(map),
  properties: propertiesOf(map),
  'badge attributes': attributesOf(badge, BADGE_OPTIONS),
  'badge parts': partsOf(badge),
  'badge properties': propertiesOf(badge),
};

const readme = join(root, 'README.md');
let after = readFileSync(readme, 'utf8');
for (const [name, text] of Object.entries(tables)) {
  const place = new RegExp(`(<!-- ${name}: made by npm run docs -->\n)[\\s\\S]*?(<!-- end -->)`);
  if (!place.test(after)) throw new Error(`README.md has no place for the table "${name}".`);
  after = after.replace(place, (_all, begin, end) => `${begin}\n${text}\n\n${end}`);
}
after = await format(after, { ...(await resolveConfig(readme)), parser: 'markdown' });
writeGenerated(readme, after, 'npm run docs');
