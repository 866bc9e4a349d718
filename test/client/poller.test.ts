import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settled } from './platform.ts';
import type { SnapshotResponse } from '../../src/client/request.ts';
import { BAD, GOOD, start } from './start.ts';

describe('polling', () => {
  test('starts at once and then waits the interval after each answer', async () => {
    const { platform, requests, answer } = start();
    assert.equal(requests.length, 1);
    await platform.advance(3);
    await answer();
    await platform.advance(9);
    assert.equal(requests.length, 1);
    await platform.advance(1);
    assert.deepEqual(
      requests.map(({ at }) => at),
      [0, 13],
    );
  });

  test('reads the interval for each poll', async () => {
    const { platform, requests, answer, options } = start();
    options.interval = 30;
    await answer();
    await platform.advance(29);
    assert.equal(requests.length, 1);
    await platform.advance(1);
    assert.equal(requests.length, 2);
  });

  test('sends one request at a time, however slow it is and however often a refresh is requested', async () => {
    const { platform, poller, requests } = start({ interval: 2 });
    void poller.refresh();
    poller.start();
    await platform.advance(11);
    void poller.refresh();
    assert.equal(requests.length, 1);
  });

  test('times out after 12 s and reports a failure', async () => {
    const { platform, requests, answers } = start();
    await platform.advance(11.9);
    assert.equal(requests[0]!.signal.aborted, false);
    await platform.advance(0.1);
    assert.equal(requests[0]!.signal.aborted, true);
    assert.deepEqual(answers, [{ ok: false, reason: 'timeout', retryAfter: null }]);
  });

  test('times out a request that ignores its signal', async () => {
    const { platform, requests, answers } = start({ heedsAbort: false });
    await platform.advance(12);
    assert.deepEqual(answers, [{ ok: false, reason: 'timeout', retryAfter: null }]);
    await platform.advance(5);
    assert.equal(requests.length, 2, 'it retries');
    requests[0]!.resolve(GOOD);
    await settled();
    assert.equal(answers.length, 1, 'too late');
  });

  /** What each request says of the browser's cache, when the server's times at its answers are these. */
  async function cachesAt(...times: (number | null | 'failed')[]): Promise<RequestCache[]> {
    const { platform, requests, answer } = start();
    for (const time of times) {
      await answer(time === 'failed' ? BAD : { ...(GOOD as SnapshotResponse), serverTime: time });
      await platform.advance(10);
    }
    return requests.map(({ cache }) => cache);
  }

  test('allows shared caches for all requests but the first, which "Back" could otherwise answer', async () => {
    assert.deepEqual(await cachesAt(1000, 11_000, 21_000), ['no-cache', 'default', 'default', 'default']);
    assert.deepEqual(await cachesAt('failed', 11_000, 'failed', 31_000), [
      'no-cache',
      'no-cache',
      'default',
      'default',
      'default',
    ]);
  });

  test('bypasses the browser’s cache permanently once it has returned the same answer again', async () => {
    const caches = ['no-cache', 'default', 'default', 'no-cache', 'no-cache', 'no-cache'];
    assert.deepEqual(await cachesAt(1000, 11_000, 11_000, 31_000, 41_000), caches);
    assert.deepEqual(
      await cachesAt(null, null, 21_000),
      ['no-cache', 'no-cache', 'no-cache', 'no-cache'],
      'a cache may have answered',
    );
  });

  test('has no unnecessary timer', async () => {
    const { platform, answer } = start();
    assert.equal(platform.timers.size, 1, 'the time-out of the request');
    await answer();
    assert.equal(platform.timers.size, 1, 'the next poll');
  });
});

describe('failures', () => {
  test('are retried after 5, 10, 20, 40, 50 and 50 s; a success restores the interval', async () => {
    const { platform, requests, answer } = start();
    await answer(BAD);
    for (const wait of [5, 10, 20, 40, 50, 50]) {
      const before = requests.length;
      await platform.advance(wait - 0.1);
      assert.equal(requests.length, before, `not before ${wait} s`);
      await platform.advance(0.1);
      assert.equal(requests.length, before + 1, `after ${wait} s`);
      await answer(BAD);
    }
    await platform.advance(60);
    await answer(GOOD);
    const before = requests.length;
    await platform.advance(10);
    assert.equal(requests.length, before + 1);
    await answer(BAD);
    await platform.advance(5);
    assert.equal(requests.length, before + 2, 'the backoff starts over');
  });

  test('wait as long as Retry-After requests', async () => {
    const { platform, requests, answer } = start();
    await answer({ ok: false, reason: 'http-429', retryAfter: 90 });
    await platform.advance(89);
    assert.equal(requests.length, 1);
    await platform.advance(1);
    assert.equal(requests.length, 2);
  });

  test('include a request that rejects or throws', async () => {
    const { platform, requests, answers, options } = start();
    requests[0]!.reject(new Error('headers() failed'));
    await settled();
    assert.deepEqual(answers.at(-1), { ok: false, reason: 'request-failed', retryAfter: null });
    options.request = () => {
      throw new Error('at once');
    };
    await platform.advance(5);
    assert.equal(answers.length, 2);
    assert.deepEqual(answers.at(-1), { ok: false, reason: 'request-failed', retryAfter: null });
  });
});

describe('stop()', () => {
  test('clears the timer between two polls', async () => {
    const { platform, poller, requests, answer } = start();
    await answer();
    poller.stop();
    assert.equal(platform.timers.size, 0);
    await platform.advance(3600);
    assert.equal(requests.length, 1);
  });

  test('aborts a pending request, clears its timer and reports nothing', async () => {
    for (const heedsAbort of [true, false]) {
      const { platform, poller, requests, answers } = start({ heedsAbort });
      poller.stop();
      await settled();
      assert.equal(requests[0]!.signal.aborted, true);
      assert.equal(platform.timers.size, 0);
      await platform.advance(3600);
      assert.equal(requests.length, 1);
      assert.deepEqual(answers, []);
    }
  });

  test('ignores an answer that arrives later', async () => {
    const { poller, answers, answer } = start({ heedsAbort: false });
    poller.stop();
    await answer();
    assert.deepEqual(answers, []);
  });

  test('ignores an answer that arrives in the same task', async () => {
    const { poller, requests, answers } = start();
    requests[0]!.resolve(GOOD);
    poller.stop();
    await settled();
    assert.deepEqual(answers, []);
  });

  test('has no effect when called twice or before start()', () => {
    const { poller } = start({ isStarted: false });
    poller.stop();
    poller.stop();
  });
});

describe('start() after stop()', () => {
  test('polls at once when a poll became due', async () => {
    const { platform, poller, requests, answer } = start();
    await answer();
    poller.stop();
    await platform.advance(60);
    poller.start();
    assert.equal(requests.length, 2);
  });

  test('waits for the rest of the interval otherwise', async () => {
    const { platform, poller, requests, answer } = start();
    await answer();
    await platform.advance(4);
    poller.stop();
    await platform.advance(1);
    poller.start();
    assert.equal(requests.length, 1);
    await platform.advance(4.9);
    assert.equal(requests.length, 1);
    await platform.advance(0.1);
    assert.equal(requests.length, 2);
  });

  test('sends a new request after an aborted one, and reports its answer only', async () => {
    const { poller, requests, answers, answer } = start();
    poller.stop();
    poller.start();
    assert.equal(requests.length, 2);
    assert.equal(requests[1]!.signal.aborted, false);
    await answer();
    assert.deepEqual(answers, [GOOD]);
  });

  test('does not shorten a backoff', async () => {
    const { platform, poller, requests, answer } = start();
    await answer({ ok: false, reason: 'http-429', retryAfter: 90 });
    poller.stop();
    poller.start();
    await platform.advance(89);
    assert.equal(requests.length, 1);
  });
});

describe('refresh()', () => {
  test('polls at once and resolves when the answer has been reported', async () => {
    const { platform, poller, requests, answers, answer } = start();
    await answer();
    await platform.advance(3);
    const refreshed = poller.refresh();
    assert.equal(requests.length, 2);
    requests[1]!.resolve(GOOD);
    await refreshed;
    assert.equal(answers.length, 2);
    await platform.advance(9.9);
    assert.equal(requests.length, 2, 'the interval starts over');
    await platform.advance(0.1);
    assert.equal(requests.length, 3);
  });

  test('never rejects: failure, time-out, rejecting or throwing request, stop()', async () => {
    const { platform, poller, requests, options, answer } = start();
    await answer();
    let refreshed = poller.refresh();
    await answer(BAD);
    await refreshed;

    refreshed = poller.refresh();
    await platform.advance(12);
    await refreshed;

    refreshed = poller.refresh();
    requests.at(-1)!.reject(new Error('rejects'));
    await refreshed;

    refreshed = poller.refresh();
    poller.stop();
    await refreshed;

    options.request = () => {
      throw new Error('throws');
    };
    await poller.refresh();
  });

  test('resolves on stop(), also for a request that ignores its signal', async () => {
    const { poller } = start({ heedsAbort: false });
    const refreshed = poller.refresh();
    poller.stop();
    await refreshed;
  });

  test('sends one request when the poller is stopped, and does not start it', async () => {
    const { platform, poller, requests, answer } = start({ isStarted: false });
    const refreshed = poller.refresh();
    await answer();
    await refreshed;
    await platform.advance(3600);
    assert.equal(requests.length, 1);
    assert.equal(platform.timers.size, 0);
  });
});
