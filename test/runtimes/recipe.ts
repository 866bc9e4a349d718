import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { get } from '../proxy/start.ts';
import { startUpstream, type TestUpstream } from '../proxy/upstream.ts';
import { ownFolder } from './own-folder.ts';
import type { Program } from './program.ts';

export const ENVIRONMENT = { DATAFAST_API_KEY: 'dft_test', DATAFAST_WEBSITE_ID: 'shop' };
export const preload: string = join(import.meta.dirname, 'preload.mjs');

/** The environment of a program whose calls to DataFast get to the stand-in, if it has loaded `preload`. */
export const standingIn = (upstream: TestUpstream): Record<string, string> => ({
  ...ENVIRONMENT,
  STAND_IN: new URL(upstream.url).origin,
});

/** A copy of a recipe, as a user has it, in a folder of its own. @param parent From where its packages are found. */
export async function copied(name: string, parent: string = ownFolder(import.meta.dirname)): Promise<string> {
  const folder = join(parent, name);
  await cp(join(import.meta.dirname, '../../demo/recipes', name), folder, { recursive: true });
  return folder;
}

/** What a recipe promises, whatever it is cooked with. @param more Tests of this one alone. */
export function recipe(
  name: string,
  path: string,
  streams: boolean,
  start: (upstream: TestUpstream) => Promise<Program>,
  more: () => void = () => undefined,
): void {
  describe(`the recipe for ${name}`, () => {
    let upstream: TestUpstream;
    let program: Program;

    before(async () => {
      upstream = await startUpstream();
      program = await start(upstream);
    });

    after(async () => {
      upstream.close();
      await program.stop();
    });

    it('publishes DataFast’s answer for the key and website in its environment', async () => {
      const reply = await get(program.url + path, { 'accept-encoding': 'gzip' });
      assert.equal(reply.status, 200, program.said());
      assert.equal(reply.headers['content-encoding'], 'gzip');
      // As a browser reads it: some servers compress twice, or omit the header.
      assert.equal((JSON.parse(gunzipSync(reply.bytes).toString()) as { data: { count: number } }).data.count, 2);
      const { snapshot } = await get(program.url + path);
      assert.equal(snapshot().data.count, 2);
      const [{ url, authorization }, ...more] = upstream.requests as [TestUpstream['requests'][number]];
      assert.equal(url, '/api/v1/analytics/realtime/map?websiteId=shop');
      assert.equal(authorization, 'Bearer dft_test');
      assert.deepEqual(more, []);
    });

    it('serves the other routes with CORS for any origin, and 404 elsewhere', async () => {
      const health = await get(`${program.url}${path}/health`.replace('//health', '/health'), {
        origin: 'https://a.example',
      });
      assert.equal(health.status, 200);
      assert.equal(health.headers['access-control-allow-origin'], '*');
      assert.equal((await get(`${program.url}/elsewhere`)).status, 404);
    });

    it(streams ? 'streams snapshots' : 'answers 404 to /stream', async () => {
      const response = await fetch(`${program.url}${path}/stream`.replace('//stream', '/stream'));
      assert.equal(response.status, streams ? 200 : 404);
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (streams && !text.includes('"count":2,'))
        text += (await reader.read()).value ?? assert.fail(`ended: ${text}`);
      await reader.cancel();
    });

    more();
  });
}
