import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import type { CustomElement, Package } from 'custom-elements-manifest';
import manifestSchema from 'custom-elements-manifest/schema.json' with { type: 'json' };
import css from 'vscode-css-languageservice';
import html from 'vscode-html-languageservice';

const root = join(import.meta.dirname, '../..');

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

const manifest = json('custom-elements.json') as Package;
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter((declaration): declaration is CustomElement & typeof declaration => 'tagName' in declaration);

describe('custom-elements.json', () => {
  test('is valid for its schema version', () => {
    assert.equal(manifest.schemaVersion, '2.1.0');
    const validate = new Ajv({ strict: false, allErrors: true }).compile(manifestSchema);
    validate(manifest);
    assert.deepEqual(validate.errors, null);
  });

  test('lists modules and exports that the package exports', async () => {
    const { exports } = json('package.json') as { exports: Record<string, string | { default: string }> };
    const published = Object.values(exports).map((target) => (typeof target === 'string' ? target : target.default));
    for (const { path, exports: names = [] } of manifest.modules) {
      assert.ok(published.includes(`./${path}`), path);
      const module = (await import(join(root, path))) as object;
      for (const { kind, name } of names) if (kind === 'js') assert.ok(name in module, `${path}: ${name}`);
    }
    assert.doesNotMatch(JSON.stringify(manifest), /"(module|path)":"\/?src\//);
  });

  test('lists the two elements and their events, and nothing internal', () => {
    const names = manifest.modules.flatMap(({ declarations = [] }) => declarations.map(({ name }) => name));
    const isEvent = (name: string): boolean => /^LiveMap\w+Event$/.test(name);
    assert.deepEqual(
      names.filter((name) => !isEvent(name)),
      ['DatafastLiveMap', 'DatafastLiveBadge'],
    );
    assert.ok(names.filter(isEvent).length >= 4);
    for (const { members = [] } of elements) {
      for (const { name, privacy } of members) assert.ok(privacy !== 'private' && !name.startsWith('#'), name);
    }
  });

  test('lists the states of both elements', () => {
    const states = ['unconfigured', 'loading', 'live', 'stale', 'error'];
    for (const { cssStates = [] } of elements)
      assert.deepEqual(
        cssStates.map(({ name }) => name),
        states,
      );
  });
});

describe('editor data', () => {
  test('completes tags, attributes and values in HTML with VS Code’s custom data', () => {
    const data = json('vscode.html-custom-data.json') as { tags: [] };
    const provider = html.newHTMLDataProvider('live-map', { version: 1.1, tags: data.tags });
    const service = html.getLanguageService({ useDefaultDataProvider: false, customDataProviders: [provider] });
    const labelsIn = (text: string): string[] => {
      const [before = ''] = text.split('|');
      const document = html.TextDocument.create('file:///a.html', 'html', 1, text.replace('|', ''));
      const { items } = service.doComplete(
        document,
        document.positionAt(before.length),
        service.parseHTMLDocument(document),
      );
      return items.map(({ label }) => label);
    };
    assert.deepEqual(labelsIn('<data|'), ['datafast-live-map', 'datafast-live-badge']);
    for (const { name } of elements[0]!.attributes!) {
      assert.ok(labelsIn('<datafast-live-map |></datafast-live-map>').includes(name), name);
    }
    assert.deepEqual(labelsIn('<datafast-live-map projection="|"></datafast-live-map>'), [
      'equal-earth',
      'natural-earth',
      'mercator',
      'equirectangular',
      'globe',
    ]);
  });

  test('completes custom properties and parts in CSS', () => {
    const data = json('vscode.css-custom-data.json') as { properties: []; pseudoElements: [] };
    const provider = css.newCSSDataProvider({ version: 1.1, ...data });
    const service = css.getCSSLanguageService({ useDefaultDataProvider: false, customDataProviders: [provider] });
    const text = 'datafast-live-map {  }';
    const document = css.TextDocument.create('file:///a.css', 'css', 1, text);
    const completed = service.doComplete(document, document.positionAt(20), service.parseStylesheet(document));
    const labels = completed.items.map(({ label }) => label);
    for (const { name } of elements.flatMap(({ cssProperties = [] }) => cssProperties)) {
      assert.ok(labels.includes(name), name);
    }
    const parts = data.pseudoElements.map(({ name }: { name: string }) => name);
    for (const { name } of elements[0]!.cssParts!) assert.ok(parts.includes(`::part(${name})`), name);
  });

  test('has the same elements in web-types.json', () => {
    const { 'web-types': file, version } = json('package.json') as { 'web-types': string; version: string };
    const types = json(file) as {
      version: string;
      contributions: { html: { elements: { name: string; attributes: { name: string; default?: string }[] }[] } };
    };
    assert.equal(types.version, version);
    const described = types.contributions.html.elements;
    assert.deepEqual(
      described.map(({ name, attributes }) => [name, attributes.map((attribute) => attribute.name)]),
      elements.map(({ tagName, attributes = [] }) => [tagName, attributes.map(({ name }) => name)]),
    );
    assert.equal(described[0]!.attributes.find(({ name }) => name === 'ticker-size')?.default, '5');
  });
});
