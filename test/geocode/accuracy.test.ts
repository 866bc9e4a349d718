import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGeocoder } from '../../src/geocode/index.ts';
import { measure, named } from './accuracy.ts';

describe('names as databases of IP addresses tell them, drawn as traffic is', () => {
  // Percent within 25 km, as a city, and of those more than 100 km off: what README says, less a little.
  const floors = [
    ['full', 98, 96.5, 0.6],
    ['shards', 94, 84, 1],
    ['hot', 86.5, 73, 1],
  ] as const;
  for (const [places, near, city, far] of floors) {
    test(`${places}: ${near} % are told within 25 km`, async () => {
      const got = await measure(createGeocoder({ places }), 'traffic');
      assert.ok(got.near >= near && got.city >= city && got.far <= far, JSON.stringify(got));
    });
  }

  test('of all places, large and small, five of six are', async () => {
    const got = await measure(createGeocoder(), 'places');
    assert.ok(got.near >= 83, JSON.stringify(got));
  });

  test('the sample is what it says', () => {
    const sum = (weighting: 'traffic' | 'places'): number =>
      named.reduce((all, { draws }) => all + draws[weighting], 0);
    assert.equal(sum('traffic'), 10_000);
    assert.equal(sum('places'), 4_000);
  });
});
