import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LocatedVisitor, Mark } from '../../src/marks/mark.ts';
import { GridPolls } from './polls.ts';
import { chooser, randomFrom } from '../../src/simulator/random.ts';

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

/** So many in the middle of a cell, which is told by its column and row. */
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
  const town = chooser(TOWNS);
  return Array.from({ length: count }, (_, index) => {
    const { x, y } = town(random);
    const near = (value: number, end: number): number => Math.max(0, Math.min(end, value + (random() - 0.5) * 8));
    const precision = random() < 0.1 ? 'country' : 'city';
    return person(`v${seed}-${index}`, near(x, WIDTH), near(y, HEIGHT), { precision, isCustomer: random() < 0.1 });
  });
}

/** Of every ten somebody else now. */
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

const place = (people: readonly LocatedVisitor[], dotSize = 8): Mark[] => new GridPolls().place(people, dotSize);
const idsOf = (marks: readonly Mark[]): string[] => marks.flatMap(({ ids }) => ids).sort();
const sortedIds = (people: readonly LocatedVisitor[]): string[] => people.map(({ id }) => id).sort();
const byKey = (marks: readonly Mark[]): Map<string, Mark> => new Map(marks.map((mark) => [mark.key, mark]));

function markOf(marks: readonly Mark[], id: string): Mark {
  const mark = marks.find(({ ids }) => ids.includes(id));
  assert.ok(mark, `${id} has a mark`);
  return mark;
}

function assertApart(marks: readonly Mark[]): void {
  for (const [index, a] of marks.entries()) {
    for (const b of marks.slice(index + 1)) {
      const gap = Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius;
      assert.ok(gap >= -EPSILON, `${a.key} and ${b.key} overlap by ${-gap} px`);
    }
  }
}

/** Each mark is within the cell that all of its people are in. */
function assertWithinCells(marks: readonly Mark[], people: readonly LocatedVisitor[]): void {
  const own = new Map(people.map((one) => [one.id, one]));
  for (const { key, ids, x, y, radius } of marks) {
    const cells = new Set(
      ids.map((id) =>
        own
          .get(id)!
          .at!.map((value) => Math.floor(value / CELL))
          .join(),
      ),
    );
    assert.equal(cells.size, 1, `${key} stands for one cell`);
    const [column = NaN, row = NaN] = [...cells].join().split(',').map(Number);
    const sides = [
      x - radius - column * CELL,
      (column + 1) * CELL - x - radius,
      y - radius - row * CELL,
      (row + 1) * CELL - y - radius,
    ];
    assert.ok(Math.min(...sides) >= -EPSILON, `${key}, ${radius} px at ${x}, ${y}`);
  }
}

/** Some minutes of a crowd that never stands still; the marks of each poll, and who was there. */
function polls(count: number, people: number): { people: LocatedVisitor[]; marks: Mark[] }[] {
  const density = new GridPolls();
  const seen: { people: LocatedVisitor[]; marks: Mark[] }[] = [];
  let present = crowd(people);
  for (let poll = 0; poll < count; poll++) {
    if (poll > 0) present = churned(present, poll + 1);
    seen.push({ people: present, marks: density.place(present, 8) });
  }
  return seen;
}

describe('a crowd', () => {
  test('is told by far fewer marks, and everybody is in exactly one', () => {
    for (const count of [301, 1000, 5000]) {
      const people = crowd(count);
      const marks = place(people);
      assert.deepEqual(idsOf(marks), sortedIds(people), `${count} people`);
      assert.ok(marks.length < 250, `${count} people, ${marks.length} marks`);
      assert.equal(byKey(marks).size, marks.length, 'keys are unique');
    }
  });

  test('has no two marks that overlap, at the first sight and after many polls', () => {
    for (const { marks } of polls(30, 2000)) assertApart(marks);
  });

  test('has each mark within its cell of 28 px', () => {
    for (const { marks, people } of polls(30, 2000)) assertWithinCells(marks, people);
  });

  test('is as tidy where dots are large or small, and where everybody stands on the sides of cells', () => {
    const random = randomFrom(5);
    const corner = (end: number): number => Math.floor((random() * end) / CELL) * CELL;
    const onSides = Array.from({ length: 600 }, (_, index) =>
      person(`s${index}`, corner(WIDTH), random() < 0.5 ? corner(HEIGHT) : random() * HEIGHT),
    );
    for (const people of [crowd(1000), onSides]) {
      for (const dotSize of [4, 8, 12, 24]) {
        const marks = place(people, dotSize);
        assertApart(marks);
        assertWithinCells(marks, people);
        for (const { radius } of marks) assert.ok(radius >= dotSize / 2, `${radius} px where a dot has ${dotSize}`);
      }
    }
  });

  test('where few are together a mark stands in the middle of its people', () => {
    const few = [person('a', 100, 100), person('b', 104, 98)];
    const { x, y, radius } = markOf(place([...few, ...inCell(100, 20, 10)]), 'a');
    assert.deepEqual([x, y, radius], [102, 99, 4]);
  });

  test('those who are far apart are in marks of their own, also on a map that is zoomed in', () => {
    const far = [person('a', 10, 10), person('b', 10 + 256 * CELL, 10 - CELL), person('c', 10 - 256 * CELL, 10 + CELL)];
    assert.deepEqual(
      place(far).map(({ ids }) => ids),
      [['a'], ['b'], ['c']],
    );
  });

  test('who is out of the picture has no mark; nobody is no mark', () => {
    const marks = place([person('a', 10, 10), person('b', 10, 10, { at: null }), person('c', 0, 0, { at: null })]);
    assert.deepEqual(idsOf(marks), ['a']);
    assert.deepEqual(place([]), []);
    assert.deepEqual(place([person('a', 0, 0, { at: null })]), []);
  });
});

describe('in whatever order they come', () => {
  /** As drawn: positions but for the last bits, the order of marks and of ids not at all. */
  function assertSame(marks: readonly Mark[], expected: readonly Mark[]): void {
    assert.equal(marks.length, expected.length);
    const known = byKey(expected);
    for (const { x, y, anchor, ids, ...mark } of marks) {
      const { x: x0, y: y0, anchor: anchor0, ids: ids0, ...mark0 } = known.get(mark.key)!;
      assert.deepEqual(mark, mark0);
      assert.deepEqual([...ids].sort(), [...ids0].sort());
      const apart = [x - x0, y - y0, anchor.longitude - anchor0.longitude, anchor.latitude - anchor0.latitude];
      assert.ok(Math.max(...apart.map(Math.abs)) < EPSILON, mark.key);
    }
  }

  test('the same people give the same marks', () => {
    for (const people of [crowd(301), crowd(2000)]) {
      assertSame(place(shuffled(people)), place(people));
      assertSame(place([...people].reverse()), place(people));
    }
  });

  test('also where more cells are equally full than there are numbers', () => {
    const people = Array.from({ length: 20 }, (_, column) => inCell(10, column, column % 3)).flat();
    assertSame(place([...people].reverse()), place(people));
  });

  test('and the marks of a crowd that is known stay the very same', () => {
    const density = new GridPolls();
    const people = crowd(2000);
    assertSame(density.place(people, 8), density.place(shuffled(people), 8));
  });
});

describe('the area of a mark', () => {
  /** Radii in one map, of which the fullest cell sets the scale. */
  const radii = (...counts: number[]): number[] => {
    const marks = place(counts.flatMap((count, column) => inCell(count, column, 2)));
    return counts.map((_, column) => markOf(marks, `p${column}-2-0`).radius);
  };

  test('is in proportion to the number', () => {
    const [small, middle, large] = radii(32, 64, 128) as [number, number, number];
    assert.ok(Math.abs((middle / small) ** 2 - 2) < 0.01, `${middle} px and ${small} px`);
    assert.ok(Math.abs((large / small) ** 2 - 4) < 0.01, `${large} px and ${small} px`);
  });

  test('is never smaller for more people, nor smaller than a dot', () => {
    for (const counts of [
      [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233],
      [1, 10, 100, 1000, 3000],
    ]) {
      const grown = radii(...counts);
      assert.deepEqual(
        [...grown].sort((a, b) => a - b),
        grown,
      );
      assert.equal(grown[0], 4, 'one of many is a dot');
      assert.ok(grown.at(-1)! > 9, 'the most are well to be seen');
    }
  });

  test('stays of a size, however many there are', () => {
    for (const count of [300, 500, 5000]) {
      const [radius] = radii(count) as [number];
      assert.ok(radius > 9 && radius <= 14, `${count}: ${radius} px`);
    }
  });

  test('is a dot’s for one person, also where nobody is with anybody', () => {
    const apart = Array.from({ length: 301 }, (_, cell) => inCell(1, cell % 30, Math.floor(cell / 30))).flat();
    for (const { radius } of place(apart)) assert.ok(radius < 6, `${radius} px`);
    const elsewhere = Array.from({ length: 400 }, (_, index) => person(`e${index}`, 0, 0, { at: null }));
    const [lone] = place([person('a', 100, 100), ...elsewhere]);
    assert.ok(lone!.radius < 6, `${lone!.radius} px, the only one in the picture`);
  });

  test('follows from poll to poll where one would see it', () => {
    const density = new GridPolls();
    const radiusOf = (count: number): number =>
      markOf(density.place([...inCell(128, 0, 0), ...inCell(count, 4, 4)], 8), 'p4-4-0').radius;
    const before = radiusOf(64);
    assert.equal(radiusOf(66), before, 'three in a hundred more');
    assert.equal(radiusOf(62), before);
    assert.ok(Math.abs((radiusOf(100) / before) ** 2 - 100 / 64) < 0.01, 'half as many again');
    assert.equal(radiusOf(64), before, 'and back');
    for (let count = 64; count <= 120; count++) {
      const exact = before * Math.sqrt(count / 64);
      const radius = radiusOf(count);
      assert.ok(Math.abs(radius / exact - 1) < 0.08, `${count}, one by one: ${radius} px`);
    }
  });
});

describe('numbers', () => {
  const numbersOf = (marks: readonly Mark[]): number[] =>
    marks.map(({ number }) => number).filter((number) => number !== null);

  test('are at most 16, of 10 people at least, exact, and written where they fit', () => {
    for (const { marks } of polls(20, 5000)) {
      const numbers = numbersOf(marks);
      assert.ok(numbers.length > 0 && numbers.length <= 16, `${numbers.length} numbers`);
      for (const { number, ids, radius } of marks) {
        if (number === null) continue;
        assert.equal(number, ids.length);
        assert.ok(number >= 10, `${number} people`);
        // A digit of 11 px is 6 px wide.
        assert.ok(2 * radius > 6 * String(number).length, `${number} in ${radius} px`);
      }
    }
  });

  test('are those of the fullest', () => {
    const marks = place(crowd(5000));
    const least = Math.min(...numbersOf(marks));
    for (const { number, ids } of marks)
      assert.ok(number !== null || ids.length <= least, `${ids.length} and no number`);
    assert.deepEqual(
      numbersOf(place([...inCell(9, 0, 0), ...inCell(10, 2, 2)])),
      [10],
      'nine have none, where nobody has a better claim',
    );
    assert.deepEqual(
      numbersOf(place(Array.from({ length: 300 }, (_, cell) => inCell(1, cell % 30, cell % 17)).flat())),
      [],
    );
  });

  test('are exact also where the mark keeps its size', () => {
    const density = new GridPolls();
    const [before] = density.place(inCell(1000, 0, 0), 8);
    const [after] = density.place(inCell(1001, 0, 0), 8);
    assert.equal(after!.radius, before!.radius);
    assert.deepEqual([before!.number, after!.number], [1000, 1001]);
  });

  /** Sixteen cells of 20 people that have their numbers, and one more that comes second. */
  const sixteen = Array.from({ length: 16 }, (_, column) => inCell(20, column, 1)).flat();

  test('stay where they are until another cell is fuller by a quarter', () => {
    const density = new GridPolls();
    const numberOf = (count: number): number | null =>
      markOf(density.place([...inCell(count, 3, 5), ...sixteen], 8), 'p3-5-0').number;
    assert.equal(numberOf(19), null);
    assert.equal(numberOf(22), null);
    assert.equal(numberOf(24), null);
    assert.equal(numberOf(26), 26);
    assert.equal(numberOf(21), 21, 'and it keeps it then');
    assert.equal(numberOf(15), null);
  });

  test('and no cell where nobody was before takes one that it may not', () => {
    const density = new GridPolls();
    density.place(sixteen, 8);
    assert.equal(markOf(density.place([...inCell(22, 3, 5), ...sixteen], 8), 'p3-5-0').number, null);
    density.place(sixteen, 8);
    assert.equal(markOf(density.place([...inCell(26, 3, 5), ...sixteen], 8), 'p3-5-0').number, 26);
  });
});

describe('from poll to poll', () => {
  test('with a tenth of the people new most marks stay where they are, to the last bit', () => {
    const seen = polls(20, 2000);
    for (const [index, { marks }] of seen.entries()) {
      if (index === 0) continue;
      const before = byKey(seen[index - 1]!.marks);
      const still = marks.filter(({ key, x, y, radius }) => {
        const known = before.get(key);
        return known?.x === x && known.y === y && known.radius === radius;
      });
      assert.ok(still.length > 0.75 * marks.length, `${still.length} of ${marks.length} stay, poll ${index}`);
    }
  });

  test('who stays is in a mark of the same key', () => {
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

  test('a mark follows its people when they move so far that one sees it, and not before', () => {
    const density = new GridPolls();
    const many = inCell(200, 20, 3);
    const at = (x: number): number => markOf(density.place([...many, person('a', x, 100)], 8), 'a').x;
    assert.equal(at(96), 96);
    assert.equal(at(97.5), 96);
    assert.equal(at(98), 96);
    assert.equal(at(99), 99);
    assert.equal(at(97), 99);
    assert.equal(at(92), 92);
  });

  test('it forgets a mark whose people went', () => {
    const density = new GridPolls();
    const many = inCell(200, 20, 3);
    const a = (x: number): number => markOf(density.place([...many, person('a', x, 100)], 8), 'a').x;
    assert.equal(a(96), 96);
    density.place(many, 8);
    assert.equal(a(97), 97);
  });

  test('two maps know nothing of each other', () => {
    const [one, other] = [new GridPolls(), new GridPolls()];
    one.place([person('a', 96, 100)], 8);
    assert.equal(other.place([...inCell(200, 20, 3), person('a', 97, 100)], 8).at(-1)!.x, 97);
  });
});

describe('what a mark of a crowd tells', () => {
  const shapeOf = (...precisions: LocatedVisitor['precision'][]): string =>
    place(precisions.map((precision, index) => person(`p${index}`, 100, 100, { precision })))[0]!.shape;

  test('how sure its surest place is: a dot or a number for a city, something else for regions and countries', () => {
    assert.equal(shapeOf('city'), 'dot');
    assert.equal(shapeOf('coordinates'), 'dot');
    assert.equal(shapeOf('city', 'coordinates'), 'cluster');
    assert.equal(shapeOf('region'), 'region');
    assert.equal(shapeOf('region', 'region'), 'region');
    assert.equal(shapeOf('country'), 'country');
    assert.equal(shapeOf('country', 'country', 'country'), 'country');
    assert.equal(shapeOf('country', 'region', 'country'), 'region');
    assert.equal(shapeOf('country', 'region', 'city'), 'cluster');
  });

  test('customers, where all of them are', () => {
    const customers = inCell(30, 2, 2, { isCustomer: true });
    const other = inCell(1, 2, 2, {}, 'x');
    assert.equal(place(customers)[0]!.isCustomer, true);
    assert.equal(place([...customers, ...other])[0]!.isCustomer, false);
    assert.equal(place([...other, ...customers])[0]!.isCustomer, false);
    assert.equal(place(inCell(1, 2, 2, { isCustomer: true }))[0]!.isCustomer, true);
  });

  test('customers no more when another comes, and customers again when the other went', () => {
    const density = new GridPolls();
    const customers = inCell(30, 2, 2, { isCustomer: true });
    const isCustomer = (people: readonly LocatedVisitor[]): boolean => density.place(people, 8)[0]!.isCustomer;
    const seen = [customers, [...customers, ...inCell(1, 2, 2, {}, 'x')], customers].map(isCustomer);
    assert.deepEqual(seen, [true, false, true]);
  });

  test('neither when one of it last moved nor how likely it is to buy', () => {
    const likelihood = { score: 65, isUnsure: false };
    const people = (['active', 'idle', 'away'] as const).flatMap((activity, column) =>
      inCell(column + 1, column, 0, { activity, likelihood }),
    );
    for (const mark of place(people)) assert.deepEqual([mark.activity, mark.likelihood], ['idle', null]);
  });

  test('about where it is', () => {
    const people = crowd(1000);
    const own = new Map(people.map((one) => [one.id, one]));
    for (const { key, anchor, ids } of place(people)) {
      const longitudes = ids.map((id) => own.get(id)!.longitude);
      const latitudes = ids.map((id) => own.get(id)!.latitude);
      const isAmong = (value: number, values: number[]): boolean =>
        value >= Math.min(...values) - EPSILON && value <= Math.max(...values) + EPSILON;
      assert.ok(isAmong(anchor.longitude, longitudes) && isAmong(anchor.latitude, latitudes), key);
    }
  });
});
