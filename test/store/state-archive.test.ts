import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Snapshot } from '../../src/protocol/types.ts';
import { snapshotState } from '../../src/store/snapshot-state.ts';
import { StateArchive } from '../../src/store/state-archive.ts';
import { tickerRows } from '../../src/ticker/rows.ts';

const NOON = Date.parse('2026-11-23T12:00:00.000Z');
const MINUTE = 60_000;

const iso = (at: number): string => new Date(at).toISOString();

/** An answer of a moment, as the element reads it. */
function snapshotAt(at: number, data: object = {}): Snapshot {
  const meta = { version: 1, generatedAt: iso(at), windowSeconds: 600, history: { stepSeconds: 60, counts: [1, 2] } };
  const result = parseSnapshot({ status: 'success', data: { count: 1, visitors: [], ...data }, meta });
  return result.ok ? result.snapshot : assert.fail('It cannot be read.');
}

const visitor = (visitorId: string, own: object = {}) => ({
  visitorId,
  location: { city: 'Lisbon', countryCode: 'PT' },
  currentUrl: '/pricing',
  ...own,
});
const event = (_id: string, at: number, own: object = {}) => ({
  _id,
  type: 'pageview',
  visitorId: _id,
  path: `/${_id}`,
  timestamp: iso(at),
  ...own,
});
const payment = (_id: string, at: number) => ({ _id, timestamp: iso(at), amount: 49, currency: 'EUR' });

describe('the archive of the last half hour', () => {
  let archive: StateArchive;
  beforeEach(() => {
    archive = new StateArchive();
  });
  const add = (at: number, data: object = {}): void => {
    archive.add(snapshotState(snapshotAt(at, data), at));
  };
  const rowsOf = ({ data }: Snapshot) => tickerRows(data, { kinds: ['pageview', 'payment'], size: 5 });
  const stateAt = (index: number) => archive.stateAt(index, rowsOf) ?? assert.fail('It is not kept.');

  it('stores visitors, activity, events, payments and ages as shown', () => {
    add(NOON, {
      count: 2,
      visitors: [visitor('a'), visitor('b')],
      recentEvents: [event('a', NOON - 2 * MINUTE)],
      recentPayments: [payment('p', NOON - MINUTE)],
    });
    add(NOON + MINUTE, { count: 1, visitors: [visitor('a', { currentUrl: '/docs' })] });
    const { count, visitors, now, age, rows, payments, snapshot, lastActivity, status, generation } = stateAt(0);
    assert.equal(count, 2);
    assert.deepEqual(
      visitors.map(({ visitorId, currentUrl }) => [visitorId, currentUrl]),
      [
        ['a', '/pricing'],
        ['b', '/pricing'],
      ],
    );
    assert.deepEqual([now, age, status], [NOON, 0, 'live']);
    assert.deepEqual(lastActivity, [NOON - 2 * MINUTE, null]);
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['p', 'a'],
    );
    assert.deepEqual(
      payments.map(({ _id }) => _id),
      ['p'],
    );
    assert.equal(snapshot?.meta?.generatedAt, iso(NOON));
    assert.ok(generation < 0, 'nothing is announced or animated on it');
    assert.equal(stateAt(1).visitors[0]?.currentUrl, '/docs');
  });

  it('stores repeated rows once and drops rows older than the window', () => {
    const first = event('first', NOON);
    for (let minute = 0; minute <= 12; minute++) {
      const own = event(`at-${minute}`, NOON + minute * MINUTE);
      add(NOON + minute * MINUTE, { recentEvents: [own, ...(minute < 10 ? [first] : [])] });
    }
    const ids = (index: number): string[] => stateAt(index).snapshot?.data.recentEvents.map(({ _id }) => _id) ?? [];
    assert.deepEqual(ids(1), ['at-1', 'at-0', 'first']);
    assert.deepEqual(ids(12), [
      'at-12',
      'at-11',
      'at-10',
      'at-9',
      'at-8',
      'at-7',
      'at-6',
      'at-5',
      'at-4',
      'at-3',
      'at-2',
    ]);
  });

  it('shares unchanged visitors, and unchanged parts of changed ones', () => {
    const location = { city: 'Lisbon', region: null, countryCode: 'PT' };
    add(NOON, { visitors: [visitor('a'), visitor('b', { location })] });
    add(NOON + MINUTE, { visitors: [visitor('a'), visitor('b', { location, currentUrl: '/docs' })] });
    const [before, after] = [stateAt(0).visitors, stateAt(1).visitors];
    assert.equal(before[0], after[0]);
    assert.notEqual(before[1], after[1]);
    assert.equal(before[1]?.location, after[1]?.location);
  });

  it('finds the nearest state, or the oldest for an earlier time', () => {
    for (const minute of [0, 1, 2]) add(NOON + minute * MINUTE);
    const nearest = (minute: number): number => archive.nearest(NOON + minute * MINUTE);
    assert.deepEqual([-60, 0, 0.4, 0.6, 2, 60].map(nearest), [0, 0, 0, 1, 2, 2]);
    assert.equal(new StateArchive().nearest(NOON), -1);
  });

  it('covers 30 minutes with at most 200 states at any interval', () => {
    for (let second = 0; second <= 40 * 60; second += 2) add(NOON + second * 1000);
    const { times } = archive;
    const end = NOON + 40 * MINUTE;
    assert.ok(times.length > 170 && times.length <= 200, String(times.length));
    assert.ok(times[0]! >= end - 30 * MINUTE && times[0]! < end - 29 * MINUTE);
    assert.equal(times.at(-1), end);
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    assert.ok(Math.max(...gaps) < 20_000);
  });

  it('keeps ids stable while older states are dropped', () => {
    add(NOON, { count: 1 });
    add(NOON + 20 * MINUTE, { count: 2 });
    const id = archive.idAt(1);
    add(NOON + 40 * MINUTE, { count: 3 });
    assert.equal(archive.indexOf(id), 0);
    assert.deepEqual(archive.counts, [2, 3]);
  });

  it('keeps the events of a snapshot whose clock has jumped by more than half an hour', () => {
    const recentEvents = [event('a', NOON - 61 * MINUTE)];
    add(NOON, { recentEvents: [event('b', NOON), ...recentEvents] });
    add(NOON - 60 * MINUTE, { recentEvents });
    assert.deepEqual(archive.times, [NOON - 60 * MINUTE]);
    assert.deepEqual(
      stateAt(0).snapshot?.data.recentEvents.map(({ _id }) => _id),
      ['a'],
    );
  });

  it('keeps every event once when the clock jumps ahead and back', () => {
    const all: object[] = [];
    for (const minute of [0, 1, 25, 2, 40]) {
      all.unshift(event(`at-${minute}`, NOON + minute * MINUTE));
      add(NOON + minute * MINUTE, { recentEvents: [...all] });
    }
    for (let index = 0; index < archive.times.length; index++) {
      const ids = stateAt(index).snapshot?.data.recentEvents.map(({ _id }) => _id) ?? [];
      assert.equal(new Set(ids).size, ids.length, ids.join());
    }
  });

  it('skips states repeated by a stale proxy', () => {
    add(NOON, { count: 4 });
    archive.add(snapshotState({ ...snapshotAt(NOON, { count: 4 }) }, NOON + MINUTE));
    assert.deepEqual(archive.times, [NOON]);
  });

  it('is cleared when the address changes', () => {
    add(NOON);
    archive.add({ ...snapshotState(snapshotAt(NOON), NOON), snapshot: null });
    assert.deepEqual(archive.times, []);
  });
});
