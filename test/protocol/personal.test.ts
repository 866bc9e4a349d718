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

test('e-mail addresses are recognised anywhere in a text, encoded too', () => {
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

test('a long hostile text is searched in one go', () => {
  assert.ok(!looksLikeEmail('@'.repeat(1_000_000)));
  assert.ok(!looksLikeEmail('a'.repeat(1_000_000)));
});

test('a name stays, a name that is an address does not', () => {
  assert.equal(withoutEmail('Ada Lovelace'), 'Ada Lovelace');
  assert.equal(withoutEmail('ada@example.com'), null);
  assert.equal(withoutEmail(null), null);
});

test('names are kept; e-mail addresses and user ids are removed from every field', () => {
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

test('a page address that contains an e-mail address keeps the rest', () => {
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

test('what a likelihood rests on may name no address either', () => {
  const conversionLikelihood = { score: 65, dimensionMatches: ['country', 'ada@example.com'] };
  const { data } = withoutPersonal(snapshotWith({ visitors: [{ visitorId: 'a', conversionLikelihood }] }));
  assert.deepEqual(data.visitors[0]!.conversionLikelihood?.dimensionMatches, ['country']);
  assert.equal(data.visitors[0]!.conversionLikelihood.score, 65);
});

test('a goal that is named after an address is a goal without a name', () => {
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

test('nothing that looks like an address is left of a whole answer, and nothing else is lost', () => {
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

test('the snapshot that was given stays as it was', () => {
  const snapshot = snapshotWith({ visitors: [{ visitorId: 'a', customerEmail: 'ada@example.com' }] });
  withoutPersonal(snapshot);
  assert.equal(snapshot.data.visitors[0]!.customerEmail, 'ada@example.com');
});
