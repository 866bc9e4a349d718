import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryPoint } from '../../../src/geocode/country-points.ts';
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

describe('an event is where its visitor is', () => {
  const placed = async (own: object, visitors = VISITORS): Promise<unknown[]> => {
    const event = { _id: 'e', timestamp: ago(5), ...own };
    return placeOf((await published({ visitors, recentEvents: [event] })).recentEvents[0]!);
  };

  it('by the visitor’s id', async () => {
    assert.deepEqual(await placed({ visitorId: 'v-lyon', countryCode: 'FR' }), IN_LYON);
    assert.deepEqual(await placed({ visitorId: 'v-suva' }), IN_SUVA);
  });

  it('else in its country, at the country’s point', async () => {
    assert.deepEqual(await placed({ visitorId: 'gone', countryCode: 'FR' }), pointOf('FR'));
    assert.deepEqual(await placed({ countryCode: 'FR' }), pointOf('FR'));
  });

  it('in its own country, where that differs from its visitor’s', async () => {
    assert.deepEqual(await placed({ visitorId: 'v-lyon', countryCode: 'DE' }), pointOf('DE'));
  });

  it('else nowhere, and then nothing of it is published', async () => {
    assert.deepEqual(await placed({ visitorId: 'gone' }), NOWHERE);
    const { recentEvents } = await published({ recentEvents: [{ _id: 'e', timestamp: ago(5) }] });
    assert.deepEqual(Object.keys(recentEvents[0]!).sort(), ['_id', 'countryCode', 'path', 'timestamp', 'type']);
  });

  it('not at coordinates of its own: upstream events have none', async () => {
    assert.deepEqual(await placed({ latitude: 48.85, longitude: 2.35 }), NOWHERE);
  });

  it('the country is published as the event has it', async () => {
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
  const told = await published({
    visitors: VISITORS,
    ...others,
    recentPayments: [{ _id: 'p', timestamp: ago(60), amount: 49, ...own }, ...recentPayments],
  });
  // Newest first, so by its time.
  return placeOf(told.recentPayments.find(({ timestamp }) => timestamp === ago(60))!);
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

describe('a payment is where an event of the same sale is', () => {
  it('of the same time and amount', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale()] }), IN_LYON);
  });

  it('or of ten seconds before or after: they come from two clocks', async () => {
    for (const seconds of [50, 54.3, 66, 70]) {
      assert.deepEqual(await payment({}, { recentEvents: [sale({ timestamp: ago(seconds) })] }), IN_LYON, `${seconds}`);
    }
    for (const seconds of [49.9, 70.1, 0, 600]) {
      assert.deepEqual(await payment({}, { recentEvents: [sale({ timestamp: ago(seconds) })] }), NOWHERE, `${seconds}`);
    }
  });

  it('by whatever name shops give it', async () => {
    for (const own of [
      { type: 'payment_received' },
      { type: 'Purchase' },
      { type: 'order_placed' },
      { type: 'custom', extraData: { eventName: 'plan paid' } },
    ]) {
      assert.deepEqual(await payment({}, { recentEvents: [sale(own)] }), IN_LYON, JSON.stringify(own));
    }
  });

  it('but not any event, whatever its amount', async () => {
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

  it('nor of another amount, nor of none', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale({ amount: 49.01 })] }), NOWHERE);
    assert.deepEqual(await payment({}, { recentEvents: [sale({ amount: null })] }), NOWHERE);
    assert.deepEqual(await payment({ amount: null }, { recentEvents: [sale({ amount: null })] }), NOWHERE);
    assert.deepEqual(await payment({ amount: '49.00' }, { recentEvents: [sale()] }), IN_LYON);
  });

  it('nor at an unknown time', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale({ timestamp: null })] }), NOWHERE);
  });

  it('of a visitor who has left, in the country of the event', async () => {
    assert.deepEqual(await payment({}, { recentEvents: [sale({ visitorId: 'gone' })] }), pointOf('FR'));
    assert.deepEqual(await payment({}, { recentEvents: [sale({ visitorId: null })] }), pointOf('FR'));
  });

  it('nowhere where two people match', async () => {
    const recentEvents = [sale(), sale({ _id: 'f', visitorId: 'v-suva', countryCode: 'FJ', timestamp: ago(63) })];
    assert.deepEqual(await payment({}, { recentEvents }), NOWHERE);
    const unknown = [sale({ visitorId: null }), sale({ _id: 'f', visitorId: null })];
    assert.deepEqual(await payment({}, { recentEvents: unknown }), NOWHERE);
  });

  it('two events of one visitor are one person', async () => {
    const recentEvents = [sale(), sale({ _id: 'f', type: 'purchase', timestamp: ago(58) })];
    assert.deepEqual(await payment({}, { recentEvents }), IN_LYON);
  });

  it('nowhere where the event may be that of another payment', async () => {
    const another = { _id: 'q', timestamp: ago(55), amount: 49 };
    assert.deepEqual(await payment({}, { recentEvents: [sale()], recentPayments: [another] }), NOWHERE);
    assert.deepEqual(
      await payment({}, { recentEvents: [sale()], recentPayments: [{ ...another, timestamp: ago(80) }] }),
      IN_LYON,
    );
  });

  it('under the same id in both lists, whatever else is near', async () => {
    const recentEvents = [
      sale({ _id: 'p', type: 'custom', timestamp: ago(100) }),
      sale({ visitorId: 'v-suva', countryCode: 'FJ' }),
    ];
    assert.deepEqual(await payment({}, { recentEvents }), IN_LYON);
  });

  it('so many at once are chance, and are not searched', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => sale({ _id: `e${index}` }));
    assert.deepEqual(await payment({}, { recentEvents: many }), NOWHERE);
  });
});

describe('a payment is where the one who paid is', () => {
  it('by the e-mail address, in capitals or not', async () => {
    assert.deepEqual(await payment({ email: 'bo@example.com' }, {}), IN_SUVA);
    assert.deepEqual(await payment({ email: ' Bo@Example.COM ' }, {}), IN_SUVA);
  });

  it('by the name', async () => {
    assert.deepEqual(await payment({ name: 'ada lovelace' }, {}), IN_LYON);
  });

  it('not by a name alone where the addresses are of two people', async () => {
    assert.deepEqual(await payment({ name: 'Bo', email: 'another.bo@example.com' }, {}), NOWHERE);
  });

  it('nowhere where two visitors have the address or the name', async () => {
    const visitors = [...VISITORS, visitor('v-2', { customerEmail: 'ADA@example.com', customerName: 'Bo' })];
    assert.deepEqual(await payment({ email: 'ada@example.com' }, { visitors }), NOWHERE);
    assert.deepEqual(await payment({ name: 'Bo' }, { visitors }), NOWHERE);
  });

  it('nowhere where the evidence points at two', async () => {
    assert.deepEqual(await payment({ email: 'bo@example.com' }, { recentEvents: [sale()] }), NOWHERE);
    assert.deepEqual(await payment({ name: 'Bo' }, { recentEvents: [sale()] }), NOWHERE);
  });

  it('an address outweighs a name, which others may have too', async () => {
    assert.deepEqual(await payment({ email: 'bo@example.com', name: 'Ada Lovelace' }, {}), IN_SUVA);
  });

  it('where it points at one, by all that is known', async () => {
    const all = { email: 'ada@example.com', name: 'Ada Lovelace' };
    assert.deepEqual(await payment(all, { recentEvents: [sale()] }), IN_LYON);
    assert.deepEqual(await payment(all, { recentEvents: [sale({ visitorId: null })] }), IN_LYON);
  });

  it('no address and no name is no match', async () => {
    const visitors = [visitor('v', { ...lyon, customerEmail: null, customerName: null })];
    assert.deepEqual(await payment({ email: null, name: null }, { visitors }), NOWHERE);
    assert.deepEqual(await payment({ email: '', name: '' }, { visitors }), NOWHERE);
  });
});

describe('what a join was made by', () => {
  it('is not published: neither whose payment it is, nor who that is', async () => {
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
    const told = JSON.stringify(recentPayments);
    assert.ok(!told.includes(visitors[0]!.visitorId));
    assert.doesNotMatch(told, /ada|example/i);
  });

  it('publishes a place as the policy permits', async () => {
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
