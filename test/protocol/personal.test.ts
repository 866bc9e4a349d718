import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { looksLikeEmail, withoutEmail, withoutPersonal } from '../../src/protocol/personal.ts';
import type { Snapshot } from '../../src/protocol/types.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { snapshotOf } from './support.ts';

function snapshotWith(data: object): Snapshot {
  return snapshotOf({ status: 'success', data });
}

test('finds e-mail addresses anywhere in a text, also encoded', () => {
  for (const text of [
    'ada@example.com',
    'Ada <ada@example.com>',
    'ada@localhost',
    '/u/ada%40example.com/edit',
    'müller@exämple.org',
    'mailto:ada+tag@example.com?subject=x',
  ]) {
    assert.ok(looksLikeEmail(text), text);
  }
  for (const text of ['Ada Lovelace', '@ada', 'meet @ noon', 'ada@', '', '50% off']) {
    assert.ok(!looksLikeEmail(text), text);
  }
});

test('searches a long hostile text in linear time', () => {
  assert.ok(!looksLikeEmail('@'.repeat(1_000_000)));
  assert.ok(!looksLikeEmail('a'.repeat(1_000_000)));
});

test('keeps a name unless it is an address', () => {
  assert.equal(withoutEmail('Ada Lovelace'), 'Ada Lovelace');
  assert.equal(withoutEmail('ada@example.com'), null);
  assert.equal(withoutEmail(null), null);
});

test('keeps names and removes e-mail addresses and user ids from every field', () => {
  const { data } = withoutPersonal(
    snapshotWith({
      visitors: [
        {
          visitorId: 'a',
          currentUrl: '/pricing',
          customerName: 'Ada Lovelace',
          customerEmail: 'ada@example.com',
          profileData: { displayName: 'Ada', userId: 'user_42', hasProfile: true },
        },
        { visitorId: 'b', customerName: 'bo@example.com', profileData: { displayName: 'bo@example.com' } },
      ],
      recentEvents: [{ _id: 'e', customerName: 'Ada Lovelace', displayName: 'ada@example.com' }],
      recentPayments: [{ _id: 'p', name: 'ada@example.com', email: 'ada@example.com', displayName: 'Ada' }],
    }),
  );
  const [ada, bo] = data.visitors;
  assert.equal(ada!.customerName, 'Ada Lovelace');
  assert.equal(ada!.currentUrl, '/pricing');
  assert.deepEqual(ada!.profileData, { displayName: 'Ada', userId: null, hasProfile: true, isRandomName: false });
  assert.equal(ada!.customerEmail, null);
  assert.equal(bo!.customerName, null);
  assert.equal(bo!.profileData.displayName, null);
  assert.deepEqual([data.recentEvents[0]!.customerName, data.recentEvents[0]!.displayName], ['Ada Lovelace', null]);
  const [payment] = data.recentPayments;
  assert.deepEqual([payment!.name, payment!.email, payment!.displayName], [null, null, 'Ada']);
});

test('removes an e-mail address from a page address and keeps the rest', () => {
  const { data } = withoutPersonal(
    snapshotWith({
      visitors: [
        { visitorId: 'a', currentUrl: '/team/ada@example.com/edit' },
        { visitorId: 'b', currentUrl: 'https://example.com/unsubscribe?email=bo%40example.com' },
      ],
      recentEvents: [
        { _id: 'e', path: '/team/ada%40example.com', referrer: 'https://mail.example.com/?to=ada@example.com' },
        { _id: 'f', path: '/pricing?plan=pro', referrer: 'https://example.org/' },
      ],
    }),
  );
  assert.deepEqual(
    data.visitors.map(({ currentUrl }) => currentUrl),
    ['/team/…/edit', '/unsubscribe'],
  );
  assert.deepEqual(
    data.recentEvents.map(({ path, referrer }) => [path, referrer]),
    [
      ['/team/…', null],
      ['/pricing?plan=pro', 'https://example.org/'],
    ],
  );
});

test('removes addresses from the factors of a likelihood', () => {
  const conversionLikelihood = { score: 65, dimensionMatches: ['country', 'ada@example.com'] };
  const { data } = withoutPersonal(snapshotWith({ visitors: [{ visitorId: 'a', conversionLikelihood }] }));
  assert.deepEqual(data.visitors[0]!.conversionLikelihood?.dimensionMatches, ['country']);
  assert.equal(data.visitors[0]!.conversionLikelihood.score, 65);
});

test('removes the name of a goal that is an address', () => {
  const { data } = withoutPersonal(
    snapshotWith({
      recentEvents: [
        { _id: 'e', type: 'custom', extraData: { eventName: 'invited ada@example.com' } },
        { _id: 'f', type: 'ada@example.com' },
      ],
    }),
  );
  assert.equal(data.recentEvents[0]!.extraData.eventName, null);
  assert.equal(data.recentEvents[1]!.type, 'custom');
});

test('removes all addresses of a whole answer, and nothing else', () => {
  const result = parseSnapshot(createSimulator({ visitors: 500 }).answerAt(Date.UTC(2025, 5, 1, 15)));
  assert.ok(result.ok);
  const before = result.snapshot;
  const after = withoutPersonal(before);
  assert.ok(looksLikeEmail(JSON.stringify(before)));
  assert.ok(!JSON.stringify(after).includes('@example.'));
  assert.equal(after.data.count, before.data.count);
  assert.deepEqual(
    after.data.visitors.map(({ visitorId, location, latitude }) => [visitorId, location, latitude]),
    before.data.visitors.map(({ visitorId, location, latitude }) => [visitorId, location, latitude]),
  );
  assert.ok(after.data.visitors.some(({ customerName }) => customerName !== null));
});

test('does not mutate the given snapshot', () => {
  const snapshot = snapshotWith({ visitors: [{ visitorId: 'a', customerEmail: 'ada@example.com' }] });
  withoutPersonal(snapshot);
  assert.equal(snapshot.data.visitors[0]!.customerEmail, 'ada@example.com');
});
