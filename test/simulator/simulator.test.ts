import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { SnapshotData } from '../../src/protocol/types.ts';
import { createSimulator, type RealtimeMapAnswer, type SimulatorOptions } from '../../src/simulator/index.ts';

const NOON = Date.UTC(2025, 5, 1, 12);
const MINUTE = 60_000;
const WINDOW = 10 * MINUTE;

function parsed(answer: RealtimeMapAnswer): SnapshotData {
  const result = parseSnapshot(JSON.parse(JSON.stringify(answer)));
  assert.ok(result.ok);
  return result.snapshot.data;
}
function answersOver(span: number, step: number, options?: SimulatorOptions): SnapshotData[] {
  const simulator = createSimulator(options);
  return Array.from({ length: span / step + 1 }, (_, index) => parsed(simulator.answerAt(NOON + index * step)));
}
function idsOf(data: SnapshotData): Set<string> {
  return new Set(data.visitors.map(({ visitorId }) => visitorId));
}
/** What came in over a span, each thing once. */
function byId<Row extends { _id: string }>(lists: Row[][]): Row[] {
  return [...new Map(lists.flat().map((row) => [row._id, row])).values()];
}
function share<T>(list: readonly T[], is: (item: T) => boolean): number {
  return list.filter(is).length / list.length;
}

test('returns the same answer for the same seed and clock, whatever was requested before', () => {
  const asked = createSimulator({ seed: 7 });
  for (let minute = 0; minute < 100; minute += 9) asked.answerAt(NOON - minute * MINUTE);
  assert.deepEqual(asked.answerAt(NOON), createSimulator({ seed: 7 }).answerAt(NOON));
  assert.deepEqual(
    createSimulator().answerAt(NOON),
    createSimulator({ seed: 1, visitors: 30, shape: 'A' }).answerAt(NOON),
  );
});

test('returns the count without computing the answer', () => {
  const simulator = createSimulator();
  assert.equal(simulator.countAt(NOON), simulator.answerAt(NOON).data.count);
  assert.throws(() => simulator.countAt(NaN), /^RangeError: Got time NaN/);
});

test('returns other visitors for another seed', () => {
  const [one, two] = [1, 2].map((seed) => idsOf(parsed(createSimulator({ seed, visitors: 300 }).answerAt(NOON))));
  assert.equal([...one!].filter((id) => two!.has(id)).length, 0);
});

test('has two shapes that parse to the same visitors, of which B has fewer details', () => {
  const answers = (['A', 'B'] as const).map((shape) => createSimulator({ shape, visitors: 200 }).answerAt(NOON));
  const [a, b] = answers.map(parsed);
  for (const [index, data] of [a!, b!].entries()) {
    const source = answers[index]!.data;
    assert.equal(data.count, source.count);
    assert.equal(data.visitors.length, source.visitors.length);
    assert.equal(data.recentEvents.length, source.recentEvents.length);
    assert.equal(data.recentPayments.length, source.recentPayments.filter(({ visible }) => visible).length);
  }
  assert.deepEqual(idsOf(a!), idsOf(b!));
  assert.deepEqual(
    a!.visitors.map(({ system }) => system),
    b!.visitors.map(({ system }) => system),
  );
  assert.ok(a!.hasConversionPredictions && !b!.hasConversionPredictions);
  assert.ok(a!.visitors.some(({ conversionLikelihood }) => conversionLikelihood));
  for (const visitor of answers[1]!.data.visitors) {
    assert.deepEqual(Object.keys(visitor).sort(), [
      'conversionLikelihood',
      'currentUrl',
      'location',
      'profileData',
      'system',
      'visitorId',
    ]);
    assert.equal(typeof visitor.system.browser, 'string');
  }
});

test('replaces a few visitors between polls and keeps most', () => {
  const polls = answersOver(10 * MINUTE, 10_000);
  let arrived = 0;
  let departed = 0;
  for (const [index, data] of polls.entries()) {
    const before = polls[index - 1];
    if (!before) continue;
    const stayed = before.visitors.filter(({ visitorId }) => idsOf(data).has(visitorId)).length;
    assert.ok(stayed >= before.visitors.length * 0.7, `${stayed} of ${before.visitors.length} stayed`);
    arrived += data.visitors.length - stayed;
    departed += before.visitors.length - stayed;
  }
  assert.ok(arrived >= 8 && departed >= 8, `${arrived} came and ${departed} went within 10 minutes`);
});

test('has an event every few seconds with 30 visitors', () => {
  const { recentEvents } = parsed(createSimulator().answerAt(NOON));
  assert.ok(recentEvents.length > WINDOW / 12_000, `${recentEvents.length} events in 10 minutes`);
});

test('removes a visitor within 10 minutes of the last activity, for good', () => {
  const gone = new Set<string>();
  const lastSeen = new Map<string, number>();
  let before = new Set<string>();
  answersOver(40 * MINUTE, 20_000).forEach((data, index) => {
    const now = NOON + index * 20_000;
    const here = idsOf(data);
    for (const id of before) if (!here.has(id)) gone.add(id);
    for (const id of here) assert.ok(!gone.has(id));
    for (const { visitorId, timestamp } of data.recentEvents) {
      assert.ok(visitorId !== null && here.has(visitorId), 'a visitor with an event within the window is listed');
      lastSeen.set(visitorId, Math.max(lastSeen.get(visitorId) ?? 0, Date.parse(timestamp!)));
    }
    for (const id of here) {
      // A short look at one page ends with no event of its own.
      const last = lastSeen.get(id);
      if (last !== undefined) assert.ok(now - last < WINDOW + 2 * MINUTE);
    }
    before = here;
  });
  assert.ok(gone.size > 20);
});

test('shows the last page that a visitor opened', () => {
  const { visitors, recentEvents } = parsed(createSimulator({ visitors: 100 }).answerAt(NOON));
  for (const { visitorId, currentUrl } of visitors) {
    const last = recentEvents.find((event) => event.visitorId === visitorId && event.type === 'pageview');
    if (last) assert.equal(currentUrl, last.path);
  }
});

test('has events of the past within the window only', () => {
  const { data } = createSimulator({ visitors: 500 }).answerAt(NOON);
  for (const { timestamp } of [...data.recentEvents, ...data.recentPayments]) {
    assert.ok(Date.parse(timestamp) <= NOON && Date.parse(timestamp) > NOON - WINDOW);
  }
  for (const { sessionStartTime } of data.visitors) assert.ok(Date.parse(sessionStartTime!) <= NOON);
});

test('has payments in several currencies, new, renewed and trial, within an hour', () => {
  const payments = byId(answersOver(60 * MINUTE, 5 * MINUTE).map(({ recentPayments }) => recentPayments));
  assert.ok(payments.length >= 25 && payments.length <= 90, `${payments.length} payments in an hour`);
  const currencies = new Set(payments.map(({ currency }) => currency));
  assert.ok(currencies.size >= 3, [...currencies].join());
  for (const currency of currencies) assert.match(currency!, /^(USD|EUR|GBP|JPY|BRL)$/);
  assert.ok(payments.some(({ renewal }) => renewal));
  assert.ok(payments.some(({ renewal }) => !renewal));
  const aDay = byId(answersOver(24 * 60 * MINUTE, 10 * MINUTE).map(({ recentPayments }) => recentPayments));
  assert.ok(aDay.some(({ amount }) => amount === 0));
  assert.equal(new Set(aDay.map(({ currency }) => currency)).size, 5);
});

test('has payments that can be located by an event of the same time and amount, or by the customer’s address', () => {
  const polls = answersOver(60 * MINUTE, 5 * MINUTE);
  const events = byId(polls.map(({ recentEvents }) => recentEvents)).filter(({ type }) => type === 'payment');
  const payments = byId(polls.map(({ recentPayments }) => recentPayments));
  const byEvent = payments.filter((payment) =>
    events.some(({ timestamp, amount }) => timestamp === payment.timestamp && amount === payment.amount),
  );
  const addresses = new Set(polls.flatMap(({ visitors }) => visitors.map(({ customerEmail }) => customerEmail)));
  const byAddress = payments.filter(({ email }) => addresses.has(email));
  assert.ok(byEvent.length > 0 && byAddress.length > 0);
  assert.ok(byEvent.length < payments.length && byAddress.length < payments.length, 'others appear in the ticker only');
});

test('has goals by name', () => {
  const events = byId(answersOver(60 * MINUTE, 5 * MINUTE).map(({ recentEvents }) => recentEvents));
  const goals = new Set(events.filter(({ type }) => type === 'custom').map(({ extraData }) => extraData.eventName));
  assert.ok(goals.has('signup_started') && goals.has('newsletter_joined'));
  assert.ok(!goals.has(null));
  assert.deepEqual([...new Set(events.map(({ type }) => type))].sort(), ['custom', 'pageview', 'payment']);
});

test('has realistic places, devices and customers, and private data for a proxy to remove', () => {
  const { data } = createSimulator({ visitors: 3000 }).answerAt(NOON);
  const { visitors } = data;
  const between = (part: number, least: number, most: number): void => {
    assert.ok(part >= least && part <= most, `${part} is not within ${least} and ${most}`);
  };
  between(
    share(visitors, ({ location }) => location.countryCode === null),
    0.01,
    0.05,
  );
  between(
    share(visitors, ({ location }) => location.city === null && location.region !== null),
    0.02,
    0.1,
  );
  between(
    share(visitors, ({ isCustomer }) => isCustomer === true),
    0.07,
    0.17,
  );
  between(
    share(visitors, ({ profileData }) => profileData.userId?.includes('@') === true),
    0.1,
    0.3,
  );
  between(
    share(visitors, ({ system }) => JSON.stringify(system).includes('mobile')),
    0.25,
    0.5,
  );
  assert.ok(new Set(visitors.map(({ location }) => location.countryCode)).size > 55);
  assert.ok(new Set(visitors.map(({ location }) => location.city)).size > 110);
  assert.ok(visitors.some(({ currentUrl }) => currentUrl?.startsWith('https://')));
  assert.ok(visitors.some(({ currentUrl }) => currentUrl?.includes('?utm_source=')));
  assert.ok(visitors.some(({ profileData }) => profileData.displayName?.includes('@')));
  assert.ok(
    !/Safari","os":"Windows|iOS","device":"desktop|Edge","os":"iOS/.test(
      JSON.stringify(parsed({ status: 'success', data })),
    ),
  );
  for (const { latitude, longitude, location } of visitors) {
    assert.equal(latitude === undefined, location.city === null);
    assert.ok(latitude === undefined || (Math.abs(latitude) < 70 && Math.abs(longitude!) <= 180));
  }
  for (const address of JSON.stringify(data).match(/[\w.]+@[\w.]+/g)!) assert.match(address, /@example\.(com|org)$/);
});

test('has several visitors at one place among 30', () => {
  const { visitors } = parsed(createSimulator().answerAt(NOON));
  const placed = visitors.filter(({ latitude }) => latitude !== null);
  assert.ok(new Set(placed.map(({ latitude, longitude }) => `${latitude},${longitude}`)).size < placed.length);
});

test('varies over the day', () => {
  const simulator = createSimulator({ visitors: 1000 });
  const counts = Array.from({ length: 24 }, (_, hour) => simulator.answerAt(NOON + hour * 60 * MINUTE).data.count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  assert.ok(most > 900 && most < 1100, `${most} at the busiest hour`);
  assert.ok(least < 0.75 * most && least > 0.2 * most, `${least} at the quietest hour`);
});

for (const visitors of [0, 1, 5000]) {
  test(`${visitors} visitors: has unique ids`, () => {
    const answer = createSimulator({ visitors }).answerAt(Date.UTC(2025, 5, 1, 16));
    const data = parsed(answer);
    assert.equal(answer.data.count, answer.data.visitors.length);
    assert.equal(data.visitors.length, answer.data.visitors.length, 'no duplicates');
    assert.equal(data.recentEvents.length, answer.data.recentEvents.length, 'no duplicates');
    assert.ok(data.visitors.length >= Math.floor(visitors * 0.7) && data.visitors.length <= visitors * 1.2 + 3);
    if (visitors === 0) assert.deepEqual([data.visitors, data.recentEvents, data.recentPayments], [[], [], []]);
  });
}

test('returns answers for times before 1970 and far in the future', () => {
  for (const now of [-1, 0, -86_400_000 * 365 + 1, 4e12]) assert.ok(createSimulator().answerAt(now).data.count > 0);
});

test('throws for impossible options, with the value it got', () => {
  assert.throws(() => createSimulator({ visitors: -1 }), /Got visitors -1/);
  assert.throws(() => createSimulator({ visitors: NaN }), /Got visitors NaN/);
  assert.throws(() => createSimulator({ seed: Infinity }), /Got seed Infinity/);
  assert.throws(() => createSimulator().answerAt(NaN), /Got time NaN/);
});
