import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGeocoder } from '../../src/geocode/index.ts';
import { falseCities, measure, readSample, type Sample } from './accuracy.ts';

describe('accuracy for place names of IP databases, weighted by traffic', () => {
  const samples = { 'ip-places': readSample('ip-places'), 'older-ip-places': readSample('older-ip-places') };
  // Percent within 25 km, as a city, and of those more than 100 km off: what README says, less a little.
  const floors: [Sample, 'full' | 'shards' | 'hot', near: number, city: number, far: number][] = [
    ['ip-places', 'full', 98.4, 97, 0.4],
    ['ip-places', 'shards', 96, 94, 0.4],
    ['ip-places', 'hot', 94, 88.5, 0.4],
    ['older-ip-places', 'full', 96, 95.5, 0.45],
    ['older-ip-places', 'shards', 91, 87, 0.45],
    ['older-ip-places', 'hot', 83.5, 74.5, 0.45],
  ];
  for (const [sample, places, near, city, far] of floors) {
    test(`${sample}, ${places}: locates ${near} % within 25 km`, async () => {
      const got = await measure(createGeocoder({ places }), samples[sample], 'traffic');
      assert.ok(got.near >= near && got.city >= city && got.far <= far, JSON.stringify(got));
    });
  }

  test('locates five of six places, large and small', async () => {
    const got = await measure(createGeocoder(), samples['ip-places'], 'places');
    assert.ok(got.near >= 83, JSON.stringify(got));
  });

  // Only hashes of names are stored: a word that is not a name may have the hash of one.
  for (const [places, most] of [
    ['full', 1.65],
    ['shards', 1.25],
    ['hot', 0.9],
  ] as const) {
    test(`${places}: takes at most ${most} % of made-up names without a region for a city`, async () => {
      const got = await falseCities(createGeocoder({ places }), samples['ip-places'], 'traffic');
      assert.ok(got <= most, `${got} %`);
    });
  }

  test('the samples match their description', () => {
    const sum = (sample: Sample, weighting: 'traffic' | 'places'): number =>
      samples[sample].reduce((all, { draws }) => all + draws[weighting], 0);
    assert.equal(sum('ip-places', 'traffic'), 10_000);
    assert.equal(sum('ip-places', 'places'), 4_000);
    assert.equal(sum('older-ip-places', 'traffic'), 10_000);
  });
});
