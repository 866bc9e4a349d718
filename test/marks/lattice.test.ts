import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dotsPath } from '../../src/marks/dots.ts';
import { markAt } from '../../src/marks/hit-test.ts';
import { placeOnLattice, type LatticePlacement } from '../../src/marks/lattice.ts';
import type { Dot, LocatedVisitor, Mark } from '../../src/marks/mark.ts';
import { LatticePolls } from './polls.ts';
import { weightedChoice, randomFrom } from '../../src/simulator/random.ts';

/** Pixels. */
const CELL = 28;
const [WIDTH, HEIGHT] = [960, 480];
const EPSILON = 1e-9;

function person(id: string, x: number, y: number, own: Partial<LocatedVisitor> = {}): LocatedVisitor {
  return {
    id,
    longitude: (x / WIDTH) * 360 - 180,
    latitude: 90 - (y / HEIGHT) * 180,
    precision: 'city',
    isCustomer: false,
    activity: 'active',
    likelihood: null,
    at: [x, y],
    ...own,
  };
}

/** Visitors at the centre of a cell, given by column and row. */
function inCell(
  count: number,
  column: number,
  row: number,
  own: Partial<LocatedVisitor> = {},
  prefix = 'p',
): LocatedVisitor[] {
  const [x, y] = [(column + 0.5) * CELL, (row + 0.5) * CELL];
  return Array.from({ length: count }, (_, index) => person(`${prefix}${column}-${row}-${index}`, x, y, own));
}

const TOWNS = ((): readonly (readonly [town: { x: number; y: number }, weight: number])[] => {
  const random = randomFrom(7);
  return Array.from({ length: 150 }, (_, index) => [{ x: random() * WIDTH, y: random() * HEIGHT }, 1 / (index + 1)]);
})();

/** People in and around towns, of which few are large; the same ones for the same seed. */
function crowd(count: number, seed = 1): LocatedVisitor[] {
  const random = randomFrom(seed);
  const town = weightedChoice(TOWNS);
  return Array.from({ length: count }, (_, index) => {
    const { x, y } = town(random);
    const near = (value: number, end: number): number => Math.max(0, Math.min(end, value + (random() - 0.5) * 8));
    const precision = random() < 0.1 ? 'country' : 'city';
    return person(`v${seed}-${index}`, near(x, WIDTH), near(y, HEIGHT), { precision, isCustomer: random() < 0.1 });
  });
}

/** Every tenth visitor is replaced. */
function churned(people: readonly LocatedVisitor[], seed: number): LocatedVisitor[] {
  const others = crowd(people.length, seed);
  return people.map((one, index) => (index % 10 === seed % 10 ? others[index]! : one));
}

/** The same people in another order, the same one each time. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const random = randomFrom(3);
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

const place = (people: readonly LocatedVisitor[], dotSize = 8): Mark[] => new LatticePolls().place(people, dotSize);
const idsOf = (marks: readonly Mark[]): string[] => marks.flatMap(({ ids }) => ids).sort();
const sortedIds = (people: readonly LocatedVisitor[]): string[] => people.map(({ id }) => id).sort();
const byKey = (marks: readonly Mark[]): Map<string, Mark> => new Map(marks.map((mark) => [mark.key, mark]));

function markOf(marks: readonly Mark[], id: string): Mark {
  const mark = marks.find(({ ids }) => ids.includes(id));
  assert.ok(mark, `${id} has a mark`);
  return mark;
}

/** All dots, with their places in the picture. */
const dotsOf = (marks: readonly Mark[]): Dot[] => marks.flatMap(({ dots = [] }) => dots);

function assertApart(marks: readonly Mark[]): void {
  const dots = dotsOf(marks);
  for (const [index, a] of dots.entries())
    for (const b of dots.slice(index + 1))
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > a.radius + b.radius, `dots at ${a.x}, ${a.y} and ${b.x}, ${b.y}`);
}

/** Some minutes of a crowd that never stands still; the marks of each poll, and who was there. */
function polls(count: number, people: number): { people: LocatedVisitor[]; marks: Mark[] }[] {
  const density = new LatticePolls();
  const seen: { people: LocatedVisitor[]; marks: Mark[] }[] = [];
  let present = crowd(people);
  for (let poll = 0; poll < count; poll++) {
    if (poll > 0) present = churned(present, poll + 1);
    seen.push({ people: present, marks: density.place(present, 8) });
  }
  return seen;
}

describe('the lattice of a dense map', () => {
  test('has few targets, with each visitor in exactly one', () => {
    for (const count of [301, 1000, 5000]) {
      const people = crowd(count);
      const marks = place(people);
      assert.deepEqual(idsOf(marks), sortedIds(people), `${count} people`);
      assert.ok(marks.length < 300, `${count} people, ${marks.length} marks`);
      assert.equal(byKey(marks).size, marks.length, 'keys are unique');
    }
  });

  test('has no overlapping dots after many polls, whatever the dot size', () => {
    for (const { marks } of polls(10, 2000)) assertApart(marks);
    const random = randomFrom(5);
    const corner = (end: number): number => Math.floor((random() * end) / CELL) * CELL;
    const onSides = Array.from({ length: 600 }, (_, index) =>
      person(`s${index}`, corner(WIDTH), random() < 0.5 ? corner(HEIGHT) : random() * HEIGHT),
    );
    for (const dotSize of [4, 8, 12, 24])
      for (const people of [crowd(1000), onSides]) assertApart(place(people, dotSize));
  });

  test('leaves a third of the land visible between dots when every cell is full', () => {
    const people = Array.from({ length: 20_000 }, (_, index) => person(`b${index}`, index % 100, (index / 100) % 100));
    const area = dotsOf(place(people)).reduce((sum, { radius }) => sum + Math.PI * radius ** 2, 0);
    assert.ok(area < 0.75 * 104 * 104, `${area} px²`);
  });

  test('shows each visitor within five and a half pixels of its place', () => {
    const people = crowd(1000).map((one) => ({ ...one, precision: 'city' as const }));
    const marks = place(people);
    for (const { id, at } of people.slice(0, 100)) {
      const [x, y] = at!;
      const { dots = [] } = markOf(marks, id);
      const nearest = Math.min(...dots.map((dot) => Math.hypot(dot.x - x, dot.y - y)));
      assert.ok(nearest < 5.4, `${id}: ${nearest} px`);
    }
  });

  test('has targets of at most 28 px, centred on their dots', () => {
    for (const { x, y, radius, dots = [] } of place(crowd(5000))) {
      assert.ok(dots.length > 0 && radius < 23, `${radius} px`);
      for (const dot of dots) assert.ok(Math.abs(dot.x - x) <= 14 && Math.abs(dot.y - y) <= 14, `${x}, ${y}`);
    }
  });

  test('separates distant visitors, also on a zoomed map', () => {
    const far = [person('a', 10, 10), person('b', 10 + 256 * CELL, 10 - CELL), person('c', 10 - 256 * CELL, 10 + CELL)];
    assert.deepEqual(
      place(far)
        .map(({ ids }) => ids)
        .sort(),
      [['a'], ['b'], ['c']],
    );
  });

  test('has no mark for a visitor outside the picture, and none without visitors', () => {
    const marks = place([person('a', 10, 10), person('b', 10, 10, { at: null }), person('c', 0, 0, { at: null })]);
    assert.deepEqual(idsOf(marks), ['a']);
    assert.deepEqual(place([]), []);
    assert.deepEqual(place([person('a', 0, 0, { at: null })]), []);
  });
});

describe('the order of the input', () => {
  const inOrder = (dots: readonly Dot[]): Dot[] => [...dots].sort((a, b) => a.y - b.y || a.x - b.x);

  /** As drawn: the order of marks, dots and ids makes no difference. */
  function assertSame(marks: readonly Mark[], expected: readonly Mark[]): void {
    assert.equal(marks.length, expected.length);
    const known = byKey(expected);
    for (const { key, ids, dots = [], x, y, radius, isCustomer } of marks) {
      const mark = known.get(key)!;
      assert.deepEqual([x, y, radius, isCustomer], [mark.x, mark.y, mark.radius, mark.isCustomer]);
      assert.deepEqual([...ids].sort(), [...mark.ids].sort());
      assert.deepEqual(inOrder(dots), inOrder(mark.dots ?? []));
    }
  }

  test('does not change the marks', () => {
    for (const people of [crowd(301), crowd(2000)]) {
      assertSame(place(shuffled(people)), place(people));
      assertSame(place([...people].reverse()), place(people));
    }
  });

  test('does not change the marks when more cells are equally full than there are numbers', () => {
    const people = Array.from({ length: 20 }, (_, column) => inCell(10, column, column % 3)).flat();
    assertSame(place([...people].reverse()), place(people));
  });

  test('does not change the marks of a known state', () => {
    const density = new LatticePolls();
    const people = crowd(2000);
    assertSame(density.place(people, 8), density.place(shuffled(people), 8));
  });
});

describe('the size of a dot', () => {
  /** Radii in one map, of which the fullest place sets the scale. */
  const radii = (...counts: number[]): number[] => {
    const marks = place(counts.flatMap((count, column) => inCell(count, column, 2)));
    return counts.map((_, column) => markOf(marks, `p${column}-2-0`).dots![0]!.radius);
  };

  test('grows equally with each doubling of the number', () => {
    const [one, four, sixteen, most] = radii(1, 4, 16, 256) as [number, number, number, number];
    assert.ok(four > one && Math.abs(sixteen - four - (four - one)) < 0.01, `${one}, ${four}, ${sixteen} px`);
    assert.ok(most < 3.7 && most > 3.5 && one > 1.7, `${one} to ${most} px`);
  });

  test('is monotonic and bounded', () => {
    for (const counts of [
      [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233],
      [1, 10, 100, 1000, 3000],
    ]) {
      const grown = radii(...counts);
      assert.deepEqual(
        [...grown].sort((a, b) => a - b),
        grown,
      );
      assert.ok(grown.at(-1)! <= 3.6 + EPSILON);
    }
  });

  test('has a halo whose area is in proportion to a large number', () => {
    const marks = place([1, 64, 256].flatMap((count, column) => inCell(count, column, 2)));
    const halos = [0, 1, 2].map((column) => markOf(marks, `p${column}-2-0`).dots![0]!.halo);
    assert.equal(halos[0], 0);
    assert.ok(Math.abs(halos[2]! / halos[1]! - 2) < 0.01 && halos[2]! < 16, halos.join());
  });

  test('is small when every visitor is alone', () => {
    const apart = Array.from({ length: 301 }, (_, cell) => inCell(1, cell % 30, Math.floor(cell / 30))).flat();
    for (const { radius } of dotsOf(place(apart))) assert.ok(radius < 1.8, `${radius} px`);
  });

  test('is stable while the fullest place changes by a few', () => {
    const density = new LatticePolls();
    const radiusOf = (most: number): number =>
      markOf(density.place([...inCell(most, 0, 0), ...inCell(24, 4, 4)], 8), 'p4-4-0').dots![0]!.radius;
    const before = radiusOf(256);
    assert.equal(radiusOf(250), before);
    assert.equal(radiusOf(120), before, 'half');
    assert.ok(radiusOf(260) < before, 'more than fit');
    assert.ok(radiusOf(60) > before, 'a quarter');
  });
});

describe('from poll to poll', () => {
  test('dots do not move; with a tenth of new visitors most are the same', () => {
    const seen = polls(10, 2000);
    const keys = (marks: readonly Mark[]): Set<string> =>
      new Set(dotsOf(marks).map(({ x, y, radius }) => [x, y, radius].map((value) => value.toFixed(6)).join()));
    for (const [index, { marks }] of seen.entries()) {
      if (index === 0) continue;
      const [before, after] = [keys(seen[index - 1]!.marks), keys(marks)];
      const still = [...after].filter((key) => before.has(key));
      assert.ok(still.length > 0.6 * after.size, `${still.length} of ${after.size} stay, poll ${index}`);
    }
  });

  test('a remaining visitor is in a mark of the same key', () => {
    const seen = polls(10, 1000);
    const keyOf = (marks: readonly Mark[]): Map<string, string> =>
      new Map(marks.flatMap(({ key, ids }) => ids.map((id) => [id, key] as const)));
    for (const [index, { marks }] of seen.entries()) {
      if (index === 0) continue;
      const before = keyOf(seen[index - 1]!.marks);
      const after = keyOf(marks);
      const stayed = [...before.keys()].filter((id) => after.has(id));
      assert.ok(stayed.length >= 900, `${stayed.length} stay`);
      for (const id of stayed) assert.equal(after.get(id), before.get(id), id);
    }
  });

  test('a visitor who has left and returns is shown where they were', () => {
    const [stays, leaves] = [inCell(3, 2, 2), inCell(2, 20, 9, {}, 'q')];
    const polls = new LatticePolls();
    const first = polls.place([...stays, ...leaves], 8);
    assert.equal(polls.place(stays, 8).length, 1);
    assert.deepEqual(idsOf(polls.place([...stays, ...leaves], 8)), idsOf(first));
  });

  test('nothing is kept of places whose visitors have left', () => {
    let before: LatticePlacement | undefined;
    for (let seed = 0; seed < 20; seed++) before = placeOnLattice(crowd(500, seed), 8, before);
    assert.equal(before!.sites.size, dotsOf(before!.marks).length);
  });
});

describe('the appearance of a dot', () => {
  const dotOf = (...own: Partial<LocatedVisitor>[]): Dot =>
    place(own.map((one, index) => person(`p${index}`, 100, 100, one)))[0]!.dots![0]!;
  /** Circles of its path: a hole, or a dot in a ring, by the even-odd rule. */
  const circlesOf = (...own: Partial<LocatedVisitor>[]): number =>
    [true, false]
      .map((ofCustomers) => dotsPath(place(own.map((one, index) => person(`p${index}`, 100, 100, one))), ofCustomers))
      .join('')
      .split('M').length - 1;

  test('has a hole when its most precise place is a region or country', () => {
    assert.equal(circlesOf({ precision: 'city' }), 1);
    assert.equal(circlesOf({ precision: 'coordinates' }), 1);
    assert.equal(circlesOf({ precision: 'region' }), 2);
    assert.equal(circlesOf({ precision: 'country' }), 2);
    assert.equal(circlesOf({ precision: 'country' }, { precision: 'city' }), 1);
    const rankOf = (...names: LocatedVisitor['precision'][]): number =>
      dotOf(...names.map((precision) => ({ precision }))).rank;
    assert.deepEqual(
      [rankOf('country', 'region'), rankOf('country')],
      [2, 3].map((rank) => rank - 1),
    );
  });

  test('is that of a disc: round to a thirtieth of its radius, with the area of a circle', () => {
    const marks = place(inCell(1, 3, 3));
    const { x, y, radius } = dotsOf(marks)[0]!;
    const [left = 0, top = 0, ...numbers] = dotsPath(marks, false).match(/-?\d+/g)!.map(Number);
    // Quadratic curves, whose control points after the first one are mirrored.
    let from = [left, top];
    let control = [left + numbers[0]!, top + numbers[1]!];
    let area = 0;
    for (let at = 2; at < numbers.length; at += 2) {
      const to = [from[0]! + numbers[at]!, from[1]! + numbers[at + 1]!];
      let before = from;
      for (let part = 0.05; part < 1.01; part += 0.05) {
        const point = [0, 1].map(
          (axis) => (1 - part) ** 2 * from[axis]! + 2 * part * (1 - part) * control[axis]! + part ** 2 * to[axis]!,
        );
        const distance = Math.hypot(point[0]! / 10 - x, point[1]! / 10 - y);
        assert.ok(Math.abs(distance - radius) < radius / 30 + 0.08, `${distance} px, radius ${radius} px`);
        area += (before[0]! * point[1]! - before[1]! * point[0]!) / 200;
        before = point;
      }
      control = [2 * to[0]! - control[0]!, 2 * to[1]! - control[1]!];
      from = to;
    }
    assert.deepEqual(from, [left, top], 'closed');
    assert.ok(Math.abs(area / (Math.PI * radius ** 2) - 1) < 0.05, `${area} px²`);
  });

  test('has a customer’s ring if all its visitors are customers', () => {
    assert.equal(circlesOf({ isCustomer: true }), 3);
    assert.equal(circlesOf({ isCustomer: true }, {}), 1);
    assert.equal(dotOf({ isCustomer: true }, {}).isCustomer, false);
  });

  test('does not depend on activity or likelihood', () => {
    const likelihood = { score: 65, isUnsure: false };
    const people = (['active', 'idle', 'away'] as const).flatMap((activity, column) =>
      inCell(column + 1, column, 0, { activity, likelihood }),
    );
    for (const mark of place(people)) assert.deepEqual([mark.activity, mark.likelihood], ['idle', null]);
  });
});

describe('pointing at a dense map', () => {
  test('selects the mark of the nearest dot within 12 px', () => {
    const marks = place([person('a', 27, 20), person('b', 1, 20), person('c', 60, 20)]);
    const near = (x: number): string | undefined => markAt(marks, x, 20)?.ids.join();
    assert.deepEqual([near(24), near(32), near(56), near(90)], ['a', 'a', 'c', undefined]);
  });
});
