import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failureMessage } from '../../src/protocol/failure-message.ts';
import { dataOf, failureOf, snapshotOf, visitorOf } from './support.ts';

describe('the envelope', () => {
  test('an answer without data is an empty snapshot with count null', () => {
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

  test('a missing status is accepted if the data is recognisable', () => {
    assert.equal(snapshotOf({ data: { count: 3 } }).data.count, 3);
    assert.equal(failureOf({ data: { hello: 'world' } }).kind, 'not-a-snapshot');
  });

  test('the count is the upstream’s, not the number of rows', () => {
    assert.equal(dataOf({ count: 7, visitors: [{ visitorId: 'a' }] }).count, 7);
    assert.equal(dataOf({ count: '7' }).count, 7);
    assert.equal(dataOf({ count: 0 }).count, 0);
    for (const count of [-1, null, '', 'many', {}, [], true, 1e300]) assert.equal(dataOf({ count }).count, null);
  });

  test('values that are not lists are empty, rows that are not objects are skipped', () => {
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

  test('an error answer is recognised, with the proxy’s reason if present', () => {
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

  test('an error message never quotes the answer', () => {
    const secret = 'ada@example.com';
    for (const answer of [
      secret,
      [secret],
      { data: secret },
      { data: { [secret]: secret } },
      { error: { message: secret } },
    ]) {
      assert.ok(!failureMessage(failureOf(answer)).includes(secret));
    }
  });

  test('other values are not a snapshot, and the message names their type', () => {
    assert.match(failureMessage(failureOf('<!doctype html><title>Just a moment...</title>')), /string/);
    assert.match(failureMessage(failureOf(null)), /null/);
    assert.match(failureMessage(failureOf([])), /array/);
    assert.match(failureMessage(failureOf(42)), /number/);
    assert.match(failureMessage(failureOf(undefined)), /undefined/);
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
  test('is null without generatedAt', () => {
    assert.equal(snapshotOf({ status: 'success', data: {}, meta: { version: 1 } }).meta, null);
    assert.equal(snapshotOf({ status: 'success', data: {}, meta: { generatedAt: 'soon' } }).meta, null);
    assert.equal(snapshotOf({ status: 'success', data: {}, meta: 'x' }).meta, null);
  });

  test('is null without the proxy’s version, as the upstream may have a meta of its own', () => {
    const generatedAt = '2025-06-01T12:00:00.000Z';
    for (const meta of [
      { generatedAt },
      { generatedAt, version: 'v1', stale: true },
      { generatedAt, version: null },
      [generatedAt],
    ]) {
      assert.equal(snapshotOf({ status: 'success', data: {}, meta }).meta, null);
    }
  });

  test('is parsed as the proxy writes it', () => {
    const meta = {
      version: 1,
      generatedAt: '2025-06-01T12:00:00.000Z',
      windowSeconds: 600,
      refreshSeconds: 10,
      delaySeconds: 120,
      stale: true,
      idEpoch: '2025-06-01',
      sample: true,
      history: { stepSeconds: 60, counts: [null, 0, 12] },
    };
    assert.deepEqual(snapshotOf({ status: 'success', data: {}, meta }).meta, meta);
  });

  test('has no history if part of it is invalid', () => {
    const historyOf = (history: unknown): unknown =>
      snapshotOf({ status: 'success', data: {}, meta: { version: 1, generatedAt: '2025-06-01T12:00:00Z', history } })
        .meta?.history;
    const counts = [1, null, 3];
    assert.deepEqual(historyOf({ stepSeconds: 30, counts }), { stepSeconds: 30, counts });
    assert.deepEqual(historyOf({ counts }), { stepSeconds: 60, counts });
    const long = new Array<number>(121).fill(1);
    for (const [index, bad] of [
      ['1', 2],
      [1, undefined],
      [-1],
      [NaN],
      [Infinity],
      [{}],
      [true],
      'text',
      null,
      { 0: 1 },
      long,
    ].entries()) {
      assert.equal(historyOf({ stepSeconds: 60, counts: bad }), null, `bad counts ${index}`);
    }
    for (const bad of [undefined, null, [1, 2], 'text', 7]) assert.equal(historyOf(bad), null);
    // When the counts were is unknown then.
    for (const bad of [-60, 0, 0.5, NaN, Infinity, 1e9, 'a minute', {}, true]) {
      assert.equal(historyOf({ stepSeconds: bad, counts }), null, `stepSeconds ${JSON.stringify(bad)}`);
    }
  });

  test('has the documented window by default, and no refresh interval', () => {
    const meta = snapshotOf({
      status: 'success',
      data: {},
      meta: { version: 1, generatedAt: '2025-06-01T12:00:00Z' },
    }).meta!;
    assert.deepEqual([meta.windowSeconds, meta.refreshSeconds, meta.stale, meta.sample], [600, null, false, false]);
  });
});

describe('timestamps', () => {
  const read = (timestamp: unknown): unknown =>
    dataOf({ recentEvents: [{ _id: 'a', timestamp }] }).recentEvents[0]?.timestamp;

  test('are normalised to UTC from any notation', () => {
    assert.equal(read('2025-06-01T13:55:00+02:00'), '2025-06-01T11:55:00.000Z');
    assert.equal(read('2025-06-01 11:55:00.25'), '2025-06-01T11:55:00.250Z');
    assert.equal(read('2025-06-01T11:55'), '2025-06-01T11:55:00.000Z');
    assert.equal(read('2025-06-01'), '2025-06-01T00:00:00.000Z');
    assert.equal(read('2025-06-01 13:55:00+02'), '2025-06-01T11:55:00.000Z');
    assert.equal(read('2025-06-01T06:25:00-0530'), '2025-06-01T11:55:00.000Z');
    assert.equal(read(Date.UTC(2025, 5, 1)), '2025-06-01T00:00:00.000Z');
  });

  test('may be numbers or text in any unit since the epoch', () => {
    const moment = '2025-06-01T00:00:00.000Z';
    const seconds = Date.parse(moment) / 1000;
    for (const unit of [1, 1e3, 1e6, 1e9]) {
      assert.equal(read(seconds * unit), moment, String(unit));
      assert.equal(read(` ${seconds * unit} `), moment, `${unit} as text`);
    }
    // Seconds that were read as milliseconds before.
    assert.equal(read('1970-01-21T05:45:36.000Z'), moment);
    assert.equal(read(1748736000.25), '2025-06-01T00:00:00.250Z');
    const visitor = visitorOf({ sessionStartTime: '1748736000' });
    assert.equal(visitor.sessionStartTime, '2025-06-01T00:00:00.000Z');
  });

  test('are null in other notations', () => {
    const others = [
      'page 3',
      'yesterday',
      '',
      'Sun, 01 Jun 2025 11:55:00 GMT (a remark)',
      '2025-13-41T00:00:00Z',
      1e20,
      '1e999',
      // Of another century: what is none, a duration, a day as a number, the zero of a language.
      0,
      -1,
      '0',
      20766,
      20250601,
      '20250601',
      '1970-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      NaN,
      true,
      [1748736000],
    ];
    assert.deepEqual(
      others.map(read),
      others.map(() => null),
    );
  });
});

describe('rows', () => {
  test('are newest first, undated last, and stable for equal times', () => {
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

  test('are deduplicated by id', () => {
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

  test('without ids are all kept, with ids that are stable between polls', () => {
    const visitors = [
      { location: { countryCode: 'DE', city: 'Berlin' }, sessionStartTime: '2025-06-01T12:00:00Z' },
      { location: { countryCode: 'DE', city: 'Berlin' }, sessionStartTime: '2025-06-01T12:00:00Z' },
      { location: { countryCode: 'FR' } },
    ];
    const names = (rows: object[]): string[] => dataOf({ visitors: rows }).visitors.map(({ visitorId }) => visitorId);
    assert.equal(new Set(names(visitors)).size, 3);
    assert.deepEqual(names(visitors), names(visitors.map((row) => ({ ...row, currentUrl: '/another-page' }))));
  });

  test('have unique ids, even if an upstream id looks like a generated one', () => {
    const made = dataOf({ recentPayments: [{}, {}] }).recentPayments[1]!._id;
    const { recentPayments } = dataOf({ recentPayments: [{ _id: made }, {}, {}] });
    assert.equal(new Set(recentPayments.map(({ _id }) => _id)).size, 3);
  });
});

test('keys such as __proto__ have no effect', () => {
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
