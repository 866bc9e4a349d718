import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { withoutPersonal } from '../../src/protocol/personal.ts';
import { pick, randomFrom, type Random } from '../../src/simulator/random.ts';

const KEYS =
  '_id visitorId type timestamp path countryCode extraData eventName amount currency visible renewal location city region system browser name os device currentUrl referrer sessionStartTime visitCount latitude longitude precision isCustomer customerName customerEmail profileData displayName userId hasProfile conversionLikelihood score confidence dimensionMatches raw __proto__ constructor x';
const TOP_KEYS = 'count visitors recentEvents recentPayments conversionMetrics hasConversionPredictions'.split(' ');
const LEAVES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  52.5,
  180,
  181,
  1e21,
  1.7e12,
  '',
  ' ',
  '0',
  '7',
  '-90',
  '1e999',
  'NaN',
  'DE',
  'de',
  '$',
  'EUR',
  'a',
  '||||1',
  '|||',
  'pageview',
  'pageview||||',
  '2025-06-01T12:00:00Z',
  ' 2025-06-01 ',
  '2025',
  'constructor',
  '__proto__',
  'ada@example.com',
  '/a%40b@c',
  'https://ada@example.com//x?y#z',
  '\u202e\u0000',
  '\ud800',
  '<b>',
];

/** Any JSON value, its keys mostly those of the documented answer. */
function value(random: Random, keys: readonly string[], depth: number): unknown {
  const kind = depth > 0 ? random() : 0;
  if (kind < 0.5) return pick(random, LEAVES);
  const length = Math.floor(random() * 6);
  if (kind < 0.65) return Array.from({ length }, () => value(random, keys, depth - 1));
  return record(random, keys, length, depth);
}

function record(random: Random, keys: readonly string[], length: number, depth: number): unknown {
  const entries = Array.from({ length }, () => [pick(random, keys), value(random, keys, depth - 1)]);
  return Object.fromEntries(entries);
}

/** Something close to an answer, or nothing like it. */
function answer(random: Random): unknown {
  const keys = KEYS.split(' ');
  const rows = (): unknown =>
    random() < 0.1
      ? value(random, keys, 2)
      : Array.from({ length: Math.floor(random() * 6) }, () => record(random, keys, Math.floor(random() * 30), 2));
  if (random() < 0.1) return value(random, [...keys, ...TOP_KEYS, 'status', 'data', 'error', 'meta'], 5);
  const data = Object.fromEntries(TOP_KEYS.filter(() => random() < 0.9).map((key) => [key, rows()]));
  return {
    status: 'success',
    data,
    ...(random() < 0.3 && { meta: value(random, ['generatedAt', 'windowSeconds'], 2) }),
  };
}

test('the parser accepts any JSON value without throwing, and its output parses to the same', () => {
  const random = randomFrom(1);
  let read = 0;
  for (let round = 0; round < 3000; round++) {
    const json = JSON.stringify(answer(random));
    const result = parseSnapshot(JSON.parse(json));
    if (!result.ok) continue;
    read++;
    const again = parseSnapshot(JSON.parse(JSON.stringify(result.snapshot)));
    assert.ok(again.ok);
    // As JSON: -0 is 0 there.
    assert.equal(JSON.stringify(again.snapshot), JSON.stringify(result.snapshot), json);

    const ids = result.snapshot.data.visitors.map(({ visitorId }) => visitorId);
    assert.equal(new Set(ids).size, ids.length, json);
    withoutPersonal(result.snapshot);
  }
  assert.ok(read > 2000, `only ${read} of 3000 were snapshots`);
});

test('values that are not JSON are an error result, not an exception', () => {
  for (const odd of [undefined, () => 1, Symbol('x'), 1n, NaN, new Date(NaN), new Map(), Object.create(null)]) {
    assert.equal(parseSnapshot(odd).ok, false);
  }
});
