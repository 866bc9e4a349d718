import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { rounded } from '../../src/privacy/coordinates.ts';
import { randomFrom } from '../../src/simulator/random.ts';
import { CITIES, placeOf, published, visitor } from './published.ts';

type Place = ReturnType<typeof placeOf>;

/** What is published of one visitor's place. */
async function publishedPlace(own: object, privacy: Parameters<typeof published>[1] = 'public'): Promise<Place> {
  return placeOf((await published({ visitors: [visitor('v', own)] }, privacy)).visitors[0]!);
}

const US = countryPoint('US')!;
const AT_US: Place = [US.latitude, US.longitude, 'country'];

describe('coordinates are rounded by the policy', () => {
  const steps: [coordinates: number | false, expected: Place][] = [
    [0, [39.7392, -104.9903, 'coordinates']],
    [0.01, [39.74, -104.99, 'coordinates']],
    [0.1, [39.7, -105, 'coordinates']],
    [0.25, [39.75, -105, 'coordinates']],
    [0.49, [39.69, -104.86, 'coordinates']],
    [0.5, [39.5, -105, 'region']],
    [1, [40, -105, 'region']],
    [10, [40, -100, 'region']],
    [90, [0, -90, 'region']],
    [false, [null, null, 'none']],
  ];
  for (const [coordinates, expected] of steps) {
    it(`${coordinates}: ${expected.join(', ')}`, async () => {
      assert.deepEqual(await publishedPlace({}, { coordinates }), expected);
    });
  }

  it('place names are not affected', async () => {
    for (const coordinates of [false, 0, 10] as const) {
      const { visitors } = await published({ visitors: [visitor('v')] }, { coordinates });
      assert.deepEqual(visitors[0]!.location, { city: 'Denver', region: 'US-CO', countryCode: 'US' });
    }
  });
});

describe('precision is limited by what is known and published', () => {
  const none = { latitude: null, longitude: null };
  const cases: [what: string, own: object, expected: Place][] = [
    ['a city and coordinates', {}, [39.7, -105, 'coordinates']],
    ['coordinates of a city that was found by its name', { precision: 'city' }, [39.7, -105, 'city']],
    ['coordinates of a region', { precision: 'region' }, [39.7, -105, 'region']],
    ['coordinates of a country', { precision: 'country' }, AT_US],
    ['a city without coordinates, found by its name', none, [39.7, -105, 'city']],
    ['coordinates without a city', { location: { city: null, region: 'US-CO', countryCode: 'US' } }, AT_US],
    [
      'coordinates of a region, and no city',
      { location: { city: null, region: 'US-CO', countryCode: 'US' }, precision: 'region' },
      [39.7, -105, 'region'],
    ],
    ['a country alone', { location: { countryCode: 'US' }, ...none }, AT_US],
    [
      'a city that is an address, and so is not published',
      { location: { city: 'a@b.example', countryCode: 'US' } },
      AT_US,
    ],
    ['a code that is no country', { location: { countryCode: 'A1' }, ...none }, [null, null, 'none']],
    ['coordinates and nothing else', { location: {} }, [null, null, 'none']],
    ['nothing', { location: {}, ...none }, [null, null, 'none']],
  ];
  for (const [what, own, expected] of cases) {
    it(`${what}: ${expected[2]}`, async () => {
      assert.deepEqual(await publishedPlace(own), expected);
    });
  }

  it('a region rounded to 0.5° stays a region, a country a country', async () => {
    const region = { location: { region: 'US-CO', countryCode: 'US' }, precision: 'region' };
    assert.deepEqual(await publishedPlace(region, { coordinates: 0.5 }), [39.5, -105, 'region']);
    assert.deepEqual(await publishedPlace({ precision: 'country' }, { coordinates: 0.5 }), AT_US);
  });

  it('without cities, all visitors have the precision of their country', async () => {
    const { visitors } = await published({ visitors: [visitor('v')] }, { cities: false });
    assert.deepEqual(visitors[0]!.location, { city: null, region: null, countryCode: 'US' });
    assert.deepEqual(placeOf(visitors[0]!), AT_US);
  });
});

describe('coordinates that clearly contradict the country', () => {
  it('are not published, but the country is', async () => {
    const berlin = { latitude: 52.52, longitude: 13.4 };
    assert.deepEqual(await publishedPlace(berlin), AT_US);
    assert.deepEqual(await publishedPlace(berlin, { coordinates: 0 }), AT_US);
  });

  it('are published without a country', async () => {
    assert.deepEqual(await publishedPlace({ location: { city: 'Denver' } }), [39.7, -105, 'coordinates']);
  });
});

describe('rounding', () => {
  it('is clamped at the poles and has one name for the antimeridian', () => {
    assert.deepEqual(rounded({ latitude: 89.99, longitude: 179.99 }, 0.1), { latitude: 90, longitude: 180 });
    assert.deepEqual(rounded({ latitude: -89.99, longitude: -179.99 }, 0.1), { latitude: -90, longitude: 180 });
    assert.deepEqual(rounded({ latitude: 90, longitude: 180 }, 7), { latitude: 90, longitude: -178 });
    assert.deepEqual(rounded({ latitude: -90, longitude: -180 }, 7), { latitude: -90, longitude: 178 });
  });

  it('places no visitor at 0, 0, which means unknown', async () => {
    assert.equal(rounded({ latitude: 0.3, longitude: 0.4 }, 1), null);
    const lome = { location: { city: 'Lomé', countryCode: 'TG' }, latitude: 6.13, longitude: 1.22 };
    assert.equal((await publishedPlace(lome, { coordinates: 20 }))[2], 'country');
    assert.deepEqual(await publishedPlace(lome, { coordinates: 1 }), [6, 1, 'region']);
  });

  const random = randomFrom(17);
  const points = Array.from({ length: 3000 }, () => ({
    latitude: random() * 180 - 90,
    longitude: random() * 360 - 180,
    step: [0.01, 0.1, 0.25, 1 / 3, 0.5, 1, 2, 7, 30][Math.floor(random() * 9)]!,
  }));

  it('moves a visitor by at most half a step, and little more at the poles', () => {
    for (const { step, ...point } of points) {
      const result = rounded(point, step);
      if (!result) continue;
      const aside = Math.abs(((result.longitude - point.longitude + 540) % 360) - 180);
      assert.ok(aside <= step / 2 + 1e-9, `${point.longitude} by ${step}: ${result.longitude}`);
      assert.ok(Math.abs(result.latitude - point.latitude) <= step / 2 + 1e-9, `${point.latitude} by ${step}`);
      assert.ok(Math.abs(result.latitude) <= 90 && result.longitude > -180 && result.longitude <= 180);
    }
  });

  it('gives the same result for a whole cell, so that averaging reveals nothing', () => {
    for (const { step, ...point } of points) {
      const result = rounded(point, step);
      assert.deepEqual(rounded({ ...point }, step), result);
      if (!result || Math.abs(result.latitude) > 89 || Math.abs(result.longitude) > 180 - step) continue;
      const within = (degrees: number): number => degrees + (random() - 0.5) * step * 0.99;
      const near = { latitude: within(result.latitude), longitude: within(result.longitude) };
      assert.deepEqual(rounded(near, step), result, `${JSON.stringify(near)} by ${step}`);
    }
  });

  it('has no floating-point noise', () => {
    for (const { step, ...point } of points) {
      const result = rounded(point, step);
      if (step === 1 / 3 || !result) continue;
      for (const degrees of [result.latitude, result.longitude])
        assert.ok(String(degrees).length <= 7, String(degrees));
    }
  });

  it('is stable between polls and independent of other visitors', async () => {
    const alone = await published({ visitors: [visitor('v', CITIES.lyon)] });
    const others = Array.from({ length: 50 }, (_, index) => visitor(`o${index}`, CITIES.paris));
    const among = await published({ visitors: [...others, visitor('v', CITIES.lyon)] });
    assert.deepEqual(placeOf(among.visitors.at(-1)!), placeOf(alone.visitors[0]!));
  });

  it('is parsed by the element with the same precision', async () => {
    const data = await published({
      visitors: [visitor('v', CITIES.suva), visitor('w', { location: { countryCode: 'JP' } })],
    });
    const read = parseSnapshot({ status: 'success', data });
    assert.ok(read.ok);
    assert.deepEqual(read.snapshot.data.visitors.map(placeOf), data.visitors.map(placeOf));
  });
});
