import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { get, KEY, type Reply } from '../proxy/start.ts';
import { answer, snapshot, startUpstream, type TestUpstream } from '../proxy/upstream.ts';
import { type CacheServer, startCache } from './cache-server.ts';
import type { Program } from './program.ts';
import { startWorkers } from './workerd.ts';

const WORKER = join(import.meta.dirname, 'servers/worker.mjs');
const ISOLATES = 3;
const VIEWERS = 8;
/** So that all are there before it has answered. */
const UPSTREAM_MS = 300;

/** Instructions for the test's own program in a header. */
const DIE = { 'x-test': 'die' };
const WITHOUT_WAIT_UNTIL = { 'x-test': 'without waitUntil' };

describe('the proxy in isolates of Cloudflare Workers', () => {
  let isolates: Program[];
  let cache: CacheServer;
  let upstream: TestUpstream;
  let names = 0;

  before(async () => {
    cache = await startCache();
    upstream = await startUpstream();
    isolates = await startWorkers(WORKER, { isolates: ISOLATES, cache: cache.host });
  });
  after(async () => {
    await isolates[0]!.stop();
    upstream.close();
    cache.close();
    assert.ok(!isolates[0]!.said().includes(KEY), 'the key is not printed');
  });

  /** A proxy of one site in each of some isolates, and how often they have called together. */
  async function open({
    in: homes = isolates,
    ...body
  }: {
    in?: Program[];
    store?: 'cache';
    options?: LiveMapProxyOptions;
  }) {
    const name = `site${names++}`;
    const configure = (what: object): Promise<unknown> =>
      Promise.all(homes.map(({ url }) => fetch(`${url}/${name}`, { method: 'PUT', body: JSON.stringify(what) })));
    upstream.respond = slowly(2);
    await configure({
      ...body,
      options: { apiKey: `${KEY}${name}`, upstream: `${upstream.url}?${name}`, ...body.options },
    });
    return {
      calls: () => upstream.requests.filter(({ url }) => url.endsWith(`?${name}`)).length,
      setClock: (aheadSeconds: number) => configure({ aheadSeconds }),
      /** As many viewers at once in each isolate. */
      view: (viewers = VIEWERS, headers: Record<string, string> = {}): Promise<Reply[]> =>
        Promise.all(homes.flatMap(({ url }) => Array.from({ length: viewers }, () => get(`${url}/${name}`, headers)))),
    };
  }

  function slowly(count: number): TestUpstream['respond'] {
    return (request, response) => {
      setTimeout(() => {
        answer(snapshot({ count }))(request, response);
      }, UPSTREAM_MS);
    };
  }

  const counts = (replies: Reply[]): Set<unknown> =>
    new Set(replies.map((reply) => (reply.status === 200 ? reply.snapshot().data.count : reply.status)));

  it('makes one call per isolate, regardless of the number of viewers', async () => {
    const site = await open({});
    assert.deepEqual(counts(await site.view()), new Set([2]));
    assert.equal(site.calls(), ISOLATES);
  });

  it('makes one call per data centre and interval with the cache as its store', async () => {
    const site = await open({ store: 'cache' });
    for (let interval = 1; interval <= 3; interval++) {
      upstream.respond = slowly(interval);
      // Ages over 90 s make the first viewers wait.
      await site.setClock(interval * 100);
      const replies = await site.view();
      // How many of them see the new one is a matter of how fast the machine is.
      const seen: unknown[] = interval === 1 ? [1] : [interval - 1, interval];
      assert.ok(
        [...counts(replies)].every((count) => seen.includes(count)),
        `${[...counts(replies)].join()} are seen`,
      );
      await until(async () => counts(await site.view(1)).has(interval));
      assert.equal(site.calls(), interval);
    }
  });

  it('stores neither private data nor the key in the cache', async () => {
    const site = await open({ store: 'cache' });
    await site.view(1);
    const kept = [...cache.kept].map(([address, response]) => address + response.toString()).join('\n');
    assert.match(kept, /Denver/);
    for (const secret of [KEY, 'visitor-one', 'event-one', 'payment-one', 'plan=pro']) {
      assert.ok(!kept.includes(secret), secret);
    }
  });

  it('awaits its own refresh when the runtime has no waitUntil', async () => {
    const site = await open({ in: isolates.slice(0, 1) });
    await site.view(1, WITHOUT_WAIT_UNTIL);
    upstream.respond = slowly(7);
    await site.setClock(15);
    const replies = await site.view(VIEWERS, WITHOUT_WAIT_UNTIL);
    assert.deepEqual(counts(replies), new Set([2, 7]), 'a later viewer does not wait');
    assert.deepEqual(counts(await site.view()), new Set([7]));
    assert.equal(site.calls(), 2);
  });

  it('answers 504 while a refresh whose request was cancelled is pending, then calls again', async () => {
    const site = await open({ in: isolates.slice(0, 1), options: { timeoutMs: 2000 } });
    upstream.respond = answer(snapshot());
    await site.view(1, DIE);
    const replies = await site.view();
    assert.deepEqual(counts(replies), new Set([504]));
    assert.equal(replies[0]!.error().reason, 'upstream-unavailable');
    await site.setClock(30);
    assert.deepEqual(counts(await site.view()), new Set([2]));
    assert.ok(site.calls() <= 2);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await holds())) assert.ok(performance.now() < end, 'the condition was not met in time');
}
