import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startProxy } from './start.ts';
import { answer } from './upstream.ts';

interface Named {
  data: {
    recentEvents: { type: string; extraData?: { eventName: string } }[];
    recentPayments: { type: string; currency: string | null }[];
  };
}

/** What the proxy publishes of one event and one payment. */
async function published(t: TestContext, event: object, payment: object = {}): Promise<Named['data']> {
  const data = { visitors: [], recentEvents: [{ _id: 'e', ...event }], recentPayments: [{ _id: 'p', ...payment }] };
  const { get } = await startProxy(t, { respond: answer({ status: 'success', data }) });
  return ((await get()).json() as Named).data;
}

describe('names in the public snapshot', () => {
  for (const address of [
    'https://out.example/?token=secret',
    '//out.example/x',
    '/invite/x',
    'a?b=c',
    'www.out.example',
  ]) {
    it(`drop a goal name that is an address: ${address}`, async (t) => {
      const { recentEvents } = await published(t, { type: 'external_link', extraData: { eventName: address } });
      assert.deepEqual([recentEvents[0]?.type, recentEvents[0]?.extraData], ['external_link', undefined]);
      assert.equal((await published(t, { type: address })).recentEvents[0]?.type, 'custom');
    });
  }

  it('keep an ordinary goal name', async (t) => {
    const { recentEvents } = await published(t, { type: 'custom', extraData: { eventName: 'Signed up (2nd step)' } });
    assert.equal(recentEvents[0]?.extraData?.eventName, 'Signed up (2nd step)');
  });

  it('accept a code or a symbol as a currency, and no other text', async (t) => {
    const publishedCurrency = async (currency: unknown): Promise<unknown> =>
      (await published(t, {}, { currency, amount: 1 })).recentPayments[0]?.currency;
    for (const currency of ['USD', 'eur', '$', '€', 'R$', 'CA$', 'BTC', 'USDT', 'MATIC'])
      assert.equal(await publishedCurrency(currency), currency);
    for (const text of ['Jane Doe', 'Jane', 'jane', 'JANEDOE', 'a@b.example', '12345', ''])
      assert.equal(await publishedCurrency(text), null);
  });
});
