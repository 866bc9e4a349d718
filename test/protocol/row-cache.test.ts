import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RowCache } from '../../src/protocol/row-cache.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Snapshot, Visitor } from '../../src/protocol/types.ts';
import { pick, randomFrom, type Random } from '../../src/simulator/random.ts';
import { dataOf } from './support.ts';

type Row = Record<string, unknown>;

/** Reads one answer after the other with one cache, from JSON as a browser gets it. */
function feed(): (...rows: unknown[]) => Visitor[] {
  const cache = new RowCache<Visitor>();
  return (...visitors) => {
    const result = parseSnapshot(JSON.parse(JSON.stringify({ status: 'success', data: { visitors } })), cache);
    assert.ok(result.ok);
    return result.snapshot.data.visitors;
  };
}

/** What the rows say, whatever was before. */
const fresh = (...rows: unknown[]): Visitor[] =>
  dataOf(JSON.parse(JSON.stringify({ visitors: rows })) as object).visitors;

/** As our proxy publishes a visitor. */
const PUBLISHED: Row = {
  visitorId: 'a',
  location: { city: 'Lisbon', region: 'PT-11', countryCode: 'PT' },
  system: { browser: 'Chrome', os: 'macOS', device: 'desktop' },
  currentUrl: '/pricing',
  sessionStartTime: '2026-03-14T11:56:00.000Z',
  isCustomer: false,
  latitude: 38.7,
  longitude: -9.1,
  precision: 'city',
};

/** With all that the upstream documents besides, as plain strings. */
const PLAIN: Row = {
  ...PUBLISHED,
  precision: undefined,
  referrer: 'https://www.google.com/',
  visitCount: 2,
  isCustomer: true,
  customerName: 'Ada Lovelace',
  customerEmail: 'ada@example.com',
  profileData: { displayName: 'amber fox', userId: 'u1', hasProfile: true, isRandomName: true },
};

const LIKELIHOOD = {
  score: 65,
  confidence: 0.8,
  isBaseline: false,
  dimensionMatches: ['country'],
  raw: { conversionRate: 0.02, averageValue: 49, expectedValue: 0.98 },
};

/** The documentation's version A: objects for the system, and predictions. */
const VERSION_A: Row = {
  ...PLAIN,
  system: { browser: { name: 'Chrome' }, os: { name: 'macOS' }, device: { type: 'desktop' } },
  params: { ref: null, utm_source: null },
  conversionLikelihood: LIKELIHOOD,
};

/** The documentation's version B: no coordinates and little else. */
const VERSION_B: Row = {
  visitorId: 'a',
  location: { city: 'Lisbon', region: 'PT-11', countryCode: 'PT' },
  system: { browser: 'Chrome', os: 'macOS', device: 'desktop' },
  currentUrl: '/pricing',
};

const SHAPES = { 'what our proxy publishes': PUBLISHED, 'plain strings': PLAIN, 'version A': VERSION_A };

/** Paths of all fields: those of an object that is always there have a path each. */
type Path<Fields> = {
  [Key in keyof Fields & string]: Fields[Key] extends object ? `${Key}.${keyof Fields[Key] & string}` : Key;
}[keyof Fields & string];

/** Other values of each field. A field of a visitor that is missing here is a compile error. */
const NEWS: Record<Exclude<Path<Visitor>, 'visitorId'>, unknown[]> = {
  'location.city': ['Porto'],
  'location.region': ['PT-13'],
  'location.countryCode': ['ES'],
  'system.browser': ['Firefox', { name: 'Firefox' }],
  'system.os': ['Windows', { name: 'Windows' }],
  'system.device': ['mobile', { type: 'mobile' }],
  currentUrl: ['/docs'],
  referrer: ['https://news.example/'],
  sessionStartTime: ['2026-03-14T11:57:00.000Z'],
  visitCount: [3],
  latitude: [41.1],
  longitude: [-8.6],
  precision: ['region'],
  isCustomer: [true, false],
  customerName: ['Grace Hopper'],
  customerEmail: ['grace@example.com'],
  'profileData.displayName': ['blue whale'],
  'profileData.userId': ['u2'],
  'profileData.hasProfile': [true, false],
  'profileData.isRandomName': [true, false],
  conversionLikelihood: [
    { ...LIKELIHOOD, score: 70 },
    { ...LIKELIHOOD, confidence: 0.2 },
    { ...LIKELIHOOD, isBaseline: true },
    { ...LIKELIHOOD, dimensionMatches: ['country', 'device'] },
    { ...LIKELIHOOD, raw: { ...LIKELIHOOD.raw, conversionRate: 0.03 } },
    { ...LIKELIHOOD, raw: { ...LIKELIHOOD.raw, averageValue: 50 } },
    { ...LIKELIHOOD, raw: { ...LIKELIHOOD.raw, expectedValue: 1 } },
  ],
};

const PATHS: readonly string[] = Object.keys(NEWS);

function at(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Row | undefined)?.[key], row);
}

/** The row with something else at a path; `undefined`: with nothing there. */
function withField(row: Row, path: string, value: unknown): Row {
  const [key = '', inner] = path.split('.');
  return { ...row, [key]: inner === undefined ? value : { ...(row[key] as Row | undefined), [inner]: value } };
}

describe('an unchanged visitor', () => {
  for (const [shape, row] of Object.entries({ PUBLISHED, PLAIN })) {
    test(`is the same object: ${shape.toLowerCase()}`, () => {
      const read = feed();
      const [first] = read(row);
      for (let poll = 0; poll < 3; poll++) assert.equal(read(row)[0], first);
      assert.deepEqual([first], fresh(row));
    });
  }

  test('is the same object whether missing values are null or absent', () => {
    for (const path of PATHS) {
      if (path === 'precision' || path === 'latitude' || path === 'longitude') continue;
      const without = withField(PLAIN, path, undefined);
      const read = feed();
      const [first] = read(without);
      assert.equal(read(without)[0], first, path);
      if (typeof at(PLAIN, path) !== 'boolean')
        assert.equal(read(withField(PLAIN, path, null))[0], first, `${path}: null`);
      else assert.equal(read(withField(PLAIN, path, false))[0], first, `${path}: false`);
    }
    const bare = { visitorId: 'a', precision: 'none' };
    const read = feed();
    const [first] = read(bare);
    assert.equal(read({ ...bare, location: null, system: null, profileData: null, latitude: null })[0], first);
  });

  test('is the same object without coordinates, as in version B', () => {
    const read = feed();
    const [first] = read(VERSION_B);
    assert.equal(read(VERSION_B)[0], first);
  });

  test('is the same object among visitors that arrive, leave, change or are reordered', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((visitorId) => ({ ...PUBLISHED, visitorId }));
    const read = feed();
    const first = read(a, b, c);
    const second = read(d, c, { ...b, currentUrl: '/docs' }, a);
    assert.deepEqual(
      second.map((visitor) => visitor.visitorId),
      ['d', 'c', 'b', 'a'],
      'the order is the answer’s',
    );
    assert.equal(second[3], first[0]);
    assert.equal(second[1], first[2]);
    assert.notEqual(second[2], first[1]);
    const third = read(a, d);
    assert.deepEqual([third[0] === first[0], third[1] === second[0]], [true, true]);
  });

  test('is the same object after an error answer in between', () => {
    const cache = new RowCache<Visitor>();
    const read = (answer: unknown): Visitor | undefined => {
      const result = parseSnapshot(answer, cache);
      return result.ok ? result.snapshot.data.visitors[0] : undefined;
    };
    const first = read({ data: { visitors: [PUBLISHED] } });
    assert.equal(read({ status: 'error', error: { code: 502 } }), undefined);
    assert.equal(read('<!doctype html>'), undefined);
    assert.equal(read({ data: { visitors: [{ ...PUBLISHED }] } }), first);
  });

  test('is parsed again when code mutated the same object and supplied it again', () => {
    const cache = new RowCache<Visitor>();
    const read = (answer: unknown): Snapshot => {
      const result = parseSnapshot(answer, cache);
      assert.ok(result.ok);
      return result.snapshot;
    };
    const snapshot = read({ data: { visitors: [PUBLISHED] } });
    const [first] = snapshot.data.visitors;
    first!.latitude = 999;
    const [second] = read(snapshot).data.visitors;
    assert.notEqual(second, first);
    assert.equal(second!.latitude, null);
  });

  test('is another object without a cache or with another one', () => {
    const [read, readElsewhere] = [feed(), feed()];
    const [first] = read(PUBLISHED);
    assert.notEqual(readElsewhere(PUBLISHED)[0], first);
    const [once, twice] = [dataOf({ visitors: [PUBLISHED] }), dataOf({ visitors: [PUBLISHED] })];
    assert.notEqual(once.visitors[0], twice.visitors[0]);
    assert.equal(read(PUBLISHED)[0], first, 'the cache is unaffected');
  });
});

describe('a changed visitor', () => {
  for (const [shape, row] of Object.entries(SHAPES)) {
    describe(`is parsed again: ${shape}`, () => {
      test('for a change of any field', () => {
        const news = Object.entries(NEWS).flatMap(([path, values]) => values.map((value) => ({ path, value })));
        for (const { path, value } of news) {
          // Without a flag it is false.
          if (value === (at(row, path) ?? false)) continue;
          const what = `${path}: ${JSON.stringify(value)}`;
          const changed = withField(row, path, value);
          const read = feed();
          const [first] = read(row);
          const [second] = read(changed);
          assert.notEqual(second, first, what);
          assert.notDeepEqual(second, first, what);
          assert.deepEqual([second], fresh(changed), what);
          const [third] = read(row);
          assert.notEqual(third, second, `${what}, and back`);
          assert.deepEqual(third, first, `${what}, and back`);
        }
      });

      test('for a removal of any field', () => {
        for (const path of new Set([...PATHS, ...Object.keys(row)])) {
          if (path === 'visitorId' || path === 'params') continue;
          for (const nothing of [undefined, null, '']) {
            const without = withField(row, path, nothing);
            const read = feed();
            const [first] = read(row);
            const [second] = read(without);
            assert.deepEqual([second], fresh(without), path);
            const isTold = (at(row, path) ?? false) !== false;
            if (isTold) assert.notEqual(second, first, path);
            assert.deepEqual(read(row)[0], first, `${path}, restored`);
          }
        }
      });

      test('has no place with only one coordinate', () => {
        const read = feed();
        read(row);
        const [visitor] = read({ ...row, longitude: null });
        assert.deepEqual([visitor!.latitude, visitor!.longitude, visitor!.precision], [null, null, 'none']);
      });
    });
  }

  test('has the same system in either shape', () => {
    const read = feed();
    const [plain] = read(PLAIN);
    const [objects] = read({ ...PLAIN, system: VERSION_A.system });
    assert.deepEqual(objects, plain);
    assert.deepEqual(read(PLAIN)[0], plain);
  });
});

describe('a departed visitor', () => {
  test('is parsed again when it returns', () => {
    const read = feed();
    const [first] = read(PUBLISHED);
    assert.deepEqual(read(), []);
    const [back] = read(PUBLISHED);
    assert.notEqual(back, first);
    assert.deepEqual(back, first);
    assert.equal(read(PUBLISHED)[0], back, 'it is the same object from then on');
  });

  test('is also departed when the answer has no list', () => {
    const cache = new RowCache<Visitor>();
    const read = (data: object): Visitor | undefined => {
      const result = parseSnapshot({ status: 'success', data }, cache);
      return result.ok ? result.snapshot.data.visitors[0] : undefined;
    };
    const first = read({ visitors: [PUBLISHED] });
    assert.equal(read({ count: 0 }), undefined);
    assert.notEqual(read({ visitors: [PUBLISHED] }), first);
  });

  test('is not retained, however many there were', () => {
    const cache = new RowCache<string>();
    for (let answer = 0; answer < 50; answer++) {
      cache.begin();
      for (let id = 0; id < 20; id++) {
        const entry = cache.enter(`${answer + id}`);
        const isNew = answer === 0 || id === 19;
        assert.equal(entry!.row, isNew ? null : `row ${answer + id}`);
        entry!.row = `row ${answer + id}`;
      }
      cache.end();
    }
    cache.begin();
    for (let id = 0; id < 49; id++) assert.equal(cache.enter(`${id}`)!.row, null, `${id} left`);
    for (let id = 49; id < 69; id++) assert.equal(cache.enter(`${id}`)!.row, `row ${id}`);
  });
});

describe('rows with the same id', () => {
  test('are represented by the first one in every answer', () => {
    const read = feed();
    const [first, ...others] = read(PUBLISHED, { ...PUBLISHED, currentUrl: '/docs' }, PUBLISHED);
    assert.deepEqual(others, []);
    assert.equal(first!.currentUrl, '/pricing');
    const again = read(PUBLISHED, { ...PUBLISHED, currentUrl: '/docs' });
    assert.equal(again.length, 1);
    assert.equal(again[0], first);
    const turned = read({ ...PUBLISHED, currentUrl: '/docs' }, PUBLISHED);
    assert.deepEqual(turned, fresh({ ...PUBLISHED, currentUrl: '/docs' }));
  });

  test('include an id as number, as text and with white space', () => {
    const read = feed();
    const [first, ...others] = read({ ...PUBLISHED, visitorId: 7 }, { ...PUBLISHED, visitorId: ' 7 ' });
    assert.deepEqual([first!.visitorId, others], ['7', []]);
    assert.equal(read({ ...PUBLISHED, visitorId: '7' })[0], first);
  });
});

test('rows without ids keep their own generated ids between answers', () => {
  const nameless = { ...PUBLISHED, visitorId: undefined };
  const read = feed();
  const names = (): string[] => read(nameless, nameless, PUBLISHED, nameless).map(({ visitorId }) => visitorId);
  const first = names();
  assert.equal(new Set(first).size, 4);
  assert.deepEqual(names(), first);
  const given = { ...PUBLISHED, visitorId: first[0], currentUrl: '/docs' };
  assert.deepEqual(read(given, nameless), fresh(given, nameless), 'an id that looks generated is distinct');
  assert.deepEqual(read(nameless), fresh(nameless));
});

test('any input is parsed to the same with and without a cache', () => {
  const random = randomFrom(11);
  const read = feed();
  let rows: unknown[] = [];
  let same = 0;
  let before = new Set<Visitor>();
  for (let answer = 0; answer < 1500; answer++) {
    rows = rows.filter(() => random() > 0.1).map((row) => (random() < 0.2 ? mutated(random, row as Row) : row));
    while (rows.length < 5) {
      const row = pick(random, [PUBLISHED, PUBLISHED, PLAIN, PLAIN, VERSION_A, VERSION_B]);
      rows.push({ ...row, visitorId: pick(random, ['a', 'b', 'c', 'd', 'e', 'f', 1]) });
    }
    const visitors = read(...rows);
    assert.deepEqual(visitors, fresh(...rows), JSON.stringify(rows));
    same += visitors.filter((visitor) => before.has(visitor)).length;
    before = new Set(visitors);
  }
  assert.ok(same > 500, `${same} objects stayed`);
});

/** Any value that an answer may have. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'none',
  'city',
  'coordinates',
  ' /pricing ',
  'pt',
  'PT',
  '38.7',
  38.7,
  0,
  7,
  200,
  1e300,
  true,
  false,
  'true',
  [],
  ['x'],
  {},
  { name: 'Chrome' },
  { type: 'mobile' },
  { city: ' Lisbon ', countryCode: 'pt' },
  '2026-03-14',
  Date.UTC(2026, 2, 14),
];

function mutated(random: Random, row: Row): Row {
  const path = pick(random, ['visitorId', 'location', 'system', 'profileData', ...PATHS]);
  if (path === 'visitorId') return { ...row, visitorId: pick(random, ['a', 'b', 'c', 1, '1', undefined]) };
  const [key = '', inner] = path.split('.');
  const parent = row[key];
  if (inner !== undefined && (typeof parent !== 'object' || parent === null)) return { ...row, [key]: PLAIN[key] };
  return withField(row, path, random() < 0.5 ? at(PLAIN, path) : pick(random, ODD));
}
