import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatafastLiveBadge } from '../../src/badge/live-badge.ts';

test('on a server the badge is constructed without a DOM and not registered', () => {
  assert.equal(typeof document, 'undefined');
  const badge = new DatafastLiveBadge();
  assert.equal(badge.status, 'unconfigured');
  assert.equal(badge.count, null);
  DatafastLiveBadge.define('a-badge', undefined);
});
