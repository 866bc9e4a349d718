import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { PublishedData } from '../../src/protocol/published.ts';
import type { Visitor } from '../../src/protocol/types.ts';
import { createIdHasher } from '../../src/proxy/ids.ts';
import { locateVisitors } from '../../src/proxy/locate-visitors.ts';
import { GroupMemory, MEMORY_MS } from '../../src/privacy/group-memory.ts';
import { createPublisher, type Publisher } from '../../src/privacy/publish.ts';
import { resolvePrivacy } from '../../src/proxy/options/privacy.ts';
import { pick, type Random, randomFrom } from '../../src/simulator/random.ts';
import { memoryStore } from '../../src/proxy/index.ts';
import { NOON, startProxy } from '../proxy/start.ts';
import { answer, snapshot } from '../proxy/upstream.ts';
import { CITIES, placeOf, visitor } from './published.ts';

const { lyon, paris, suva } = CITIES;
const STEP = 10_000;
// One for all publishers: what an instance of its own would derive is the same.
const hashIds = createIdHasher('df_test', null);
const hashKeys = createIdHasher('df_test', null);

function publisher(minimumGroup: number, memory = new GroupMemory(), minimumCount = 0): Publisher {
  return createPublisher({
    privacy: resolvePrivacy({ minimumGroup, referrers: true }),
    minimumCount,
    hashIds,
    hashKeys,
    memory,
  });
}

/** A person all of whose fields are unlike anyone's, so that each of them identifies. */
interface Person {
  id: string;
  page: string;
  browser: string;
  start: number;
  home: Pick<Visitor, 'location' | 'latitude' | 'longitude'>;
}

const personOf = (id: string, home: Person['home'], start = NOON - 60_000): Person => ({
  id,
  page: `/of-${id}`,
  browser: `browser-of-${id}`,
  start,
  home,
});

const isoOf = (at: number): string => new Date(at).toISOString();

/** What the upstream lists of a person: one event for each `acts` moment, and a sale where it `pays`. */
interface Moment {
  at: number;
  here: readonly Person[];
  /** Events so far, newest last. */
  acts: readonly { person: Person; id: string; at: number; pays: boolean }[];
}

function upstreamOf({ here, acts }: Moment): object {
  const rows = acts.slice(-12).reverse();
  return {
    count: here.length,
    visitors: here.map(({ id, page, browser, start, home }) =>
      visitor(id, {
        ...home,
        currentUrl: page,
        referrer: `https://from-${id}.example/`,
        system: { browser: { name: browser }, os: { name: 'Linux' }, device: { type: 'desktop' } },
        sessionStartTime: isoOf(start),
        customerEmail: `${id}@example.com`,
      }),
    ),
    recentEvents: rows.map(({ person, id, at }) => ({
      _id: `event-${id}`,
      type: 'pageview',
      visitorId: person.id,
      timestamp: isoOf(at),
      path: person.page,
      countryCode: person.home.location.countryCode,
    })),
    recentPayments: rows
      .filter(({ pays }) => pays)
      .map(({ person, id, at }) => ({
        _id: `payment-${id}`,
        timestamp: isoOf(at),
        amount: 5,
        currency: 'EUR',
        email: `${person.id}@example.com`,
      })),
  };
}

async function publishAt(publish: Publisher, moment: Moment): Promise<PublishedData> {
  const result = parseSnapshot({ status: 'success', data: upstreamOf(moment) });
  assert.ok(result.ok);
  return (await publish(await locateVisitors(result.snapshot.data), moment.at)).data;
}

/** People who come, go, return, act and pay at random. */
function seriesOf(random: Random, length: number): Moment[] {
  const people = Array.from({ length: 3 + Math.floor(random() * 7) }, (_, index) =>
    personOf(`person-${index}`, pick(random, [lyon, lyon, paris, suva])),
  );
  const calm = random();
  let here = people.filter(() => random() < 0.5);
  let acts: Moment['acts'] = [];
  return Array.from({ length }, (_, index) => {
    const at = NOON + index * STEP;
    here = people.filter((person) => (random() < calm ? here.includes(person) : random() < 0.5));
    const news = here
      .filter(() => random() < 0.3)
      .map((person) => ({ person, id: `${person.id}-${index}`, at: at - 1000, pays: random() < 0.3 }));
    acts = [...acts, ...news];
    return { at, here, acts };
  });
}

/** All that an answer says of a person, by which it could be found in another answer. */
function tracesOf(
  data: PublishedData,
  { id, page, browser, start }: Person,
  ids: ReadonlyMap<string, string>,
): string[] {
  const rows = data.visitors.filter((row) => row.currentUrl === page || row.system.browser === browser);
  const traces = rows.flatMap((row) => [row.visitorId, page, browser, isoOf(start), String(row.referrer)]);
  for (const event of data.recentEvents) {
    if (!ids.get(event._id)?.startsWith(`${id}-`)) continue;
    traces.push(event._id, ...(event.visitorId === undefined ? [] : [event.visitorId]));
    if (event.path !== null) traces.push(event.path);
  }
  for (const payment of data.recentPayments) if (ids.get(payment._id)?.startsWith(`${id}-`)) traces.push(payment._id);
  return traces;
}

/** Of everything that is published at a place. */
function placedTraces(data: PublishedData, person: Person, ids: ReadonlyMap<string, string>): string[] {
  const at = JSON.stringify(placeOf({ latitude: 45.8, longitude: 4.8, precision: 'coordinates' }));
  const isPlaced = (row: Parameters<typeof placeOf>[0]): boolean =>
    row.precision === 'coordinates' || row.precision === 'city' || JSON.stringify(placeOf(row)) === at;
  return tracesOf(
    {
      ...data,
      visitors: data.visitors.filter(isPlaced),
      recentEvents: data.recentEvents.filter(
        (row) => isPlaced(row) || data.visitors.some((each) => isPlaced(each) && each.visitorId === row.visitorId),
      ),
      recentPayments: data.recentPayments.filter(isPlaced),
    },
    person,
    ids,
  );
}

/** Which event or payment a published id is of. */
async function rawIds(series: readonly Moment[]): Promise<Map<string, string>> {
  const acts = series.at(-1)!.acts.map(({ id }) => id);
  const ids = await hashIds(NOON, {
    visitor: [],
    event: acts.map((id) => `event-${id}`),
    payment: acts.map((id) => `payment-${id}`),
  });
  return new Map(
    acts.flatMap((id) => [
      [ids.of('event', `event-${id}`), id],
      [ids.of('payment', `payment-${id}`), id],
    ]),
  );
}

describe('minimumGroup over successive snapshots', () => {
  const SERIES = 150;
  for (const way of ['one instance', 'a fleet that takes turns'] as const) {
    it(`links no visitor at a place to an answer in which the place had too few (${way})`, async () => {
      let placedAndHidden = 0;
      let placed = 0;
      for (let seed = 0; seed < SERIES; seed++) {
        const random = randomFrom(seed);
        const minimumGroup = 2 + Math.floor(random() * 2);
        const series = seriesOf(random, 25);
        const ids = await rawIds(series);
        const memories = [new GroupMemory(), new GroupMemory(), new GroupMemory()];
        const answers: PublishedData[] = [];
        let stored = '[]';
        for (const [index, moment] of series.entries()) {
          const memory = memories[way === 'one instance' ? 0 : index % memories.length]!;
          memory.add(JSON.parse(stored) as GroupMemory['list']);
          answers.push(await publishAt(publisher(minimumGroup, memory), moment));
          stored = JSON.stringify(memory.list);
        }
        const people = new Set(series.flatMap(({ here }) => here));
        for (const person of people) {
          const sizeAt = ({ here }: Moment): number => here.filter(({ home }) => home === person.home).length;
          const open = new Set(answers.flatMap((data) => placedTraces(data, person, ids)));
          if (open.size > 0) placed++;
          for (const [index, moment] of series.entries()) {
            if (sizeAt(moment) >= minimumGroup) continue;
            if (open.size > 0 && moment.here.includes(person)) placedAndHidden++;
            // Not even without id and page: with few visitors, it is known whose it is once they are at the place again.
            const found = open.size > 0 ? tracesOf(answers[index]!, person, ids) : [];
            assert.deepEqual(found, [], `series ${seed}, answer ${index}, ${person.id}`);
          }
        }
      }
      assert.ok(placed > 300 && placedAndHidden > 300, `${placed} placed, ${placedAndHidden} hidden`);
    });
  }

  it('publishes no visitor with two ids or at two places, and no removed row again', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const publish = publisher(2);
      const series = seriesOf(randomFrom(seed), 25);
      const seen = { ids: new Map<string, Set<string>>(), gone: new Set<string>(), rows: new Set<string>() };
      for (const moment of series) {
        const data = await publishAt(publish, moment);
        assert.equal(data.count, moment.here.length);
        for (const row of data.visitors) {
          const ids = seen.ids.get(String(row.currentUrl)) ?? new Set();
          seen.ids.set(String(row.currentUrl), ids.add(row.visitorId + JSON.stringify(placeOf(row))));
          assert.equal(ids.size, 1, String(row.currentUrl));
        }
        const rows = new Set([...data.recentEvents, ...data.recentPayments].map(({ _id }) => _id));
        for (const id of rows) assert.ok(!seen.gone.has(id), `series ${seed}: ${id} is back`);
        for (const id of seen.rows) if (!rows.has(id)) seen.gone.add(id);
        for (const id of rows) seen.rows.add(id);
      }
    }
  });
});

describe('a place with too few visitors', () => {
  const alice = personOf('alice', lyon);
  const bob = personOf('bob', lyon, NOON + 20_000);
  const carol = personOf('carol', lyon, NOON + 30_000);
  const cities = ({ visitors }: PublishedData): (string | null)[] => visitors.map(({ location }) => location.city);
  const moment = (seconds: number, here: Person[], acts: Moment['acts'] = []): Moment => ({
    at: NOON + seconds * 1000,
    here,
    acts,
  });

  it('keeps earlier visitors at the country after others arrive', async () => {
    const publish = publisher(2);
    assert.deepEqual(cities(await publishAt(publish, moment(0, [alice]))), [null]);
    assert.deepEqual(cities(await publishAt(publish, moment(20, [alice, bob]))), [null]);
    assert.deepEqual(cities(await publishAt(publish, moment(30, [alice, bob, carol]))), [null, 'Lyon', 'Lyon']);
  });

  it('lists a lone arrival at the country after a minute, unless others arrive meanwhile', async () => {
    const publish = publisher(2);
    const gil = personOf('gil', paris);
    await publishAt(publish, moment(0, [gil]));
    assert.equal((await publishAt(publish, moment(10, [gil, bob]))).visitors.length, 1);
    assert.equal((await publishAt(publish, moment(60, [gil, bob]))).visitors.length, 1);
    assert.deepEqual(cities(await publishAt(publish, moment(70, [gil, bob]))), [null, null]);
  });

  it('publishes a waiting visitor’s events and payments together with the visitor', async () => {
    const publish = publisher(2);
    const acts = [{ person: bob, id: 'bob-1', at: NOON + 9000, pays: true }];
    await publishAt(publish, moment(0, [personOf('gil', paris)]));
    const alone = await publishAt(publish, moment(10, [bob], acts));
    assert.deepEqual([alone.recentEvents, alone.recentPayments], [[], []]);
    const { visitors, recentEvents, recentPayments } = await publishAt(publish, moment(20, [bob, carol], acts));
    assert.deepEqual([recentPayments[0]?.latitude, recentPayments[0]?.amount], [visitors[0]?.latitude, 5]);
    assert.deepEqual(
      visitors.map(({ location }) => location.city),
      ['Lyon', 'Lyon'],
    );
    assert.equal(recentEvents[0]?.visitorId, visitors[0]?.visitorId);
  });

  it('is unlisted while the others are gone, and listed when others arrive', async () => {
    const publish = publisher(2);
    const both = await publishAt(publish, moment(0, [alice, bob]));
    assert.deepEqual(cities(both), ['Lyon', 'Lyon']);
    const acts = [{ person: alice, id: 'alice-1', at: NOON + 9000, pays: true }];
    const alone = await publishAt(publish, moment(10, [alice], acts));
    assert.deepEqual([alone.count, alone.visitors], [1, []]);
    const { visitors, recentEvents, recentPayments } = await publishAt(publish, moment(20, [alice, carol], acts));
    assert.equal(visitors[0]?.visitorId, both.visitors[0]?.visitorId);
    assert.deepEqual([recentEvents, recentPayments], [[], []], 'nothing of the time alone, neither then nor later');
  });

  it('publishes no event or payment from a time below minimumCount of a visitor listed before or after', async () => {
    const publish = publisher(2, new GroupMemory(), 2);
    await publishAt(publish, moment(0, [alice, bob]));
    const acts = [{ person: alice, id: 'alice-1', at: NOON + 9000, pays: true }];
    for (const { recentEvents, recentPayments } of [
      await publishAt(publish, moment(10, [alice], acts)),
      await publishAt(publish, moment(20, [alice, carol], acts)),
    ]) {
      assert.deepEqual([recentEvents, recentPayments], [[], []]);
    }
  });

  const HOUR = 3600;
  it('stays hidden for the whole visit, even without viewers for an hour', async () => {
    const publish = publisher(2);
    await publishAt(publish, moment(0, [alice]));
    assert.deepEqual(cities(await publishAt(publish, moment(HOUR, [alice, bob, carol]))), [null, 'Lyon', 'Lyon']);
  });

  it('stays hidden for the whole visit, even with an hour below minimumCount', async () => {
    const publish = publisher(2, new GroupMemory(), 2);
    const gil = personOf('gil', paris);
    assert.deepEqual(cities(await publishAt(publish, moment(0, [alice, gil]))), [null, null]);
    for (let second = 60; second < HOUR; second += 60) await publishAt(publish, moment(second, [alice]));
    assert.deepEqual(cities(await publishAt(publish, moment(HOUR, [alice, bob, carol]))), [null, 'Lyon', 'Lyon']);
  });

  it('keeps the rows of the time alone withheld, even without viewers for an hour', async () => {
    const publish = publisher(2);
    const acts = [{ person: alice, id: 'alice-1', at: NOON + 9000, pays: true }];
    await publishAt(publish, moment(0, [alice, bob]));
    await publishAt(publish, moment(10, [alice], acts));
    const { visitors, recentEvents, recentPayments } = await publishAt(publish, moment(HOUR, [alice, bob], acts));
    assert.deepEqual([visitors.length, recentEvents, recentPayments], [2, [], []]);
  });

  it('stays hidden over midnight, when all ids change', async () => {
    const publish = publisher(2);
    const late = NOON + 12 * 3_600_000 - 5000;
    await publishAt(publish, { at: late, here: [alice], acts: [] });
    const { visitors } = await publishAt(publish, { at: late + STEP, here: [alice, bob], acts: [] });
    assert.deepEqual(
      visitors.map(({ location }) => location.city),
      [null],
    );
  });

  it('stays hidden while minimumCount publishes no visitors', async () => {
    const publish = publisher(2, new GroupMemory(), 3);
    const acts = [{ person: alice, id: 'alice-1', at: NOON - 1000, pays: false }];
    const few = await publishAt(publish, moment(0, [alice, bob], acts));
    assert.deepEqual([few.count, few.visitors, few.recentEvents.length], [null, [], 1]);
    const { visitors } = await publishAt(publish, moment(10, [alice, bob, carol], acts));
    assert.deepEqual(
      visitors.map(({ location }) => location.city),
      [null, 'Lyon', 'Lyon'],
    );
  });

  it('is published with another ID at the country than at a place, be it that no city was known', async () => {
    const publish = publisher(2);
    const nowhere = { ...alice, home: { ...lyon, location: { city: null, region: null, countryCode: 'FR' } } };
    const [before] = (await publishAt(publish, moment(0, [nowhere]))).visitors;
    assert.equal(before?.location.countryCode, 'FR');
    await publishAt(publish, moment(HOUR, []));
    const after = (await publishAt(publish, moment(2 * HOUR, [alice, bob]))).visitors;
    assert.deepEqual([after.length, after.some(({ visitorId }) => visitorId === before.visitorId)], [2, false]);
  });

  it('is forgotten half an hour after the visit', async () => {
    const memory = new GroupMemory();
    const publish = publisher(2, memory);
    await publishAt(publish, moment(0, [alice]));
    await publishAt(publish, { at: NOON + MEMORY_MS + 1, here: [], acts: [] });
    assert.deepEqual(memory.list, []);
  });
});

describe('minimumGroup in a fleet', () => {
  it('is stored for new instances', async (t) => {
    const people = (...ids: string[]): object =>
      snapshot({ visitors: ids.map((id) => visitor(id, lyon)), recentEvents: [] });
    const store = memoryStore({ now: () => NOON });
    const options = { store, privacy: { minimumGroup: 2 }, respond: answer(people('alice')) };
    const [one, other] = [await startProxy(t, options), await startProxy(t, options)];
    assert.equal((await one.get()).snapshot().data.visitors[0]?.location.city, null);
    other.clock.passSeconds(10);
    other.upstream.respond = answer(people('alice', 'bob', 'carol'));
    await other.get();
    await other.settled();
    const { data } = (await other.get()).snapshot();
    assert.deepEqual(
      data.visitors.map(({ location }) => location.city),
      [null, 'Lyon', 'Lyon'],
    );
  });
});
