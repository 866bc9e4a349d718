import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CountAt, CountHistory, mergeCounts, publishHistory } from '../../src/proxy/history.ts';
import { pick, type Random, randomFrom } from '../../src/simulator/random.ts';
import { NOON } from './start.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const MINUTES = 30;
const SEEDS = 200;
const OPTIONS = { historyMinutes: MINUTES, refreshSeconds: 10 };

const minuteOf = (at: number): number => Math.floor(at / MINUTE);
/** A count that names the moment that it is of. */
const counted = (at: number): CountAt => [at, at];
const published = (counts: readonly CountAt[], at: number): (number | null)[] =>
  publishHistory(counts, counted(at), OPTIONS)?.counts ?? assert.fail('nothing is published');

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('the published history', () => {
  it('has a step per minute, ends with the answer’s count, and has gaps', () => {
    const counts = [counted(NOON - 5 * MINUTE), [NOON - 3 * MINUTE, 0], [NOON - 2 * MINUTE, null]] as const;
    const { stepSeconds, counts: steps } = publishHistory(counts, [NOON, 7], { ...OPTIONS, historyMinutes: 8 })!;
    assert.equal(stepSeconds, 60);
    assert.deepEqual(steps, [null, null, NOON - 5 * MINUTE, null, 0, null, null, 7]);
  });

  it('ends with the answer’s count even if a later count exists for that minute', () => {
    assert.equal(publishHistory([[NOON + 5 * SECOND, 9]], [NOON, null], OPTIONS)?.counts.at(-1), null);
  });

  it('is absent when it is off', () => {
    assert.equal(publishHistory([counted(NOON)], counted(NOON), { ...OPTIONS, historyMinutes: 0 }), null);
    assert.deepEqual(new CountHistory(0, () => NOON).add([counted(NOON)]), []);
  });
});

describe('the history of a site refreshed less often than once a minute', () => {
  const rare = { historyMinutes: 12, refreshSeconds: 180 };
  it('has no gap while there are viewers, as a count holds until the next', () => {
    // The first is older than the history goes back.
    const counts = [-14, -9, -4].map((minute): CountAt => [NOON + minute * MINUTE, -minute]);
    const { counts: steps } = publishHistory(counts, [NOON, 1], rare)!;
    assert.deepEqual(steps, [14, 14, 9, 9, 9, 9, 9, 4, 4, 4, 4, 1]);
  });

  it('has a gap without viewers', () => {
    const counts = [-11, -3].map((minute): CountAt => [NOON + minute * MINUTE, -minute]);
    const { counts: steps } = publishHistory(counts, [NOON, 1], rare)!;
    assert.deepEqual(steps, [11, null, null, null, null, null, null, null, 3, 3, 3, 1]);
  });
});

describe('merged counts', () => {
  it('do not depend on order or repetition', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const random = randomFrom(seed);
      const all = Array.from({ length: 90 }, (): CountAt => {
        // Few moments, so that some counts are of the same one.
        const at = NOON - 5 * SECOND * Math.floor(random() * 600);
        return [at, random() < 0.2 ? null : Math.floor(random() * 50)];
      });
      const whole = mergeCounts([all], MINUTES, NOON);
      let grown: readonly CountAt[] = [];
      let rest = shuffled(random, all);
      while (rest.length > 0) {
        const part = rest.slice(0, 1 + Math.floor(random() * 9));
        rest = rest.slice(part.length);
        grown = mergeCounts(shuffled(random, [grown, mergeCounts([part], MINUTES, NOON), part]), MINUTES, NOON);
      }
      assert.deepEqual(grown, whole);
    }
  });

  it('have exactly the requested minutes when clocks of a fleet differ by seconds', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const random = randomFrom(seed);
      let now = NOON;
      const machines = Array.from({ length: 3 }, () => {
        const skew = Math.round((random() - 0.5) * 10 * SECOND);
        return { skew, history: new CountHistory(MINUTES, () => now + skew) };
      });
      let shared: readonly CountAt[] = [];
      const seen = new Set<number>();
      for (; now < NOON + MINUTES * MINUTE; now += 10 * SECOND) {
        // Now and then there are no viewers for some minutes.
        if (random() < 0.02) now += Math.floor(random() * 5) * MINUTE;
        const { skew, history } = pick(random, machines);
        history.add(shared);
        // A store may refuse what comes late, and the machine keeps it.
        const counts = history.add([counted(now + skew)]);
        if (random() < 0.9) shared = counts;
        seen.add(minuteOf(now + skew));
      }
      for (const { history } of machines) shared = history.add(shared);
      const end = now + MINUTE;
      const steps = published(shared, end);
      steps.forEach((count, index) => {
        const minute = minuteOf(end) - MINUTES + 1 + index;
        if (minute === minuteOf(end)) return;
        assert.equal(count === null, !seen.has(minute), `seed ${seed}, step ${index}`);
        assert.ok(count === null || minuteOf(count) === minute);
      });
    }
  });

  /** One look in each minute, by a clock that is wrong for some of them. */
  function lookedAt(wrongBy: number, from: number, to: number): { counts: readonly CountAt[]; now: number } {
    let clock = NOON;
    const history = new CountHistory(MINUTES, () => clock);
    let now = NOON;
    let counts: readonly CountAt[] = [];
    for (let minute = 0; minute < MINUTES; minute++, now += MINUTE) {
      clock = now + (minute >= from && minute < to ? wrongBy : 0);
      counts = history.add([counted(clock)]);
    }
    return { counts, now: now - MINUTE };
  }

  it('recover from a clock that jumps ahead and back', () => {
    const { counts, now } = lookedAt(HOUR, 12, 20);
    const expected = Array.from({ length: MINUTES }, (_, minute) =>
      minute >= 12 && minute < 20 ? null : NOON + minute * MINUTE,
    );
    assert.deepEqual(published(counts, now), expected);
    // Nor does the wrong time come back when it is there.
    assert.deepEqual(
      published(mergeCounts([counts], MINUTES, now + HOUR), now + HOUR)
        .slice(0, -1)
        .filter(Number),
      [],
    );
  });

  it('have no count in the future when the clock was set back', () => {
    const { counts, now } = lookedAt(-10 * MINUTE, 20, MINUTES);
    const last = now - 10 * MINUTE;
    assert.ok(counts.every(([at]) => at <= last + MINUTE));
    for (const [index, count] of published(counts, last).entries()) {
      assert.ok(count === null || minuteOf(count) === minuteOf(last) - MINUTES + 1 + index);
    }
  });

  it('stay bounded over time', () => {
    const history = new CountHistory(MINUTES, () => NOON + 24 * HOUR);
    for (let minute = 0; minute < 24 * 60; minute++) history.add([counted(NOON + minute * MINUTE)]);
    assert.ok(history.add([]).length <= MINUTES + 1);
  });
});

it('the missing minutes are those of a published history except its last', () => {
  for (const now of [NOON, NOON + 1, NOON + 59_999]) {
    const history = new CountHistory(MINUTES, () => now);
    history.add([counted(NOON - 5 * MINUTE)]);
    assert.equal(history.missing().length, MINUTES - 1);
    assert.ok(published(history.add(history.missing().map(counted)), now).every((count) => count !== null));
    assert.deepEqual(history.missing(), []);
  }
});
