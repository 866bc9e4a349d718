import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ago, CITIES, placeOf, published, visitor } from './published.ts';

const DATA = {
  count: 4,
  visitors: [
    visitor('v-1', { ...CITIES.lyon, customerEmail: 'ada@example.com' }),
    visitor('v-2', CITIES.suva),
    visitor('v-3'),
    visitor('v-4'),
  ],
  recentEvents: [
    {
      _id: 'e',
      visitorId: 'v-1',
      timestamp: ago(3),
      path: '/pricing',
      countryCode: 'FR',
      referrer: 'https://search.example/',
      customerName: 'Ada',
      displayName: 'Ada L.',
    },
    {
      _id: 'f',
      type: 'custom',
      visitorId: 'v-2',
      timestamp: ago(4),
      extraData: { eventName: 'hello v-1 visitor-one' },
    },
  ],
  recentPayments: [{ _id: 'p', timestamp: ago(5), amount: 49, currency: 'EUR', name: 'Ada', email: 'ada@example.com' }],
};
const ALL = { names: true, referrers: true, predictions: true };

describe('minimumCount', () => {
  it('publishes neither count nor visitors below it', async () => {
    const { count, visitors } = await published(DATA, ALL, 5);
    assert.equal(count, null);
    assert.deepEqual(visitors, []);
  });

  it('publishes events without visitor and place', async () => {
    const { recentEvents, recentPayments } = await published(DATA, ALL, 5);
    assert.deepEqual(
      recentEvents.map(({ type, path, countryCode }) => [type, path, countryCode]),
      [
        ['pageview', '/pricing', null],
        ['custom', null, null],
      ],
    );
    assert.deepEqual(recentEvents.map(placeOf), Array(2).fill([null, null, 'none']));
    assert.deepEqual(placeOf(recentPayments[0]!), [null, null, 'none']);
    assert.deepEqual([recentPayments[0]!.amount, recentPayments[0]!.currency], [49, 'EUR']);
    assert.doesNotMatch(JSON.stringify([recentEvents, recentPayments]), /visitorId|Ada|search/);
  });

  it('publishes everything from it on', async () => {
    const usual = await published(DATA, ALL);
    assert.deepEqual(await published(DATA, ALL, 4), usual);
    assert.equal(usual.visitors.length, 4);
    assert.deepEqual(placeOf(usual.recentPayments[0]!), [45.8, 4.8, 'coordinates']);
  });

  it('uses the published count, or the number of visitors without one', async () => {
    assert.equal((await published({ ...DATA, count: 12 }, 'public', 5)).count, 12);
    assert.deepEqual((await published({ ...DATA, count: null }, 'public', 5)).visitors, []);
    assert.equal((await published({ ...DATA, count: null }, 'public', 4)).visitors.length, 4);
  });

  it('has no effect at 0, even without visitors', async () => {
    assert.equal((await published({ count: 0, visitors: [] })).count, 0);
    assert.equal((await published({ count: 0, visitors: [] }, 'public', 1)).count, null);
  });
});
