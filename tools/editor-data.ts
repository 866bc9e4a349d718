import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CssCustomProperty, CustomElement, Package } from 'custom-elements-manifest';
import { BADGE_OPTIONS } from '../src/badge/options.ts';
import type { OptionSpec } from '../src/base/option.ts';
import { OPTIONS } from '../src/element/options.ts';

const root = join(import.meta.dirname, '..');
const TABLES: Readonly<Record<string, Readonly<Record<string, OptionSpec<unknown>>>>> = {
  'datafast-live-map': OPTIONS,
  'datafast-live-badge': BADGE_OPTIONS,
};

interface Value {
  /** As a type, `'auto' | 'light' | 'dark'`. */
  type: string;
  fallback: string | null;
  /** Every valid value, if there are only some. */
  values: readonly string[];
}

/** Writes what editors read beside custom-elements.json: web-types.json for JetBrains, custom data for VS Code. */
export function writeEditorData(): void {
  const manifest = read('custom-elements.json') as Package;
  const { name, version } = read('package.json') as { name: string; version: string };
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((declaration): declaration is CustomElement & typeof declaration => 'tagName' in declaration);
  write('web-types.json', webTypes(elements, name, version));
  write('vscode.html-custom-data.json', htmlData(elements));
  write('vscode.css-custom-data.json', cssData(elements));
}

/** https://github.com/JetBrains/web-types */
function webTypes(elements: readonly CustomElement[], name: string, version: string): object {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: element.description,
          attributes: element.attributes?.map(({ name: attribute, fieldName = attribute, description }) => {
            const { type, fallback, values } = valueOf(element, fieldName);
            const isFlag = type === 'boolean';
            return {
              name: attribute,
              description,
              ...(fallback !== null && { default: fallback }),
              value: isFlag ? { kind: 'no-value', type } : { kind: 'plain', type },
              ...(values.length > 0 && { values: values.map((value) => ({ name: value })) }),
            };
          }),
          slots: element.slots?.map(described),
          js: {
            properties: element.members
              ?.filter((member) => member.kind === 'field' && !member.static)
              .map((member) => ({
                ...described(member),
                ...(member.kind === 'field' && member.type && { type: member.type.text }),
              })),
            events: element.events?.map(described),
          },
          css: {
            properties: element.cssProperties?.map(described),
            parts: element.cssParts?.map(described),
          },
        })),
      },
    },
  };
}

/** https://github.com/microsoft/vscode-custom-data */
function htmlData(elements: readonly CustomElement[]): object {
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tagName,
      description: markdown(element.description),
      attributes: element.attributes?.map(({ name, fieldName = name, description }) => {
        const { type, values } = valueOf(element, fieldName);
        return {
          name,
          description: markdown(description),
          ...(type === 'boolean' && { valueSet: 'v' }),
          ...(values.length > 0 && { values: values.map((value) => ({ name: value })) }),
        };
      }),
    })),
  };
}

function cssData(elements: readonly CustomElement[]): object {
  const properties = new Map<string, CssCustomProperty>();
  const parts = new Map<string, string | undefined>();
  const states = new Map<string, string | undefined>();
  for (const { cssProperties = [], cssParts = [], cssStates = [] } of elements) {
    for (const property of cssProperties) if (!properties.has(property.name)) properties.set(property.name, property);
    for (const { name, description } of cssParts) parts.set(name, parts.get(name) ?? description);
    for (const { name, description } of cssStates) states.set(name, states.get(name) ?? description);
  }
  const selectors = (list: Map<string, string | undefined>, selector: (name: string) => string): object[] =>
    [...list].map(([name, description]) => ({ name: selector(name), description }));
  return {
    version: 1.1,
    properties: [...properties.values()].map(described),
    pseudoClasses: selectors(states, (name) => `:state(${name})`),
    pseudoElements: selectors(parts, (name) => `::part(${name})`),
  };
}

function valueOf({ tagName = '' }: CustomElement, property: string): Value {
  const spec = TABLES[tagName]?.[property];
  if (!spec) return { type: 'string', fallback: null, values: [] };
  const { expected, fallback } = spec as OptionSpec<string | number | boolean | null>;
  const values = expected.startsWith('one of ') ? expected.slice('one of '.length).split(', ') : [];
  const type = values.length > 0 ? values.map((value) => `'${value}'`).join(' | ') : typeof (fallback ?? '');
  return { type, values, fallback: fallback === null || fallback === false ? null : String(fallback) };
}

function markdown(value = ''): object {
  return { kind: 'markdown', value };
}

function described({ name, description }: { name: string; description?: string }): object {
  return { name, ...(description && { description }) };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function write(file: string, content: object): void {
  writeFileSync(join(root, file), `${JSON.stringify(content, null, 2)}\n`);
}
