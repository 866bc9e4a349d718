import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startFaulty } from './faulty.ts';
import { NOON } from './start.ts';
import { failure } from './upstream.ts';

const inSeconds = (seconds: number): string => new Date(NOON + seconds * 1000).toUTCString();

/** Where the upstream asks for nothing that can be understood: the proxy's own pause, with its jitter. */
const OWN = [10, 15] as const;

const rows: [header: string, atLeast: number, atMost: number][] = [
  ['30', 30, 30],
  ['3', ...OWN],
  [inSeconds(45), 45, 45],
  ['Monday, 23-Nov-26 12:00:45 GMT', 45, 45],
  ['Mon Nov 23 12:00:45 2026', 45, 45],
  [inSeconds(-45), ...OWN],
  [inSeconds(2 * 86_400), 3600, 3600],
  ['0', ...OWN],
  ['-1', ...OWN],
  ['1000000000', 3600, 3600],
  ['1e9', ...OWN],
  ['soon', ...OWN],
];

for (const [header, atLeast, atMost] of rows) {
  describe(`429 with Retry-After: ${header}`, () => {
    const respond = failure(429, { 'retry-after': header });

    it(`pauses upstream calls for ${atLeast} s while the last good answer is served`, async (t) => {
      const faulty = await startFaulty(t, { staleSeconds: 7200, sound: true, respond });
      const { get, calls, clock, lookAfter } = faulty;
      clock.now = NOON - 10_000;
      await get();
      faulty.sound = false;
      await lookAfter(10);
      assert.equal(clock.now, NOON);
      for (let part = 0; part < 10; part++) {
        const reply = await lookAfter((atLeast - 0.5) / 10);
        assert.equal(reply.status, 200);
        assert.equal(reply.snapshot().meta.stale, true);
      }
      assert.equal(calls.length, 2);
      faulty.sound = true;
      await lookAfter(atMost - atLeast + 0.5);
      assert.equal((await lookAfter(0)).snapshot().meta.stale, false);
      assert.equal(calls.length, 3);
    });

    it('passes Retry-After to a viewer when there is no snapshot', async (t) => {
      const { get, calls, lookAfter } = await startFaulty(t, { sound: false, respond });
      const reply = await get();
      assert.equal(reply.status, 503);
      assert.equal(reply.error().reason, 'upstream-rate-limited');
      const seconds = Number(reply.headers['retry-after']);
      assert.ok(seconds >= atLeast && seconds <= atMost, `${seconds} s`);
      assert.equal((await lookAfter(atLeast - 0.5)).status, 503);
      assert.equal(calls.length, 1);
    });
  });
}

it('an error other than 429 may have Retry-After too', async (t) => {
  const { get, calls, lookAfter } = await startFaulty(t, {
    sound: false,
    respond: failure(503, { 'retry-after': '120' }),
  });
  assert.equal((await get()).headers['retry-after'], '120');
  await lookAfter(119.5);
  assert.equal(calls.length, 1);
  await lookAfter(0.5);
  assert.equal(calls.length, 2);
});
