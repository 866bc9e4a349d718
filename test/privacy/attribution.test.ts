import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { ago, CITIES, placeOf, published, visitor } from './published.ts';

const { lyon, suva } = CITIES;
const IN_LYON = [45.8, 4.8, 'coordinates'];
const IN_SUVA = [-18.1, 178.4, 'coordinates'];
const NOWHERE = [null, null, 'none'];
const pointOf = (code: string): unknown[] => {
  const { latitude, longitude } = countryPoint(code)!;
  return [latitude, longitude, 'country'];
};

const VISITORS = [
  visitor('v-lyon', { ...lyon, customerEmail: 'ada@example.com', customerName: 'Ada Lovelace' }),
  visitor('v-suva', { ...suva, customerEmail: 'bo@example.com', customerName: 'Bo' }),
];

describe('the place of an event', () => {
  const placed = async (own: object, visitors = VISITORS): Promise<unknown[]> => {
    const event = { _id: 'e', timestamp: ago(5), ...own };
    return placeOf((await published({ visitors, recentEvents: [event] })).recentEvents[0]!);
  };

  it('is its visitor’s, by id', async () => {
    assert.deepEqual(await placed({ visitorId: 'v-lyon', countryCode: 'FR' }), IN_LYON);
    assert.deepEqual(await placed({ visitorId: 'v-suva' }), IN_SUVA);
  });

  it('is else its country’s point', async () => {
    assert.deepEqual(await placed({ visitorId: 'gone', countryCode: 'FR' }), pointOf('FR'));
    assert.deepEqual(await placed({ countryCode: 'FR' }), pointOf('FR'));
  });

  it('is its own country if it differs from its visitor’s', async () => {
    assert.deepEqual(await placed({ visitorId: 'v-lyon', countryCode: 'DE' }), pointOf('DE'));
  });

  it('is else missing, and then nothing of it is published', async () => {
    assert.deepEqual(await placed({ visitorId: 'gone' }), NOWHERE);
    const { recentEvents } = await published({ recentEvents: [{ _id: 'e', timestamp: ago(5) }] });
    assert.deepEqual(Object.keys(recentEvents[0]!).sort(), ['_id', 'countryCode', 'path', 'timestamp', 'type']);
  });

  it('is not from coordinates of its own, as upstream events have none', async () => {
    assert.deepEqual(await placed({ latitude: 48.85, longitude: 2.35 }), NOWHERE);
  });

  it('has the country of the event', async () => {
    const { recentEvents } = await published({
      visitors: VISITORS,
      recentEvents: [{ _id: 'e', visitorId: 'v-lyon' }],
    });
    assert.equal(recentEvents[0]!.countryCode, null);
  });
});

/** What is published of the place of one payment. */
async function payment(own: object, data: { visitors?: object[]; recentEvents?: object[]; recentPayments?: object[] }) {
  const { recentPayments = [], ...others } = data;
  const snapshot = await published({
    visitors: VISITORS,
    ...others,
    recentPayments: [{ _id: 'p', timestamp: ago(60), amount: 49, ...own }, ...recentPayments],
  });
  // Newest first, so by its time.
  return placeOf(snapshot.recentPayments.find(({ timestamp }) => timestamp === ago(60))!);
}

const sale = (own: object = {}): object => ({
  _id: 'e',
  type: 'payment',
  visitorId: 'v-lyon',
  timestamp: ago(60),
  amount: 49,
  countryCode: 'FR',
  ...own,
});

describe('the place of a payment by an event', () => {
  it('is that of an event with the same time and amount', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale()] }), IN_LYON);
  });

  it('is that of an event within ten seconds, as the clocks differ', async () => {
    for (const seconds of [50, 54.3, 66, 70]) {
      assert.deepEqual(await payment({}, { recentEvents: [sale({ timestamp: ago(seconds) })] }), IN_LYON, `${seconds}`);
    }
    for (const seconds of [49.9, 70.1, 0, 600]) {
      assert.deepEqual(await payment({}, { recentEvents: [sale({ timestamp: ago(seconds) })] }), NOWHERE, `${seconds}`);
    }
  });

  it('is found for any event name that shops use', async () => {
    for (const own of [
      { type: 'payment_received' },
      { type: 'Purchase' },
      { type: 'order_placed' },
      { type: 'custom', extraData: { eventName: 'plan paid' } },
    ]) {
      assert.deepEqual(await payment({}, { recentEvents: [sale(own)] }), IN_LYON, JSON.stringify(own));
    }
  });

  it('ignores events that are not sales, whatever their amount', async () => {
    for (const own of [
      { type: 'pageview' },
      { type: 'pageview', extraData: { eventName: 'payment' } },
      { type: 'identify' },
      { type: 'custom', extraData: { eventName: 'add_to_cart' } },
      { type: 'repayable_borders' },
      { type: 'payment_failed' },
      { type: 'order_cancelled' },
    ]) {
      assert.deepEqual(await payment({}, { recentEvents: [sale(own)] }), NOWHERE, JSON.stringify(own));
    }
  });

  it('ignores another or a missing amount', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale({ amount: 49.01 })] }), NOWHERE);
    assert.deepEqual(await payment({}, { recentEvents: [sale({ amount: null })] }), NOWHERE);
    assert.deepEqual(await payment({ amount: null }, { recentEvents: [sale({ amount: null })] }), NOWHERE);
    assert.deepEqual(await payment({ amount: '49.00' }, { recentEvents: [sale()] }), IN_LYON);
  });

  it('ignores an unknown time', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale({ timestamp: null })] }), NOWHERE);
  });

  it('is the event’s country for a departed visitor', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale({ visitorId: 'gone' })] }), pointOf('FR'));
    assert.deepEqual(await payment({}, { recentEvents: [sale({ visitorId: null })] }), pointOf('FR'));
  });

  it('is missing when two visitors match', async () => {
    const recentEvents = [sale(), sale({ _id: 'f', visitorId: 'v-suva', countryCode: 'FJ', timestamp: ago(63) })];
    assert.deepEqual(await payment({}, { recentEvents }), NOWHERE);
    const unknown = [sale({ visitorId: null }), sale({ _id: 'f', visitorId: null })];
    assert.deepEqual(await payment({}, { recentEvents: unknown }), NOWHERE);
  });

  it('is found when two events of one visitor match', async () => {
    const recentEvents = [sale(), sale({ _id: 'f', type: 'purchase', timestamp: ago(58) })];
    assert.deepEqual(await payment({}, { recentEvents }), IN_LYON);
  });

  it('is missing when the event may belong to another payment', async () => {
    const another = { _id: 'q', timestamp: ago(55), amount: 49 };
    assert.deepEqual(await payment({}, { recentEvents: [sale()], recentPayments: [another] }), NOWHERE);
    assert.deepEqual(
      await payment({}, { recentEvents: [sale()], recentPayments: [{ ...another, timestamp: ago(80) }] }),
      IN_LYON,
    );
  });

  it('is that of an event with the same id, whatever else is near', async () => {
    const recentEvents = [
      sale({ _id: 'p', type: 'custom', timestamp: ago(100) }),
      sale({ visitorId: 'v-suva', countryCode: 'FJ' }),
    ];
    assert.deepEqual(await payment({}, { recentEvents }), IN_LYON);
  });

  it('is not searched for many simultaneous payments', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => sale({ _id: `e${index}` }));
    assert.deepEqual(await payment({}, { recentEvents: many }), NOWHERE);
  });
});

describe('the place of a payment by its customer', () => {
  it('is found by e-mail address, ignoring case', async () => {
    assert.deepEqual(await payment({ email: 'bo@example.com' }, {}), IN_SUVA);
    assert.deepEqual(await payment({ email: ' Bo@Example.COM ' }, {}), IN_SUVA);
  });

  it('is found by name', async () => {
    assert.deepEqual(await payment({ name: 'ada lovelace' }, {}), IN_LYON);
  });

  it('is not found by name when the addresses differ', async () => {
    assert.deepEqual(await payment({ name: 'Bo', email: 'another.bo@example.com' }, {}), NOWHERE);
  });

  it('is missing when two visitors have the address or name', async () => {
    const visitors = [...VISITORS, visitor('v-2', { customerEmail: 'ADA@example.com', customerName: 'Bo' })];
    assert.deepEqual(await payment({ email: 'ada@example.com' }, { visitors }), NOWHERE);
    assert.deepEqual(await payment({ name: 'Bo' }, { visitors }), NOWHERE);
  });

  it('is missing when the evidence is contradictory', async () => {
    assert.deepEqual(await payment({ email: 'bo@example.com' }, { recentEvents: [sale()] }), NOWHERE);
    assert.deepEqual(await payment({ name: 'Bo' }, { recentEvents: [sale()] }), NOWHERE);
  });

  it('prefers an address over a name', async () => {
    assert.deepEqual(await payment({ email: 'bo@example.com', name: 'Ada Lovelace' }, {}), IN_SUVA);
  });

  it('is found when all evidence agrees', async () => {
    const all = { email: 'ada@example.com', name: 'Ada Lovelace' };
    assert.deepEqual(await payment(all, { recentEvents: [sale()] }), IN_LYON);
    assert.deepEqual(await payment(all, { recentEvents: [sale({ visitorId: null })] }), IN_LYON);
  });

  it('does not match missing addresses and names', async () => {
    const visitors = [visitor('v', { ...lyon, customerEmail: null, customerName: null })];
    assert.deepEqual(await payment({ email: null, name: null }, { visitors }), NOWHERE);
    assert.deepEqual(await payment({ email: '', name: '' }, { visitors }), NOWHERE);
  });
});

describe('the data used for a join', () => {
  it('is not published', async () => {
    const { visitors, recentPayments } = await published({
      visitors: VISITORS,
      recentPayments: [{ _id: 'p', timestamp: ago(1), amount: 1, email: 'ada@example.com', name: 'Ada Lovelace' }],
    });
    assert.deepEqual(Object.keys(recentPayments[0]!).sort(), [
      '_id',
      'amount',
      'currency',
      'latitude',
      'longitude',
      'precision',
      'renewal',
      'timestamp',
      'type',
    ]);
    const snapshot = JSON.stringify(recentPayments);
    assert.ok(!snapshot.includes(visitors[0]!.visitorId));
    assert.doesNotMatch(snapshot, /ada|example/i);
  });

  it('does not extend the published place beyond the policy', async () => {
    const data = { visitors: VISITORS, recentPayments: [{ _id: 'p', timestamp: ago(1), name: 'Bo' }] };
    for (const [privacy, expected] of [
      [{ coordinates: 1 }, [-18, 178, 'region']],
      [{ coordinates: false }, NOWHERE],
      [{ cities: false }, pointOf('FJ')],
      [{ minimumGroup: 2 }, pointOf('FJ')],
    ] as const) {
      assert.deepEqual(placeOf((await published(data, privacy)).recentPayments[0]!), expected);
    }
  });
});
