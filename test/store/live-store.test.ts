import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Snapshot } from '../../src/protocol/types.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import type { Highlights, LiveState } from '../../src/store/live-state.ts';
import { LiveStore } from '../../src/store/live-store.ts';
import * as playback from '../../src/store/playback.ts';
import { ROW_KINDS, type RowKind } from '../../src/ticker/rows.ts';
import { FakePlatform } from '../client/platform.ts';
import { snapshotOf } from '../protocol/support.ts';

const NOON = Date.UTC(2025, 5, 1, 12);
/** Seconds. */
const INTERVAL = 10;

/** What a test says of a site at one moment; times are seconds after noon. */
interface Answer {
  at: number;
  visitors?: string;
  /** Pageviews, by visitor. */
  views?: Readonly<Record<string, number>>;
  payments?: Readonly<Record<string, number>>;
  meta?: object;
}

const isoAt = (seconds: number): string => new Date(NOON + seconds * 1000).toISOString();

function snapshotAt({ at, visitors = '', views = {}, payments = {}, meta = {} }: Answer): Snapshot {
  return snapshotOf({
    data: {
      count: visitors.length,
      visitors: Array.from(visitors, (visitorId) => ({ visitorId, currentUrl: '/' })),
      recentEvents: Object.entries(views).map(([visitorId, second]) => ({
        _id: `view-${visitorId}-${second}`,
        type: 'pageview',
        visitorId,
        timestamp: isoAt(second),
        path: '/',
      })),
      recentPayments: Object.entries(payments).map(([_id, second]) => ({
        _id,
        timestamp: isoAt(second),
        amount: 5,
        currency: 'EUR',
      })),
    },
    meta: { version: 1, generatedAt: isoAt(at), idEpoch: '2025-06-01', ...meta },
  });
}

/** A running store, with everything that it published. */
function start(kinds: readonly RowKind[] = ROW_KINDS, size = 5) {
  const platform = new FakePlatform();
  const store = new LiveStore(platform, { value: playback, request: () => undefined });
  store.running = true;
  store.configure(kinds, size);
  store.reset('loading');
  const published: { second: number; state: LiveState; highlights: Highlights }[] = [];
  store.subscribe((state, highlights) => published.push({ second: platform.time / 1000, state, highlights }));
  const receive = (answer: Answer, interval = INTERVAL) => {
    const changes = store.receive({ snapshot: snapshotAt(answer), serverTime: NOON + answer.at * 1000 }, interval);
    store.setStatus(answer.meta && 'stale' in answer.meta ? 'stale' : 'live');
    return changes;
  };
  return { platform, store, published, receive };
}

const visitorsOf = (state: LiveState): string => state.visitors.map(({ visitorId }) => visitorId).join('');
const rowsOf = (state: LiveState): string => state.rows.map(({ id }) => id).join(' ');

describe('a state', () => {
  test('is frozen, and survives a JSON round trip', () => {
    const { store, receive } = start();
    receive({ at: 0, visitors: 'ab', views: { a: -5 }, payments: { p: -9 } });
    assert.ok(Object.isFrozen(store.state));
    assert.deepEqual(JSON.parse(JSON.stringify(store.state)), store.state);
  });

  test('shares unchanged parts with the previous state', () => {
    const { store, receive, platform } = start();
    receive({ at: 0, visitors: 'ab', views: { a: -5 } });
    const before = store.state;
    platform.time += 5_000;
    store.tick();
    assert.notEqual(store.state, before);
    for (const key of ['snapshot', 'visitors', 'lastActivity', 'payments', 'rows'] as const) {
      assert.equal(store.state[key], before[key], key);
    }
  });

  test('shows the first snapshot at once, without highlights', () => {
    const { store, receive, published } = start();
    const changes = receive({ at: 0, visitors: 'ab', views: { a: -5 }, payments: { p: -9 } });
    assert.deepEqual(changes, { arrived: [], departed: [], events: [], payments: [] });
    assert.equal(visitorsOf(store.state), 'ab');
    assert.equal(rowsOf(store.state), 'view-a--5 p');
    assert.ok(published.every(({ highlights }) => highlights.visitors.length + highlights.payments.length === 0));
  });

  test('has one clock reading: the server’s time, with its age', () => {
    const { store, platform, receive } = start();
    store.receive({ snapshot: snapshotAt({ at: 0 }), serverTime: NOON + 3_000 }, INTERVAL);
    assert.deepEqual([store.state.now, store.state.age], [NOON + 3_000, 3]);
    platform.time += 7_000;
    store.tick();
    assert.deepEqual([store.state.now, store.state.age], [NOON + 10_000, 10]);
    receive({ at: 10 });
    assert.equal(store.state.age, 0);
  });

  test('is as of an earlier time when the proxy publishes later, with its true age', () => {
    const { store, platform } = start();
    const meta = { delaySeconds: 120 };
    const receive = (at: number, visitors: string): void => {
      const snapshot = snapshotAt({ at, visitors, meta });
      store.receive({ snapshot, serverTime: NOON + (at + 120) * 1000 }, INTERVAL);
    };
    receive(0, 'a');
    platform.time += 10_000;
    receive(10, 'ab');
    assert.deepEqual([store.state.now, store.state.asOf, store.state.age], [NOON + 130_000, NOON + 10_000, 120]);
    assert.equal(store.state.lastActivity[1] ?? NOON + 10_000, NOON + 10_000, 'a new visitor is active');
    store.setStatus('stale');
    platform.time += 600_000;
    store.tick();
    assert.equal(visitorsOf(store.state), 'ab', 'the window counts from when it was published');
    platform.time += 1_000;
    store.tick();
    assert.equal(visitorsOf(store.state), '');
  });

  test('has no visitors once a stale snapshot is older than its window', () => {
    const { store, platform, receive } = start();
    receive({ at: 0, visitors: 'ab', views: { a: -5 } });
    store.setStatus('stale');
    platform.time += 600_000;
    store.tick();
    assert.equal(visitorsOf(store.state), 'ab');
    platform.time += 1_000;
    store.tick();
    assert.deepEqual([visitorsOf(store.state), rowsOf(store.state), store.state.count], ['', '', null]);
  });

  test('is reset to the initial state when the address changes', () => {
    const { store, receive } = start();
    receive({ at: 0, visitors: 'ab', views: { a: -5 } });
    store.pause();
    store.reset('loading');
    const { status, snapshot, rows, visitors, count, missed } = store.state;
    assert.deepEqual([status, snapshot, rows, visitors, count, missed], ['loading', null, [], [], null, 0]);
    assert.deepEqual(receive({ at: 10, visitors: 'cd' }).arrived, [], 'its first snapshot has no arrivals');
  });
});

describe('a second snapshot', () => {
  test('is revealed over the interval, with visitor, row and highlight in the same state', async () => {
    const { platform, receive, published } = start();
    receive({ at: 0, visitors: 'a' });
    published.length = 0;
    receive({ at: 10, visitors: 'abc', views: { c: 6, b: 2 } });
    await platform.advance(9);
    const seen = published
      .filter(({ highlights }) => highlights.visitors.length > 0)
      .map(({ second, state, highlights }) => [
        second,
        visitorsOf(state),
        state.count,
        rowsOf(state),
        ...highlights.visitors,
      ]);
    assert.deepEqual(seen, [
      [2, 'ab', 2, 'view-b-2', 'b'],
      [6, 'abc', 3, 'view-c-6 view-b-2', 'c'],
    ]);
  });

  test('never has a count of zero when all visitors change', async () => {
    const { platform, store, receive, published } = start();
    receive({ at: 0, visitors: 'ab' });
    published.length = 0;
    receive({ at: 10, visitors: 'cd', views: { c: 6, d: 8 } });
    await platform.advance(9);
    assert.deepEqual(
      published.map(({ state }) => state.count),
      [1, 1, 2],
    );
    assert.equal(visitorsOf(store.state), 'cd');
  });

  test('is shown at once, with highlights, when code supplies it', () => {
    const { receive, published } = start();
    receive({ at: 0, visitors: 'a' }, 0);
    published.length = 0;
    receive({ at: 10, visitors: 'abc', payments: { p: 9 } }, 0);
    assert.deepEqual(published[0]?.highlights, { visitors: ['b', 'c'], payments: ['p'] });
    assert.equal(visitorsOf(published[0].state), 'abc');
  });

  test('has no highlights for many visitors who arrive at once', () => {
    const { receive, published } = start();
    receive({ at: 0, visitors: 'a' }, 0);
    published.length = 0;
    receive({ at: 10, visitors: 'abcde' }, 0);
    assert.deepEqual(published[0]?.highlights.visitors, []);
  });

  const presents: [when: string, answer: Partial<Answer>, change?: (store: LiveStore) => void][] = [
    ['after a gap of more than three intervals', { at: 31 }],
    [
      'after an error',
      { at: 10 },
      (store) => {
        store.setStatus('stale');
      },
    ],
    ['where the proxy itself calls it stale', { at: 10, meta: { stale: true } }],
    ['in another id epoch', { at: 10, meta: { idEpoch: '2025-06-02' } }],
  ];
  for (const [when, answer, change] of presents) {
    test(`is shown at once, without highlights, ${when}`, () => {
      const { store, receive } = start();
      receive({ at: 0, visitors: 'a' });
      change?.(store);
      const { generation } = store.state;
      receive({ at: 10, visitors: 'abc', views: { b: 2 }, ...answer });
      assert.equal(visitorsOf(store.state), 'abc');
      assert.ok(store.state.generation > generation, 'it is not animated');
    });
  }

  test('is deferred while the store is stopped, and then shown without highlights', async () => {
    const { platform, store, receive, published } = start();
    receive({ at: 0, visitors: 'a' });
    receive({ at: 10, visitors: 'ab', views: { b: 2 } });
    store.running = false;
    await platform.advance(8);
    assert.equal(visitorsOf(store.state), 'a');
    assert.equal(platform.timers.size, 0);
    store.running = true;
    await platform.advance(0);
    assert.equal(visitorsOf(store.state), 'ab');
    assert.ok(published.every(({ highlights }) => highlights.visitors.length === 0));
  });

  test('adds no row while rows are held, and adds the waiting ones on release', async () => {
    const { platform, store, receive } = start();
    receive({ at: 0, visitors: 'a' });
    receive({ at: 10, visitors: 'ab', views: { b: 2 }, payments: { p: 4 } });
    store.rowsHeld = true;
    await platform.advance(5);
    assert.deepEqual([rowsOf(store.state), store.state.payments.length], ['', 0]);
    store.rowsHeld = false;
    await platform.advance(3);
    assert.equal(rowsOf(store.state), 'p view-b-2');
    assert.equal(store.state.payments.length, 1);
  });
});

describe('without the playback code', () => {
  test('shows a snapshot as a whole and requests the code for the next one', () => {
    const platform = new FakePlatform();
    const source: { value: typeof playback | null; requests: number; request: () => void } = {
      value: null,
      requests: 0,
      request: () => {
        source.requests++;
      },
    };
    const store = new LiveStore(platform, source);
    store.configure(ROW_KINDS, 5);
    const poll = (at: number, visitors: string): string => {
      store.receive({ snapshot: snapshotAt({ at, visitors }), serverTime: NOON + at * 1000 }, INTERVAL);
      store.setStatus('live');
      return visitorsOf(store.state);
    };
    assert.equal(poll(0, 'a'), 'a');
    assert.equal(source.requests, 1);
    assert.equal(poll(10, 'ab'), 'ab');
    source.value = playback;
    assert.equal(poll(20, 'abc'), 'ab', 'now it waits');
  });
});

describe('a pause', () => {
  test('keeps the state, whatever arrives meanwhile', async () => {
    const { platform, store, receive } = start();
    receive({ at: 0, visitors: 'ab', views: { a: -290 } });
    receive({ at: 10, visitors: 'abc', views: { c: 8 } });
    await platform.advance(3);
    store.pause();
    const paused = store.state;
    const copy = JSON.stringify(paused);
    await platform.advance(7);
    receive({ at: 20, visitors: 'bd', views: { b: 15 }, payments: { p: 18 } });
    store.setStatus('stale');
    platform.time += 700_000;
    store.tick();
    store.rowsHeld = true;
    store.rowsHeld = false;
    assert.equal(store.state, paused);
    assert.equal(JSON.stringify(store.state), copy);
    assert.equal(store.latest.status, 'stale', 'the state that would be shown advances');
  });

  test('keeps the first snapshot that arrives during it', () => {
    const { store, receive } = start();
    store.pause();
    receive({ at: 0, visitors: 'ab' });
    receive({ at: 10, visitors: 'abc' });
    assert.equal(visitorsOf(store.state), 'ab');
  });

  test('ends with current data and shows the number of missed visits for some seconds', async () => {
    const { platform, store, receive, published } = start();
    receive({ at: 0, visitors: 'ab' });
    store.pause();
    await platform.advance(10);
    receive({ at: 10, visitors: 'bcde' });
    published.length = 0;
    const { generation } = store.state;
    store.resume();
    assert.deepEqual([visitorsOf(store.state), store.state.missed], ['bcde', 3]);
    assert.ok(store.state.generation > generation, 'nothing is replayed');
    assert.deepEqual(
      published.map(({ highlights }) => highlights.visitors),
      [[]],
    );
    platform.time += 7_000;
    store.tick();
    assert.equal(store.state.missed, 3);
    platform.time += 1_000;
    store.tick();
    assert.equal(store.state.missed, 0);
    store.pause();
    store.resume();
    assert.equal(store.state.missed, 0, 'they are reported once');
  });

  test('still applies the configured number of rows', () => {
    const { store, receive } = start();
    receive({ at: 0, visitors: 'abc', views: { a: -1, b: -2, c: -3 } });
    store.pause();
    store.configure(ROW_KINDS, 2);
    assert.equal(rowsOf(store.state), 'view-a--1 view-b--2');
  });
});

/** A site of so many visitors, polled every ten seconds for some minutes. */
async function simulate({ visitors = 30, minutes = 2, size = 5, seed = 1 } = {}) {
  const { platform, store, published } = start(ROW_KINDS, size);
  const snapshots: Snapshot[] = [];
  const simulator = createSimulator({ seed, visitors, steady: true });
  const poll = (): void => {
    const to = NOON + platform.time;
    const answer = { ...(JSON.parse(JSON.stringify(simulator.answerAt(to))) as object) };
    const snapshot = snapshotOf({ ...answer, meta: { version: 1, generatedAt: new Date(to).toISOString() } });
    snapshots.push(snapshot);
    store.receive({ snapshot, serverTime: to }, INTERVAL);
    store.setStatus('live');
  };
  poll();
  for (let polls = 1; polls <= minutes * 6; polls++) {
    await platform.advance(INTERVAL);
    poll();
  }
  const frames = published.map(({ second, state, highlights }) => ({
    at: second * 1000,
    visitors: new Set(state.visitors.map(({ visitorId }) => visitorId)),
    rows: state.rows.map(({ id }) => id),
    more: state.more,
    highlights,
  }));
  return { frames, snapshots, store };
}

type Frames = Awaited<ReturnType<typeof simulate>>['frames'];

/** When each row was inserted, in milliseconds. */
function insertions(frames: Frames): Map<string, number> {
  const inserted = new Map<string, number>();
  frames.forEach(({ at, rows }, index) => {
    const before = frames[index - 1]?.rows;
    for (const id of rows) if (before && !before.includes(id) && !inserted.has(id)) inserted.set(id, at);
  });
  return inserted;
}

/** When each visitor was first shown, in milliseconds. */
function firstShown(frames: Frames): Map<string, number> {
  const shown = new Map<string, number>();
  for (const { at, visitors } of frames) for (const id of visitors) if (!shown.has(id)) shown.set(id, at);
  return shown;
}

describe('several minutes of a simulated site', () => {
  for (const visitors of [5, 30, 150, 2_000]) {
    describe(`with ${visitors} visitors`, async () => {
      const { frames, snapshots } = await simulate({ visitors });
      const inserted = [...insertions(frames.filter(({ rows }) => rows.length > 0))];

      test('inserts rows one at a time, 2.5 s apart', () => {
        assert.ok(inserted.length > 2, `${inserted.length} rows`);
        inserted.reduce((before, [id, at]) => {
          assert.ok(at - before >= 2_500, `${id} is inserted ${at - before} ms after the previous one`);
          return at;
        }, -Infinity);
      });

      test('shows a visitor with a row together with it, and none later than an interval', () => {
        const polled = new Map<string, number>();
        snapshots.forEach(({ data }, index) => {
          for (const { visitorId } of data.visitors)
            if (!polled.has(visitorId)) polled.set(visitorId, index * INTERVAL * 1000);
        });
        const events = new Map(snapshots.flatMap(({ data }) => data.recentEvents).map((event) => [event._id, event]));
        const shown = firstShown(frames);
        const withRow = new Set<string>();
        for (const [id, at] of inserted) {
          const visitorId = events.get(id)?.visitorId;
          const since = polled.get(visitorId ?? '');
          if (!visitorId || !since || at >= since + INTERVAL * 1000 || withRow.has(visitorId)) continue;
          withRow.add(visitorId);
          assert.equal(shown.get(visitorId), at, `${visitorId} and its row`);
        }
        let arrivals = 0;
        for (const [id, at] of shown) {
          const waited = at - (polled.get(id) ?? NaN);
          if (waited > 0) arrivals++;
          assert.ok(waited >= 0 && waited <= INTERVAL * (withRow.has(id) ? 2_000 : 1_100), `${id} waited ${waited} ms`);
        }
        assert.ok(arrivals > 0);
      });

      test('keeps the row of each payment for at least 10 s', () => {
        const [first, ...later] = snapshots;
        const known = new Set(first?.data.recentPayments.map(({ _id }) => _id));
        const paid = new Set(later.slice(0, -3).flatMap(({ data }) => data.recentPayments.map(({ _id }) => _id)));
        for (const id of paid) {
          if (known.has(id)) continue;
          const at = new Map(inserted).get(id);
          assert.ok(at !== undefined, `${id} has a row`);
          for (const frame of frames) {
            if (frame.at >= at && frame.at < at + 10_000) assert.ok(frame.rows.includes(id) || frame.at === at, id);
          }
        }
      });
    });
  }

  test('is deterministic for the same answers and clock', async () => {
    const [once, twice] = [await simulate({ visitors: 150 }), await simulate({ visitors: 150 })];
    assert.ok(once.frames.length > 50, `${once.frames.length} frames`);
    assert.deepEqual(once.frames, twice.frames);
  });

  test('has a row for each event of a few visitors, and a number for the rest of many', async () => {
    assert.equal((await simulate({ visitors: 5 })).store.state.more, 0);
    const { frames } = await simulate({ visitors: 150 });
    assert.ok((frames.at(-1)?.more ?? 0) > 20);
    assert.ok(frames.every(({ rows, more }) => rows.length <= (more > 0 ? 4 : 5)));
  });

  test('reveals many visitors in steps of a second, with rows for goals and payments only', async () => {
    const { frames, snapshots } = await simulate({ visitors: 2_000 });
    const events = snapshots.flatMap(({ data }) => data.recentEvents);
    const pages = new Set(events.filter(({ type }) => type === 'pageview').map(({ _id }) => _id));
    for (const [id] of insertions(frames.filter(({ rows }) => rows.length > 0))) assert.ok(!pages.has(id), id);
    assert.ok(frames.length / 120 < 1.7, `${frames.length} frames in 120 s`);
  });

  for (const size of [1, 2]) {
    test(`keeps payments for 10 s in ${size} row${size > 1 ? 's' : ''}`, async () => {
      const { frames, snapshots } = await simulate({ visitors: 400, minutes: 4, size });
      const paid = new Set(snapshots.flatMap(({ data }) => data.recentPayments.map(({ _id }) => _id)));
      const inserted = [...insertions(frames)].filter(([id, at]) => paid.has(id) && at < 230_000);
      assert.ok(inserted.length > 3, `${inserted.length} payments`);
      for (const [id, at] of inserted) {
        for (const frame of frames.filter((one) => one.at > at && one.at < at + 10_000)) {
          assert.ok(frame.rows.includes(id), `${id}, inserted at ${at}, at ${frame.at}`);
          assert.ok(frame.rows.length <= size);
        }
      }
    });
  }
});
