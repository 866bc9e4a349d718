import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkGuarded, confidentialFields } from '../../../src/proxy/options/guard.ts';
import type { Privacy } from '../../../src/privacy/policy.ts';
import { resolvePrivacy } from '../../../src/proxy/options/privacy.ts';

const authorize = (): boolean => true;

function messageOf(privacy: Privacy, allowedOrigins: '*' | readonly string[], authorize: unknown): string | null {
  try {
    checkGuarded(resolvePrivacy(privacy), allowedOrigins, authorize);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('policies that need protection', () => {
  it('are granted by team, and never by public', () => {
    assert.deepEqual(confidentialFields(resolvePrivacy('public')), []);
    assert.deepEqual(confidentialFields(resolvePrivacy('team')), ['names', 'predictions', 'referrers']);
    assert.deepEqual(confidentialFields(resolvePrivacy({ coordinates: 0, pages: 'path', amounts: 'exact' })), []);
  });

  for (const key of ['names', 'predictions', 'referrers'] as const) {
    it(`${key} require a list of origins, which the error names`, () => {
      assert.equal(
        messageOf({ [key]: true }, '*', authorize),
        'allowedOrigins: expected a list of exact origins ([] for the same origin only), because privacy grants ' +
          `${key}, got "*".`,
      );
    });

    it(`${key} require authorize, which the error names`, () => {
      assert.equal(
        messageOf({ [key]: true }, ['https://example.com'], undefined),
        `authorize: expected a function that says who may read, because privacy grants ${key}, got none.`,
      );
    });

    it(`${key} are accepted with both, also for the same origin only`, () => {
      assert.equal(messageOf({ [key]: true }, ['https://example.com'], authorize), null);
      assert.equal(messageOf({ [key]: true }, [], authorize), null);
    });
  }

  it('all granted fields are named', () => {
    assert.match(messageOf('team', '*', undefined)!, /grants names, predictions, referrers, got "\*"\.$/);
  });

  it('public fields require neither', () => {
    assert.equal(messageOf('public', '*', undefined), null);
    assert.equal(messageOf({ coordinates: 0, minimumGroup: 3 }, '*', undefined), null);
  });
});
