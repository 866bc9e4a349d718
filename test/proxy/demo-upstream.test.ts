import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type Fault, startUpstream, type Upstream, type UpstreamOptions } from '../../demo/upstream/server.ts';
import { createLiveMapProxy, type LiveMapProxyOptions } from '../../src/proxy/index.ts';
import type { PublishedError, PublishedSnapshot } from '../../src/protocol/published.ts';
import { recordingLogger } from './start.ts';

/** What the proxy answers with the stand-in that the demo uses too. */
async function ask(
  t: TestContext,
  behaviour: UpstreamOptions,
  options: LiveMapProxyOptions,
  fault: Fault | null = null,
): Promise<{ status: number; body: PublishedSnapshot | PublishedError; upstream: Upstream }> {
  const upstream = await startUpstream(behaviour);
  upstream.fault = fault;
  const { logger } = recordingLogger();
  const proxy = createLiveMapProxy({ upstream: upstream.url, logger, ...options });
  t.after(() => Promise.all([proxy.close(), upstream.close()]));
  const response = await proxy.fetch(new Request('http://localhost/'));
  return { status: response.status, body: (await response.json()) as PublishedSnapshot | PublishedError, upstream };
}

describe('the proxy with the documented upstream', () => {
  it('publishes its answer with a website key and with an account key', async (t) => {
    const site = await ask(t, { apiKey: 'df_test' }, { apiKey: 'df_test' });
    assert.equal(site.status, 200);
    assert.ok('data' in site.body && site.body.data.visitors.length > 0);
    const account = { apiKey: 'dft_test', websiteId: 'site' };
    assert.equal((await ask(t, account, account)).status, 200);
  });

  const account = { apiKey: 'dft_test', websiteId: 'site' };
  const refusals: [what: string, behaviour: UpstreamOptions, options: LiveMapProxyOptions, reason: string][] = [
    ['another key', { apiKey: 'df_other' }, { apiKey: 'df_test' }, 'upstream-unauthorized'],
    ['no permission', { ...account, permissions: [] }, account, 'upstream-forbidden'],
    ['another website', { ...account, websiteId: 'other' }, account, 'upstream-not-found'],
    ['a used up limit', { apiKey: 'df_test', requestsPerMinute: 0 }, { apiKey: 'df_test' }, 'upstream-rate-limited'],
  ];
  for (const [what, behaviour, options, reason] of refusals) {
    it(`reports ${what} as ${reason}`, async (t) => {
      const { body } = await ask(t, behaviour, options);
      assert.equal('error' in body && body.error.reason, reason);
    });
  }

  const faults: [fault: Fault, status: number][] = [
    ['html', 502],
    ['garbage', 502],
    ['empty', 502],
    ['wrong-shape', 502],
    ['redirect', 502],
    ['hang', 504],
    ['stall', 504],
    ['reset', 503],
    ['huge', 502],
    [400, 500],
    [503, 503],
  ];
  for (const [fault, status] of faults) {
    it(`answers ${status} for ${fault}, after one call`, async (t) => {
      const reply = await ask(
        t,
        { apiKey: 'df_test' },
        { apiKey: 'df_test', timeoutMs: status === 504 ? 500 : 8000 },
        fault,
      );
      assert.equal(reply.status, status);
      assert.equal(reply.upstream.calls, 1);
    });
  }
});
