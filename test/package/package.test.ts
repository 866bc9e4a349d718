import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { unpackPackage } from './packed.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

interface Manifest {
  name: string;
  version: string;
  main: string;
  types: string;
  exports: Record<string, string | { types: string; default: string }>;
  typesVersions: { '*': Record<string, string[]> };
  alias: Record<string, string>;
}

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;

const STRICT = {
  target: 'ES2022',
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  strict: true,
  skipLibCheck: false,
  noEmit: true,
};

/** Good use compiles, and bad use does not. */
const APPLICATION = `
import { DatafastLiveMap, LiveMapPaymentEvent, registerMessages, type Snapshot } from 'datafast-live-map';
import { DatafastLiveBadge } from 'datafast-live-map/badge';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { liveMapStyleHash, renderLiveMap } from 'datafast-live-map/server';
const html: string = renderLiveMap(null, { attributes: { 'proxy-url': '/live', borders: true }, lang: 'de' });
// @ts-expect-error there is no such option
renderLiveMap(null, { locale: 'de' });
const map: DatafastLiveMap | null = document.querySelector('datafast-live-map');
map?.addEventListener('datafast-payment', ({ detail }) => {
  const amount: number | null = detail.payment.amount;
  void amount;
});
document.addEventListener('datafast-status', (event) => {
  // @ts-expect-error there is no such status
  if (event.detail.status === 'asleep') return;
});
document.createElement('datafast-live-map').projection = 'globe';
const badge: DatafastLiveBadge = document.createElement('datafast-live-badge');
badge.minCount = 5;
// @ts-expect-error there is no such theme
badge.theme = 'sepia';
// @ts-expect-error there is no such projection
document.createElement('datafast-live-map').projection = 'flat';
registerMessages('de', { people: { one: 'Person', other: 'Personen' } });
const snapshot: Snapshot | null = map?.snapshot ?? null;
const listener = toNodeListener(createLiveMapProxy({ sampleData: true }));
// @ts-expect-error there is no such option
createLiveMapProxy({ sampleDate: true });
export { html, listener, LiveMapPaymentEvent, liveMapStyleHash, snapshot };
`;

const entries = Object.keys(manifest.exports).filter((key) => !/\.json$|\*/.test(key));

function entryOf(key: string): { types: string; default: string } {
  const entry = manifest.exports[key];
  assert.ok(typeof entry === 'object', key);
  return entry;
}

describe('the public entries', () => {
  test('are exactly the documented specifiers', () => {
    assert.deepEqual(entries, [
      '.',
      './element',
      './badge',
      './proxy',
      './geocode',
      './server',
      './proxy/node',
      './proxy/redis',
      './proxy/png',
      './proxy/workers',
      './react',
      './vue',
      './svelte',
      './solid',
      './preact',
      './angular',
    ]);
  });

  test('resolve without `exports`: in Parcel, and in TypeScript with `moduleResolution: "node10"`', () => {
    assert.deepEqual({ types: manifest.types, default: manifest.main }, entryOf('.'));
    const subpaths = entries.slice(1);
    const types = subpaths.map((key) => [key.slice(2), [entryOf(key).types]] as const);
    assert.deepEqual(manifest.typesVersions, { '*': Object.fromEntries(types) });
    const forBrowsers = subpaths.filter((key) => !/^\.\/(proxy|server)/.test(key));
    assert.deepEqual(manifest.alias, Object.fromEntries(forBrowsers.map((key) => [key, entryOf(key).default])));
  });

  // Angular's own build makes code of what is declared for it; test/runtimes/angular.test.ts has it.
  for (const key of entries.filter((entry) => entry !== './angular')) {
    test(`${manifest.name}${key.slice(1)} can be imported twice on a server`, async () => {
      const specifier = manifest.name + key.slice(1);
      const first = (await import(specifier)) as object;
      const second = (await import(`${import.meta.resolve(specifier)}?again`)) as object;
      const hasTypesOnly = ['./svelte', './solid', './preact'].includes(key);
      assert.equal(Object.keys(first).length > 0, !hasTypesOnly);
      assert.deepEqual(Object.keys(second), Object.keys(first));
    });
  }

  test('have the version of the package', async () => {
    const { DatafastLiveMap } = (await import(`${manifest.name}/element`)) as { DatafastLiveMap: { version: string } };
    assert.equal(DatafastLiveMap.version, manifest.version);
    const { DatafastLiveBadge } = (await import(`${manifest.name}/badge`)) as {
      DatafastLiveBadge: { version: string };
    };
    assert.equal(DatafastLiveBadge.version, manifest.version);
  });
});

describe('the packed tarball', () => {
  let folder: string;
  let installed: string;
  let files: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-map-pack-'));
    ({ installed, files } = await unpackPackage(folder));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  test('contains the published files and nothing else', () => {
    const scripts = ['map', 'badge'].flatMap((name) =>
      ['js', 'iife.js'].map((ending) => `dist/cdn/datafast-live-${name}.${ending}`),
    );
    const strays = files.filter(
      (path) => !/^(dist\/|docs\/|schema\/|[\w.-]+\.json$|llms\.txt$|[A-Z]+(\.md)?$)/.test(path),
    );
    assert.deepEqual(strays, []);
    for (const path of [...scripts, 'LICENSE', 'NOTICE']) {
      assert.ok(files.includes(path), `${path} is missing`);
    }
  });

  test('contains at most 600 files', () => {
    assert.ok(files.length <= 600, `${files.length} files`);
  });

  test('has a licence line in every script of dist/cdn, with NOTICE beside them', async () => {
    const cdn = join(installed, 'dist/cdn');
    assert.equal(await readFile(join(cdn, 'NOTICE'), 'utf8'), await readFile(join(root, 'NOTICE'), 'utf8'));
    const licences: Record<string, RegExp> = {
      'datafast-live-map.js': /BSD-3-Clause.*ISC/,
      'datafast-live-badge.iife.js': /BSD-3-Clause/,
      'places/hot.js': /GeoNames.*CC-BY-4\.0/,
      'places/FR.js': /GeoNames.*CC-BY-4\.0/,
    };
    for (const file of files.filter((path) => /^dist\/cdn\/.*\.js$/.test(path))) {
      const code = await readFile(join(installed, file), 'utf8');
      const [line = ''] = /^\/\*! MIT.*\. See NOTICE \*\/$/m.exec(code.slice(0, 200)) ?? [];
      assert.ok(line.length > 0 && line.length < 70, `${file}: ${line}`);
      assert.match(line, licences[file.slice('dist/cdn/'.length)] ?? /./, file);
    }
  });

  test('has source maps that match its scripts', async () => {
    const file = join(installed, 'dist/cdn/datafast-live-map.js');
    const code = await readFile(file, 'utf8');
    const map = new SourceMap(JSON.parse(await readFile(`${file}.map`, 'utf8')) as SourceMapPayload);
    const lines = code.split('\n');
    const line = lines.findIndex((text) => text.includes('datafast-payment'));
    const entry = map.findEntry(line, lines[line]!.indexOf('datafast-payment')) as { originalSource?: string };
    assert.match(entry.originalSource ?? '', /element\/events\.ts$/);
  });

  test('contains every file that its scripts fetch on demand', () => {
    const modules = [
      ...['fine-land', 'fine-borders', 'borders', 'boxes'].flatMap((name) => [`cdn/${name}`, `map/lazy/${name}.data`]),
      ...['cdn/lazy-geocoder', 'cdn/places/hot', 'cdn/places/US', 'geocode/hot.data', 'geocode/shards/US.data'],
    ];
    for (const name of modules) assert.ok(files.includes(`dist/${name}.js`), name);
  });

  test('has declarations for public entries only', () => {
    const declarations = files.filter((path) => path.endsWith('.d.ts'));
    for (const key of entries) assert.ok(declarations.includes(entryOf(key).types.slice('./'.length)), key);
    assert.ok(declarations.length < 100, `${declarations.length} declarations`);
    assert.deepEqual(
      declarations.filter((path) => path.endsWith('.data.d.ts')),
      [],
    );
  });

  /** Without the environment, which may hold a real key. */
  function command(...args: string[]): ReturnType<typeof spawn> {
    return spawn(process.execPath, [join(installed, 'dist/adapters/cli.js'), ...args], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  test('prints its version from the command', async () => {
    const child = command('--version');
    const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
    assert.equal(line, manifest.version);
  });

  test('refuses to serve without a key, with one line that suggests sample data', async () => {
    const child = command('serve');
    let said = '';
    child.stderr!.on('data', (chunk) => (said += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    assert.notEqual(code, 0);
    assert.match(said, /--sample-data/);
    assert.equal(said.trim().split('\n').length, 1);
  });

  test('serves sample data from the command', async () => {
    const child = command('serve', '--sample-data', '--port', '0');
    try {
      const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
      const url = /http:\/\/\S+/.exec(line)![0];
      const answer = (await (await fetch(url)).json()) as { meta: { sample: boolean }; data: { visitors: unknown[] } };
      assert.equal(answer.meta.sample, true);
      assert.ok(answer.data.visitors.length > 0);
    } finally {
      child.kill();
      await once(child, 'close');
    }
  });

  test('type-checks in a strict application with skipLibCheck off', async () => {
    // What such an application has by installing the package, and no types that only this repository has.
    const app = join(folder, 'app');
    const modules = join(app, 'node_modules');
    for (const scope of ['@lit', '@types']) await mkdir(join(modules, scope), { recursive: true });
    for (const name of ['@lit/reactive-element', '@types/node']) {
      await symlink(join(root, 'node_modules', name), join(modules, name));
    }
    await cp(installed, join(modules, 'datafast-live-map'), { recursive: true });
    await writeFile(join(app, 'app.ts'), APPLICATION);
    await writeFile(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions: STRICT, include: ['app.ts'] }));
    const errors = await run(join(root, 'node_modules/.bin/tsc'), ['-p', app]).then(
      () => '',
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    assert.equal(errors, '');
  });
});
