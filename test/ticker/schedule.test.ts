import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { limitRows, scheduleRows, type TickerCapacity, type PendingRow } from '../../src/ticker/schedule.ts';
import type { RowKind, TickerRow } from '../../src/ticker/rows.ts';
import { ROW } from './row.ts';

function row(id: string, kind: RowKind = 'pageview'): TickerRow {
  return { ...ROW, id, kind, visitorId: id };
}

const ROOM: TickerCapacity = { now: 0, end: 10_000, last: -Infinity, paid: [], size: 5, isSurge: false };
const KINDS: Record<string, RowKind> = { p: 'payment', g: 'goal', v: 'pageview' };

/** Rows by name, the first letter of which is the kind, with the second in which each is due. */
function waiting(due: Record<string, number>): PendingRow[] {
  return Object.entries(due).map(([id, second]) => ({ row: row(id, KINDS[id[0]!]), due: second * 1000 }));
}

/** Which rows come, and in which second. */
function paced(due: Record<string, number>, room: Partial<TickerCapacity> = {}): Record<string, number> {
  return Object.fromEntries(scheduleRows(waiting(due), { ...ROOM, ...room }).map(([{ id }, at]) => [id, at / 1000]));
}

/** Two a second. */
const many = (kind: string, count = 20): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${kind}${index}`, index / 2]));

describe('row times', () => {
  test('are the due times while there is space', () => {
    assert.deepEqual(paced({ v1: 1, v2: 5, v3: 9 }), { v1: 1, v2: 5, v3: 9 });
  });

  test('are at least 2.5 s apart', () => {
    assert.deepEqual(paced({ v1: 1, v2: 1.1, v3: 2 }), { v1: 1, v2: 3.5, v3: 6 });
  });

  test('are 2.5 s after a row from before the poll', () => {
    assert.deepEqual(paced({ v1: 0 }, { last: -1000 }), { v1: 1.5 });
  });

  test('are given to as many rows as fit before the next poll, newest first', () => {
    assert.deepEqual(paced(many('v')), { v0: 0, v5: 2.5, v10: 5, v15: 7.5, v19: 10 });
    assert.deepEqual(paced(many('v'), { last: 2_500 }), { v10: 5, v15: 7.5, v19: 10 });
  });

  test('spread simultaneous rows over the interval, in order', () => {
    assert.deepEqual(paced({ v1: 0, v2: 0.1, v3: 0.2, v4: 0.3, v5: 0.4, v6: 0.5 }), { v1: 0, v3: 2.5, v4: 5, v5: 7.5, v6: 10 }); // prettier-ignore
  });

  test('exist for each row with a poll every two seconds', () => {
    assert.deepEqual(paced({ v1: 0, v2: 1 }, { end: 2_000, last: 0 }), { v2: 2.5 });
  });

  test('are never in the past', () => {
    assert.deepEqual(paced({ v1: 1 }, { now: 7_000, end: 5_000 }), { v1: 7 });
  });

  test('do not depend on the order of the input', () => {
    const due = { v1: 1, g1: 2, p1: 2.5, v2: 3 };
    const backwards = Object.fromEntries(Object.entries(due).reverse());
    assert.deepEqual(paced(due), paced(backwards));
  });
});

describe('row priorities', () => {
  test('put payments before goals before pages', () => {
    const due = { ...many('v'), ...many('g', 3), p0: 9 };
    assert.deepEqual(Object.keys(paced(due)).sort(), ['g0', 'g1', 'g2', 'p0', 'v15']);
  });

  test('leave out pages when there are too many rows', () => {
    assert.deepEqual(paced({ v1: 1, g1: 2, p1: 6 }, { isSurge: true }), { g1: 2, p1: 6 });
  });

  test('keep all payments, if necessary until after the next poll', () => {
    const times = Object.values(paced({ ...many('p', 10), ...many('v') }));
    assert.equal(times.length, 10);
    times.reduce((before, time) => {
      assert.ok(time - before >= 2.5);
      return time;
    });
  });

  test('keep at most 24 rows waiting', () => {
    assert.equal(Object.keys(paced(many('p', 100))).length, 24);
  });
});

describe('payments stay for 10 s', () => {
  test('delaying the next row when there is a single one', () => {
    assert.deepEqual(paced({ p1: 0, v1: 1 }, { size: 1 }), { p1: 0, v1: 10 });
    assert.deepEqual(paced({ p1: 0, p2: 0, p3: 0 }, { size: 1 }), { p1: 0, p2: 10, p3: 20 });
  });

  test('delaying the third of two rows, including earlier payments', () => {
    assert.deepEqual(paced({ p1: 0, p2: 0, v1: 5 }, { size: 2 }), { p1: 0, p2: 2.5, v1: 10 });
    assert.deepEqual(paced({ p2: 0, v1: 5 }, { size: 2, paid: [-1_000], last: -1_000 }), { p2: 1.5, v1: 9 });
  });

  test('removing the oldest other row when there are too many', () => {
    const rows = ['v3', 'p2', 'v1', 'p0'].map((id) => row(id, KINDS[id[0]!]));
    const fitted = (size: number, ...staying: string[]): string[] =>
      limitRows(rows, size, new Set(staying)).map(({ id }) => id);
    assert.deepEqual(fitted(3), ['v3', 'p2', 'v1']);
    assert.deepEqual(fitted(3, 'p0', 'p2'), ['v3', 'p2', 'p0']);
    assert.deepEqual(fitted(1, 'p2'), ['p2']);
    assert.deepEqual(fitted(1, 'p0', 'p2'), ['p2'], 'the oldest if all have to stay');
    assert.deepEqual(fitted(9), ['v3', 'p2', 'v1', 'p0']);
  });
});
