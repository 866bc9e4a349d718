import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Snapshot } from '../../src/protocol/types.ts';
import type { VisitorFilter } from '../../src/store/dimensions.ts';
import { filteredState } from '../../src/store/filtered-state.ts';
import type { LiveState } from '../../src/store/live-state.ts';
import { snapshotState } from '../../src/store/snapshot-state.ts';
import { ROW_KINDS, tickerRows, type TickerRow } from '../../src/ticker/rows.ts';

const NOW = Date.UTC(2026, 2, 14, 12);
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

const LISBON = { latitude: 38.7, longitude: -9.1, precision: 'city' };
const TOKYO = { latitude: 35.7, longitude: 139.7, precision: 'city' };

function person(visitorId: string, currentUrl: string, countryCode: string, own: object = {}): object {
  return { visitorId, currentUrl, location: { city: null, region: null, countryCode }, ...own };
}

function event(_id: string, visitorId: string | null, seconds: number, own: object = {}): object {
  return { _id, type: 'pageview', visitorId, timestamp: ago(seconds), path: '/', countryCode: null, ...own };
}

const payment = (_id: string, seconds: number, own: object = {}): object => {
  return { _id, timestamp: ago(seconds), amount: 49, currency: 'EUR', ...own };
};

function stateOf(data: object): LiveState {
  const result = parseSnapshot({ status: 'success', data });
  assert.ok(result.ok);
  return snapshotState(result.snapshot, NOW);
}

const source = {
  rowsOf: ({ data }: Snapshot): TickerRow[] => tickerRows(data, { kinds: ROW_KINDS, size: Infinity }),
  size: 5,
};
const filtered = (state: LiveState, filter: VisitorFilter, previous: LiveState | null = null): LiveState =>
  filteredState(state, filter, source, previous);
const visitorIds = ({ visitors }: LiveState): string[] => visitors.map(({ visitorId }) => visitorId);
const rowIds = ({ rows }: LiveState): string[] => rows.map(({ id }) => id);
const paymentIds = ({ payments }: LiveState): string[] => payments.map(({ _id }) => _id);

const FOUR = [
  person('a', '/pricing', 'PT', LISBON),
  person('b', '/docs', 'PT', LISBON),
  person('c', '/pricing', 'JP', TOKYO),
  person('d', '/', 'DE'),
];

describe('filtered visitors', () => {
  test('are those that match all conditions, with their activity', () => {
    const state = { ...stateOf({ count: 32, visitors: FOUR }), lastActivity: [1, 2, 3, 4] };
    const shown = filtered(state, { page: '/pricing', country: 'JP' });
    assert.deepEqual(visitorIds(shown), ['c']);
    assert.deepEqual(shown.lastActivity, [3]);
    assert.deepEqual(visitorIds(filtered(state, { page: '/pricing' })), ['a', 'c']);
  });

  test('are counted alongside the total', () => {
    const shown = filtered(stateOf({ count: 32, visitors: FOUR }), { page: '/pricing' });
    assert.equal(shown.count, 2);
    assert.equal(shown.unfiltered?.count, 32);
  });

  test('are empty for a value that no visitor has', () => {
    const shown = filtered(stateOf({ count: 32, visitors: FOUR }), { page: '/gone' });
    assert.equal(shown.count, 0);
    assert.deepEqual(shown.visitors, []);
  });

  test('are not counted when the total is unknown, and never exceed it', () => {
    assert.equal(filtered(stateOf({ count: null, visitors: FOUR }), { page: '/docs' }).count, null);
    assert.equal(filtered(stateOf({ count: 1, visitors: FOUR }), { page: '/pricing' }).count, 1);
  });

  test('match however a condition is written', () => {
    const state = stateOf({
      count: 1,
      visitors: [
        person('a', 'https://shop.example/%C3%BCber?x', 'PT', {
          referrer: 'https://www.news.example/a',
          system: { browser: 'Chrome', os: 'iOS', device: 'mobile' },
        }),
      ],
    });
    const ways: VisitorFilter[] = [
      { page: '/über' },
      { page: '/%C3%BCber' },
      { page: 'https://shop.example/%C3%BCber#top' },
      { country: 'pt' },
      { referrer: 'news.example' },
      { referrer: 'https://news.example/b' },
      { device: 'Mobile', system: 'ios', browser: 'chrome' },
    ];
    for (const way of ways) assert.deepEqual(visitorIds(filtered(state, way)), ['a'], Object.values(way).join());
  });

  test('match the value of a row as it is, without decoding it again', () => {
    const state = stateOf({ count: 1, visitors: [person('a', '/100%2541', 'PT')] });
    assert.deepEqual(visitorIds(filtered(state, { page: '/100%41' })), ['a']);
  });
});

describe('the filtered ticker', () => {
  test('has the rows that match, including older ones that did not fit before', () => {
    const others = Array.from({ length: 8 }, (_, index) => person(`x-${index}`, '/x', 'FR'));
    const recentEvents = [...others.map((_, index) => event(`e-${index}`, `x-${index}`, index)), event('old', 'd', 90)];
    const state = stateOf({ count: 12, visitors: [...FOUR, ...others], recentEvents });
    assert.ok(!rowIds(state).includes('old'));
    assert.deepEqual(rowIds(filtered(state, { page: '/' })), ['old']);
  });

  test('has no row that is not yet revealed', () => {
    const recentEvents = [event('waits', 'a', 1), event('shown', 'b', 20), event('older', 'c', 30)];
    const whole = stateOf({ count: 4, visitors: FOUR, recentEvents });
    const state = { ...whole, rows: whole.rows.filter(({ id }) => id !== 'waits') };
    assert.deepEqual(rowIds(filtered(state, { page: '/pricing' })), ['older']);
  });

  test('matches an event of a departed visitor by the event’s own fields', () => {
    const recentEvents = [
      event('gone', 'left', 5, { path: '/pricing', countryCode: 'JP' }),
      event('moved', 'b', 10, { path: '/pricing', countryCode: 'PT' }),
    ];
    const state = stateOf({ count: 4, visitors: FOUR, recentEvents });
    assert.deepEqual(rowIds(filtered(state, { page: '/pricing' })), ['gone']);
    assert.deepEqual(rowIds(filtered(state, { country: 'JP' })), ['gone']);
    assert.deepEqual(rowIds(filtered(state, { browser: 'Chrome' })), []);
  });
});

describe('filtered payments', () => {
  test('match by the place that was joined to them', () => {
    const recentPayments = [payment('lisbon', 60, LISBON), payment('tokyo', 70, TOKYO), payment('nowhere', 80)];
    const state = stateOf({ count: 4, visitors: FOUR, recentPayments });
    const shown = filtered(state, { country: 'PT' });
    assert.deepEqual(paymentIds(shown), ['lisbon']);
    assert.deepEqual(rowIds(shown), ['lisbon']);
    assert.deepEqual(paymentIds(filtered(state, { page: '/pricing' })), ['lisbon', 'tokyo']);
  });

  test('match by the visitor who paid, whatever the place', () => {
    const recentEvents = [event('sale', 'b', 61, { type: 'payment', amount: 49 })];
    const recentPayments = [payment('p', 60, LISBON)];
    const state = stateOf({ count: 4, visitors: FOUR, recentEvents, recentPayments });
    assert.deepEqual(paymentIds(filtered(state, { page: '/docs' })), ['p']);
    assert.deepEqual(paymentIds(filtered(state, { page: '/pricing' })), []);
  });

  test('are hidden when their origin is unknown', () => {
    const state = stateOf({ count: 4, visitors: FOUR, recentPayments: [payment('p', 60)] });
    for (const filter of [{ page: '/pricing' }, { country: 'PT' }]) assert.deepEqual(filtered(state, filter).rows, []);
  });
});

describe('consecutive filtered states', () => {
  test('share their parts when nothing else changed', () => {
    const state = stateOf({ count: 4, visitors: FOUR, recentEvents: [event('e', 'a', 5)] });
    const filter = { page: '/pricing' };
    const first = filtered(state, filter);
    const second = filtered({ ...state, now: state.now + 5000 }, filter, first);
    assert.equal(second.visitors, first.visitors);
    assert.equal(second.lastActivity, first.lastActivity);
    assert.equal(second.rows, first.rows);
    assert.equal(second.payments, first.payments);
    assert.notEqual(second.now, first.now);
  });

  test('include the new visitors of a new snapshot', () => {
    const filter = { page: '/pricing' };
    const first = filtered(stateOf({ count: 4, visitors: FOUR }), filter);
    const later = stateOf({ count: 5, visitors: [...FOUR, person('e', '/pricing', 'FR')] });
    assert.deepEqual(visitorIds(filtered(later, filter, first)), ['a', 'c', 'e']);
  });
});
