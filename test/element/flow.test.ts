import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { areComparable, happenings, newcomers, type Changes } from '../../src/client/changes.ts';
import { Drip } from '../../src/client/drip.ts';
import { Presence } from '../../src/client/presence.ts';
import { Flow, type FlowOptions, type News } from '../../src/element/flow.ts';
import type { Snapshot } from '../../src/protocol/types.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { ROW_KINDS } from '../../src/ticker/rows.ts';
import { FakePlatform } from '../client/platform.ts';
import { snapshotOf } from '../protocol/support.ts';

const NOON = Date.UTC(2025, 5, 1, 12);
const INTERVAL = 10_000;

/** What was shown at a moment. */
interface Frame {
  /** Milliseconds. */
  at: number;
  /** Visitors that are there now, and were not in the frame before. */
  dots: string[];
  /** All rows, newest first. */
  rows: string[];
  more: number;
  news: News | null;
}

/** What is new, put together as the feed does it. */
function changesOf(presence: Presence, before: Snapshot | null, next: Snapshot, now: number): Changes {
  const isNews = areComparable(before, next);
  if (!isNews) presence.clear();
  return { ...presence.update(next, now), ...(isNews ? happenings(before, next) : { events: [], payments: [] }) };
}

/** A site of so many visitors, polled every ten seconds and shown for some minutes; what was shown, frame by frame. */
async function watch({ visitors = 30, minutes = 2, size = 5, seed = 1 } = {}) {
  const platform = new FakePlatform();
  const drip = new Drip(platform);
  const presence = new Presence();
  const frames: Frame[] = [];
  const snapshots: Snapshot[] = [];
  let shown = new Set<string>();
  const flow = new Flow(drip, {
    isReading: false,
    announce: (news) => {
      const there = snapshots.at(-1)!.data.visitors.map(({ visitorId }) => visitorId);
      const now = new Set(there.filter((id) => !flow.held.visitors.has(id)));
      const dots = [...now].filter((id) => !shown.has(id));
      shown = now;
      frames.push({
        at: platform.time,
        dots,
        rows: (flow.rows ?? []).map(({ id }) => id),
        more: flow.more,
        news,
      });
    },
  });
  const options: FlowOptions = { ticker: 'auto', tickerKinds: ROW_KINDS.join(' '), tickerSize: size, paused: false };
  flow.configure(options);
  drip.running = true;

  const simulator = createSimulator({ seed, visitors, steady: true });
  const poll = (): void => {
    const to = NOON + platform.time;
    const before = snapshots.at(-1) ?? null;
    const next = snapshotOf(JSON.parse(JSON.stringify(simulator.answerAt(to))));
    snapshots.push(next);
    if (!before) shown = new Set(next.data.visitors.map(({ visitorId }) => visitorId));
    const span = { from: to - INTERVAL, to, start: platform.time, length: INTERVAL };
    flow.adopt(next, changesOf(presence, before, next, to), before && span);
  };
  poll();
  for (let polls = 1; polls <= minutes * 6; polls++) {
    await platform.advance(INTERVAL / 1000);
    poll();
  }
  return { frames, snapshots, flow, platform };
}

/** When each row came, in milliseconds. */
function insertions(frames: Frame[]): Map<string, number> {
  const came = new Map<string, number>();
  frames.forEach(({ at, rows }, index) => {
    const before = index === 0 ? rows.slice(1) : frames[index - 1]!.rows;
    for (const id of rows) if (!before.includes(id)) came.set(id, at);
  });
  return came;
}

describe('a site that is looked at for some minutes', () => {
  for (const visitors of [5, 30, 150, 2_000]) {
    describe(`with ${visitors} visitors`, async () => {
      const { frames, snapshots } = await watch({ visitors });
      const came = [...insertions(frames)];

      test('rows come one at a time, 2.5 s apart, each once', () => {
        assert.ok(came.length > 2, `${came.length} rows`);
        came.reduce((before, [id, at]) => {
          assert.ok(at - before >= 2_500, `${id} comes ${at - before} ms after the one before it`);
          return at;
        }, -Infinity);
      });

      test('whoever gets a row gets it in the frame of the dot, and nobody else waits longer than an interval', () => {
        const news = new Map(
          snapshots.slice(1).flatMap((next, index) => {
            const arrived = newcomers(snapshots[index]!, next);
            return arrived.map(({ visitorId }) => [visitorId, (index + 1) * INTERVAL] as const);
          }),
        );
        const events = new Map(snapshots.flatMap(({ data }) => data.recentEvents).map((event) => [event._id, event]));
        const drawn = new Map(frames.flatMap(({ at, dots }) => dots.map((id) => [id, at] as const)));
        const withRow = new Set<string>();
        for (const [id, at] of came) {
          const visitorId = events.get(id)?.visitorId;
          const arrived = news.get(visitorId ?? '');
          if (!visitorId || arrived === undefined || at >= arrived + INTERVAL || withRow.has(visitorId)) continue;
          withRow.add(visitorId);
          assert.equal(drawn.get(visitorId), at, `${visitorId} and its row`);
        }
        for (const [id, at] of drawn) {
          const waited = at - (news.get(id) ?? NaN);
          assert.ok(waited >= 0 && waited <= 2 * INTERVAL, `${id} came ${waited} ms after the poll`);
          if (!withRow.has(id))
            assert.ok(waited <= INTERVAL + 1_000, `${id} without a row came ${waited} ms after the poll`);
        }
      });

      test('each payment has its row, and is to be seen for 10 s', () => {
        const [first, ...later] = snapshots;
        const known = new Set(first!.data.recentPayments.map(({ _id }) => _id));
        const paid = new Set(later.slice(0, -3).flatMap(({ data }) => data.recentPayments.map(({ _id }) => _id)));
        for (const id of paid) {
          if (known.has(id)) continue;
          const at = new Map(came).get(id);
          assert.ok(at !== undefined, `${id} has a row`);
          for (const frame of frames) {
            if (frame.at >= at && frame.at < at + 10_000) assert.ok(frame.rows.includes(id), `${id} at ${frame.at}`);
          }
        }
      });
    });
  }

  test('the same answers and the same clock give the same frames', async () => {
    const [once, twice] = [await watch({ visitors: 150 }), await watch({ visitors: 150 })];
    assert.ok(once.frames.length > 50, `${once.frames.length} frames`);
    assert.deepEqual(once.frames, twice.frames);
  });

  test('a few visitors are all told; of many the rest is told as a number', async () => {
    assert.equal((await watch({ visitors: 5 })).flow.more, 0);
    const { frames } = await watch({ visitors: 150 });
    assert.ok(frames.at(-1)!.more > 20, `${frames.at(-1)!.more} more in a minute`);
    assert.ok(frames.every(({ rows, more }) => rows.length <= (more > 0 ? 4 : 5)));
  });

  test('in a surge dots come in steps of a second, and rows tell of goals and payments', async () => {
    const { frames, snapshots } = await watch({ visitors: 2_000 });
    const pages = new Set(
      snapshots
        .flatMap(({ data }) => data.recentEvents)
        .filter(({ type }) => type === 'pageview')
        .map(({ _id }) => _id),
    );
    for (const [id] of insertions(frames)) assert.ok(!pages.has(id), 'a page');
    assert.ok(frames.length / 120 < 1.5, `${frames.length} frames in 120 s`);
    const crowds = frames.filter(({ dots }) => dots.length > 1).length;
    assert.ok(crowds > 40, `${crowds} frames with many at once`);
  });

  for (const size of [1, 2]) {
    test(`payments stay 10 s where ${size === 1 ? 'one row is' : 'two rows are'} all`, async () => {
      const { frames, snapshots } = await watch({ visitors: 400, minutes: 4, size });
      const paid = new Set(snapshots.flatMap(({ data }) => data.recentPayments.map(({ _id }) => _id)));
      const came = [...insertions(frames)].filter(([id, at]) => paid.has(id) && at < 230_000);
      assert.ok(came.length > 3, `${came.length} payments`);
      for (const [id, at] of came) {
        for (const frame of frames.filter((one) => one.at >= at && one.at < at + 10_000)) {
          assert.ok(frame.rows.includes(id), `${id}, which came at ${at}, at ${frame.at}`);
          assert.ok(frame.rows.length <= size, 'no more rows than wanted');
        }
      }
    });
  }
});
