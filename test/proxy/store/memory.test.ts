import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLiveMapProxy, memoryStore } from '../../../src/proxy/index.ts';
import { KEY, recordingLogger } from '../start.ts';
import { startUpstream } from '../upstream.ts';
import { storeContract } from './contract.ts';
import { historyContract } from './history-contract.ts';

describe('memoryStore', () => {
  storeContract(() => Promise.resolve({ store: memoryStore() }));
  historyContract((now) => Promise.resolve({ store: memoryStore({ now }) }));

  it('expires by the injected clock', async () => {
    let now = 1000;
    const store = memoryStore({ now: () => now });
    await store.write('site', 'text', { order: 1, now, keepMs: 500 });
    now = 1499;
    assert.equal(await store.read('site'), 'text');
    now = 1500;
    assert.equal(await store.read('site'), null);
  });

  it('is shared by the proxies of one process', async (t) => {
    const upstream = await startUpstream();
    const store = memoryStore();
    const { logger } = recordingLogger();
    const proxies = Array.from({ length: 3 }, () =>
      createLiveMapProxy({ apiKey: KEY, upstream: upstream.url, logger, store }),
    );
    t.after(async () => {
      await Promise.all(proxies.map((proxy) => proxy.close()));
      upstream.close();
    });
    const replies = await Promise.all(proxies.map((proxy) => proxy.fetch(new Request('http://localhost/'))));
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]));
    assert.equal(new Set(replies.map(({ headers }) => headers.get('etag'))).size, 1);
    assert.equal(upstream.requests.length, 1);
  });
});
