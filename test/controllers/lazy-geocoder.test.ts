import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { LazyGeocoder } from '../../src/controllers/lazy-geocoder.ts';
import * as hot from '../../src/geocode/hot.data.ts';
import { SHARDS } from '../../src/geocode/shards.data.ts';
import type { Shards } from '../../src/geocode/pack.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Visitor } from '../../src/protocol/types.ts';

type Place = readonly [city: string | null, region: string | null, countryCode: string | null];

function people(...places: Place[]): Visitor[] {
  const visitors = places.map(([city, region, countryCode], index) => ({
    visitorId: `v${index}`,
    location: { city, region, countryCode },
  }));
  const result = parseSnapshot({ status: 'success', data: { count: visitors.length, visitors } });
  assert.ok(result.ok);
  return result.snapshot.data.visitors;
}

const describePlace = ({ precision, longitude, latitude }: Visitor): string => `${precision} ${longitude},${latitude}`;

describe('locating visitors by place name in a browser', () => {
  let asked: string[];
  let warnings: string[];
  let answer: (codes: string) => ReturnType<Shards[string]>;
  let arrivals: number;
  let geocoder: LazyGeocoder;
  const onArrival = (): void => {
    arrivals++;
  };
  const place = (visitors: readonly Visitor[]): Visitor[] => geocoder.locate(visitors, onArrival);
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  const arrived = async (): Promise<void> => {
    do await settled();
    while (arrivals === 0);
  };

  beforeEach(() => {
    asked = [];
    warnings = [];
    arrivals = 0;
    answer = (codes) => SHARDS[codes]!();
    const shards = Object.keys(SHARDS).map((codes) => {
      const load: Shards[string] = () => {
        asked.push(codes);
        return answer(codes);
      };
      return [codes, load] as const;
    });
    geocoder = new LazyGeocoder(hot, Object.fromEntries(shards));
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    mock.method(console, 'warn', (text: string) => void warnings.push(text));
  });

  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  test('locates large cities at once and fetches nothing for them', () => {
    const placed = place(people(['Lisbon', 'PT-11', 'PT'], ['Denver', 'US-CO', 'US']));
    assert.deepEqual(placed.map(describePlace), ['city -9.2,38.7', 'city -105,39.7']);
    assert.deepEqual(asked, []);
  });

  test('locates a smaller place at its region until the country’s places load, fetched once', async () => {
    const visitors = people(['Faro', 'PT-08', 'PT'], ['Lagos', 'PT-08', 'PT'], ['Nowhereville', 'PT-08', 'PT']);
    assert.match(describePlace(place(visitors)[1]!), /^region /);
    place(visitors);
    await arrived();
    assert.equal(geocoder.revision, 1);
    assert.equal(describePlace(place(visitors)[1]!), 'city -8.7,37.1');
    assert.match(describePlace(place(visitors)[2]!), /^region /);
    assert.deepEqual(asked, ['PT']);
    assert.equal(arrivals, 1);
  });

  test('keeps visitors with coordinates or only a country unchanged, as the same objects', () => {
    const visitors = people([null, null, 'PT'], ['Lisbon', null, null], ['Lisbon', null, 'PT']);
    const placed = place(visitors);
    assert.equal(placed[0], visitors[0]);
    assert.equal(placed[1], visitors[1]);
    assert.notEqual(placed[2], visitors[2]);
    assert.equal(visitors[2]!.latitude, null);
    assert.equal(place(visitors)[2], placed[2]);
    assert.equal(place(placed)[2], placed[2]);
    assert.deepEqual(asked, []);
  });

  test('fetches nothing for an invalid country or one without more places', () => {
    const visitors = people(['Paris', null, 'XX'], ['Nowhereville', null, 'AQ'], ['constructor', null, '__proto__']);
    assert.deepEqual(place(visitors), visitors);
    assert.deepEqual(asked, []);
  });

  test('warns once on failure, leaves visitors in place, and retries at growing intervals', async () => {
    const works = answer;
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    const visitors = people(['Lagos', 'PT-08', 'PT']);
    for (const pause of [60_000, 120_000, 240_000]) {
      const before = asked.length;
      assert.match(describePlace(place(visitors)[0]!), /^region /);
      await settled();
      mock.timers.tick(pause - 1);
      place(visitors);
      assert.equal(asked.length, before + 1, `${pause} ms after the failure`);
      mock.timers.tick(1);
    }
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /could not load smaller places of PT; continuing without/);
    assert.equal(arrivals, 3, 'each request ends with one notification');
    answer = works;
    arrivals = 0;
    place(visitors);
    await arrived();
    assert.equal(describePlace(place(visitors)[0]!), 'city -8.7,37.1');
  });
});
