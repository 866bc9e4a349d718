import { VERSION } from '../../src/base/version.ts';

/** What is set on the element, in the words of HTML. */
export interface Setting {
  /** `true`: an attribute without a value. */
  attributes: readonly Attribute[];
  /** CSS custom properties. */
  style: readonly { name: string; value: string }[];
  /** Whether the application has a snapshot of its own to show. */
  ownSnapshot: boolean;
}

export interface Attribute {
  name: string;
  value: string | number | true;
}

/** The code that gives what is to be seen, as it stands in an application of each kind. */
export const SNIPPETS = { HTML: html, React: react, Vue: vue, Svelte: svelte, 'Next.js': next } as const;

export type Framework = keyof typeof SNIPPETS;

const LINE = 80;
const SCRIPT = `https://cdn.jsdelivr.net/npm/datafast-live-map@${VERSION}/dist/cdn/datafast-live-map.js`;

function html({ attributes, style, ownSnapshot }: Setting): string {
  const options = attributes.map(({ name, value }) => (value === true ? name : `${name}="${quoted(value)}"`));
  return lines(
    `<script type="module" src="${SCRIPT}"></script>`,
    styleTag(style),
    `${tag('datafast-live-map', options)}</datafast-live-map>`,
    ownSnapshot &&
      `<script type="module">\n  document.querySelector('datafast-live-map').snapshot = yourSnapshot;\n</script>`,
  );
}

function react(setting: Setting): string {
  const options = [...jsxOptions(setting), ...(setting.ownSnapshot ? ['snapshot={snapshot}'] : [])];
  return lines(
    "import 'datafast-live-map';",
    "import 'datafast-live-map/react';",
    setting.ownSnapshot && "import type { Snapshot } from 'datafast-live-map';",
    setting.style.length > 0 && "import './live-map.css';",
    '',
    `export function LiveMap(${setting.ownSnapshot ? '{ snapshot }: { snapshot: Snapshot }' : ''}) {`,
    jsx('datafast-live-map', options),
    '}',
    styleSheet(setting),
  );
}

/** The package's own component: it is written by the server, and brings the element along in the browser. */
function next(setting: Setting): string {
  const options = [...jsxOptions(setting), ...(setting.ownSnapshot ? ['snapshot={snapshot}'] : [])];
  return lines(
    "import { LiveMap } from 'datafast-live-map/react';",
    setting.ownSnapshot && "import type { Snapshot } from 'datafast-live-map';",
    setting.style.length > 0 && "import './live-map.css';",
    '',
    `export default function Page(${setting.ownSnapshot ? '{ snapshot }: { snapshot: Snapshot }' : ''}) {`,
    jsx('LiveMap', options),
    '}',
    styleSheet(setting),
  );
}

function vue({ attributes, style, ownSnapshot }: Setting): string {
  const options = attributes.map(({ name, value }) => {
    if (value === true) return name;
    return typeof value === 'number' ? `:${name}="${value}"` : `${name}="${quoted(value)}"`;
  });
  return lines(
    '<script setup lang="ts">',
    "import 'datafast-live-map';",
    "import 'datafast-live-map/vue';",
    ownSnapshot && "import type { Snapshot } from 'datafast-live-map';\n\ndefineProps<{ snapshot: Snapshot }>();",
    '</script>',
    '',
    '<template>',
    indented(tag('datafast-live-map', [...options, ...(ownSnapshot ? [':snapshot="snapshot"'] : [])], ' />')),
    '</template>',
    style.length > 0 && `\n${styleTag(style, ' scoped')}`,
  );
}

function svelte({ attributes, style, ownSnapshot }: Setting): string {
  const options = attributes.map(({ name, value }) => {
    if (value === true) return name;
    if (typeof value === 'number') return `${name}={${value}}`;
    // A brace would begin an expression.
    return /[{}]/.test(value) ? `${name}={${JSON.stringify(value)}}` : `${name}="${quoted(value)}"`;
  });
  return lines(
    '<script lang="ts">',
    "  import 'datafast-live-map';",
    "  import 'datafast-live-map/svelte';",
    ownSnapshot &&
      "  import type { Snapshot } from 'datafast-live-map';\n\n  let { snapshot }: { snapshot: Snapshot } = $props();",
    '</script>',
    '',
    `${tag('datafast-live-map', [...options, ...(ownSnapshot ? ['{snapshot}'] : [])])}</datafast-live-map>`,
    style.length > 0 && `\n${styleTag(style)}`,
  );
}

function jsxOptions({ attributes }: Setting): string[] {
  return attributes.map(({ name, value }) => {
    if (value === true) return camel(name);
    return `${camel(name)}=${typeof value === 'number' ? `{${value}}` : `"${quoted(value)}"`}`;
  });
}

function jsx(name: string, options: readonly string[]): string {
  const element = tag(name, options, ' />');
  if (!element.includes('\n')) return `  return ${element};`;
  return `  return (\n${indented(indented(element))}\n  );`;
}

/** On one line where it fits. */
function tag(name: string, options: readonly string[], end = '>'): string {
  const line = [`<${name}`, ...options].join(' ');
  if (line.length <= LINE) return line + end;
  return `<${name}\n${options.map((option) => `  ${option}`).join('\n')}\n${end.trim()}`;
}

function rules(style: Setting['style']): string {
  return lines('datafast-live-map {', ...style.map(({ name, value }) => `  ${name}: ${value};`), '}');
}

function styleTag(style: Setting['style'], attribute = ''): string | false {
  return style.length > 0 && `<style${attribute}>\n${indented(rules(style))}\n</style>`;
}

function styleSheet({ style }: Setting): string | false {
  return style.length > 0 && `\n/* live-map.css */\n${rules(style)}`;
}

function lines(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join('\n');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

/** JSX and the templates of Vue and Svelte have the same entities as HTML. */
function quoted(value: string | number): string {
  return String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
