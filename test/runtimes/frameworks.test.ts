import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { SNIPPETS, type Framework, type Setting } from '../../demo/playground/snippet.ts';
import { listen } from '../pages/serve.ts';
import { addCases, application, assertAtHome, assertCases, execute, serving } from './application.ts';

const here = import.meta.dirname;
const frameworks = join(here, '../../demo/frameworks');
/** Pages under test talk to this machine only. */
const CDN = /https:\/\/cdn\.jsdelivr\.net\/npm\/datafast-live-map@[^/]+/;

/** What the playground of the demo shows for a framework has to compile there, too. */
async function writeSnippet(folder: string, framework: Framework, file: string): Promise<void> {
  const setting: Setting = {
    attributes: [
      { name: 'proxy-url', value: '/live' },
      { name: 'projection', value: 'globe' },
      { name: 'borders', value: true },
      { name: 'ticker-size', value: 3 },
      { name: 'label', value: 'Who is "here" & now, {right now}' },
      { name: 'lang', value: 'de' },
    ],
    style: [{ name: '--live-map-land', value: '#eeddcc' }],
    ownSnapshot: true,
  };
  const [withoutStyleSheet = ''] = SNIPPETS[framework](setting).split('/* live-map.css */');
  await writeFile(join(folder, 'src/live-map.css'), '');
  // As the types of Vite and Next.js have it.
  await writeFile(join(folder, 'src/css.d.ts'), "declare module '*.css';\n");
  await writeFile(join(folder, 'src', file), withoutStyleSheet);
}

interface Manifest {
  modules: { declarations: Declaration[] }[];
}
interface Declaration {
  tagName?: string;
  attributes?: { name: string; fieldName?: string }[];
  events?: { name: string }[];
}

/** A module that compiles if the types have each attribute, property and event of both elements in custom-elements.json. */
async function writeAgreement(folder: string): Promise<void> {
  const file = join(folder, 'node_modules/datafast-live-map/custom-elements.json');
  const { modules } = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined);
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), ['datafast-live-badge', 'datafast-live-map']);
  const types = elements.map(({ tagName, attributes = [], events = [] }, index) => {
    assert.ok(attributes.length >= 8, `${tagName!} has attributes`);
    const names = [
      ...attributes.flatMap(({ name, fieldName = name }) => [name, fieldName]),
      ...events.map(({ name }) => `on${name}`),
    ];
    const union = names.map((name) => `'${name}'`).join(' | ');
    return `type Known${index}<Name extends keyof JSX.IntrinsicElements['${tagName!}']> = Name;
      export type All${index} = Known${index}<${union}>;`;
  });
  const head = "import 'datafast-live-map/react';\nimport type { JSX } from 'react';\n";
  await writeFile(join(folder, 'src/agreement.ts'), head + types.join('\n'));
}

describe('an application that uses the packed tarball', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  /** Serves what was built, and looks at it. */
  async function look(folder: string): Promise<void> {
    const { server, origin } = await listen(serving(folder));
    try {
      await assertAtHome(browser, origin);
      if (existsSync(join(folder, 'cases.html'))) await assertCases(browser, `${origin}/cases.html`);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }

  test('React 19: compiles valid templates, rejects invalid ones, and works', async () => {
    const folder = await application('react');
    await cp(join(here, 'typed/react.tsx'), join(folder, 'src/typed.tsx'));
    await addCases(folder, 'react', 'cases.tsx');
    await writeSnippet(folder, 'React', 'snippet.tsx');
    await writeSnippet(folder, 'Next.js', 'snippet-of-next.tsx');
    await writeAgreement(folder);
    await execute(folder, 'typescript/bin/tsc');
    await execute(folder, 'vite/bin/vite.js', 'build', '--config', 'both.config.js');
    await look(join(folder, 'dist'));
  });

  test('React 18: works through the component of the package', async () => {
    const folder = await application('react-18', join(here, 'react-18'));
    await cp(join(frameworks, 'nextjs/app/shop.jsx'), join(folder, 'shop.jsx'));
    await addCases(folder, 'react-18', 'cases.jsx');
    await execute(folder, 'vite/bin/vite.js', 'build', '--config', 'both.config.js');
    await look(join(folder, 'dist'));
  });

  test('Vue 3: compiles valid templates, rejects invalid ones, and works', async () => {
    const folder = await application('vue');
    await cp(join(here, 'typed/vue.vue'), join(folder, 'src/Typed.vue'));
    await addCases(folder, 'vue', 'cases.ts');
    await writeSnippet(folder, 'Vue', 'Snippet.vue');
    await execute(folder, 'vue-tsc/bin/vue-tsc.js');
    await execute(folder, 'vite/bin/vite.js', 'build', '--config', 'both.config.js');
    await look(join(folder, 'dist'));
  });

  test('Svelte 5: compiles valid templates, rejects invalid ones, and works', async () => {
    const folder = await application('svelte');
    await cp(join(here, 'typed/svelte.svelte'), join(folder, 'src/Typed.svelte'));
    await addCases(folder, 'svelte', 'cases.ts');
    await writeSnippet(folder, 'Svelte', 'Snippet.svelte');
    await execute(folder, 'svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings');
    await execute(folder, 'vite/bin/vite.js', 'build', '--config', 'both.config.js');
    await look(join(folder, 'dist'));
  });

  for (const framework of ['solid', 'preact'] as const) {
    test(`${framework}: compiles valid templates, rejects invalid ones, and works`, async () => {
      const folder = await application(framework);
      await cp(join(here, `typed/${framework}.tsx`), join(folder, 'src/typed.tsx'));
      await addCases(folder, framework, 'cases.tsx');
      await execute(folder, 'typescript/bin/tsc');
      await execute(folder, 'vite/bin/vite.js', 'build', '--config', 'both.config.js');
      await look(join(folder, 'dist'));
    });
  }

  test('plain HTML: works with the single file', async () => {
    const folder = await application('html');
    const file = join(folder, 'index.html');
    const page = await readFile(file, 'utf8');
    assert.match(page, CDN);
    await writeFile(file, page.replace(CDN, '/node_modules/datafast-live-map'));
    await look(folder);
  });
});
