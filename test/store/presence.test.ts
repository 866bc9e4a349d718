import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Presence } from '../../src/store/presence.ts';
import { RowCache } from '../../src/protocol/row-cache.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Snapshot, Visitor } from '../../src/protocol/types.ts';
import { snapshotOf } from '../protocol/support.ts';

const NOW = Date.parse('2026-03-14T12:00:00Z');
const minutesAgo = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

/** Visitors with their pages, and events with the minutes since them. */
function snapshot(pages: object, events: [string, number | null][] = []): Snapshot {
  return snapshotOf({
    data: {
      visitors: Object.entries(pages).map(([visitorId, currentUrl]) => ({
        visitorId,
        currentUrl: currentUrl as unknown,
      })),
      recentEvents: events.map(([visitorId, minutes], index) => ({
        _id: `e${index}`,
        visitorId,
        timestamp: minutes === null ? null : minutesAgo(minutes),
      })),
    },
  });
}

/** A presence, and whose activity it has. */
class Site {
  readonly #presence = new Presence();
  #ids: string[] = [];

  update(snapshot: Snapshot, now: number): ReturnType<Presence['update']> {
    this.#ids = snapshot.data.visitors.map(({ visitorId }) => visitorId);
    return this.#presence.update(snapshot, now);
  }

  lastActivity(id: string): number | null {
    return this.#presence.lastActivity[this.#ids.indexOf(id)] ?? null;
  }

  clear(): void {
    this.#presence.clear();
  }
}

/** After a first snapshot. */
function presenceOf(pages: object, events: [string, number | null][] = []): Site {
  const presence = new Site();
  presence.update(snapshot(pages, events), NOW);
  return presence;
}

const idsOf = (visitors: readonly Visitor[]): string => visitors.map(({ visitorId }) => visitorId).join('');

/** A letter for each visitor who came, and for each who went. */
function come(presence: Site, visitors: string): [arrived: string, departed: string] {
  const pages = Object.fromEntries(Array.from(visitors, (id) => [id, '/']));
  const { arrived, departed } = presence.update(snapshot(pages), NOW);
  return [idsOf(arrived), idsOf(departed)];
}

describe('a visitor’s last activity', () => {
  test('is unknown in the first snapshot, unless an event of the visitor has a time', () => {
    const presence = presenceOf({ a: '/', b: '/' }, [
      ['b', 7],
      ['b', 4],
      ['b', 9],
    ]);
    assert.equal(presence.lastActivity('a'), null);
    assert.equal(presence.lastActivity('b'), NOW - 4 * 60_000);
  });

  test('is the first snapshot that lists a visitor who arrives later', () => {
    const presence = presenceOf({ a: '/' });
    presence.update(snapshot({ a: '/', b: '/' }), NOW + 10_000);
    assert.equal(presence.lastActivity('b'), NOW + 10_000);
    assert.equal(presence.lastActivity('a'), null);
  });

  test('is the first snapshot that lists a visitor on an empty site', () => {
    const presence = presenceOf({});
    presence.update(snapshot({ a: '/' }), NOW + 10_000);
    assert.equal(presence.lastActivity('a'), NOW + 10_000);
  });

  test('is updated by a change of page, not by a missing page', () => {
    const presence = presenceOf({ a: '/', b: '/', c: null });
    presence.update(snapshot({ a: '/pricing', b: '/', c: null }), NOW + 10_000);
    assert.equal(presence.lastActivity('a'), NOW + 10_000);
    assert.equal(presence.lastActivity('b'), null);
    assert.equal(presence.lastActivity('c'), null);
    presence.update(snapshot({ a: '/pricing' }), NOW + 20_000);
    assert.equal(presence.lastActivity('a'), NOW + 10_000, 'it is kept');
  });

  test('is the newest of these and never decreases', () => {
    const presence = presenceOf({ a: '/' }, [['a', 1]]);
    presence.update(snapshot({ a: '/' }, [['a', 5]]), NOW);
    assert.equal(presence.lastActivity('a'), NOW - 60_000);
    presence.update(snapshot({ a: '/' }, [['a', null]]), NOW);
    assert.equal(presence.lastActivity('a'), NOW - 60_000);
  });

  test('is removed when the visitor leaves', () => {
    const presence = presenceOf({ a: '/', b: '/' }, [
      ['a', 3],
      ['b', 3],
    ]);
    presence.update(snapshot({ b: '/' }), NOW);
    assert.equal(presence.lastActivity('a'), null);
    assert.equal(presence.lastActivity('b'), NOW - 3 * 60_000);
    presence.update(snapshot({ a: '/', b: '/' }), NOW + 20_000);
    assert.equal(presence.lastActivity('a'), NOW + 20_000, 'a visitor who returns is new again');
  });

  test('is unknown for an unlisted visitor, even if an event names one', () => {
    const presence = presenceOf({ a: '/' }, [['x', 1]]);
    assert.equal(presence.lastActivity('x'), null);
  });
});

describe('arrivals and departures', () => {
  test('are empty for the first snapshot', () => {
    assert.deepEqual(come(new Site(), 'ab'), ['', '']);
  });

  test('are the differences from the previous snapshot', () => {
    assert.deepEqual(come(presenceOf({ a: '/', b: '/', c: '/' }), 'bcd'), ['d', 'a']);
  });

  test('are right for many visitors in another order', () => {
    const cache = new RowCache<Visitor>();
    const read = (ids: readonly number[]): Snapshot => {
      const visitors = ids.map((id) => ({ visitorId: `v${id}`, currentUrl: '/' }));
      const result = parseSnapshot({ status: 'success', data: { visitors } }, cache);
      assert.ok(result.ok);
      return result.snapshot;
    };
    const all = Array.from({ length: 1000 }, (_, id) => id);
    const presence = new Presence();
    presence.update(read(all), NOW);
    const turned = [...all.slice(500), 1000, ...all.slice(40, 500).reverse(), ...all.slice(1, 40)];
    const { arrived, departed } = presence.update(read(turned), NOW);
    assert.deepEqual([idsOf(arrived), idsOf(departed)], ['v1000', 'v0']);
    assert.deepEqual(presence.update(read(turned), NOW), { arrived: [], departed: [] });
    assert.equal(presence.update(read([]), NOW).departed.length, 1000);
  });

  test('are empty between snapshots of the same visitors', () => {
    assert.deepEqual(come(presenceOf({ a: '/', b: '/' }), 'ba'), ['', '']);
  });

  test('include all visitors after an empty snapshot that was not the first', () => {
    assert.deepEqual(come(presenceOf({}), 'ab'), ['ab', '']);
  });

  test('are reported once each, and again when a visitor returns', () => {
    const presence = presenceOf({ a: '/' });
    assert.deepEqual(come(presence, 'ab'), ['b', '']);
    assert.deepEqual(come(presence, 'ab'), ['', '']);
    assert.deepEqual(come(presence, 'b'), ['', 'a']);
    assert.deepEqual(come(presence, 'b'), ['', '']);
    assert.deepEqual(come(presence, 'ba'), ['a', '']);
  });

  test('report a departed visitor as last listed', () => {
    const presence = presenceOf({ a: '/' });
    const last = snapshot({ a: '/pricing' });
    presence.update(last, NOW);
    const { departed } = presence.update(snapshot({}), NOW);
    assert.equal(departed[0], last.data.visitors[0]);
  });

  test('are empty for the first snapshot after a reset', () => {
    const presence = presenceOf({ a: '/', b: '/' }, [['a', 2]]);
    presence.clear();
    assert.equal(presence.lastActivity('a'), null);
    assert.deepEqual(come(presence, 'acd'), ['', '']);
    for (const id of 'acd') assert.equal(presence.lastActivity(id), null, `${id} was there before`);
    assert.deepEqual(come(presence, 'ce'), ['e', 'ad'], 'later snapshots are compared as usual');
  });
});
