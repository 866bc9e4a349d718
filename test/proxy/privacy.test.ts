import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { publicPath } from '../../src/proxy/pages.ts';
import { startProxy } from './start.ts';
import { answer, failure, raw, snapshot } from './upstream.ts';

/** An answer in which every text, known and unknown, is a canary: "canary-<name>". */
function canaries(): unknown {
  const c = (name: string): string => `canary-${name}`;
  const unknown = { [c('unknown-key')]: c('unknown-value'), nested: { list: [c('unknown-nested')] } };
  return {
    status: 'success',
    message: c('envelope'),
    ...unknown,
    meta: { idEpoch: c('meta'), generatedAt: '2020-01-01T00:00:00Z', ...unknown },
    data: {
      count: 1,
      ...unknown,
      visitors: [
        {
          visitorId: c('visitor-id'),
          location: { city: c('city'), region: c('region'), countryCode: 'US', postal: c('postal'), ...unknown },
          system: {
            browser: { name: c('browser'), version: c('browser-version') },
            os: { name: c('os') },
            device: { type: c('device'), model: c('model') },
          },
          currentUrl: `https://${c('user')}:${c('password')}@${c('host')}/${c('page')}?q=${c('query')}#${c('fragment')}`,
          referrer: `https://${c('referrer')}/`,
          sessionStartTime: `Mon, 23 Nov 2026 11:58:00 GMT (${c('session-remark')})`,
          visitCount: 777_001,
          params: { ref: c('param-ref'), utm_term: c('param-term') },
          latitude: 39.7392358,
          longitude: -104.990251,
          precision: 'city',
          isCustomer: true,
          customerName: c('customer-name'),
          customerEmail: c('customer-email@example.com'),
          profileData: { displayName: c('display-name'), userId: c('user-id'), avatar: c('avatar') },
          conversionLikelihood: { score: 77, dimensionMatches: [c('dimension')], raw: { expectedValue: 777_002 } },
          ip: c('ip'),
          ...unknown,
        },
      ],
      conversionMetrics: { baselineConversionRate: 0.777003, note: c('metrics') },
      hasConversionPredictions: true,
      recentEvents: [
        {
          _id: c('event-id'),
          type: c('event-type'),
          visitorId: c('visitor-id'),
          timestamp: `Mon, 23 Nov 2026 11:59:00 GMT (${c('event-remark')})`,
          path: `/${c('event-page')}?token=${c('event-query')}`,
          countryCode: 'US',
          extraData: { eventName: c('goal'), email: c('extra-email'), image: c('extra-image'), ...unknown },
          referrer: c('event-referrer'),
          customerName: c('event-customer'),
          displayName: c('event-name'),
          amount: 5,
          ...unknown,
        },
      ],
      recentPayments: [
        {
          _id: c('payment-id'),
          type: c('payment-type'),
          timestamp: '2026-11-23T11:59:30.000Z',
          name: c('payment-name'),
          email: c('payment-email'),
          displayName: c('payment-display'),
          amount: 29.99,
          currency: c('currency'),
          renewal: true,
          visible: true,
          ...unknown,
        },
      ],
    },
  };
}

const PUBLISHED = [
  'browser',
  'city',
  'device',
  'event-page',
  'event-type',
  'goal',
  'os',
  'page',
  'payment-type',
  'region',
];

describe('the public snapshot', () => {
  it('lets through what the policy names, and nothing else', async (t) => {
    const { get, log } = await startProxy(t, { respond: answer(canaries()) });
    const reply = await get();
    const seen = `${reply.bytes.toString()} ${JSON.stringify(reply.headers)} ${log.join(' ')}`;
    const found = Array.from(seen.matchAll(/canary-([\w-]+)/g), ([, name]) => name);
    assert.deepEqual(Array.from(new Set(found)).sort(), PUBLISHED);
    assert.doesNotMatch(seen, /777|example\.com|2020-01/);
  });

  it('has exactly the documented fields', async (t) => {
    const { get } = await startProxy(t, { respond: answer(canaries()) });
    const { data } = (await get()).snapshot();
    const { visitorId } = data.visitors[0]!;
    assert.deepEqual(data, {
      count: 1,
      visitors: [
        {
          visitorId,
          location: { city: 'canary-city', region: 'canary-region', countryCode: 'US' },
          system: { browser: 'canary-browser', os: 'canary-os', device: 'canary-device' },
          currentUrl: '/canary-page',
          sessionStartTime: null,
          isCustomer: true,
          latitude: 39.7,
          longitude: -105,
          precision: 'city',
        },
      ],
      hasConversionPredictions: false,
      recentEvents: [
        {
          _id: data.recentEvents[0]!._id,
          type: 'canary-event-type',
          visitorId,
          timestamp: null,
          path: '/canary-event-page',
          countryCode: 'US',
          extraData: { eventName: 'canary-goal' },
          amount: 5,
        },
      ],
      recentPayments: [
        {
          _id: data.recentPayments[0]!._id,
          type: 'canary-payment-type',
          timestamp: '2026-11-23T11:59:30.000Z',
          amount: 29.99,
          currency: null,
          renewal: true,
        },
      ],
    });
  });

  it('has no e-mail address anywhere', async (t) => {
    const email = 'someone@example.com';
    const encoded = 'someone%40example.com';
    for (const address of [email, encoded]) {
      const visitor = {
        visitorId: address,
        location: { city: address, region: address, countryCode: address },
        system: { browser: address, os: { name: address }, device: { type: address } },
        currentUrl: `/reset/${address}/now`,
      };
      const event = {
        _id: address,
        type: address,
        visitorId: address,
        path: address,
        extraData: { eventName: address },
      };
      const payment = { _id: address, type: address, currency: address, amount: 1 };
      const data = { visitors: [visitor], recentEvents: [event], recentPayments: [payment] };
      const { get } = await startProxy(t, { respond: answer(snapshot(data)) });
      const reply = await get();
      assert.doesNotMatch(reply.bytes.toString(), /someone|example/);
      const { visitors, recentEvents } = reply.snapshot().data;
      assert.equal(visitors[0]!.currentUrl, '/reset/…/now');
      assert.equal(recentEvents[0]!.type, 'custom');
      assert.equal(recentEvents[0]!.extraData, undefined);
    }
  });

  it('can be read by the protocol, and read again', async (t) => {
    const { get } = await startProxy(t);
    const result = parseSnapshot((await get()).json());
    assert.ok(result.ok);
    const again = parseSnapshot(result.snapshot);
    assert.deepEqual(again, result);
    const [denver, germany] = result.snapshot.data.visitors;
    assert.deepEqual([denver!.latitude, denver!.longitude, denver!.precision], [39.7, -105, 'coordinates']);
    assert.deepEqual([germany!.latitude, germany!.longitude, germany!.precision], [null, null, 'none']);
  });

  it('is small: what is dropped is left out', async (t) => {
    const { get } = await startProxy(t);
    const names = Object.keys((await get()).snapshot().data.visitors[0]!);
    assert.deepEqual(names.sort(), [
      'currentUrl',
      'isCustomer',
      'latitude',
      'location',
      'longitude',
      'precision',
      'sessionStartTime',
      'system',
      'visitorId',
    ]);
  });
});

describe('publicPath', () => {
  const cases: [string | null, string | null][] = [
    [null, null],
    ['/', '/'],
    ['/pricing', '/pricing'],
    ['/pricing?plan=pro#top', '/pricing'],
    ['https://user:secret@example.com/a/b?c', '/a/b'],
    ['example.com/changelog', '/changelog'],
    ['/orders/8841205', '/orders/…'],
    ['/orders/١٢٣', '/orders/…'],
    ['/blog/2026/review', '/blog/…/review'],
    ['/v2/docs', '/v2/docs'],
    ['/invite/3f8a9c21b7d04e56', '/invite/…'],
    ['/invite/3f8a9c21b7d04e5', '/invite/3f8a9c21b7d04e5'],
    ['/a/6F9619FF-8B86-D011-B42D-00CF4FC964FF/b', '/a/…/b'],
    ['/a/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee', '/a/…'],
    ['/blog/why-we-left-the-cloud', '/blog/why-we-left-the-cloud'],
    ['/u/me@example.com', '/u/…'],
    ['/u/me%40example.com', '/u/…'],
    ['/u/me%2540example.com', '/u/…'],
    ['/u/@me', '/u/…'],
    ['/path%3Ftoken=abc', '/…'],
    ['/ja/%E6%96%99%E9%87%91', '/ja/%E6%96%99%E9%87%91'],
    ['/bad/%E6%9', '/bad/%E6%9'],
    ['/bad/%E6%9/%40', '/bad/%E6%9/…'],
  ];
  for (const [url, expected] of cases) {
    it(`tells ${JSON.stringify(url)} as ${JSON.stringify(expected)}`, () => {
      assert.equal(publicPath(url), expected);
    });
  }
});

describe('the key', () => {
  const apiKey = 'df_verysecret';

  it('stands in no body, header or log, even if the upstream echoes it', async (t) => {
    const echo = { 'x-key': apiKey, 'retry-after': apiKey, location: `https://${apiKey}.example.com/` };
    const echoes = [
      answer(canaries()),
      failure(401, echo),
      failure(429, echo),
      raw(302, apiKey, echo),
      raw(200, `not JSON: ${apiKey}`, echo),
      raw(200, JSON.stringify({ status: 'error', error: { code: apiKey, message: apiKey, reason: apiKey } }), echo),
      raw(500, apiKey, echo),
    ];
    for (const respond of echoes) {
      const { get, log } = await startProxy(t, { apiKey, respond });
      for (const path of ['/', '/health', '/other']) {
        const reply = await get(path);
        const told = `${reply.bytes.toString()} ${JSON.stringify(reply.headers)} ${log.join(' ')}`;
        assert.ok(!told.includes('secret'), told);
        assert.ok(!told.includes('Words of the upstream'), told);
      }
    }
  });

  it('stands in no log when the error of fetch carries it', async (t) => {
    const error = new TypeError(`cannot send Bearer ${apiKey}`, { cause: { code: apiKey } });
    error.name = apiKey;
    const { get, log } = await startProxy(t, { apiKey, fetch: () => Promise.reject(error) });
    assert.equal((await get()).status, 503);
    assert.deepEqual(log, ['warn: datafast-live-map: DataFast cannot be reached (error). (upstream-unavailable)']);
  });
});
