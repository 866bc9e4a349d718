import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, unknown>;
}

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;

describe('the public entries', () => {
  const modules = Object.keys(manifest.exports).filter((key) => !key.endsWith('.json'));

  test('are those that the README names', () => {
    assert.deepEqual(modules, ['.', './element', './proxy', './proxy/node']);
  });

  for (const key of modules) {
    test(`${manifest.name}${key.slice(1)} can be imported by a server, twice`, async () => {
      const specifier = manifest.name + key.slice(1);
      const first = (await import(specifier)) as object;
      const second = (await import(`${import.meta.resolve(specifier)}?again`)) as object;
      assert.ok(Object.keys(first).length > 0);
      assert.deepEqual(Object.keys(second), Object.keys(first));
    });
  }

  test('the element’s version is the package’s', async () => {
    const { DatafastLiveMap } = (await import(`${manifest.name}/element`)) as { DatafastLiveMap: { version: string } };
    assert.equal(DatafastLiveMap.version, manifest.version);
  });
});

describe('the packed tarball', () => {
  let folder: string;
  let installed: string;
  let files: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-map-pack-'));
    const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: root,
    });
    const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
    files = packed!.files.map(({ path }) => path);
    await run('tar', ['-xzf', join(folder, packed!.filename), '-C', folder]);
    installed = join(folder, 'package');
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  test('has what is published and nothing else', () => {
    const strays = files.filter((path) => !/^(dist\/|custom-elements\.json$|package\.json$|[A-Z]+(\.md)?$)/.test(path));
    assert.deepEqual(strays, []);
    for (const path of ['dist/cdn/datafast-live-map.js', 'dist/cdn/datafast-live-map.iife.js', 'LICENSE', 'NOTICE']) {
      assert.ok(files.includes(path), `${path} is missing`);
    }
  });

  /** Without the environment, which may hold a real key. */
  function command(...args: string[]): ReturnType<typeof spawn> {
    return spawn(process.execPath, [join(installed, 'dist/adapters/cli.js'), ...args], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  test('its command knows its version', async () => {
    const child = command('--version');
    const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
    assert.equal(line, manifest.version);
  });

  test('its command refuses to serve without a key, in one line that tells how to try it', async () => {
    const child = command('serve');
    let said = '';
    child.stderr!.on('data', (chunk) => (said += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    assert.notEqual(code, 0);
    assert.match(said, /--sample-data/);
    assert.equal(said.trim().split('\n').length, 1);
  });

  test('its command serves sample data', async () => {
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
});
