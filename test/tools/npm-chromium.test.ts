import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { unpackOnce } from '../../tools/browsers/npm-chromium.ts';

const FILES = ['chromium', 'fonts', 'libraries'];

describe('unpacking the npm Chromium', () => {
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

  it('is done once by concurrent processes, each of which finds it complete', async () => {
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

  it('is not repeated', async () => {
    await unpackOnce(folder, fill);
    await unpackOnce(folder, () => assert.fail('unpacked twice'));
    assert.deepEqual(await contents(), FILES);
  });

  it('ignores what a killed process left', async () => {
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

  it('leaves nothing after a failure, so that the next attempt starts clean', async () => {
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

  it('removes old unfinished folders, but not those of a running process', async () => {
    const [old, young] = ['chromium-1-unfinished-old', 'chromium-1-unfinished-young'].map((name) => join(cache, name));
    for (const path of [old!, young!]) await mkdir(path);
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(old!, yesterday, yesterday);
    await unpackOnce(folder, fill);
    assert.deepEqual((await readdir(cache)).sort(), ['chromium-1', 'chromium-1-unfinished-young']);
  });
});

describe('a folder of another version', () => {
  it('is kept', async (t) => {
    const cache = await mkdtemp(join(tmpdir(), 'live-map-cache-'));
    t.after(() => rm(cache, { recursive: true, force: true }));
    await unpackOnce(join(cache, 'chromium-1'), (unfinished) => writeFile(join(unfinished, 'version'), '1'));
    await unpackOnce(join(cache, 'chromium-2'), (unfinished) => writeFile(join(unfinished, 'version'), '2'));
    assert.equal(await readFile(join(cache, 'chromium-1/version'), 'utf8'), '1');
  });
});
