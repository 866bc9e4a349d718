import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { unpackOnce } from '../../tools/browsers/npm-chromium.ts';

const FILES = ['chromium', 'fonts', 'libraries'];

describe('the npm Chromium is unpacked once', () => {
  let cache: string;
  let folder: string;

  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'live-map-cache-'));
    folder = join(cache, 'chromium-1');
  });
  afterEach(() => rm(cache, { recursive: true, force: true }));

  const contents = async (): Promise<string[]> => (await readdir(folder)).sort();
  const fill = async (unfinished: string): Promise<void> => {
    for (const file of FILES) await writeFile(join(unfinished, file), '');
  };

  it('by several at the same time: each finds all of it, and nothing else is left', async () => {
    const COUNT = 4;
    let started = 0;
    let release = (): void => undefined;
    const all = new Promise<void>((resolve) => (release = resolve));
    const unpack = async (): Promise<void> => {
      await unpackOnce(folder, async (unfinished) => {
        if (++started === COUNT) release();
        await all;
        await fill(unfinished);
      });
      assert.deepEqual(await contents(), FILES);
    };
    await Promise.all(Array.from({ length: COUNT }, unpack));
    assert.deepEqual(await readdir(cache), ['chromium-1']);
  });

  it('and then never again', async () => {
    await unpackOnce(folder, fill);
    await unpackOnce(folder, () => assert.fail('unpacked twice'));
    assert.deepEqual(await contents(), FILES);
  });

  it('and what a killed process has left half unpacked is not used', async () => {
    const program = `import { writeFile } from 'node:fs/promises';
      import { join } from 'node:path';
      const { unpackOnce } = await import(${JSON.stringify(import.meta.resolve('../../tools/browsers/npm-chromium.ts'))});
      await unpackOnce(${JSON.stringify(folder)}, async (unfinished) => {
        await writeFile(join(unfinished, 'chromium'), '');
        process.kill(process.pid, 'SIGKILL');
        await new Promise(() => undefined);
      });`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', program];
    const [, signal] = (await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')) as [null, string];
    assert.equal(signal, 'SIGKILL');
    const [left, ...others] = await readdir(cache);
    assert.deepEqual(others, []);
    assert.match(left!, /^chromium-1-unfinished-/);
    await unpackOnce(folder, fill);
    assert.deepEqual(await contents(), FILES);
  });

  it('and a failure leaves nothing, so that the next attempt begins anew', async () => {
    await assert.rejects(
      unpackOnce(folder, async (unfinished) => {
        await writeFile(join(unfinished, 'chromium'), '');
        throw new Error('The disk is full.');
      }),
      /The disk is full/,
    );
    assert.deepEqual(await readdir(cache), []);
    await unpackOnce(folder, fill);
    assert.deepEqual(await contents(), FILES);
  });

  it('and unfinished folders go when they are old, not while another process may be at work', async () => {
    const [old, young] = ['chromium-1-unfinished-old', 'chromium-1-unfinished-young'].map((name) => join(cache, name));
    for (const path of [old!, young!]) await mkdir(path);
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(old!, yesterday, yesterday);
    await unpackOnce(folder, fill);
    assert.deepEqual((await readdir(cache)).sort(), ['chromium-1', 'chromium-1-unfinished-young']);
  });
});

describe('a folder of another version', () => {
  it('is left alone', async (t) => {
    const cache = await mkdtemp(join(tmpdir(), 'live-map-cache-'));
    t.after(() => rm(cache, { recursive: true, force: true }));
    await unpackOnce(join(cache, 'chromium-1'), (unfinished) => writeFile(join(unfinished, 'version'), '1'));
    await unpackOnce(join(cache, 'chromium-2'), (unfinished) => writeFile(join(unfinished, 'version'), '2'));
    assert.equal(await readFile(join(cache, 'chromium-1/version'), 'utf8'), '1');
  });
});
