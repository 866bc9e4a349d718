import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryPoint } from '../../src/geocode/country-points.ts';
import type { PublishedData } from '../../src/protocol/published.ts';
import { pick, randomFrom } from '../../src/simulator/random.ts';
import { ago, CITIES, placeOf, published, visitor } from './published.ts';

const { lyon, paris } = CITIES;
const FR = countryPoint('FR')!;
const AT_FR = [FR.latitude, FR.longitude, 'country'];

/** So many visitors of a place. */
function people(count: number, prefix: string, own: object): object[] {
  return Array.from({ length: count }, (_, index) => visitor(`${prefix}-${index}`, own));
}

const cities = ({ visitors }: PublishedData): (string | null)[] => visitors.map(({ location }) => location.city);

describe('minimumGroup', () => {
  it('publishes a place with fewer visitors as its country, without city, region or point', async () => {
    const { visitors } = await published(
      { visitors: [...people(3, 'l', lyon), ...people(2, 'p', paris)] },
      { minimumGroup: 3 },
    );
    assert.deepEqual(
      visitors.map(({ location }) => location.city),
      ['Lyon', 'Lyon', 'Lyon', null, null],
    );
    assert.deepEqual(visitors[3]!.location, { city: null, region: null, countryCode: 'FR' });
    assert.deepEqual(placeOf(visitors[3]!), AT_FR);
    assert.deepEqual(placeOf(visitors[0]!), [45.8, 4.8, 'coordinates']);
  });

  it('has no effect at 1', async () => {
    assert.deepEqual(cities(await published({ visitors: people(1, 'p', paris) })), ['Paris']);
  });

  it('counts visitors, not their rows', async () => {
    const [one] = people(1, 'p', paris);
    assert.deepEqual(cities(await published({ visitors: [one, one, one] }, { minimumGroup: 2 })), [null]);
  });

  it('counts published places: a visitor rounded to another point is elsewhere', async () => {
    const suburb = { ...paris, latitude: 48.99, longitude: 2.45 };
    const visitors = [...people(1, 'p', paris), ...people(1, 's', suburb)];
    assert.deepEqual(cities(await published({ visitors }, { minimumGroup: 2 })), [null, null]);
    assert.deepEqual(cities(await published({ visitors }, { minimumGroup: 2, coordinates: 1 })), ['Paris', 'Paris']);
    assert.deepEqual(cities(await published({ visitors }, { minimumGroup: 2, coordinates: false })), [
      'Paris',
      'Paris',
    ]);
  });

  it('separates visitors at one point whose cities have different names', async () => {
    const visitors = [
      ...people(1, 'p', paris),
      ...people(1, 'q', { ...paris, location: { ...paris.location, city: 'Paris 5e' } }),
    ];
    assert.deepEqual(cities(await published({ visitors }, { minimumGroup: 2 })), [null, null]);
  });

  it('treats a region without a city as a place', async () => {
    const region = { location: { region: 'FR-ARA', countryCode: 'FR' }, latitude: null, longitude: null };
    const regions = async (count: number): Promise<(string | null)[]> =>
      (await published({ visitors: people(count, 'r', region) }, { minimumGroup: 2 })).visitors.map(
        ({ location }) => location.region,
      );
    assert.deepEqual(await regions(1), [null]);
    assert.deepEqual(await regions(2), ['FR-ARA', 'FR-ARA']);
  });

  it('removes the location of too few visitors without a country', async () => {
    const { visitors } = await published(
      { visitors: people(1, 'p', { ...paris, location: { city: 'Paris' } }) },
      { minimumGroup: 2 },
    );
    assert.deepEqual(visitors[0]!.location, { city: null, region: null, countryCode: null });
    assert.deepEqual(placeOf(visitors[0]!), [null, null, 'none']);
  });

  it('applies to events and payments, however they are joined', async () => {
    const data = {
      visitors: [
        ...people(2, 'l', { ...lyon }),
        visitor('alone', { ...paris, customerEmail: 'ada@example.com', customerName: 'Ada' }),
      ],
      recentEvents: [
        { _id: 'e-l', visitorId: 'l-0', timestamp: ago(5), countryCode: 'FR' },
        { _id: 'e-a', visitorId: 'alone', timestamp: ago(6), countryCode: 'FR' },
        { _id: 'e-p', type: 'payment', visitorId: 'alone', timestamp: ago(8), amount: 49, countryCode: 'FR' },
      ],
      recentPayments: [
        { _id: 'by-mail', timestamp: ago(1), amount: 29, email: 'ada@example.com' },
        { _id: 'by-name', timestamp: ago(2), amount: 19, name: 'Ada' },
        { _id: 'by-event', timestamp: ago(8), amount: 49 },
      ],
    };
    const { recentEvents, recentPayments } = await published(data, { minimumGroup: 2 });
    assert.deepEqual(recentEvents.map(placeOf), [[45.8, 4.8, 'coordinates'], AT_FR, AT_FR]);
    assert.deepEqual(recentPayments.map(placeOf), [AT_FR, AT_FR, AT_FR]);
    const all = await published(data, { minimumGroup: 1 });
    assert.deepEqual(all.recentPayments.map(placeOf), Array(3).fill([48.9, 2.4, 'coordinates']));
  });

  it('does not reveal the place of a departed visitor by an event', async () => {
    const { recentEvents } = await published(
      {
        visitors: people(2, 'p', paris),
        recentEvents: [{ _id: 'e', visitorId: 'gone', timestamp: ago(5), countryCode: 'FR', ...paris }],
      },
      { minimumGroup: 2 },
    );
    assert.deepEqual(placeOf(recentEvents[0]!), AT_FR);
  });

  it('does not reveal a hidden city by a likelihood’s factor', async () => {
    const conversionLikelihood = {
      score: 60,
      dimensionMatches: ['country', 'Paris', 'city Paris', 'city: Paris', 'paris'],
    };
    const matches = async (minimumGroup: number): Promise<string[] | undefined> =>
      (
        await published(
          { visitors: [visitor('p', { ...paris, conversionLikelihood })] },
          { minimumGroup, predictions: true },
        )
      ).visitors[0]!.conversionLikelihood?.dimensionMatches;
    assert.deepEqual(await matches(1), ['country', 'Paris', 'city Paris', 'paris']);
    assert.deepEqual(await matches(2), ['country']);
  });
});

describe('minimumGroup with random visitors', () => {
  const random = randomFrom(5);
  const places = [
    ...Object.values(CITIES),
    { location: { city: 'Lyon', region: null, countryCode: 'FR' }, latitude: 45.7578, longitude: 4.832 },
    { location: { city: null, region: 'FR-ARA', countryCode: 'FR' }, latitude: null, longitude: null },
    { location: { city: null, region: null, countryCode: 'FR' }, latitude: null, longitude: null },
    { location: { city: 'Lyon', region: 'FR-ARA', countryCode: null }, latitude: 45.7, longitude: 4.8 },
    { location: {}, latitude: null, longitude: null },
  ];

  it('hides exactly the places below the minimum', async () => {
    for (let round = 0; round < 60; round++) {
      const minimumGroup = 1 + Math.floor(random() * 5);
      const coordinates = pick(random, [false, 0, 0.1, 1, 5] as const);
      const visitors = Array.from({ length: Math.floor(random() * 24) }, (_, index) =>
        visitor(`v${index}`, {
          ...pick(random, places),
          ...(random() < 0.3 && { latitude: 45 + random() * 3, longitude: 2 + random() * 3 }),
        }),
      );
      const rows = (await published({ visitors }, { minimumGroup, coordinates })).visitors;
      const open = (await published({ visitors }, { minimumGroup: 1, coordinates })).visitors;
      const name = ({ location, latitude, longitude }: (typeof rows)[number]): string =>
        JSON.stringify([location, latitude, longitude]);
      const sizes = new Map<string, number>();
      for (const row of open) sizes.set(name(row), (sizes.get(name(row)) ?? 0) + 1);
      rows.forEach((row, index) => {
        const { city, region } = open[index]!.location;
        const isEnough = (sizes.get(name(open[index]!)) ?? 0) >= minimumGroup;
        if (minimumGroup === 1 || (isEnough && (city ?? region) !== null)) assert.deepEqual(row, open[index]);
        else {
          assert.deepEqual([row.location.city, row.location.region], [null, null]);
          assert.ok(row.precision === 'country' || row.precision === 'none');
          assert.equal(row.location.countryCode, open[index]!.location.countryCode);
        }
      });
    }
  });
});
