import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startProxy } from '../proxy/start.ts';

const CLI = fileURLToPath(new URL('../../src/adapters/cli.ts', import.meta.url));

/** Finds no package of resvg, as where it is not installed. */
const RESOLVE = `export const resolve = (name, context, next) => {
  if (!name.startsWith('@resvg/')) return next(name, context);
  throw Object.assign(new Error(\`Cannot find package '\${name}'\`), { code: 'ERR_MODULE_NOT_FOUND' });
};`;
const module = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
const WITHOUT_RESVG = {
  NODE_OPTIONS: `--import=${module(`import { register } from 'node:module'; register(${JSON.stringify(module(RESOLVE))});`)}`,
};

const children: ChildProcess[] = [];

// A failed test must not leave a server behind.
after(() => {
  for (const child of children) child.kill('SIGKILL');
});

function start(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
  return { child, ended };
}

describe('datafast-live-map', () => {
  it('refuses to serve without a key, in one line that names --sample-data', async () => {
    const { code, stdout, stderr } = await start(['serve']).ended;
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^datafast-live-map: DATAFAST_API_KEY is not set\..*--sample-data.*\n$/);
  });

  it('rejects a malformed key without printing it', async () => {
    const { code, stderr } = await start(['serve'], { DATAFAST_API_KEY: 'verysecret' }).ended;
    assert.equal(code, 1);
    assert.match(stderr, /^datafast-live-map: DATAFAST_API_KEY: .*\n$/);
    assert.doesNotMatch(stderr, /secret/);
  });

  it('rejects an unsupported origin pattern and names the flag', async () => {
    const { code, stderr } = await start(['serve', '--sample-data', '--allowed-origin', 'https://*']).ended;
    assert.equal(code, 1);
    assert.match(stderr, /^datafast-live-map: --allowed-origin: expected a star for the first label alone,.*\n$/);
  });

  it('rejects an ancestor that is no origin, and names the flag', async () => {
    const { code, stderr } = await start(['serve', '--sample-data', '--embed-ancestor', 'wiki.test']).ended;
    assert.equal(code, 1);
    assert.match(stderr, /^datafast-live-map: --embed-ancestor: expected origins like "https:\/\/example\.com".*\n$/);
  });

  describe('serve --png', () => {
    it('serves /map.png, and /embed unless it is off', async () => {
      const { child } = start(['serve', '--sample-data', '--port', '0', '--png', '--no-embed']);
      const [lines] = (await once(child.stdout, 'data')) as [Buffer];
      assert.doesNotMatch(lines.toString(), /embed/);
      const [, address = ''] = /A picture for og:image: (\S+\/map\.png)\n/.exec(lines.toString()) ?? [];
      const { status, headers } = await fetch(address);
      assert.deepEqual([status, headers.get('content-type')], [200, 'image/png']);
      assert.equal((await fetch(new URL('embed', address))).status, 404);
    });

    it('refuses to start without the renderer’s package, and names what installs it', async () => {
      const { code, stdout, stderr } = await start(['serve', '--sample-data', '--png'], WITHOUT_RESVG).ended;
      assert.equal(code, 1);
      assert.equal(stdout, '');
      assert.match(
        stderr,
        /^datafast-live-map: --png \(PNG\): the package @resvg\/resvg-js is not installed\. .*npm install @resvg\/resvg-js\n$/,
      );
    });
  });

  it('rejects unknown arguments with exit code 2', async () => {
    const { code, stderr } = await start(['serve', '--colour', 'red']).ended;
    assert.equal(code, 2);
    assert.match(stderr, /^datafast-live-map: Unknown option '--colour'; see --help\.\n$/);
  });

  it('shows help and version', async () => {
    const [help, version] = await Promise.all([start(['--help']).ended, start(['--version']).ended]);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /^Usage: datafast-live-map serve/);
    assert.equal(version.code, 0);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  });

  describe('serve --open', () => {
    /** @param browser A shell script. */
    async function open(
      browser: string,
    ): Promise<{ folder: string; output: () => string; until: (text: RegExp) => Promise<void> }> {
      const folder = await mkdtemp(join(tmpdir(), 'live-map-open-'));
      after(() => rm(folder, { recursive: true }));
      for (const name of ['xdg-open', 'open'])
        await writeFile(join(folder, name), `#!/bin/sh\n${browser}\n`, { mode: 0o755 });
      const path = `${folder}:${process.env.PATH}`;
      const { child } = start(['serve', '--sample-data', '--port', '0', '--open'], { PATH: path, FOLDER: folder });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const until = async (text: RegExp): Promise<void> => {
        while (!text.test(output)) await once(child.stdout, 'data');
      };
      return { folder, output: () => output, until };
    }

    it('opens the page of the map', { skip: process.platform === 'win32' }, async () => {
      const { folder, output, until } = await open(
        'printf %s "$1" > "$FOLDER/address.part" && mv "$FOLDER/address.part" "$FOLDER/address"',
      );
      await until(/On your page/);
      const given = join(folder, 'address');
      while (!existsSync(given)) await new Promise((resolve) => setTimeout(resolve, 20));
      const address = await readFile(given, 'utf8');
      assert.equal(address, /as a page: (.*)/.exec(output())![1]);
      assert.match(await (await fetch(address)).text(), /./);
    });

    it('keeps serving without a browser and prints the URL', { skip: process.platform === 'win32' }, async () => {
      const { output, until } = await open('exit 3');
      await until(/No browser/);
      const [, address = ''] = /No browser was found\. Open this address in one: (.*)\n/.exec(output())!;
      assert.match(address, /\/embed$/);
      assert.equal((await fetch(new URL('health', address))).status, 200);
    });
  });

  it('serves sample data, prints its URL, and exits cleanly', async () => {
    const { child, ended } = start(['serve', '--sample-data', '--port', '0', '--base-path', '/live']);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url =
      /^Live map proxy at (http:\/\/127\.0\.0\.1:\d+\/live) \(sample data\)\nThe map as a page: \1\/embed\nOn your page: .*\n$/.exec(
        line.toString(),
      )?.[1];
    assert.ok(url, line.toString());
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as { meta: { sample: boolean } }).meta.sample, true);
    child.kill('SIGTERM');
    const { code, stderr } = await ended;
    assert.equal(code, 0);
    assert.equal(stderr, '');
  });

  const noIPv6 =
    !Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1')) &&
    'This machine has no IPv6.';

  it('serves an IPv6 address in brackets', { skip: noIPv6 }, async () => {
    const { child, ended } = start(['serve', '--sample-data', '--port', '0'], { HOST: '[::1]' });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /at (http:\/\/\[::1\]:\d+\/) /.exec(line.toString())?.[1];
    assert.equal((await fetch(url!)).status, 200);
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  });

  const hosts: [host: string, message: RegExp][] = [
    ['no-such-host.invalid', /"no-such-host\.invalid" cannot be resolved; /],
    ['http://127.0.0.1', /"http:\/\/127\.0\.0\.1" cannot be resolved; /],
    ['df_verysecret', /a text that looks like a key cannot be resolved; /],
    ['192.0.2.1', /"192\.0\.2\.1" is not an address of this machine\./],
    ['', /expected a name or an address of this machine, got an empty text\./],
    ['[]', /expected a name or an address of this machine, got an empty text\./],
  ];
  for (const [host, message] of hosts) {
    it(`names the setting of a host on which it cannot listen: "${host.replace(/secret/, '…')}"`, async () => {
      const { code, stderr } = await start(['serve', '--sample-data', '--port', '0', '--host', host]).ended;
      assert.equal(code, 1);
      assert.match(stderr, /^datafast-live-map: --host \(HOST\): [^\n]*\n$/);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /secret/);
    });
  }

  it('diagnoses a proxy and exits with 1 on a problem', async (t) => {
    const { url } = await startProxy(t, { sampleData: true, allowedOrigins: ['https://www.example.com'] });
    const [well, ill] = await Promise.all([
      start(['doctor', `${url}/?token=sesame`, '--origin', 'https://www.example.com']).ended,
      start(['doctor', url, '--origin', 'https://example.com', '--header', 'X-Team: sesame']).ended,
    ]);
    assert.equal(well.code, 0, well.stdout);
    assert.match(well.stdout, /^Checking http:\/\/127\.0\.0\.1:\d+\/\n[^]*\nEverything works\. .*\n$/);
    assert.equal(ill.code, 1);
    assert.match(ill.stdout, /\nproblem {2}CORS: [^]*\nThe map stays blank because .*\n$/);
    assert.doesNotMatch(well.stdout + well.stderr + ill.stdout + ill.stderr, /sesame/);
    assert.equal(well.stderr + ill.stderr, '');
  });

  it('rejects an invalid doctor URL with exit code 2', async () => {
    const { code, stdout, stderr } = await start(['doctor', 'example.com']).ended;
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^datafast-live-map: doctor: expected an address .*\n$/);
  });

  it('reports a port in use in one line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await start(['serve', '--sample-data', '--port', String(port)]).ended;
    other.close();
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`^datafast-live-map: port ${port} on 127\\.0\\.0\\.1 is in use; .*\\n$`));
  });
});
