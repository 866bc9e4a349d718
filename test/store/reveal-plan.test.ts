import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planReveal, playbackTimes, type PendingChanges, type PlaybackWindow } from '../../src/store/reveal-plan.ts';
import type { TickerRow } from '../../src/ticker/rows.ts';

/** 20 s of events are shown in 10 s. */
const WINDOW: PlaybackWindow = { from: 100_000, to: 120_000, start: 5_000, length: 10_000 };

function timesOf(times: number[], window: Partial<PlaybackWindow> = {}, step = 1): number[] {
  const items = times.map((time, index) => [`${index}`, time] as const);
  return [...playbackTimes(items, { ...WINDOW, ...window }, step).values()];
}

describe('playback times', () => {
  test('keep an event’s position within the time since the previous snapshot', () => {
    assert.deepEqual(timesOf([100_000, 105_000, 110_000, 120_000]), [5_000, 7_500, 10_000, 15_000]);
  });

  test('are spread evenly for events of unknown time or outside the window', () => {
    assert.deepEqual(timesOf([1, NaN, 110_000, 999_999, NaN]), [6_250, 8_750, 10_000, 11_250, 13_750]);
  });

  test('are spread evenly for all events when the window has no length', () => {
    for (const window of [{ to: WINDOW.from }, { to: 1 }, { from: NaN }, { to: NaN }]) {
      assert.deepEqual(timesOf([100_000, 100_000], window), [7_500, 12_500], JSON.stringify(window));
    }
  });

  test('are never before the window, and at most one step after it', () => {
    for (const time of timesOf([NaN, 100_000, 100_001, 119_999, 120_000], { start: 5_030 }, 100)) {
      assert.ok(time >= 5_030 && time < 15_130, `${time}`);
    }
  });

  test('are rounded up to a step', () => {
    assert.deepEqual(timesOf([101_000, 101_100, 101_400], {}, 100), [5_500, 5_600, 5_700]);
    assert.deepEqual(timesOf([101_000, 101_100, 101_400], {}, 1_000), [6_000, 6_000, 6_000]);
  });
});

/** A row with only the fields that planning reads. */
function row(id: string, kind: TickerRow['kind'], visitorId: string | null): TickerRow {
  return { id, kind, visitorId, at: 0 } as TickerRow;
}

const ROOM = { now: 0, end: 10_000, last: -Infinity, paid: [], size: 4, isSurge: false };

function pending(own: Partial<PendingChanges>): PendingChanges {
  return { visitors: new Map(), payments: new Map(), rows: [], ...own };
}

describe('the reveal plan', () => {
  test('shows a visitor with the first of their rows, and others at their own time', () => {
    const plan = planReveal(
      pending({
        visitors: new Map([
          ['a', 900],
          ['b', 4_000],
        ]),
        rows: [
          { row: row('e1', 'pageview', 'a'), due: 1_000 },
          { row: row('e2', 'goal', 'a'), due: 1_500 },
        ],
      }),
      ROOM,
    );
    assert.deepEqual(
      [...plan.visitors],
      [
        ['a', 1_000],
        ['b', 4_000],
      ],
    );
    assert.deepEqual(
      [...plan.rows.values()].map(({ row, at }) => [row.id, at]),
      [
        ['e1', 1_000],
        ['e2', 3_500],
      ],
    );
    assert.equal(plan.skipped, 0);
  });

  test('shows a payment’s mark with its row, or at its own time without a row', () => {
    const plan = planReveal(
      pending({
        payments: new Map([
          ['p1', 2_000],
          ['p2', 2_000],
        ]),
        rows: [
          { row: row('e', 'pageview', 'a'), due: 1_900 },
          { row: row('p1', 'payment', null), due: 2_000 },
        ],
      }),
      ROOM,
    );
    assert.deepEqual(
      [...plan.payments],
      [
        ['p1', 4_400],
        ['p2', 2_000],
      ],
    );
  });

  test('counts the rows for which the ticker has no time', () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      row: row(`e${index}`, 'pageview', `v${index}`),
      due: index * 100,
    }));
    const plan = planReveal(pending({ rows }), ROOM);
    assert.equal(plan.rows.size + plan.skipped, 20);
    assert.equal(plan.rows.size, 5);
  });

  test('does not mutate a previous plan', () => {
    const visitors = new Map([['a', 900]]);
    planReveal(pending({ visitors, rows: [{ row: row('e1', 'pageview', 'a'), due: 1_000 }] }), ROOM);
    assert.deepEqual([...visitors], [['a', 900]]);
  });
});
