import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { needsAntarctic } from '../../src/map/land.ts';
import type { Basemap } from '../../src/map/basemap.ts';
import { initialView } from '../../src/map/initial-view.ts';
import type { Snapshot, Visitor } from '../../src/protocol/types.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { paymentKey, type MarkInput } from '../../src/marks/compose.ts';
import { placeOnLattice } from '../../src/marks/lattice.ts';
import { DENSE_ABOVE, type Mark } from '../../src/marks/mark.ts';
import { NOW, visitor as anyVisitor } from '../element/documented.ts';
import { drawn } from '../map/drawn.ts';
import { snapshotOf } from '../protocol/support.ts';
import { ComposedPolls } from './polls.ts';

/** A picture in which places are where the function says. */
function frameOf(place: Basemap['project']): Basemap {
  const paths = { land: '', landTransform: '', sphere: '', borders: null, graticule: () => '' };
  return { width: 3600, height: 1800, ...paths, projectPlane: place, project: place };
}

/** Ten units to the degree. What is north of 85° is out of the picture. */
const FRAME = frameOf((longitude, latitude) => (latitude > 85 ? null : [(longitude + 180) * 10, (90 - latitude) * 10]));
/** No activity was seen. */
const UNSEEN: readonly null[] = [];
/** A pixel to the degree. */
const WIDTH = 360;

/** In Lisbon by default. */
const visitor = (visitorId: string, own: object = {}) => anyVisitor(visitorId, { precision: 'city', ...own });
const NOWHERE = { latitude: null, longitude: null, precision: 'none' };

/** People on a grid of whole degrees, so many in all. */
function crowd(count: number, from = 0): object[] {
  return Array.from({ length: count }, (_, index) =>
    visitor(`v${from + index}`, {
      longitude: ((from + index) % 300) - 150,
      latitude: 60 - Math.floor((from + index) / 300) * 10,
    }),
  );
}

const answer = (visitors: object[], recentPayments: object[] = []): Snapshot =>
  snapshotOf({ data: { visitors, recentPayments } });

function compose(polls: ComposedPolls, { data }: Snapshot, own: Partial<MarkInput> = {}): Mark[] {
  return polls.compose({
    visitors: data.visitors,
    lastActivity: UNSEEN,
    payments: data.recentPayments,
    countryPoint,
    now: NOW,
    basemap: FRAME,
    width: WIDTH,
    dotSize: 8,
    predictions: false,
    placeDense: placeOnLattice,
    ...own,
  });
}

const draw = (visitors: object[], own: Partial<MarkInput> = {}, payments: object[] = []): Mark[] =>
  compose(new ComposedPolls(), answer(visitors, payments), own);
const idsOf = (marks: readonly Mark[]): string[] => marks.flatMap(({ ids }) => ids).sort();

function assertAt(mark: Mark | undefined, longitude: number, latitude: number): void {
  assert.ok(mark);
  assert.ok(Math.hypot(mark.x - (longitude + 180), mark.y - (90 - latitude)) < 1e-9, `${mark.x}, ${mark.y}`);
}

describe('the position of a visitor', () => {
  test('is at the given coordinates, in the map’s pixels', () => {
    const [mark] = draw([visitor('a', { latitude: 38.72, longitude: -9.14 })]);
    assertAt(mark, -9.14, 38.72);
    assert.deepEqual([mark!.shape, mark!.radius], ['dot', 4]);
    const [large] = draw([visitor('a', { latitude: 38.72, longitude: -9.14 })], { width: 2 * WIDTH, dotSize: 12 });
    assert.ok(Math.hypot(large!.x - 2 * mark!.x, large!.y - 2 * mark!.y) < 1e-9, 'twice as wide');
    assert.equal(large!.radius, 6);
  });

  test('is at the country’s point, in the country’s shape, when only the country is known', () => {
    for (const code of ['PT', 'JP', 'BR']) {
      const { longitude, latitude } = countryPoint(code)!;
      const place = { location: { city: null, region: null, countryCode: code } };
      const [mark] = draw([visitor('a', { ...NOWHERE, ...place })]);
      assertAt(mark, longitude, latitude);
      assert.equal(mark!.shape, 'country');
    }
  });

  test('is at the coordinates rather than at the country’s point', () => {
    assertAt(draw([visitor('a', { latitude: 10, longitude: 20 })])[0], 20, 10);
    assert.equal(draw([visitor('a', { precision: 'country' })])[0]!.shape, 'country', 'as precise as the answer');
    assert.equal(draw([visitor('a', { precision: 'region' })])[0]!.shape, 'region');
  });

  test('is missing without a known country', () => {
    for (const countryCode of [null, 'A1', 'EU', 'XX']) {
      const location = { city: 'Lisbon', region: null, countryCode };
      assert.deepEqual(draw([visitor('a', { ...NOWHERE, location })]), [], String(countryCode));
    }
    assert.deepEqual(draw([]), []);
  });

  test('is missing outside the picture', () => {
    assert.deepEqual(idsOf(draw([visitor('a'), visitor('b', { latitude: 89 })])), ['a']);
  });

  test('changes with the coordinates of the next answer', () => {
    const polls = new ComposedPolls();
    compose(polls, answer([visitor('a')]));
    assertAt(compose(polls, answer([visitor('a', { latitude: 10, longitude: 20 })]))[0], 20, 10);
  });

  test('changes with the map’s width and view', () => {
    const polls = new ComposedPolls();
    const snapshot = answer([visitor('a', { latitude: 10, longitude: 20 })]);
    assertAt(compose(polls, snapshot)[0], 20, 10);
    assert.equal(compose(polls, snapshot, { width: 720 })[0]!.x, 400);
    const mirrored = frameOf((longitude, latitude) => FRAME.project(-longitude, latitude));
    assertAt(compose(polls, snapshot, { basemap: mirrored })[0], -20, 10);
    assertAt(compose(polls, snapshot)[0], 20, 10);
  });

  test('is computed in the same way for the world as for other views', () => {
    const options = { projection: 'equal-earth', fit: 'world', antarctic: false, center: [0, 0] } as const;
    const frame = drawn({ ...options, ...initialView(options) });
    const [mark] = draw([visitor('a', { latitude: 38.72, longitude: -9.14 })], { basemap: frame, width: 960 });
    const [x, y] = frame.pointInside(-9.14, 38.72)!;
    assert.ok(Math.hypot(mark!.x - (x * 960) / frame.width, mark!.y - (y * 960) / frame.width) < 1e-9);
  });
});

describe('the mark of a visitor', () => {
  test('shows a customer', () => {
    assert.equal(draw([visitor('a')])[0]!.isCustomer, false);
    assert.equal(draw([visitor('a', { isCustomer: true })])[0]!.isCustomer, true);
  });

  test('shows the time since the last activity, which ages between polls', () => {
    const snapshot = answer([visitor('a')]);
    const seenNow = [NOW];
    const polls = new ComposedPolls();
    const activityAfter = (seconds: number, lastActivity: readonly number[] = seenNow): string =>
      compose(polls, snapshot, { lastActivity, now: NOW + seconds * 1000 })[0]!.activity;
    assert.deepEqual(
      [0, 59, 60, 299, 300, 600].map((seconds) => activityAfter(seconds)),
      ['active', 'active', 'idle', 'idle', 'away', 'away'],
    );
    assert.equal(activityAfter(600, [NOW + 600_000]), 'active', 'another page');
  });

  test('is active for a new visitor without events', () => {
    assert.equal(draw([visitor('a')])[0]!.activity, 'active');
  });

  test('shows the likelihood to buy when wanted and known', () => {
    const conversionLikelihood = { score: 65, confidence: 0.3 };
    const polls = new ComposedPolls();
    const snapshot = answer([visitor('a', { conversionLikelihood })]);
    const likelihood = (predictions: boolean) => compose(polls, snapshot, { predictions })[0]!.likelihood;
    assert.equal(likelihood(false), null);
    assert.deepEqual(likelihood(true), { score: 65, isUnsure: true });
    assert.equal(likelihood(false), null, 'nothing else is shown');
    const customer = visitor('a', { conversionLikelihood, isCustomer: true });
    assert.equal(draw([customer], { predictions: true })[0]!.likelihood, null);
  });
});

describe('a dense map', () => {
  test('starts above 300 visitors and ends below 270', () => {
    const polls = new ComposedPolls();
    const isCrowd = (count: number): boolean => {
      const marks = compose(polls, answer(crowd(count)));
      assert.equal(idsOf(marks).length, count, 'every visitor has a mark');
      return polls.isDense;
    };
    assert.equal(DENSE_ABOVE, 300);
    assert.equal(polls.isDense, false);
    const seen = [299, 300, 301, 300, 285, 271, 269, 271, 300, 301].map((count) => [count, isCrowd(count)]);
    assert.deepEqual(seen, [
      [299, false],
      [300, false],
      [301, true],
      [300, true],
      [285, true],
      [271, true],
      [269, false],
      [271, false],
      [300, false],
      [301, true],
    ]);
  });

  test('does not count visitors without a place', () => {
    const polls = new ComposedPolls();
    const nowhere = { ...NOWHERE, location: { city: null, region: null, countryCode: null } };
    const lost = Array.from({ length: 500 }, (_, index) => visitor(`n${index}`, nowhere));
    const marks = compose(polls, answer([...crowd(20), ...lost]));
    assert.equal(polls.isDense, false);
    assert.equal(idsOf(marks).length, 20);
  });

  test('has each visitor in one mark', () => {
    assert.equal(new Set(idsOf(draw(crowd(1500)))).size, 1500);
  });

  test('keeps its dots between polls, also when every visitor is parsed again', () => {
    const polls = new ComposedPolls();
    const dotsOf = (marks: readonly Mark[]): string[] =>
      marks.flatMap(({ dots = [] }) =>
        dots.map(({ x, y, radius }) => [x, y, radius].map((value) => value.toFixed(6)).join()),
      );
    const before = new Set(dotsOf(compose(polls, answer(crowd(1000)))));
    const after = dotsOf(compose(polls, answer([...crowd(920, 80), ...crowd(80, 1000)])));
    const still = after.filter((dot) => before.has(dot));
    assert.ok(still.length > after.length / 2, `${still.length} of ${after.length}`);
  });

  test('is laid out afresh at another width, without memory of the old one', () => {
    const polls = new ComposedPolls();
    const snapshot = answer(crowd(1000));
    compose(polls, snapshot);
    assert.deepEqual(compose(polls, snapshot, { width: 500 }), draw(crowd(1000), { width: 500 }));
    assert.deepEqual(compose(polls, snapshot), draw(crowd(1000)));
  });

  test('returns to dots that show the last activity', () => {
    const polls = new ComposedPolls();
    const many = answer(crowd(400));
    const few = answer([visitor('v0', { currentUrl: '/docs' }), visitor('b', { latitude: 10 })]);
    for (const mark of compose(polls, many)) assert.equal(mark.activity, 'idle');
    const lastActivity = [NOW, NOW];
    const marks = compose(polls, few, { lastActivity, now: NOW + 100_000 });
    assert.deepEqual(
      marks.map(({ shape, activity }) => [shape, activity]),
      [
        ['dot', 'idle'],
        ['dot', 'idle'],
      ],
    );
    assert.deepEqual(idsOf(marks), ['b', 'v0']);
    for (const { activity } of compose(polls, few, { lastActivity, now: NOW + 400_000 }))
      assert.equal(activity, 'away');
  });

  test('stays complete for simulated visitors, poll after poll', () => {
    const simulator = createSimulator({ seed: 3, visitors: 2000, steady: true });
    const polls = new ComposedPolls();
    for (let poll = 0; poll < 6; poll++) {
      const snapshot = snapshotOf(JSON.parse(JSON.stringify(simulator.answerAt(NOW + poll * 10_000))));
      const marks = compose(polls, snapshot, { width: 960 });
      const people = marks.filter(({ shape }) => shape !== 'payment');
      const placed = snapshot.data.visitors.filter(
        ({ latitude, location }) => latitude !== null || (location.countryCode && countryPoint(location.countryCode)),
      );
      assert.ok(polls.isDense);
      assert.deepEqual(idsOf(people), placed.map(({ visitorId }) => visitorId).sort());
      assert.ok(people.length < 400, `${people.length} marks`);
    }
  });
});

describe('a payment', () => {
  const paid = (own: object) => ({ _id: 'p', type: 'payment_received', amount: 49, currency: 'EUR', ...own });
  const place = { latitude: 38.72, longitude: -9.14 };

  test('has a diamond in its city, larger than a dot', () => {
    for (const precision of ['city', 'coordinates', undefined]) {
      const [mark] = draw([], {}, [paid({ ...place, precision })]);
      assertAt(mark, -9.14, 38.72);
      assert.deepEqual([mark!.shape, mark!.key, mark!.isCustomer], ['payment', paymentKey('p'), true]);
      assert.deepEqual([mark!.ids, mark!.number], [[], null]);
      assert.ok(mark!.radius > 4, `${mark!.radius} px`);
    }
  });

  test('has no diamond at a region or country, without a place, or outside the picture', () => {
    assert.deepEqual(draw([], {}, [paid({ ...place, precision: 'country' })]), []);
    assert.deepEqual(draw([], {}, [paid({ ...place, precision: 'region' })]), []);
    assert.deepEqual(draw([], {}, [paid({})]), []);
    assert.deepEqual(draw([], {}, [paid({ latitude: 89, longitude: 0, precision: 'city' })]), []);
  });

  test('is above all visitors, also on a dense map', () => {
    for (const count of [3, 400]) {
      const marks = draw(crowd(count), {}, [paid({ ...place, precision: 'city' })]);
      assert.equal(marks.at(-1)!.shape, 'payment');
      assert.equal(marks.filter(({ shape }) => shape === 'payment').length, 1);
      assert.equal(idsOf(marks).length, count);
    }
  });
});

describe('the view that a snapshot needs', () => {
  test('includes Antarctica only with a visitor there', () => {
    const needs = (own: object): boolean => needsAntarctic(answer([visitor('a'), visitor('b', own)]).data);
    assert.equal(needs({}), false);
    assert.equal(needs({ latitude: -54.8, longitude: -68.3 }), false, 'Ushuaia');
    assert.equal(needs({ latitude: -77.8, longitude: 166.7 }), true);
    assert.equal(needs({ ...NOWHERE, location: { city: null, region: null, countryCode: 'AQ' } }), true);
  });
});

test('visitors who arrive, leave or are reordered keep their own place and activity', () => {
  const polls = new ComposedPolls();
  const { visitors } = answer([
    visitor('a', { longitude: 0 }),
    visitor('b', { longitude: 20 }),
    visitor('c', { longitude: 40 }),
    visitor('d', { longitude: 60 }),
  ]).data;
  const [a, b, c, d] = visitors as [Visitor, Visitor, Visitor, Visitor];
  const longAgo = NOW - 600_000;
  const activities = (list: readonly Visitor[], lastActivity: readonly number[]): string[] =>
    compose(polls, answer([]), { visitors: list, lastActivity })
      .map(({ ids, x, activity }) => `${ids.join()} at ${Math.round(x - 180)}: ${activity}`)
      .sort();
  activities([a, b, c], [NOW, longAgo, NOW]);
  const list = ['a at 0: away', 'c at 40: active', 'd at 60: away'];
  assert.deepEqual(activities([d, c, a], [longAgo, NOW, longAgo]), list);
  assert.deepEqual(activities([c, d, a], [NOW, longAgo, longAgo]), list);
  assert.deepEqual(activities([a, b], [NOW, NOW]), ['a at 0: active', 'b at 20: active']);
});
