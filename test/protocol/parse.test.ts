import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { ParseFailure } from '../../src/protocol/parse.ts';
import type { Snapshot, SnapshotData } from '../../src/protocol/types.ts';

function snapshotOf(answer: unknown): Snapshot {
  const result = parseSnapshot(answer);
  assert.ok(result.ok, result.ok ? '' : result.failure.message);
  return result.snapshot;
}
function dataOf(data: object): SnapshotData {
  return snapshotOf({ status: 'success', data }).data;
}
function visitorOf(row: object): SnapshotData['visitors'][number] {
  return dataOf({ visitors: [row] }).visitors[0]!;
}
function eventOf(row: object): SnapshotData['recentEvents'][number] {
  return dataOf({ recentEvents: [row] }).recentEvents[0]!;
}
function paymentOf(row: object): SnapshotData['recentPayments'][number] {
  return dataOf({ recentPayments: [row] }).recentPayments[0]!;
}
function failureOf(answer: unknown): ParseFailure {
  const result = parseSnapshot(answer);
  assert.ok(!result.ok);
  return result.failure;
}

describe('the envelope', () => {
  test('an answer with everything missing is an empty snapshot, its count unknown rather than 0', () => {
    assert.deepEqual(snapshotOf({ status: 'success', data: {} }), {
      status: 'success',
      meta: null,
      data: {
        count: null,
        visitors: [],
        conversionMetrics: null,
        hasConversionPredictions: false,
        recentEvents: [],
        recentPayments: [],
      },
    });
  });

  test('data may be wrapped in an array, as sibling endpoints do', () => {
    assert.equal(snapshotOf({ status: 'success', data: [{ count: 3 }] }).data.count, 3);
  });

  test('a missing status is forgiven where the data is recognisable', () => {
    assert.equal(snapshotOf({ data: { count: 3 } }).data.count, 3);
    assert.equal(failureOf({ data: { hello: 'world' } }).kind, 'not-a-snapshot');
  });

  test('the count is what the upstream says, not the number of rows', () => {
    assert.equal(dataOf({ count: 7, visitors: [{ visitorId: 'a' }] }).count, 7);
    assert.equal(dataOf({ count: '7' }).count, 7);
    assert.equal(dataOf({ count: 0 }).count, 0);
    for (const count of [-1, null, '', 'many', {}, [], true, 1e300]) assert.equal(dataOf({ count }).count, null);
  });

  test('lists that are no lists are empty, rows that are no objects are skipped', () => {
    for (const list of [null, 'x', 7, {}, true]) {
      const { visitors, recentEvents, recentPayments } = dataOf({
        visitors: list,
        recentEvents: list,
        recentPayments: list,
      });
      assert.deepEqual([visitors, recentEvents, recentPayments], [[], [], []]);
    }
    assert.equal(dataOf({ visitors: [null, 7, 'x', [], { visitorId: 'a' }] }).visitors.length, 1);
  });

  test('an error answer is told apart, with our proxy’s reason where there is one', () => {
    const documented = { status: 'error', error: { code: 401, message: 'Invalid API key df_secret' } };
    assert.deepEqual(
      [failureOf(documented).kind, failureOf(documented).reason],
      ['error-answer', null],
      'code is a number or text, and no reason is documented',
    );
    const proxied = { status: 'error', error: { code: 502, reason: 'upstream-unauthorized', message: '…' } };
    assert.equal(failureOf(proxied).reason, 'upstream-unauthorized');
    assert.equal(failureOf({ status: 'error' }).kind, 'error-answer');
    assert.equal(failureOf({ error: { code: '500' } }).kind, 'error-answer');
  });

  test('a message never quotes the answer', () => {
    const secret = 'ada@example.com';
    for (const answer of [
      secret,
      [secret],
      { data: secret },
      { data: { [secret]: secret } },
      { error: { message: secret } },
    ]) {
      assert.ok(!failureOf(answer).message.includes(secret));
    }
  });

  test('whatever else is no snapshot, and the message says what it was', () => {
    assert.match(failureOf('<!doctype html><title>Just a moment...</title>').message, /string/);
    assert.match(failureOf(null).message, /null/);
    assert.match(failureOf([]).message, /array/);
    assert.match(failureOf(42).message, /number/);
    assert.match(failureOf(undefined).message, /undefined/);
    for (const answer of [
      true,
      {},
      { ok: true },
      { status: 'success' },
      { status: 'success', data: [] },
      { data: null },
    ]) {
      assert.equal(failureOf(answer).kind, 'not-a-snapshot');
    }
  });
});

describe('meta', () => {
  test('is null without the time that ages are counted from', () => {
    assert.equal(snapshotOf({ status: 'success', data: {}, meta: { version: 1 } }).meta, null);
    assert.equal(snapshotOf({ status: 'success', data: {}, meta: { generatedAt: 'soon' } }).meta, null);
    assert.equal(snapshotOf({ status: 'success', data: {}, meta: 'x' }).meta, null);
  });

  test('is read as our proxy writes it', () => {
    const meta = {
      version: 1,
      generatedAt: '2025-06-01T12:00:00.000Z',
      windowSeconds: 600,
      refreshSeconds: 10,
      stale: true,
      idEpoch: '2025-06-01',
      sample: true,
    };
    assert.deepEqual(snapshotOf({ status: 'success', data: {}, meta }).meta, meta);
  });

  test('has the documented window where none is told, and no refresh interval of its own', () => {
    const meta = snapshotOf({ status: 'success', data: {}, meta: { generatedAt: '2025-06-01T12:00:00Z' } }).meta!;
    assert.deepEqual([meta.windowSeconds, meta.refreshSeconds, meta.stale, meta.sample], [600, null, false, false]);
  });
});

describe('a visitor', () => {
  test('without anything but an id is all null', () => {
    assert.deepEqual(visitorOf({ visitorId: 'a' }), {
      visitorId: 'a',
      location: { city: null, region: null, countryCode: null },
      system: { browser: null, os: null, device: null },
      currentUrl: null,
      referrer: null,
      sessionStartTime: null,
      visitCount: null,
      latitude: null,
      longitude: null,
      precision: 'none',
      isCustomer: false,
      customerName: null,
      customerEmail: null,
      profileData: { displayName: null, userId: null, hasProfile: false, isRandomName: false },
      conversionLikelihood: null,
    });
  });

  test('has the same system in both versions of the documentation', () => {
    const system = { browser: 'Chrome', os: 'macOS', device: 'desktop' };
    assert.deepEqual(visitorOf({ system }).system, system);
    const versionA = { browser: { name: 'Chrome' }, os: { name: 'macOS' }, device: { type: 'desktop' } };
    assert.deepEqual(visitorOf({ system: versionA }).system, system);
    const empty = { browser: {}, os: null, device: '' };
    assert.deepEqual(visitorOf({ system: empty }).system, { browser: null, os: null, device: null });
  });

  test('has null where the upstream has null, "" or blanks', () => {
    for (const nothing of [null, '', '  ', undefined]) {
      const visitor = visitorOf({
        location: { city: nothing, region: nothing, countryCode: nothing },
        currentUrl: nothing,
        referrer: nothing,
        profileData: { displayName: nothing },
      });
      assert.deepEqual(visitor.location, { city: null, region: null, countryCode: null });
      assert.deepEqual([visitor.currentUrl, visitor.referrer, visitor.profileData.displayName], [null, null, null]);
    }
  });

  test('has an upper-case country of two letters, or none', () => {
    const country = (countryCode: unknown): unknown => visitorOf({ location: { countryCode } }).location.countryCode;
    assert.equal(country('de'), 'DE');
    for (const code of ['DEU', 'D', '49', 49, 'Germany', {}]) assert.equal(country(code), null);
  });

  test('is placed by a valid pair of coordinates only', () => {
    const place = (latitude: unknown, longitude: unknown): unknown[] => {
      const visitor = visitorOf({ latitude, longitude });
      return [visitor.latitude, visitor.longitude, visitor.precision];
    };
    const nowhere = [null, null, 'none'];
    assert.deepEqual(place(52.52, 13.4), [52.52, 13.4, 'coordinates']);
    assert.deepEqual(place('52.52', '13.4'), [52.52, 13.4, 'coordinates']);
    assert.deepEqual(place(-90, 180), [-90, 180, 'coordinates']);
    assert.deepEqual(place(0, 6.73), [0, 6.73, 'coordinates'], 'the equator is a place');
    assert.deepEqual(place(51.48, 0), [51.48, 0, 'coordinates'], 'the meridian of Greenwich is a place');
    assert.deepEqual(place(0, 0), nowhere, 'missing coordinates end up there');
    assert.deepEqual(place('0', '0.0'), nowhere);
    assert.deepEqual(place(52.52, undefined), nowhere);
    assert.deepEqual(place(null, 13.4), nowhere);
    assert.deepEqual(place(91, 13.4), nowhere);
    assert.deepEqual(place(52.52, -180.1), nowhere);
    assert.deepEqual(place('', ''), nowhere);
    assert.deepEqual(place(true, []), nowhere);
  });

  test('has the precision that our proxy tells, but none without coordinates', () => {
    assert.equal(visitorOf({ latitude: 52, longitude: 13, precision: 'region' }).precision, 'region');
    assert.equal(visitorOf({ latitude: 52, longitude: 13, precision: 'exact' }).precision, 'coordinates');
    assert.equal(visitorOf({ latitude: 52, longitude: 13, precision: 'none' }).precision, 'coordinates');
    assert.equal(visitorOf({ precision: 'city' }).precision, 'none');
  });

  test('is a customer only if that is true', () => {
    assert.equal(visitorOf({ isCustomer: true }).isCustomer, true);
    for (const told of ['true', 1, 'false', {}, null]) assert.equal(visitorOf({ isCustomer: told }).isCustomer, false);
  });

  test('carries a prediction within its bounds', () => {
    const raw = { conversionRate: 0.04, averageValue: 34.5, expectedValue: 1.38 };
    const told = { score: 65, confidence: 0.76, isBaseline: false, dimensionMatches: ['country', 7, null, ''], raw };
    assert.deepEqual(visitorOf({ conversionLikelihood: told }).conversionLikelihood, {
      ...told,
      dimensionMatches: ['country', '7'],
    });
    const absurd = visitorOf({ conversionLikelihood: { score: 101, confidence: -1, raw: { conversionRate: 2 } } });
    assert.deepEqual(absurd.conversionLikelihood, {
      score: null,
      confidence: null,
      isBaseline: false,
      dimensionMatches: [],
      raw: { conversionRate: null, averageValue: null, expectedValue: null },
    });
  });
});

describe('an event', () => {
  test('may be of any type, and is a pageview where none is told', () => {
    for (const type of ['pageview', 'custom', 'identify', 'payment', 'external_link', 'signup', 'never heard of']) {
      assert.equal(eventOf({ _id: 'e', type }).type, type);
    }
    assert.equal(eventOf({ _id: 'e' }).type, 'pageview');
  });

  test('keeps of its extra data the name of the goal alone', () => {
    const extraData = { eventName: 'signup', email: 'ada@example.com', image: 'https://example.com/ada.png' };
    assert.deepEqual(eventOf({ _id: 'e', extraData }).extraData, { eventName: 'signup' });
    for (const nothing of [null, 'signup', [], {}]) {
      assert.deepEqual(eventOf({ _id: 'e', extraData: nothing }).extraData, { eventName: null });
    }
  });
});

describe('a payment', () => {
  test('is told in its own words: code or symbol, free of charge, of unknown amount', () => {
    assert.equal(paymentOf({ _id: 'p', currency: 'EUR' }).currency, 'EUR');
    assert.equal(paymentOf({ _id: 'p', currency: '$' }).currency, '$');
    assert.equal(paymentOf({ _id: 'p', amount: 0 }).amount, 0);
    assert.equal(paymentOf({ _id: 'p', amount: '29.99' }).amount, 29.99);
    assert.equal(paymentOf({ _id: 'p', amount: null }).amount, null);
    assert.equal(paymentOf({ _id: 'p', amount: '' }).amount, null);
  });

  test('is left out where it is marked invisible, and only then', () => {
    const told = [{ _id: 'a', visible: false }, { _id: 'b', visible: true }, { _id: 'c' }, { _id: 'd', visible: null }];
    assert.deepEqual(
      dataOf({ recentPayments: told }).recentPayments.map(({ _id }) => _id),
      ['b', 'c', 'd'],
    );
  });
});

describe('rows', () => {
  test('come newest first, the undated last, those of one moment in their order', () => {
    const rows = [
      { _id: 'old', timestamp: '2025-06-01T11:50:00Z' },
      { _id: 'undated' },
      { _id: 'new', timestamp: '2025-06-01T12:00:00.5Z' },
      { _id: 'offset', timestamp: '2025-06-01T13:55:00+02:00' },
      { _id: 'epoch', timestamp: Date.parse('2025-06-01T11:59:00Z') },
      { _id: 'never', timestamp: 'yesterday' },
      { _id: 'old too', timestamp: '2025-06-01T11:50:00Z' },
    ];
    const order = ['new', 'epoch', 'offset', 'old', 'old too', 'undated', 'never'];
    assert.deepEqual(
      dataOf({ recentEvents: rows }).recentEvents.map(({ _id }) => _id),
      order,
    );
    assert.deepEqual(
      dataOf({ recentPayments: rows }).recentPayments.map(({ _id }) => _id),
      order,
    );
  });

  test('told twice count once', () => {
    const { visitors, recentEvents, recentPayments } = dataOf({
      visitors: [
        { visitorId: 'a', currentUrl: '/1' },
        { visitorId: 'a', currentUrl: '/2' },
        { visitorId: 7 },
        { visitorId: '7' },
      ],
      recentEvents: [{ _id: 'a' }, { _id: 'a' }],
      recentPayments: [{ _id: 'a' }, { _id: 'a', visible: true }],
    });
    assert.deepEqual(
      visitors.map(({ visitorId, currentUrl }) => [visitorId, currentUrl]),
      [
        ['a', '/1'],
        ['7', null],
      ],
    );
    assert.deepEqual([recentEvents.length, recentPayments.length], [1, 1]);
  });

  test('without ids all count, under names that stay the same from poll to poll', () => {
    const visitors = [
      { location: { countryCode: 'DE', city: 'Berlin' }, sessionStartTime: '2025-06-01T12:00:00Z' },
      { location: { countryCode: 'DE', city: 'Berlin' }, sessionStartTime: '2025-06-01T12:00:00Z' },
      { location: { countryCode: 'FR' } },
    ];
    const names = (rows: object[]): string[] => dataOf({ visitors: rows }).visitors.map(({ visitorId }) => visitorId);
    assert.equal(new Set(names(visitors)).size, 3);
    assert.deepEqual(names(visitors), names(visitors.map((row) => ({ ...row, currentUrl: '/another-page' }))));
  });

  test('never share a name, even where an upstream id looks like a made-up one', () => {
    const made = dataOf({ recentPayments: [{}, {}] }).recentPayments[1]!._id;
    const { recentPayments } = dataOf({ recentPayments: [{ _id: made }, {}, {}] });
    assert.equal(new Set(recentPayments.map(({ _id }) => _id)).size, 3);
  });
});

test('keys that name the machinery of objects are inert', () => {
  const answer: unknown = JSON.parse(`{
    "status": "success", "__proto__": { "error": {} }, "constructor": { "prototype": { "polluted": 1 } },
    "data": {
      "__proto__": { "count": 9, "polluted": true }, "constructor": 1, "hasOwnProperty": 1, "toString": 1,
      "visitors": [{ "visitorId": "a", "__proto__": { "isCustomer": true, "latitude": 52, "longitude": 13 },
                     "location": { "__proto__": { "city": "Berlin" } }, "profileData": { "constructor": "x" } }],
      "recentEvents": [{ "_id": "__proto__", "type": "constructor", "extraData": { "__proto__": { "eventName": "x" } } }]
    } }`);
  const { data } = snapshotOf(answer);
  assert.equal(data.count, null);
  assert.equal(data.visitors[0]!.isCustomer, false);
  assert.equal(data.visitors[0]!.latitude, null);
  assert.equal(data.visitors[0]!.location.city, null);
  assert.equal(data.recentEvents[0]!._id, '__proto__');
  assert.equal(data.recentEvents[0]!.extraData.eventName, null);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
});

test('a polluted prototype is not read', (context) => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  context.after(() => {
    delete prototype.count;
    delete prototype.customerName;
  });
  prototype.count = 99;
  prototype.customerName = 'Mallory';
  assert.equal(dataOf({}).count, null);
  assert.equal(visitorOf({ visitorId: 'a' }).customerName, null);
});
