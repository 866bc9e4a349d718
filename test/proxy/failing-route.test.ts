import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createLiveMapProxy,
  type LiveMapProxy,
  type PublishedError,
  type RequestContext,
} from '../../src/proxy/index.ts';
import { recordingLogger } from './start.ts';

const SECRET = 'df_secret in the page of Jane Doe';
const DOCUMENTS = ['/', '/badge.svg', '/badge.json', '/map.svg'];

describe('a route that fails', () => {
  const rejecting: RequestContext = { encoders: { gzip: () => Promise.reject(new Error(SECRET)) } };
  const throwing: RequestContext = {
    get encoders(): never {
      throw new Error(SECRET);
    },
  };

  function start(): { proxy: LiveMapProxy; log: string[] } {
    const { log, logger } = recordingLogger();
    return { proxy: createLiveMapProxy({ sampleData: true, logger }), log };
  }

  const ask = (proxy: LiveMapProxy, path: string, context: RequestContext): Promise<Response> =>
    proxy.fetch(new Request(`https://live.example${path}`, { headers: { 'accept-encoding': 'gzip' } }), context);

  for (const path of DOCUMENTS) {
    for (const [how, context] of Object.entries({ rejecting, throwing })) {
      it(`${path} answers 500 without the cause, ${how}`, async () => {
        const { proxy } = start();
        for (let request = 0; request < 2; request++) {
          const response = await ask(proxy, path, context);
          assert.equal(response.status, 500);
          assert.equal(response.headers.get('cache-control'), 'no-store');
          assert.equal(response.headers.get('access-control-allow-origin'), '*');
          assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
          assert.deepEqual(((await response.json()) as PublishedError).error, {
            code: 500,
            reason: 'internal',
            message: 'This live map has failed. Try again later.',
          });
        }
        assert.equal((await ask(proxy, path, {})).status, 200, 'the next request has its answer');
      });
    }
  }

  it('is logged once with its cause, without text that looks like a key', async () => {
    const { proxy, log } = start();
    for (let request = 0; request < 3; request++) await ask(proxy, '/map.svg', rejecting);
    assert.deepEqual(log, ['error: datafast-live-map: GET /map.svg failed: Error: (a key) in the page of Jane Doe']);
  });
});
