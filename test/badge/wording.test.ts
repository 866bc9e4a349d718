import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeTextsOf, type BadgeState } from '../../src/badge/wording.ts';
import { registerMessages } from '../../src/i18n/registry.ts';

const LIVE: BadgeState = { status: 'live', count: 14, age: 3 };

describe('the badge’s text', () => {
  test('is the number with its noun', () => {
    const { number, what, note } = badgeTextsOf('en', LIVE, 0);
    assert.deepEqual([number, what, note], ['14', 'people here', null]);
    assert.equal(badgeTextsOf('en', { ...LIVE, count: 1 }, 0).what, 'person here');
    assert.equal(badgeTextsOf('en', { ...LIVE, count: 12_345 }, 0).number, '12,345');
  });

  test('is “0” with its noun without visitors', () => {
    assert.equal(badgeTextsOf('en', { ...LIVE, count: 0 }, 0).number, '0');
  });

  test('is a sentence below min-count, and another one without visitors', () => {
    const few = badgeTextsOf('en', { ...LIVE, count: 4 }, 5);
    assert.deepEqual([few.number, few.what], [null, 'People are here right now']);
    assert.equal(badgeTextsOf('en', { ...LIVE, count: 0 }, 5).what, 'Nobody here right now');
    assert.equal(badgeTextsOf('en', { ...LIVE, count: 5 }, 5).number, '5');
  });

  for (const status of ['unconfigured', 'error', 'stale', 'live'] as const) {
    test(`${status}, without a number: is “n/a”, never 0`, () => {
      const { number, what } = badgeTextsOf('en', { ...LIVE, status, count: null }, 0);
      assert.deepEqual([number, what], ['n/a', '']);
    });
  }

  test('is empty while loading, with space reserved', () => {
    const { number, what, room } = badgeTextsOf('en', { ...LIVE, status: 'loading', count: null }, 0);
    assert.deepEqual([number, what, room], ['', '', '888 people here']);
  });

  test('has the age of a stale number', () => {
    const { number, note } = badgeTextsOf('en', { ...LIVE, status: 'stale', age: 130 }, 0);
    assert.equal(number, '14');
    assert.equal(note, 'Updated 2 minutes ago. Reconnecting.');
  });

  test('has the time of a delayed number', () => {
    assert.equal(badgeTextsOf('en', { ...LIVE, delay: 120, age: 125 }, 0).note, 'as of 2 minutes ago');
    const stale = badgeTextsOf('en', { ...LIVE, status: 'stale', delay: 120, age: 250 }, 0);
    assert.equal(stale.note, 'Updated 4 minutes ago. Reconnecting.');
  });

  test('uses the language of its messages, with its digits and plural forms', () => {
    registerMessages('pl', { people: { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' } });
    assert.equal(badgeTextsOf('pl', { ...LIVE, count: 1 }, 0).what, 'osoba');
    assert.equal(badgeTextsOf('pl', { ...LIVE, count: 3 }, 0).what, 'osoby');
    assert.equal(badgeTextsOf('pl', { ...LIVE, count: 12 }, 0).what, 'osób');
  });
});
