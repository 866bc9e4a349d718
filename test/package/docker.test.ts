import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, matchesGlob } from 'node:path';
import { describe, it } from 'node:test';
import { parseCommandLine } from '../../src/adapters/command-line.ts';
import { failure } from '../proxy/upstream.ts';
import { startProxy } from '../proxy/start.ts';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  files: string[];
  scripts: Record<string, string>;
};
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const ignored = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

interface Instruction {
  name: string;
  rest: string;
  /** 0: the one that builds; 1: what becomes the image. */
  stage: number;
}

let stage = -1;
const instructions: Instruction[] = dockerfile
  .replace(/\\\n */g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? assert.fail(line);
    if (name === 'FROM') stage++;
    return { name, rest, stage };
  });

function all(name: string, inStage?: number): string[] {
  return instructions
    .filter((instruction) => instruction.name === name && (inStage === undefined || instruction.stage === inStage))
    .map(({ rest }) => rest);
}

/** An instruction that the image has once, as the array of its exec form. */
function command(name: string): string[] {
  const [rest = '', ...more] = all(name, 1);
  assert.deepEqual(more, []);
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[];
}

const environment = Object.fromEntries(
  all('ENV', 1).flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
);

describe('the Dockerfile', () => {
  it('copies only files that exist and are not in .dockerignore', () => {
    const copied = all('COPY', 0).flatMap((line) => line.split(' ').slice(0, -1));
    assert.deepEqual(copied, ['package.json', 'package-lock.json', '.npmrc', '.']);
    for (const path of copied) {
      assert.ok(existsSync(join(root, path)), path);
      assert.ok(!ignored.some((pattern) => matchesGlob(path, pattern)), path);
    }
    for (const path of ['src', 'build', 'tools', 'tsconfig.json', 'tsconfig.build.json', 'LICENSE']) {
      assert.ok(existsSync(join(root, path)), path);
      assert.ok(!ignored.includes(path), path);
    }
  });

  it('runs only existing scripts', () => {
    const scripts = Array.from(
      all('RUN')
        .join('\n')
        .matchAll(/npm run (\S+)/g),
      ([, script]) => script!,
    );
    assert.deepEqual(scripts, ['build']);
    for (const script of scripts) assert.ok(manifest.scripts[script]);
  });

  it('copies the published files and their dependencies into the image', () => {
    assert.deepEqual(all('COPY', 1), [
      '--from=build /build/package ./',
      '--from=build /build/node_modules ./node_modules',
    ]);
    assert.match(all('RUN', 0).join('\n'), /npm pack [^]*npm prune --omit=dev/);
    assert.deepEqual(all('RUN', 1), []);
  });

  it('keeps the optional package that makes /map.png', () => {
    const [rest = ''] = all('RUN', 0).filter((line) => line.includes('npm prune'));
    const steps = rest.split(' && ');
    const positions = [
      'mv node_modules/@resvg/resvg-js* optional',
      'npm prune --omit=dev --ignore-scripts',
      'mv optional/* node_modules/@resvg',
    ].map((step) => steps.indexOf(step));
    assert.ok(!positions.includes(-1), rest);
    assert.deepEqual(
      positions,
      positions.toSorted((a, b) => a - b),
    );
  });

  it('starts the package’s command with a replaceable subcommand', () => {
    const [node, path, ...rest] = command('ENTRYPOINT');
    assert.equal(node, 'node');
    assert.equal(`./${path!}`, manifest.bin['datafast-live-map']);
    assert.ok(manifest.files.includes(path!.split('/')[0]!));
    assert.deepEqual([...rest, ...command('CMD')], ['serve']);
  });

  it('listens on all interfaces at the exposed port', () => {
    const started = parseCommandLine(command('CMD'), { ...environment, DATAFAST_API_KEY: 'df_test' });
    assert.ok(started.name === 'serve');
    assert.equal(started.settings.host, '0.0.0.0');
    assert.deepEqual(all('EXPOSE'), [String(started.settings.port)]);
  });

  it('runs as an unprivileged user', () => {
    assert.deepEqual(all('USER', 1), ['node']);
  });

  it('contains no key and copies none', () => {
    assert.deepEqual(Object.keys(environment), ['NODE_ENV', 'HOST', 'PORT']);
    assert.deepEqual(all('ARG'), []);
    assert.doesNotMatch(dockerfile, /dft?_\w/);
    for (const path of ['.env', '.env.local', 'demo/.env']) {
      assert.ok(
        ignored.some((pattern) => matchesGlob(path, pattern)),
        path,
      );
    }
  });
});

describe('the health check', () => {
  /** How it ends in a container of this port. */
  async function checked(port: string, more: Record<string, string> = {}): Promise<unknown> {
    const [node, ...args] = command('HEALTHCHECK');
    assert.equal(node, 'node');
    const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, PORT: port, ...more } });
    const [code] = (await once(child, 'close')) as [unknown];
    return code;
  }

  it('passes while the proxy can answer, under any base path', async (t) => {
    const { url } = await startProxy(t, { sampleData: true });
    assert.equal(await checked(new URL(url).port), 0);
    const below = await startProxy(t, { sampleData: true, basePath: '/live' });
    assert.equal(await checked(new URL(below.url).port, { BASE_PATH: '/live/' }), 0);
    assert.equal(await checked(new URL(below.url).port), 1);
  });

  it('fails when DataFast fails without a cached snapshot, and when nothing listens', async (t) => {
    const proxy = await startProxy(t, { respond: failure(500) });
    await proxy.get('/');
    assert.equal(await checked(new URL(proxy.url).port), 1);

    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    assert.equal(await checked(String(port)), 1);
  });
});
