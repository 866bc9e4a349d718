import type { ServerResponse } from 'node:http';

const MINUTE_MS = 60_000;

/** Counts requests in fixed minutes, and reports them in the headers that third parties have observed. */
export function createRateLimit(limit: number, now: () => number): (response: ServerResponse) => boolean {
  let minute = NaN;
  let used = 0;
  return (response) => {
    const time = now();
    const current = Math.floor(time / MINUTE_MS);
    if (current !== minute) {
      minute = current;
      used = 0;
    }
    used++;
    const seconds = Math.ceil(((minute + 1) * MINUTE_MS - time) / 1000);
    response.setHeader('x-ratelimit-limit', limit);
    response.setHeader('x-ratelimit-remaining', Math.max(0, limit - used));
    response.setHeader('x-ratelimit-reset', (minute + 1) * (MINUTE_MS / 1000));
    if (used <= limit) return true;
    response.setHeader('retry-after', seconds);
    return false;
  };
}
