import { Poller } from '../../src/client/poller.ts';
import type { RequestResult } from '../../src/client/request.ts';
import { snapshotOf } from '../protocol/support.ts';
import { FakePlatform, settled } from './platform.ts';

export const GOOD: RequestResult = { ok: true, snapshot: snapshotOf({ data: { count: 1 } }), serverTime: null };
export const BAD: RequestResult = { ok: false, reason: 'http-500', retryAfter: null };

/** A poller, its clock, and a proxy that answers when the test says so. */
export function start({ interval = 10, heedsAbort = true, isStarted = true } = {}) {
  const platform = new FakePlatform();
  const answers: RequestResult[] = [];
  const requests: {
    signal: AbortSignal;
    at: number;
    cache: RequestCache;
    resolve: (answer: RequestResult) => void;
    reject: (error: Error) => void;
  }[] = [];
  const options = {
    interval,
    request: (signal: AbortSignal, cache: RequestCache) =>
      new Promise<RequestResult>((resolve, reject) => {
        requests.push({ signal, at: platform.time / 1000, cache, resolve, reject });
        if (heedsAbort) {
          signal.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
        }
      }),
  };
  const poller = new Poller({
    request: (signal, _watch, cache) => options.request(signal, cache),
    onAnswer: (answer) => answers.push(answer),
    interval: () => options.interval,
    platform,
  });
  if (isStarted) poller.start();
  const answer = async (given: RequestResult = GOOD): Promise<void> => {
    requests.at(-1)!.resolve(given);
    await settled();
  };
  return { platform, poller, requests, answers, answer, options };
}
