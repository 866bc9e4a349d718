import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { updatePresence, type Presence } from '../../src/client/presence.ts';
import { snapshotOf } from '../protocol/support.ts';

const NOW = Date.parse('2026-03-14T12:00:00Z');
const minutesAgo = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

/** Visitors with their pages, and events with the minutes since them. */
function update(
  before: ReadonlyMap<string, Presence> | null,
  pages: object,
  events: [string, number | null][] = [],
  now = NOW,
) {
  const snapshot = snapshotOf({
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
  return updatePresence(before, snapshot, now);
}

const activity = (presence: ReadonlyMap<string, Presence>, id: string): number | null | undefined =>
  presence.get(id)?.lastActivity;

describe('when a visitor was last active', () => {
  test('is unknown of those who are there from the start, unless an event of theirs tells it', () => {
    const presence = update(null, { a: '/', b: '/' }, [
      ['b', 7],
      ['b', 4],
      ['b', 9],
    ]);
    assert.equal(activity(presence, 'a'), null);
    assert.equal(activity(presence, 'b'), NOW - 4 * 60_000);
  });

  test('is first sight for who comes later', () => {
    const presence = update(update(null, { a: '/' }), { a: '/', b: '/' }, [], NOW + 10_000);
    assert.equal(activity(presence, 'b'), NOW + 10_000);
    assert.equal(activity(presence, 'a'), null);
  });

  test('is first sight too where nobody was here before', () => {
    assert.equal(activity(update(update(null, {}), { a: '/' }, [], NOW + 10_000), 'a'), NOW + 10_000);
  });

  test('is a change of page between two polls, and not its absence', () => {
    const first = update(null, { a: '/', b: '/', c: null });
    const second = update(first, { a: '/pricing', b: '/', c: null }, [], NOW + 10_000);
    assert.equal(activity(second, 'a'), NOW + 10_000);
    assert.equal(activity(second, 'b'), null);
    assert.equal(activity(second, 'c'), null);
    assert.equal(activity(update(second, { a: '/pricing' }, [], NOW + 20_000), 'a'), NOW + 10_000, 'and is kept');
  });

  test('is the newest of these, and never goes back', () => {
    const first = update(null, { a: '/' }, [['a', 1]]);
    assert.equal(activity(update(first, { a: '/' }, [['a', 5]]), 'a'), NOW - 60_000);
    assert.equal(activity(update(first, { a: '/' }, [['a', null]]), 'a'), NOW - 60_000);
  });

  test('who is gone is forgotten', () => {
    const second = update(update(null, { a: '/', b: '/' }), { b: '/' });
    assert.deepEqual([...second.keys()], ['b']);
  });
});
