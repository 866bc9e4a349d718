import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { areComparable, newRows } from '../../src/store/changes.ts';
import { snapshotOf } from '../protocol/support.ts';
import type { Snapshot } from '../../src/protocol/types.ts';

const rows = (ids: string, key: string): object[] => Array.from(ids, (id) => ({ [key]: id }));

/** A letter for each visitor, event and payment. */
function snapshot(visitors: string, events = '', payments = '', idEpoch?: string): Snapshot {
  return snapshotOf({
    data: {
      visitors: rows(visitors, 'visitorId'),
      recentEvents: rows(events, '_id'),
      recentPayments: rows(payments, '_id'),
    },
    ...(idEpoch && { meta: { version: 1, generatedAt: '2026-03-14T12:00:00Z', idEpoch } }),
  });
}

function happened(before: Snapshot, after: Snapshot): Record<'events' | 'payments', string> {
  const { events, payments } = newRows(before, after);
  return { events: events.map(({ _id }) => _id).join(''), payments: payments.map(({ _id }) => _id).join('') };
}

const TODAY = snapshot('ab', 'e', 'p', '2026-03-14');

describe('changes between two snapshots', () => {
  test('contain events and payments since the previous snapshot', () => {
    assert.deepEqual(happened(snapshot('abc', 'e', 'p'), snapshot('bcd', 'fe', 'qrp')), {
      events: 'f',
      payments: 'qr',
    });
  });

  test('are empty for two equal snapshots', () => {
    assert.deepEqual(happened(snapshot('ab', 'e', 'p'), snapshot('ba', 'e', 'p')), { events: '', payments: '' });
  });

  test('contain everything after an empty snapshot', () => {
    assert.deepEqual(happened(snapshot(''), snapshot('', 'ef', 'p')), { events: 'ef', payments: 'p' });
  });
});

describe('comparability of snapshots', () => {
  test('holds within an id epoch and without one', () => {
    assert.ok(areComparable(TODAY, snapshot('', '', '', '2026-03-14')));
    assert.ok(areComparable(snapshot('a'), snapshot('b')));
  });

  test('does not hold across epochs, or between proxy and raw answer', () => {
    assert.ok(!areComparable(TODAY, snapshot('ab', 'e', 'p', '2026-03-15')));
    assert.ok(!areComparable(TODAY, snapshot('ab', 'e', 'p')));
    assert.ok(!areComparable(snapshot('ab', 'e', 'p'), TODAY));
  });

  test('does not hold for the first snapshot', () => {
    assert.ok(!areComparable(null, snapshot('ab', 'e', 'p')));
  });
});
