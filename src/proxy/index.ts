import { Cache } from './cache.ts';
import type { RequestContext } from './context.ts';
import { createHandler } from './handler.ts';
import { type LiveMapProxyOptions, resolveOptions } from './options.ts';
import { operatorLog } from './operator-log.ts';
import { createLoader } from './snapshot-source.ts';

export type { RequestContext } from './context.ts';
export type { LiveMapProxyOptions, Logger, PrivacyPreset } from './options.ts';
export type {
  ErrorReason,
  PublishedData,
  PublishedError,
  PublishedEvent,
  PublishedMeta,
  PublishedPayment,
  PublishedSnapshot,
  PublishedVisitor,
} from '../protocol/published.ts';

/** What {@link createLiveMapProxy} gives. */
export interface LiveMapProxy {
  /**
   * Answers a request: web-standard, for Workers, Deno, Bun, Next.js, Hono and others.
   *
   * @param context What the runtime knows beside the request, if anything.
   */
  fetch(request: Request, context?: RequestContext): Promise<Response>;
  /** Ends the upstream call under way, if any. Nothing is loaded afterwards. */
  close(): Promise<void>;
}

/**
 * Stands between the viewers of a live map and DataFast: keeps the key, calls the upstream once for all of them, and
 * publishes only what the privacy policy lets through. Starts no timer and does no input or output before the first
 * request.
 *
 * @throws An Error that names the option where one cannot be used; a key stands in no message.
 */
export function createLiveMapProxy(options: LiveMapProxyOptions): LiveMapProxy {
  const resolved = resolveOptions(options);
  const lifetime = new AbortController();
  const cache = new Cache({
    load: createLoader(resolved, lifetime.signal),
    now: resolved.now,
    refreshMs: resolved.refreshSeconds * 1000,
    staleMs: resolved.staleSeconds * 1000,
    onChange: operatorLog(resolved.logger, lifetime.signal),
  });
  const handle = createHandler(resolved, cache);
  return {
    fetch: async (request, context = {}) => handle(request, context),
    close: async () => {
      lifetime.abort();
      await cache.landed;
    },
  };
}
