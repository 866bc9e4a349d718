import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatafastLiveBadge } from '../../src/badge/live-badge.ts';

test('on a server the badge is made without a DOM, and registered nowhere', () => {
  assert.equal(typeof document, 'undefined');
  const badge = new DatafastLiveBadge();
  assert.equal(badge.status, 'unconfigured');
  assert.equal(badge.count, null);
  DatafastLiveBadge.define('a-badge', undefined);
});
