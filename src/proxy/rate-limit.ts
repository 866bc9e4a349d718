/** How many requests one client may make. */
export interface RateLimit {
  requests: number;
  seconds: number;
  /** Number of proxies in front whose `X-Forwarded-For` is trusted. */
  trustProxy: number;
}

/** Bounds the memory when many clients attack: the earliest are forgotten. */
const MOST_CLIENTS = 10_000;

interface Window {
  /** Epoch milliseconds. */
  start: number;
  requests: number;
}

/**
 * Counts the requests of each client, for `seconds` from the first one.
 *
 * @returns For each request 0, or the seconds until the client may try again.
 */
export function createRateLimiter(
  { requests, seconds }: RateLimit,
  now: () => number,
  mostClients: number = MOST_CLIENTS,
): (client: string) => number {
  // All windows are equally long, so the order in which they were added is that in which they end.
  const windows = new Map<string, Window>();
  const lengthMs = seconds * 1000;
  // A window of the future is from before the clock was set back.
  const isOver = ({ start }: Window, time: number): boolean => time - start >= lengthMs || time < start;

  return (client) => {
    const time = now();
    for (const [other, window] of windows) {
      if (!isOver(window, time) && windows.size <= mostClients) break;
      windows.delete(other);
    }
    let window = windows.get(client);
    if (!window || isOver(window, time)) {
      windows.delete(client);
      window = { start: time, requests: 0 };
      windows.set(client, window);
    }
    window.requests += 1;
    return window.requests <= requests ? 0 : Math.max(1, Math.ceil((window.start + lengthMs - time) / 1000));
  };
}
