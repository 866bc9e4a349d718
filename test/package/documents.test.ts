import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Marked, type Token, type Tokens } from 'marked';
import { parseCommandLine } from '../../src/adapters/command-line.ts';
import { unpackPackage } from './packed.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const docs = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
const documents = ['README.md', ...docs];
const marked = new Marked();

/** Names that snippets leave to the reader, and packages that an application brings along. */
const SURROUNDINGS = `
declare const apiKey: string;
declare const map: import('datafast-live-map').DatafastLiveMap;
declare const isStaff: (cookie: string | null) => boolean;
declare const client: import('datafast-live-map/proxy/redis').RedisClient & { duplicate(): any };
declare const proxy: import('datafast-live-map/proxy').LiveMapProxy;
declare const response: import('node:http').ServerResponse;
declare const createLiveMapProxy: typeof import('datafast-live-map/proxy').createLiveMapProxy;
declare const redisStore: typeof import('datafast-live-map/proxy/redis').redisStore;
declare module 'vitest';
declare module 'redis';
`;

interface Snippet {
  document: string;
  language: string;
  code: string;
}

function textOf(document: string): string {
  return readFileSync(join(root, document), 'utf8');
}

/** Recipes and applications come from files that have tests of their own. */
function snippetsOf(document: string): Snippet[] {
  const own = textOf(document).replace(/<!-- (?:recipe|app|bundler) [\s\S]*?<!-- end -->/g, '');
  return marked
    .lexer(own)
    .filter((token): token is Tokens.Code => token.type === 'code')
    .map(({ lang = '', text }) => ({ document, language: lang, code: text }));
}

const snippets = documents.flatMap(snippetsOf);
const inLanguage = (...languages: string[]): Snippet[] =>
  snippets.filter(({ language }) => languages.includes(language));

function targetsOf(document: string): string[] {
  const targets: string[] = [];
  const collect = (token: Token): void => {
    if (token.type === 'link' || token.type === 'image') targets.push((token as Tokens.Link).href);
    if (token.type !== 'html') return;
    for (const [, target = ''] of token.raw.matchAll(/ (?:src|srcset|href)="([^"]*)"/g)) targets.push(target);
  };
  marked.walkTokens(marked.lexer(textOf(document)), collect);
  return targets;
}

/** As GitHub forms it. */
function fragmentsOf(document: string): string[] {
  return [...textOf(document).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

interface Named {
  name: string;
}
interface ElementDeclaration {
  tagName?: string;
  attributes: Named[];
  slots: Named[];
  cssParts: Named[];
  cssProperties: Named[];
}

function elements(): Map<string, ElementDeclaration> {
  const { modules } = JSON.parse(textOf('custom-elements.json')) as {
    modules: { declarations: ElementDeclaration[] }[];
  };
  const declarations = modules.flatMap((module) => module.declarations);
  return new Map(declarations.flatMap((one) => (one.tagName === undefined ? [] : [[one.tagName, one] as const])));
}

const namesOf = (list: readonly Named[]): string[] => list.map(({ name }) => name);

describe('README and docs', () => {
  let folder: string;
  let files: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-map-documents-'));
    const packed = await unpackPackage(folder);
    files = packed.files;
    const modules = join(folder, 'app/node_modules');
    await mkdir(join(modules, '@types'), { recursive: true });
    await symlink(packed.installed, join(modules, 'datafast-live-map'));
    await symlink(join(root, 'node_modules/@types/node'), join(modules, '@types/node'));
    await symlink(join(root, 'node_modules/@lit'), join(modules, '@lit'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  test('README is at most 10 kB', async () => {
    const { length } = await readFile(join(root, 'README.md'));
    assert.ok(length <= 10_000, `${length} bytes`);
  });

  test('README links every document', () => {
    const targets = targetsOf('README.md');
    for (const document of docs) assert.ok(targets.includes(document), document);
  });

  for (const document of documents) {
    test(`${document}: relative links lead to files of the package`, () => {
      for (const target of targetsOf(document)) {
        if (/^https?:/.test(target)) continue;
        const [path = '', fragment] = target.split('#');
        const file = path === '' ? document : posix.join(posix.dirname(document), path);
        assert.ok(files.includes(file), target);
        if (fragment !== undefined) assert.ok(fragmentsOf(file).includes(fragment), target);
      }
    });
  }

  test('code snippets compile with the types of the package', async () => {
    const app = join(folder, 'app');
    await writeFile(join(app, 'surroundings.d.ts'), SURROUNDINGS);
    const scripts = inLanguage('js', 'ts').filter(({ code }) => !code.startsWith('module.exports'));
    const inline = inLanguage('html').flatMap(({ document, code }) =>
      [...code.matchAll(/<script type="module">([^]*?)<\/script>/g)].map(([, text = '']) => ({ document, code: text })),
    );
    assert.ok(scripts.length > 10 && inline.length > 0);
    for (const [index, { document, code }] of [...scripts, ...inline].entries()) {
      const name = `${document.replace(/\W/g, '-')}-${index}.mts`;
      await writeFile(join(app, name), `${code}\nexport {};\n`);
    }
    const compilerOptions = {
      target: 'ES2022',
      module: 'NodeNext',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: ['node'],
      strict: false,
      skipLibCheck: true,
      noEmit: true,
    };
    await writeFile(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    const errors = await run(join(root, 'node_modules/.bin/tsc'), ['-p', app]).then(
      () => '',
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    assert.equal(errors, '');
  });

  test('HTML snippets use existing attributes and scripts', () => {
    const known = elements();
    let tags = 0;
    for (const { document, code } of inLanguage('html')) {
      for (const [, tag = '', text = ''] of code.matchAll(/<(datafast-live-\w+)((?:\s[^>]*)?)>/g)) {
        const names = namesOf(known.get(tag)!.attributes);
        for (const [name] of text.replace(/="[^"]*"/g, ' ').matchAll(/[\w-]+/g)) {
          assert.ok(names.includes(name), `${document}: ${tag} ${name}`);
        }
        tags++;
      }
      for (const [, file = ''] of code.matchAll(/datafast-live-map@[\d.]+\/(dist\/[^"]*\w)"/g)) {
        assert.ok(existsSync(join(root, file)), `${document}: ${file}`);
      }
    }
    assert.ok(tags >= 4);
  });

  test('CSS snippets use existing custom properties and parts', () => {
    const known = elements().get('datafast-live-map')!;
    const properties = namesOf(known.cssProperties);
    const parts = namesOf(known.cssParts);
    for (const { document, code } of inLanguage('css')) {
      for (const [name] of code.matchAll(/--live-map-[\w-]+/g))
        assert.ok(properties.includes(name), `${document}: ${name}`);
      for (const [, name = ''] of code.matchAll(/::part\(([\w-]+)\)/g)) {
        assert.ok(parts.includes(name), `${document}: ${name}`);
      }
    }
  });

  test('shell snippets are accepted by the command line', () => {
    const commands = inLanguage('sh').flatMap(({ code }) => code.split('\n').filter((line) => line.includes('npx ')));
    assert.ok(commands.length >= 4);
    for (const line of commands) {
      const [variables = '', command = ''] = line.split(/npx (?:-p \S+ )*datafast-live-map /);
      const environment = Object.fromEntries(
        variables
          .trim()
          .split(' ')
          .map((assignment) => assignment.split('=')),
      ) as Record<string, string>;
      const { name } = parseCommandLine(command.split(' #')[0]!.trim().split(' '), environment);
      assert.ok(name === 'serve' || name === 'doctor', line);
    }
  });

  test('llms.txt links every document and lists each attribute of the map', () => {
    const text = textOf('llms.txt');
    for (const [, file = ''] of text.matchAll(/\]\(([^)]*)\)/g)) assert.ok(files.includes(file), file);
    for (const document of documents) assert.ok(text.includes(`](${document}): `), document);
    for (const name of namesOf(elements().get('datafast-live-map')!.attributes)) {
      assert.ok(text.includes(`- \`${name}\` (`), name);
    }
  });

  test('README’s table of options lists attributes of the map', () => {
    const names = namesOf(elements().get('datafast-live-map')!.attributes);
    const [, table = ''] = /\n## Options\n([^]*?)\n## /.exec(textOf('README.md')) ?? [];
    const rows = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name = '']) => name);
    assert.equal(rows.length, 6);
    for (const name of rows) assert.ok(names.includes(name), name);
  });
});
