import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { geocoderOf, type CountrySource } from '../../src/geocode/geocoder.ts';
import type { Country } from '../../src/geocode/locate.ts';
import { TripleMemory } from '../../src/geocode/memory.ts';
import { Places } from '../../src/geocode/places.ts';
import { Regions } from '../../src/geocode/regions.ts';

const regions = new Regions('');
const nothing: Country = { regions, places: [new Places('', regions)] };

describe('the geocoder’s cache', () => {
  test('returns the same result for a repeated query without work', async () => {
    const asked: string[] = [];
    const source: CountrySource = (code) => {
      asked.push(code);
      return Promise.resolve(nothing);
    };
    const geocoder = geocoderOf([source]);
    const query = { city: 'Lisbon', region: null, countryCode: 'PT' };
    const first = await geocoder.locate(query);
    assert.equal(await geocoder.locate({ ...query }), first);
    assert.deepEqual(asked, ['PT']);
  });

  test('does not store a result from before a file failed to load', async () => {
    let isThere = false;
    const asked: string[] = [];
    const source: CountrySource = (code) => {
      asked.push(code);
      return isThere ? Promise.resolve(nothing) : Promise.reject(new Error('404'));
    };
    const geocoder = geocoderOf([source]);
    const query = { city: 'Lisbon', countryCode: 'PT' };
    assert.equal((await geocoder.locate(query))?.precision, 'country');
    isThere = true;
    await geocoder.locate(query);
    await geocoder.locate(query);
    assert.deepEqual(asked, ['PT', 'PT']);
  });

  test('is bounded and keeps recently used queries', () => {
    const memory = new TripleMemory<number>(128);
    memory.set('PT', null, 'Lisbon', -1);
    let kept = 0;
    for (let index = 0; index < 10_000; index++) {
      memory.set('US', undefined, `town ${index}`, index);
      assert.equal(memory.get('PT', null, 'Lisbon'), -1);
    }
    for (let index = 0; index < 10_000; index++)
      kept += memory.get('US', undefined, `town ${index}`) === undefined ? 0 : 1;
    assert.ok(kept > 0 && kept <= 128, `${kept} kept`);
  });

  test('distinguishes null, undefined and ""', () => {
    const memory = new TripleMemory<string>(16);
    memory.set(null, undefined, '', 'found');
    assert.equal(memory.get(null, undefined, ''), 'found');
    assert.equal(memory.get(undefined, null, ''), undefined);
    assert.equal(memory.get('', undefined, ''), undefined);
  });
});
