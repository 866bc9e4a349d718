import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startProxy, type TestProxy } from './start.ts';
import { answer, snapshot } from './upstream.ts';

/** The ids that a proxy publishes at this moment. */
async function idsOf({ get }: TestProxy): Promise<string[]> {
  const { data } = (await get()).snapshot();
  return [data.visitors[0]!.visitorId, data.recentEvents[0]!._id, data.recentPayments[0]!._id];
}

describe('published ids', () => {
  it('are hashes, equal for a visitor and the visitor’s events', async (t) => {
    const { get } = await startProxy(t);
    const { data } = (await get()).snapshot();
    assert.match(data.visitors[0]!.visitorId, /^[\w-]{16}$/);
    assert.equal(data.recentEvents[0]!.visitorId, data.visitors[0]!.visitorId);
    assert.notEqual(data.visitors[1]!.visitorId, data.visitors[0]!.visitorId);
  });

  it('differ for equal ids of visitor, event and payment', async (t) => {
    const same = {
      visitors: [{ visitorId: 'same' }],
      recentEvents: [{ _id: 'same' }],
      recentPayments: [{ _id: 'same', amount: 1 }],
    };
    assert.equal(new Set(await idsOf(await startProxy(t, { respond: answer(snapshot(same)) }))).size, 3);
  });

  it('are stable within a day and change on the next', async (t) => {
    const proxy = await startProxy(t);
    const morning = await idsOf(proxy);
    proxy.clock.passSeconds(11 * 3600);
    assert.deepEqual(await idsOf(proxy), morning);
    proxy.clock.passSeconds(3600);
    const tomorrow = await idsOf(proxy);
    assert.equal((await proxy.get()).snapshot().meta.idEpoch, '2026-11-24');
    tomorrow.forEach((id, index) => {
      assert.notEqual(id, morning[index]);
    });
  });

  it('are equal for proxies with the same key and website, and differ otherwise', async (t) => {
    const account = { apiKey: 'dft_test', websiteId: 'one' };
    const first = await idsOf(await startProxy(t, account));
    assert.deepEqual(await idsOf(await startProxy(t, account)), first);
    assert.notDeepEqual(await idsOf(await startProxy(t, { ...account, websiteId: 'two' })), first);
    assert.notDeepEqual(await idsOf(await startProxy(t, { ...account, apiKey: 'dft_other' })), first);
  });
});
