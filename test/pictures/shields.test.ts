import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shieldsBadge } from '../../src/pictures/shields.ts';
import { counted } from './support.ts';

describe('the badge for shields.io', () => {
  it('has only documented fields, as shields.io rejects others', () => {
    assert.deepEqual(shieldsBadge(counted(1234), 10), {
      schemaVersion: 1,
      label: 'live visitors',
      message: '1,234',
      color: '#1d5fd1',
      cacheSeconds: 10,
    });
  });

  it('has a cache time in whole seconds', () => {
    assert.equal(shieldsBadge(counted(1), 2.5).cacheSeconds, 3);
  });

  for (const snapshot of [null, counted(null)]) {
    it(`is an error ${snapshot ? 'without a count' : 'without a snapshot'}`, () => {
      assert.deepEqual(shieldsBadge(snapshot, 10), {
        schemaVersion: 1,
        label: 'live visitors',
        message: 'n/a',
        color: 'lightgrey',
        isError: true,
        cacheSeconds: 10,
      });
    });
  }
});
