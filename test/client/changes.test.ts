import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesBetween } from '../../src/client/changes.ts';
import { snapshotOf } from '../protocol/support.ts';
import type { Snapshot } from '../../src/protocol/types.ts';

const NOTHING = { arrived: [], departed: [], events: [], payments: [] };
const rows = (ids: string, key: string): object[] => Array.from(ids, (id) => ({ [key]: id }));

/** A letter for each visitor, event and payment. */
function snapshot(visitors: string, events = '', payments = '', idEpoch?: string): Snapshot {
  return snapshotOf({
    data: {
      visitors: rows(visitors, 'visitorId'),
      recentEvents: rows(events, '_id'),
      recentPayments: rows(payments, '_id'),
    },
    ...(idEpoch && { meta: { generatedAt: '2026-03-14T12:00:00Z', idEpoch } }),
  });
}

function letters(before: Snapshot | null, after: Snapshot): Record<keyof typeof NOTHING, string> {
  const { arrived, departed, events, payments } = changesBetween(before, after);
  return {
    arrived: arrived.map(({ visitorId }) => visitorId).join(''),
    departed: departed.map(({ visitorId }) => visitorId).join(''),
    events: events.map(({ _id }) => _id).join(''),
    payments: payments.map(({ _id }) => _id).join(''),
  };
}

describe('what is new', () => {
  test('nothing at the first snapshot: it is the present', () => {
    assert.deepEqual(changesBetween(null, snapshot('ab', 'e', 'p')), NOTHING);
  });

  test('who came, who went, what happened since', () => {
    assert.deepEqual(letters(snapshot('abc', 'e', 'p'), snapshot('bcd', 'fe', 'qrp')), {
      arrived: 'd',
      departed: 'a',
      events: 'f',
      payments: 'qr',
    });
  });

  test('nothing between two equal ones', () => {
    assert.deepEqual(changesBetween(snapshot('ab', 'e', 'p'), snapshot('ba', 'e', 'p')), NOTHING);
  });

  test('everybody, after an empty one that was not the first', () => {
    assert.equal(letters(snapshot(''), snapshot('ab')).arrived, 'ab');
  });

  test('nothing in a new id epoch: its ids cannot be compared', () => {
    const today = snapshot('ab', 'e', 'p', '2026-03-14');
    assert.deepEqual(changesBetween(today, snapshot('cd', 'f', 'q', '2026-03-15')), NOTHING);
    assert.deepEqual(changesBetween(today, snapshot('cd', 'f', 'q')), NOTHING, 'from the proxy to the raw answer');
    assert.equal(letters(today, snapshot('abc', 'e', 'p', '2026-03-14')).arrived, 'c', 'within one all is as usual');
  });
});
