import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LocatedVisitor, Mark } from '../../src/marks/mark.ts';
import { Polls } from './polls.ts';

/** Ten pixels to the degree, from the north-west corner. */
const PIXELS = 10;
const project = (longitude: number, latitude: number): [number, number] => [
  (longitude + 180) * PIXELS,
  (90 - latitude) * PIXELS,
];

function person(id: string, own: Partial<LocatedVisitor> = {}): LocatedVisitor {
  const { longitude = 0, latitude = 0 } = own;
  const at = project(longitude, latitude);
  return {
    id,
    longitude,
    latitude,
    precision: 'city',
    isCustomer: false,
    activity: 'active',
    likelihood: null,
    at,
    ...own,
  };
}

function crowd(count: number, own: Partial<LocatedVisitor> = {}, prefix = 'p'): LocatedVisitor[] {
  return Array.from({ length: count }, (_, index) => person(`${prefix}${index}`, own));
}

function place(people: readonly LocatedVisitor[], dotSize = 8): Mark[] {
  return new Polls().place(people, dotSize);
}

/** The same people in another order, the same one each time. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return [...items.entries()].sort(([a], [b]) => ((a * 7919) % 101) - ((b * 7919) % 101)).map(([, item]) => item);
}

/** A pseudo-random number from -1 to 1, the same one each time. */
function noise(seed: number): number {
  return (Math.sin(seed * 12.9898) * 43_758.5453) % 1;
}

function scattered(count: number): LocatedVisitor[] {
  return Array.from({ length: count }, (_, index) =>
    person(`v${index}`, { longitude: noise(index) * 20, latitude: noise(index + 0.5) * 20 }),
  );
}

const idsOf = (marks: readonly Mark[]): string[] => marks.flatMap(({ ids }) => ids).sort();
const byKey = (a: Mark, b: Mark): number => (a.key < b.key ? -1 : 1);

describe('visitors at one place', () => {
  test('have a lone dot exactly on it', () => {
    const [mark] = place([person('a', { longitude: -9.14, latitude: 38.72 })]);
    const [x, y] = project(-9.14, 38.72);
    assert.deepEqual([mark!.x, mark!.y, mark!.radius, mark!.shape], [x, y, 4, 'dot']);
  });

  test('have a few dots around it, apart from each other and at most 14 px away', () => {
    for (const dotSize of [4, 6, 8, 12]) {
      for (const count of [2, 3, 4, 6, 10, 19]) {
        const marks = place(crowd(count), dotSize).filter(({ shape }) => shape === 'dot');
        const [x, y] = project(0, 0);
        for (const mark of marks) {
          assert.ok(Math.hypot(mark.x - x, mark.y - y) <= 14, `${count} dots of ${dotSize} px`);
          for (const other of marks) {
            const apart = Math.hypot(mark.x - other.x, mark.y - other.y);
            assert.ok(mark === other || apart > dotSize / 2, 'no dot covers another');
          }
        }
      }
    }
    assert.equal(place(crowd(3)).length, 3);
  });

  test('have one mark with their number, exactly on it, when the dots do not fit', () => {
    const marks = place(crowd(25));
    assert.equal(marks.length, 1);
    assert.equal(marks[0]!.shape, 'cluster');
    assert.equal(marks[0]!.ids.length, 25);
    assert.deepEqual([marks[0]!.x, marks[0]!.y], project(0, 0));
  });

  test('are spread independently of their order', () => {
    const people = crowd(4);
    assert.deepEqual(place(shuffled(people)).sort(byKey), place(people).sort(byKey));
    assert.deepEqual(place([...people].reverse()).sort(byKey), place(people).sort(byKey));
  });
});

test('a dot has its visitor’s likelihood, a number has none', () => {
  const likelihood = { score: 65, isUnsure: false };
  const [lone] = place([person('a', { likelihood })]);
  assert.deepEqual(lone!.likelihood, likelihood);
  for (const mark of place(crowd(25, { likelihood }))) assert.equal(mark.likelihood ?? null, null);
});

describe('places close together', () => {
  test('are merged if and only if their dots would overlap', () => {
    const near = place([...crowd(10, { longitude: 0 }, 'a'), ...crowd(10, { longitude: 0.3 }, 'b')]);
    assert.deepEqual(
      near.map(({ ids }) => ids.length),
      [20],
    );
    const apart = place([...crowd(10, { longitude: 0 }, 'a'), ...crowd(10, { longitude: 3 }, 'b')]);
    assert.deepEqual(
      apart.map(({ ids }) => ids.length),
      [10, 10],
    );
  });

  test('merge into a number the dots that it would cover, and keep others', () => {
    const people = [...crowd(9), person('near', { longitude: 1 }), person('far', { longitude: 2.5 })];
    const marks = place(people);
    assert.deepEqual(marks.map(({ shape, ids }) => [shape, ids.length]).sort(), [
      ['cluster', 10],
      ['dot', 1],
    ]);
  });

  test('merge into a number the larger shapes that it would cover', () => {
    for (const own of [{ precision: 'country', clearance: 40 }, { precision: 'region' }] as const) {
      for (let apart = 6; apart < 20; apart += 0.5) {
        const beside = { at: [500 + apart, 250] as [number, number] };
        const marks = place([...crowd(30, { at: [500, 250] }), person('r', { ...own, ...beside, longitude: 9 })]);
        if (marks.length === 1) continue;
        const [one, other] = marks;
        const overlap = one!.radius + other!.radius - Math.abs(one!.x - other!.x);
        assert.ok(overlap <= 0.31 * Math.min(one!.radius, other!.radius), `${own.precision}, ${apart} px`);
      }
    }
  });

  test('merge overlapping numbers at the largest of them', () => {
    const marks = place([...crowd(12, { longitude: 0 }, 'few'), ...crowd(30, { longitude: 2.2 }, 'many')]);
    assert.deepEqual(
      marks.map(({ ids, x }) => [ids.length, x]),
      [[42, project(2.2, 0)[0]]],
    );
  });

  test('never let a number cover another number or the centre of another mark', () => {
    for (const count of [60, 150, 300]) {
      const marks = place(
        scattered(count).map((each, index) => (index % 9 ? each : { ...each, precision: 'country' })),
      );
      for (const mark of marks.filter(({ number }) => number !== null)) {
        for (const other of marks) {
          if (other === mark) continue;
          const apart = Math.hypot(mark.x - other.x, mark.y - other.y);
          const reach = mark.radius + (other.number === null ? 0 : 0.7 * Math.min(mark.radius, other.radius));
          assert.ok(apart >= reach, `${mark.key} and ${other.key}`);
        }
      }
    }
  });

  test('keep each dot within 14 px of its visitor’s place', () => {
    // Two people at each of two places that are five pixels apart, in all directions.
    const pairs = Array.from({ length: 16 }, (_, index) => {
      const angle = (index / 8) * Math.PI;
      const at = { longitude: -150 + 10 * index, latitude: 0 };
      const near = { longitude: at.longitude + 0.5 * Math.cos(angle), latitude: 0.5 * Math.sin(angle) };
      return [...crowd(2, at, `a${index}-`), ...crowd(2, near, `b${index}-`)];
    });
    const people = pairs.flat();
    const own = new Map(people.map((each) => [each.id, project(each.longitude, each.latitude)]));
    for (const { shape, ids, x, y } of place(people)) {
      if (shape !== 'dot') continue;
      const [px, py] = own.get(ids[0]!)!;
      const away = Math.hypot(x - px, y - py);
      assert.ok(away <= 14, `${ids[0]!} is ${away.toFixed(1)} px away`);
    }
  });

  test('give the same marks in any order', () => {
    for (const people of [scattered(200), scattered(300)]) {
      assert.deepEqual(place(shuffled(people)).sort(byKey), place(people).sort(byKey));
    }
  });

  test('have each visitor in exactly one mark', () => {
    for (const count of [1, 50, 200, 300]) {
      const people = scattered(count);
      assert.deepEqual(idsOf(place(people)), people.map(({ id }) => id).sort(), `${count} people`);
    }
  });
});

describe('from poll to poll', () => {
  test('a number keeps its place until another of its places has many more visitors', () => {
    const polls = new Polls();
    const other = crowd(16, { longitude: 1.1 }, 'q');
    const keyOf = (count: number): string => {
      const [mark, ...others] = polls.place([...crowd(count), ...other], 8);
      assert.equal(others.length, 0);
      return mark!.key;
    };
    const before = keyOf(16);
    assert.equal(keyOf(15), before);
    assert.equal(keyOf(13), before);
    assert.notEqual(keyOf(8), before);
  });

  test('keys are unique and stable when other visitors come and go elsewhere', () => {
    const before = place([...crowd(3), ...crowd(30, { longitude: 40 }, 'q')]);
    const after = place([...crowd(3), ...crowd(29, { longitude: 40 }, 'q'), person('new', { longitude: -60 })]);
    const keys = (marks: Mark[]): string[] => marks.map(({ key }) => key);
    assert.equal(new Set(keys(after)).size, after.length);
    for (const key of keys(before)) assert.ok(keys(after).includes(key), key);
  });

  test('dots of a place do not move when a visitor arrives there', () => {
    const before = place([person('a'), person('b')]);
    const after = place([person('a'), person('b'), person('c')]);
    for (const mark of before)
      assert.deepEqual(
        after.find(({ key }) => key === mark.key),
        mark,
      );
  });
});

describe('marks with a number', () => {
  const radiusOf = (count: number, others: LocatedVisitor[] = []): number =>
    place([...crowd(count), ...others]).find(({ ids }) => ids.length === count)!.radius;

  test('have an area in proportion to it', () => {
    // The largest of the map sets the scale.
    const largest = crowd(64, { longitude: 90 }, 'q');
    const [large, small] = [radiusOf(50, largest), radiusOf(25, largest)];
    assert.ok(Math.abs((large / small) ** 2 - 2) < 0.01, `${large} px and ${small} px`);
    const radii = [5, 20, 50, 90, 120].map((count) => radiusOf(count, crowd(128, { longitude: 90 }, 'q')));
    assert.deepEqual(
      [...radii].sort((a, b) => a - b),
      radii,
    );
  });

  test('have a bounded size', () => {
    for (const count of [20, 100, 300]) {
      const radius = radiusOf(count);
      assert.ok(radius >= 8 && radius <= 30, `${count}: ${radius} px`);
    }
  });
});

describe('properties of a mark', () => {
  test('shape: a dot, or a larger shape for a region or country, which do not merge', () => {
    const marks = place([
      person('a', { precision: 'coordinates' }),
      person('b', { precision: 'region' }),
      person('c', { precision: 'country', clearance: 40 }),
    ]);
    assert.deepEqual(marks.map(({ shape }) => shape).sort(), ['country', 'dot', 'region']);
    const radius = (shape: string): number => marks.find((mark) => mark.shape === shape)!.radius;
    assert.ok(radius('region') > radius('dot'));
    assert.ok(radius('country') > radius('dot'));
  });

  test('shape of a number: that of its most precise visitor', () => {
    const country = crowd(7, { precision: 'country' }, 'c');
    assert.deepEqual(
      place([...country, person('dot', { longitude: 0.5 })]).map(({ shape, number }) => [shape, number]),
      [['cluster', 8]],
    );
    assert.deepEqual(
      place([...country, person('region', { longitude: 0.5, precision: 'region' })]).map(({ shape, number }) => [
        shape,
        number,
      ]),
      [['region', 8]],
    );
  });

  test('shape of several visitors known by country only: one country mark', () => {
    const marks = place(crowd(7, { precision: 'country' }));
    assert.deepEqual(
      marks.map(({ shape, ids }) => [shape, ids.length]),
      [['country', 7]],
    );
  });

  test('customer: set for many only if all of them are customers', () => {
    assert.equal(place([person('a', { isCustomer: true })])[0]!.isCustomer, true);
    assert.equal(place(crowd(30, { isCustomer: true }))[0]!.isCustomer, true);
    assert.equal(place([...crowd(30, { isCustomer: true }), person('x')])[0]!.isCustomer, false);
  });

  test('activity: the most active of its visitors', () => {
    assert.equal(place([person('a', { activity: 'away' })])[0]!.activity, 'away');
    const many = [...crowd(30, { activity: 'away' }), person('x', { activity: 'idle' })];
    assert.equal(place(many)[0]!.activity, 'idle');
  });
});

test('a visitor outside the picture has no mark', () => {
  const marks = place([
    person('a'),
    person('b', { longitude: 50, at: null }),
    ...crowd(30, { latitude: 50, at: null }),
  ]);
  assert.deepEqual(idsOf(marks), ['a']);
});

test('a mark has its place and its offset from it', () => {
  const people = [
    ...crowd(3),
    ...crowd(30, { longitude: 40 }, 'q'),
    person('c', { longitude: 80, precision: 'country' }),
  ];
  const marks = place(people);
  assert.equal(marks.length, 5);
  for (const { key, x, y, anchor } of marks) {
    const [px, py] = project(anchor.longitude, anchor.latitude);
    assert.ok(Math.hypot(px + anchor.dx - x, py + anchor.dy - y) < 1e-9, key);
  }
});

test('no visitors have no marks', () => {
  assert.deepEqual(place([]), []);
});
