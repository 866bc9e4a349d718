import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { NOON } from '../proxy/start.ts';
import { snapshot } from '../proxy/upstream.ts';
import { canaryAnswer } from './canaries.ts';
import { ago, published, visitor } from './published.ts';

const CANARIES = (canaryAnswer() as { data: object }).data;

describe('published fields', () => {
  it('are exactly these with the policy public', async () => {
    const data = await published(CANARIES);
    const { visitorId } = data.visitors[0]!;
    const at = { latitude: 39.7, longitude: -105, precision: 'city' };
    assert.deepEqual(data, {
      count: 1,
      visitors: [
        {
          visitorId,
          location: {
            city: 'canary-visitors-location-city',
            region: 'canary-visitors-location-region',
            countryCode: 'US',
          },
          system: {
            browser: 'canary-visitors-system-browser-name',
            os: 'canary-visitors-system-os-name',
            device: 'canary-visitors-system-device-type',
          },
          currentUrl: '/canary-page',
          sessionStartTime: ago(120),
          isCustomer: true,
          ...at,
        },
      ],
      hasConversionPredictions: false,
      recentEvents: [
        {
          _id: data.recentEvents[0]!._id,
          type: 'canary-recentevents-type',
          visitorId: data.recentEvents[0]!.visitorId,
          timestamp: ago(60),
          path: '/canary-event-page',
          countryCode: 'US',
          extraData: { eventName: 'canary-recentevents-extradata-eventname' },
          amount: 5,
          // Its visitor is not listed.
          latitude: countryPoint('US')!.latitude,
          longitude: countryPoint('US')!.longitude,
          precision: 'country',
        },
      ],
      recentPayments: [
        {
          _id: data.recentPayments[0]!._id,
          type: 'canary-recentpayments-type',
          timestamp: ago(30),
          amount: 29.99,
          currency: 'USD',
          renewal: true,
        },
      ],
    });
  });

  it('are additionally these with the policy team', async () => {
    const data = await published(CANARIES, 'team');
    const own = await published(CANARIES);
    const added = (row: object, before: object): object =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !Object.hasOwn(before, key)));
    assert.deepEqual(added(data.visitors[0]!, own.visitors[0]!), {
      referrer: 'canary-referrer-host.example',
      customerName: 'canary-visitors-customername',
      profileData: { displayName: 'canary-visitors-profiledata-displayname', hasProfile: true, isRandomName: false },
      conversionLikelihood: {
        score: 77,
        confidence: 0.7,
        isBaseline: false,
        dimensionMatches: [
          'canary-visitors-conversionlikelihood-dimensionmatches',
          'canary-visitors-conversionlikelihood-dimensionmatches-stray',
        ],
        raw: { conversionRate: null, averageValue: null, expectedValue: 7 },
      },
    });
    assert.deepEqual(added(data.recentEvents[0]!, own.recentEvents[0]!), {
      referrer: 'canary-event-referrer-host.example',
      customerName: 'canary-recentevents-customername',
      displayName: 'canary-recentevents-displayname',
    });
    assert.deepEqual(added(data.recentPayments[0]!, own.recentPayments[0]!), {
      name: 'canary-recentpayments-name',
      displayName: 'canary-recentpayments-displayname',
    });
    assert.deepEqual(added(data, own), {
      conversionMetrics: { baselineConversionRate: 0.07, baselineAverageValue: null },
    });
    assert.equal(data.hasConversionPredictions, true);
    assert.deepEqual([data.visitors[0]!.latitude, data.visitors[0]!.longitude], [39.7392358, -104.990251]);
  });

  it('can be parsed by the element and parsed again', async () => {
    for (const privacy of ['public', 'team'] as const) {
      const result = parseSnapshot({ status: 'success', data: await published(snapshot().data, privacy) });
      assert.ok(result.ok);
      assert.deepEqual(parseSnapshot(result.snapshot), result);
      const [denver, germany] = result.snapshot.data.visitors;
      assert.equal(denver!.precision, 'coordinates');
      assert.deepEqual(
        [germany!.latitude, germany!.longitude, germany!.precision],
        [countryPoint('DE')!.latitude, countryPoint('DE')!.longitude, 'country'],
      );
    }
  });

  it('are complete for a whole site, without the name of a person', async () => {
    const answer = createSimulator({ visitors: 300 }).answerAt(NOON);
    const snapshot = await published(answer.data);
    assert.equal(snapshot.visitors.length, answer.data.visitors.length);
    assert.equal(snapshot.recentEvents.length, answer.data.recentEvents.length);
    const text = JSON.stringify(snapshot);
    for (const { visitorId, customerName, customerEmail, profileData } of answer.data.visitors) {
      for (const secret of [visitorId, customerName, customerEmail, profileData.displayName, profileData.userId]) {
        assert.ok(!secret || !text.includes(secret), secret ?? '');
      }
    }
    for (const { _id, name, email } of answer.data.recentPayments) {
      for (const secret of [_id, name, email]) assert.ok(!text.includes(secret), secret);
    }
    const placed = snapshot.recentPayments.filter(({ precision }) => precision !== undefined);
    assert.ok(placed.length > 0, 'some payments have a place');
    assert.ok(placed.length < snapshot.recentPayments.length, 'renewals have none');
  });
});

describe('e-mail addresses are removed with every policy', () => {
  const texts = ['someone@example.com', 'someone%40example.com', 'someone%2540example.com', 'someone＠example.com'];
  for (const text of [
    ...texts,
    'someone&#64;example.com',
    'c29tZW9uZUBleGFtcGxlLmNvbQ==',
    'Some One <someone@example.com>',
  ]) {
    for (const privacy of ['public', 'team'] as const) {
      it(`${text}, ${privacy}`, async () => {
        const data = await published(
          {
            visitors: [
              {
                visitorId: text,
                location: { city: text, region: text, countryCode: text },
                system: { browser: text, os: { name: text }, device: { type: text } },
                currentUrl: `/reset/${text}/now`,
                referrer: text,
                customerName: text,
                customerEmail: text,
                profileData: { displayName: text, userId: text },
                conversionLikelihood: { score: 1, dimensionMatches: [text] },
              },
            ],
            recentEvents: [
              { _id: text, type: text, visitorId: text, path: text, extraData: { eventName: text }, referrer: text },
              { _id: '2', customerName: text, displayName: text, path: `/${encodeURIComponent(text)}` },
            ],
            recentPayments: [
              { _id: text, type: text, currency: text, amount: 1, name: text, email: text, displayName: text },
            ],
          },
          privacy,
        );
        assert.doesNotMatch(JSON.stringify(data), /someone|some one|c29tZW9u/i);
        assert.equal(data.recentEvents[0]!.type, 'custom');
        assert.equal(data.recentEvents[0]!.extraData, undefined);
      });
    }
  }
});

describe('ids are removed from every field', () => {
  const data = {
    visitors: [
      visitor('cookie-1a', {
        profileData: { userId: 'user_ada', displayName: 'user_ada' },
        currentUrl: '/u/user_ada/edit',
      }),
      visitor('cookie-2b', { currentUrl: '/v/cookie-1a', customerName: 'cookie-1a', referrer: 'https://cookie-1a/' }),
    ],
    recentEvents: [
      { _id: 'event-1', type: 'custom', visitorId: 'cookie-9z', extraData: { eventName: 'hello user_ada!' } },
      { _id: 'event-2', type: 'cookie-9z', path: '/e/event-1/payment-7' },
    ],
    recentPayments: [{ _id: 'payment-7', type: 'for payment-7', amount: 1, name: 'user_ada' }],
  };
  for (const privacy of ['public', 'team'] as const) {
    it(`of visitors, users, events and payments: ${privacy}`, async () => {
      const snapshot = await published(data, privacy);
      assert.doesNotMatch(JSON.stringify(snapshot), /user_ada|cookie-|event-\d|payment-\d/);
      assert.deepEqual(
        snapshot.visitors.map(({ currentUrl }) => currentUrl),
        ['/u/…/edit', '/v/…'],
      );
      assert.equal(snapshot.recentEvents[1]!.path, '/e/…/…');
    });
  }
});

describe('amounts', () => {
  const snapshot = async (amounts: 'exact' | 'rounded' | 'hidden', amount: unknown): Promise<unknown> => {
    const { recentPayments, recentEvents } = await published(
      { recentPayments: [{ _id: 'p', amount }], recentEvents: [{ _id: 'e', amount }] },
      { amounts },
    );
    assert.equal(recentEvents[0]!.amount ?? null, recentPayments[0]!.amount);
    return recentPayments[0]!.amount;
  };

  it('exact: are published as they are', async () => {
    for (const amount of [29.99, 0, 1234567.891, -5, null]) assert.equal(await snapshot('exact', amount), amount);
  });

  it('rounded: have two significant digits', async () => {
    const cases: [number | null, number | null][] = [
      [29.99, 30],
      [1299.5, 1300],
      [1234567, 1_200_000],
      [0.0567, 0.057],
      [99.6, 100],
      [7, 7],
      [-29.99, -30],
      [0, 0],
      [null, null],
    ];
    for (const [amount, expected] of cases) assert.equal(await snapshot('rounded', amount), expected);
  });

  it('hidden: are removed; payment and currency are published', async () => {
    assert.equal(await snapshot('hidden', 29.99), null);
    const { recentPayments } = await published(
      { recentPayments: [{ _id: 'p', amount: 1, currency: 'EUR', renewal: true }] },
      { amounts: 'hidden' },
    );
    assert.deepEqual([recentPayments[0]!.currency, recentPayments[0]!.renewal], ['EUR', true]);
  });

  it('expected values are published in the same way', async () => {
    const raw = { conversionRate: 0.0123, averageValue: 34.56, expectedValue: 1.2345 };
    const data = {
      visitors: [visitor('v', { conversionLikelihood: { score: 60, raw } })],
      conversionMetrics: { baselineConversionRate: 0.0123, baselineAverageValue: 34.56 },
    };
    for (const [amounts, average, expected] of [
      ['exact', 34.56, 1.2345],
      ['rounded', 35, 1.2],
      ['hidden', null, null],
    ] as const) {
      const { visitors, conversionMetrics } = await published(data, { amounts, predictions: true });
      assert.deepEqual(visitors[0]!.conversionLikelihood?.raw, {
        conversionRate: 0.0123,
        averageValue: average,
        expectedValue: expected,
      });
      assert.equal(conversionMetrics?.baselineAverageValue, average);
    }
  });
});

describe('other keys', () => {
  it('system: false removes browser, system and device', async () => {
    const system = { browser: 'Firefox', os: 'Linux', device: 'desktop' };
    const { visitors } = await published({ visitors: [visitor('v', { system })] }, { system: false });
    assert.deepEqual(visitors[0]!.system, { browser: null, os: null, device: null });
  });

  it('referrers publishes hosts only', async () => {
    const hosts = [
      ['https://user:password@www.search.example:8080/a?q=secret#x', 'search.example'],
      ['news.example/item', 'news.example'],
      ['/own/page', null],
      ['not an address', null],
      ['https://intranet/', null],
      ['https://someone@example.com/', 'example.com'],
      [null, null],
    ] as const;
    for (const [referrer, host] of hosts) {
      const { visitors, recentEvents } = await published(
        { visitors: [visitor('v', { referrer })], recentEvents: [{ _id: 'e', referrer }] },
        { referrers: true },
      );
      assert.deepEqual([visitors[0]!.referrer, recentEvents[0]!.referrer], [host, host]);
    }
  });

  it('pages: "hidden" removes the pages of visitors and events', async () => {
    const data = { visitors: [visitor('v', { currentUrl: '/a' })], recentEvents: [{ _id: 'e', path: '/a' }] };
    const { visitors, recentEvents } = await published(data, { pages: 'hidden' });
    assert.deepEqual([visitors[0]!.currentUrl, recentEvents[0]!.path], [null, null]);
  });

  it('predictions: false is declared in the snapshot', async () => {
    const data = { hasConversionPredictions: true, conversionMetrics: { baselineConversionRate: 0.1 } };
    const snapshot = await published(data);
    assert.deepEqual([snapshot.hasConversionPredictions, 'conversionMetrics' in snapshot], [false, false]);
  });
});

describe('place names', () => {
  it('are published decoded, and dropped when they are placeholders', async () => {
    const locations = [
      { city: 'S%C3%A3o%20Paulo', region: 'SÃ£o Paulo', countryCode: 'BR' },
      { city: '(not set)', region: 'undefined', countryCode: 'US' },
      { city: 'Unknown', region: null, countryCode: 'XX' },
    ];
    const visitors = locations.map((location, index) => ({ visitorId: `v${index}`, location }));
    const data = await published({ visitors });
    assert.deepEqual(
      data.visitors.map(({ location, precision }) => ({ ...location, precision })),
      [
        { city: 'São Paulo', region: 'São Paulo', countryCode: 'BR', precision: 'city' },
        { city: null, region: null, countryCode: 'US', precision: 'country' },
        { city: null, region: null, countryCode: null, precision: 'none' },
      ],
    );
  });
});
