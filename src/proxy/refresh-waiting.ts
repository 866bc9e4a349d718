import { withTimeout, pollUntil } from './wait.ts';

/** A refresh that has started. */
export interface Refresh {
  /** Epoch milliseconds. */
  startedAt: number;
  /** Never rejects. */
  ended: Promise<void>;
  /** As `ended`, or as soon as there is something to serve. */
  servable: Promise<void>;
  /** The wait that all viewers of this refresh share. */
  waited: Promise<void> | null;
}

/** One viewer's request for a refresh. */
export interface RefreshRequest {
  refresh: Refresh;
  /** The request has started the refresh. */
  isOwn: boolean;
  /** There is something to serve in the meantime. */
  isServed: boolean;
  keepAlive: ((work: Promise<void>) => void) | undefined;
}

/** How requests share a refresh, which depends on what the runtime lets them share. */
export interface RefreshSharing {
  /** Milliseconds after which a refresh is given up. */
  readonly giveUpMs: number;
  /** Keeps the refresh alive. @returns Whether it continues after the response. */
  keep(request: RefreshRequest): boolean;
  /** @param limitMs `undefined`: no limit. @param isDone Whether the wait is over; only read where promises cannot be shared. */
  wait(request: RefreshRequest, limitMs: number | undefined, isDone: () => boolean): Promise<void>;
}

/** Requests of one process: all wait for the same promise, and the refresh continues by itself. */
export const sharedRequests = (wait: typeof withTimeout = withTimeout): RefreshSharing => ({
  giveUpMs: Infinity,
  keep({ refresh, keepAlive }) {
    keepAlive?.(refresh.ended);
    return true;
  },
  wait({ refresh, isServed }, limitMs) {
    const work = isServed ? refresh.ended : refresh.servable;
    return limitMs === undefined ? work : (refresh.waited ??= wait(limitMs, work));
  },
});

/**
 * Requests that may not wait for each other's promises, as on Workers: a refresh ends with the request that has started it, unless
 * it is kept alive, and other requests poll for its result.
 */
export function isolatedRequests(
  giveUpMs: number,
  wait: typeof withTimeout = withTimeout,
  look: typeof pollUntil = pollUntil,
): RefreshSharing {
  const own = sharedRequests(wait);
  return {
    giveUpMs,
    keep({ refresh, isOwn, keepAlive }) {
      if (isOwn) keepAlive?.(refresh.ended);
      return !isOwn || keepAlive !== undefined;
    },
    wait: (request, limitMs, isDone) =>
      request.isOwn ? own.wait(request, limitMs, isDone) : look(limitMs ?? Infinity, isDone),
  };
}
