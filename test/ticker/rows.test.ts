import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ROW_KINDS, tickerRows, type RowOptions, type TickerRow } from '../../src/ticker/rows.ts';
import { dataOf } from '../protocol/support.ts';

const NOW = Date.parse('2026-03-14T12:00:00Z');
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

function rowsOf(data: object, options: Partial<RowOptions> = {}): TickerRow[] {
  return tickerRows(dataOf(data), { kinds: ROW_KINDS, size: 5, ...options });
}

const idsOf = (data: object, options: Partial<RowOptions> = {}): string[] => rowsOf(data, options).map(({ id }) => id);

function view(_id: string, visitorId: string | null, seconds: number, path = '/'): object {
  return { _id, type: 'pageview', visitorId, timestamp: ago(seconds), path };
}

function paid(_id: string, seconds: number, own: object = {}): object {
  return { _id, type: 'payment_received', timestamp: ago(seconds), amount: 49, currency: 'EUR', ...own };
}

function event(_id: string, type: string, seconds: number, own: object = {}): object {
  return { _id, type, visitorId: 'a', timestamp: ago(seconds), ...own };
}

describe('the selection of rows', () => {
  test('merges events and payments, newest first', () => {
    const data = { recentEvents: [view('1', 'a', 30), view('2', 'b', 10)], recentPayments: [paid('p', 20)] };
    assert.deepEqual(idsOf(data), ['2', 'p', '1']);
  });

  test('limits their number', () => {
    const recentEvents = Array.from({ length: 20 }, (_, index) => view(`${index}`, `v${index}`, index));
    assert.deepEqual(idsOf({ recentEvents }, { size: 3 }), ['0', '1', '2']);
  });

  test('fills the rows with the configured kinds', () => {
    const data = {
      recentEvents: [view('1', 'a', 1), view('2', 'b', 2), event('g', 'signup', 3)],
      recentPayments: [paid('p', 4)],
    };
    assert.deepEqual(idsOf(data, { kinds: ['payment'] }), ['p']);
    assert.deepEqual(idsOf(data, { kinds: ['goal', 'payment'], size: 2 }), ['g', 'p']);
  });

  test('keeps the newest pageview per visitor, and all without a visitor', () => {
    const recentEvents = [view('1', 'a', 9, '/'), view('2', 'a', 5, '/b'), view('3', null, 4), view('4', null, 3)];
    assert.deepEqual(idsOf({ recentEvents }), ['4', '3', '2']);
    assert.equal(rowsOf({ recentEvents })[2]!.page, '/b');
  });

  test('keeps all goals of a visitor', () => {
    assert.deepEqual(idsOf({ recentEvents: [event('1', 'signup', 2), event('2', 'signup', 1)] }), ['2', '1']);
  });

  test('skips identify events', () => {
    assert.deepEqual(idsOf({ recentEvents: [event('1', 'identify', 1), view('2', 'b', 2)] }), ['2']);
  });

  test('skips events without a time', () => {
    const data = { recentEvents: [event('1', 'signup', 1, { timestamp: null })], recentPayments: [{ _id: 'p' }] };
    assert.deepEqual(idsOf(data), []);
  });

  test('is empty without events', () => {
    assert.deepEqual(rowsOf({}), []);
  });
});

describe('a payment that is listed twice', () => {
  test('has one row for the same id', () => {
    assert.deepEqual(idsOf({ recentEvents: [event('p', 'payment', 5)], recentPayments: [paid('p', 5)] }), ['p']);
  });

  test('has one row with the payment’s details for an event of the same amount within a minute', () => {
    for (const type of ['payment', 'payment_received']) {
      const rows = rowsOf({ recentEvents: [event('e', type, 40, { amount: 49 })], recentPayments: [paid('p', 5)] });
      assert.deepEqual(
        rows.map(({ id, currency }) => [id, currency]),
        [['p', 'EUR']],
      );
    }
  });

  test('has two rows for another amount or another minute', () => {
    const recentPayments = [paid('p', 5)];
    assert.equal(rowsOf({ recentEvents: [event('e', 'payment', 5, { amount: 29 })], recentPayments }).length, 2);
    assert.equal(rowsOf({ recentEvents: [event('e', 'payment', 120, { amount: 49 })], recentPayments }).length, 2);
  });
});

describe('the content of a row', () => {
  const visitors = [
    { visitorId: 'a', location: { city: 'Lisbon', region: 'PT-11', countryCode: 'PT' }, isCustomer: true },
  ];

  test('has place and state of its visitor', () => {
    const [row] = rowsOf({ visitors, recentEvents: [view('1', 'a', 7, '/pricing?x=1#top')] });
    assert.deepEqual(row, {
      id: '1',
      kind: 'pageview',
      at: NOW - 7000,
      visitorId: 'a',
      isCustomer: true,
      place: { city: 'Lisbon', region: 'PT-11', countryCode: 'PT' },
      page: '/pricing',
      goal: null,
      isExit: false,
      amount: null,
      currency: null,
      isRenewal: false,
    });
  });

  test('falls back to the event’s country for a departed visitor', () => {
    const place = (own: object): unknown =>
      rowsOf({ visitors, recentEvents: [{ ...view('1', 'gone', 1), ...own }] })[0]!.place;
    assert.deepEqual(place({ countryCode: 'BR' }), { city: null, region: null, countryCode: 'BR' });
    assert.equal(place({}), null);
  });

  test('has a decoded path, or none', () => {
    assert.equal(rowsOf({ recentEvents: [view('1', 'a', 1, '/caf%C3%A9')] })[0]!.page, '/café');
    assert.equal(rowsOf({ recentEvents: [view('1', 'a', 1, 'https://example.com/x?y')] })[0]!.page, '/x');
    assert.equal(rowsOf({ recentEvents: [event('1', 'pageview', 1)] })[0]!.page, null);
  });

  test('names a goal by its data, else by its type; a nameless custom goal has no name', () => {
    const goal = (type: string, eventName?: string): string | null =>
      rowsOf({ recentEvents: [event('1', type, 1, { extraData: { eventName } })] })[0]!.goal;
    assert.equal(goal('custom', 'signup'), 'signup');
    assert.equal(goal('newsletter'), 'newsletter');
    assert.equal(goal('custom'), null);
  });

  test('marks a link to another site as such', () => {
    const [row] = rowsOf({ recentEvents: [event('1', 'external_link', 1)] });
    assert.deepEqual([row!.kind, row!.isExit], ['goal', true]);
  });

  test('has amount, currency and renewal of a payment, and no place', () => {
    const [row] = rowsOf({
      visitors,
      recentPayments: [paid('p', 3, { renewal: true, amount: 29.99, currency: 'USD' })],
    });
    assert.deepEqual(
      [row!.kind, row!.amount, row!.currency, row!.isRenewal, row!.place, row!.visitorId],
      ['payment', 29.99, 'USD', true, null, null],
    );
  });

  test('has an id even without one in the source', () => {
    const rows = rowsOf({ recentEvents: [event('', 'signup', 1), event('', 'signup', 1), event('', 'signup', 2)] });
    assert.equal(new Set(rows.map(({ id }) => id)).size, 3);
  });
});
