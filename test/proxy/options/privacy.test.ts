import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Privacy, PrivacyPolicy } from '../../../src/privacy/policy.ts';
import { resolvePrivacy } from '../../../src/proxy/options/privacy.ts';

const PUBLIC: PrivacyPolicy = {
  coordinates: 0.1,
  cities: true,
  minimumGroup: 1,
  pages: 'path',
  system: true,
  referrers: false,
  amounts: 'exact',
  names: false,
  predictions: false,
};

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return assert.fail('expected an error');
}

describe('the option privacy', () => {
  it('is public by default', () => {
    assert.deepEqual(resolvePrivacy(), PUBLIC);
    assert.deepEqual(resolvePrivacy(undefined), PUBLIC);
    assert.deepEqual(resolvePrivacy('public'), PUBLIC);
    assert.deepEqual(resolvePrivacy({}), PUBLIC);
  });

  it('team publishes more, and nothing less precisely', () => {
    assert.deepEqual(resolvePrivacy('team'), {
      ...PUBLIC,
      coordinates: 0,
      referrers: true,
      names: true,
      predictions: true,
    });
  });

  it('an object is based on public', () => {
    const own: Privacy = { minimumGroup: 5, pages: ['/blog/*'], cities: undefined };
    assert.deepEqual(resolvePrivacy(own), { ...PUBLIC, minimumGroup: 5, pages: ['/blog/*'] });
  });

  it('a policy made from another does not mutate it', () => {
    resolvePrivacy({ cities: false });
    assert.equal(resolvePrivacy('public').cities, true);
  });

  for (const value of ['Public', 'private', '', null, true, 1, [], () => 'public', 'constructor', '__proto__']) {
    it(`rejects ${typeof value === 'function' ? 'a function' : JSON.stringify(value)}`, () => {
      assert.match(
        messageOf(() => resolvePrivacy(value)),
        /^privacy: expected "public", "team" or an object, got /,
      );
    });
  }

  it('names unknown keys and the known ones', () => {
    assert.equal(
      messageOf(() => resolvePrivacy({ coordinate: 1, city: false })),
      'privacy: unknown key "coordinate", "city"; known are coordinates, cities, minimumGroup, pages, system, ' +
        'referrers, amounts, names, predictions.',
    );
    assert.match(
      messageOf(() => resolvePrivacy(JSON.parse('{"__proto__": 1}'))),
      /unknown key "__proto__"/,
    );
  });

  const bad: [key: keyof PrivacyPolicy, values: unknown[], expected: RegExp][] = [
    ['coordinates', [true, -0.1, 90.1, NaN, Infinity, '0.1', null], /degrees from 0 to 90, or false, got/],
    ['cities', [0, 'no', null], /true or false, got/],
    ['minimumGroup', [0, -1, 1.5, NaN, Infinity, '5', true, null], /a whole number from 1 to 1000000, got/],
    ['pages', [true, false, 'paths', null, {}], /"path", "hidden" or a list of patterns .*, got/],
    ['pages', [['blog'], ['/a?b'], ['/a#b'], ['/**/a'], ['/a**'], ['/me@example.com'], ['/ok', 7], ['']], /, got/],
    ['system', ['yes', null], /true or false, got/],
    ['referrers', ['host', null], /true or false, got/],
    ['amounts', [true, false, 'round', null], /"exact", "rounded", "hidden", got/],
    ['names', [1, null], /true or false, got/],
    ['predictions', [1, null], /true or false, got/],
  ];
  for (const [key, values, expected] of bad) {
    it(`rejects ${key} as one of ${JSON.stringify(values)}`, () => {
      for (const value of values) {
        const message = messageOf(() => resolvePrivacy({ [key]: value }));
        assert.ok(message.startsWith(`privacy.${key}: expected `), message);
        assert.match(message, expected);
      }
    });
  }

  it('names the invalid one of several patterns', () => {
    assert.match(
      messageOf(() => resolvePrivacy({ pages: ['/blog/*', 'pricing'] })),
      /got "pricing"\.$/,
    );
  });

  it('accepts the bounds of all ranges', () => {
    for (const own of [
      { coordinates: 0 },
      { coordinates: 90 },
      { coordinates: false },
      { minimumGroup: 1_000_000 },
      { pages: [] },
      { pages: ['/', '/**', '/a*b*c/**', '/caf%C3%A9', '/café'] },
    ]) {
      assert.deepEqual(resolvePrivacy(own), { ...PUBLIC, ...own });
    }
  });

  it('does not quote a key in the wrong place', () => {
    for (const value of [
      'dft_verysecret',
      { pages: ['dft_verysecret'] },
      { dft_verysecret: 1 },
      { names: 'df_verysecret' },
    ]) {
      assert.ok(!messageOf(() => resolvePrivacy(value)).includes('verysecret'));
    }
  });
});
