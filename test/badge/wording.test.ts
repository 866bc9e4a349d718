import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordingOf, type BadgeState } from '../../src/badge/wording.ts';
import { registerMessages } from '../../src/i18n/registry.ts';

const LIVE: BadgeState = { status: 'live', count: 14, age: 3 };

describe('what the badge says', () => {
  test('the number and the noun that goes with it', () => {
    const { number, what, note } = wordingOf('en', LIVE, 0);
    assert.deepEqual([number, what, note], ['14', 'people here', null]);
    assert.equal(wordingOf('en', { ...LIVE, count: 1 }, 0).what, 'person here');
    assert.equal(wordingOf('en', { ...LIVE, count: 12_345 }, 0).number, '12,345');
  });

  test('nobody is a number like any other', () => {
    assert.equal(wordingOf('en', { ...LIVE, count: 0 }, 0).number, '0');
  });

  test('of fewer than min-count no number is told, and of nobody that there is nobody', () => {
    const few = wordingOf('en', { ...LIVE, count: 4 }, 5);
    assert.deepEqual([few.number, few.what], [null, 'People are here right now']);
    assert.equal(wordingOf('en', { ...LIVE, count: 0 }, 5).what, 'Nobody here right now');
    assert.equal(wordingOf('en', { ...LIVE, count: 5 }, 5).number, '5');
  });

  for (const status of ['unconfigured', 'error', 'stale', 'live'] as const) {
    test(`${status}, without a number: “n/a”, never a 0`, () => {
      const { number, what } = wordingOf('en', { ...LIVE, status, count: null }, 0);
      assert.deepEqual([number, what], ['n/a', '']);
    });
  }

  test('while it loads nothing is said, and there is room for what will be', () => {
    const { number, what, room } = wordingOf('en', { ...LIVE, status: 'loading', count: null }, 0);
    assert.deepEqual([number, what, room], ['', '', '888 people here']);
  });

  test('an old number says how old it is', () => {
    const { number, note } = wordingOf('en', { ...LIVE, status: 'stale', age: 130 }, 0);
    assert.equal(number, '14');
    assert.equal(note, 'Updated 2 minutes ago. Reconnecting.');
  });

  test('a number that is published later says of when it is', () => {
    assert.equal(wordingOf('en', { ...LIVE, delay: 120, age: 125 }, 0).note, 'as of 2 minutes ago');
    const stale = wordingOf('en', { ...LIVE, status: 'stale', delay: 120, age: 250 }, 0);
    assert.equal(stale.note, 'Updated 4 minutes ago. Reconnecting.');
  });

  test('in the language of its messages, with that language’s digits and plural forms', () => {
    registerMessages('pl', { people: { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' } });
    assert.equal(wordingOf('pl', { ...LIVE, count: 1 }, 0).what, 'osoba');
    assert.equal(wordingOf('pl', { ...LIVE, count: 3 }, 0).what, 'osoby');
    assert.equal(wordingOf('pl', { ...LIVE, count: 12 }, 0).what, 'osób');
  });
});
