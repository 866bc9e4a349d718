import { type ResponseInfo, toResponse } from './response-info.ts';
import { Backoff, withBackoff } from './backoff.ts';
import { Cache, type Load } from './cache.ts';
import type { RequestContext } from './context.ts';
import { createHandler } from './handler.ts';
import { CountHistory } from './history.ts';
import { createLoader, type CachedSnapshot, withSharedMemory } from './loader.ts';
import { operatorLog } from './log.ts';
import { policyOf, resolveOptions } from './options/resolve.ts';
import { areRequestsIsolated } from './options/runtime.ts';
import { isolatedRequests } from './refresh-waiting.ts';
import type { LiveMapProxyOptions } from './options/types.ts';
import { GroupMemory, MEMORY_MS } from '../privacy/group-memory.ts';
import { type RequestInfo, requestInfoOf } from './request-info.ts';
import type { MaybePromise } from './maybe-promise.ts';
import { createSnapshots } from './snapshots.ts';
import { createSigner } from './store/signer.ts';
import { shareLoad } from './store/share.ts';
import type { Store } from './store/store.ts';
import { Hub } from './stream/hub.ts';

export type { ResponseInfo } from './response-info.ts';
export type { PackageFiles, RequestContext } from './context.ts';
export type { Encoders } from './encoders.ts';
export type { LiveMapProxyOptions, Logger, RenderPng } from './options/types.ts';
export type { Privacy, PrivacyPolicy, PrivacyPreset } from '../privacy/policy.ts';
export type { RequestInfo } from './request-info.ts';
export { memoryStore } from './store/memory.ts';
export { CLOCK_TOLERANCE_MS, type Store } from './store/store.ts';
export type { Reader, Subscription, StreamBody } from './stream/types.ts';
export type {
  ErrorReason,
  PublishedData,
  PublishedError,
  PublishedEvent,
  PublishedHistory,
  PublishedMeta,
  PublishedPayment,
  PublishedSnapshot,
  PublishedVisitor,
} from '../protocol/published.ts';

/** How much longer than a call a viewer without a snapshot waits for a store. */
const COLD_MARGIN_MS = 1000;
/** A refresh that may have ended with its request is not restarted sooner. */
const LEAST_GIVE_UP_MS = 10_000;

/** What {@link createLiveMapProxy} returns. */
export interface LiveMapProxy {
  /**
   * Answers a request: web-standard, for Workers, Deno, Bun, Next.js, Hono and others.
   *
   * @param context What the runtime knows in addition to the request.
   */
  fetch(request: Request, context?: RequestContext): Promise<Response>;
  /** Answers as `fetch` does, for adapters that need no `Response`; synchronously if the answer is ready. */
  handle(request: RequestInfo, context: RequestContext): MaybePromise<ResponseInfo>;
  /** Ends the current upstream call and all streams. Nothing is loaded afterwards. */
  close(): Promise<void>;
}

/**
 * The proxy between the viewers of a live map and DataFast: it keeps the key, calls the upstream once for all viewers, and
 * publishes only what the privacy policy allows. It starts no timer and does no input or output before the first request.
 *
 * @throws An Error that names the invalid option. No message contains a key.
 */
export function createLiveMapProxy(options: LiveMapProxyOptions): LiveMapProxy {
  const resolved = resolveOptions(options);
  const { now, refreshSeconds, staleSeconds, historyMinutes, delaySeconds, timeoutMs, logger, store, stream } =
    resolved;
  const lifetime = new AbortController();
  const isIsolated = areRequestsIsolated();
  const refreshMs = refreshSeconds * 1000;
  const staleMs = staleSeconds * 1000;
  const delayMs = delaySeconds * 1000;
  const memoryMs = resolved.privacy.minimumGroup > 1 ? MEMORY_MS : 0;
  const log = operatorLog(logger, lifetime.signal);
  const carried = { history: new CountHistory(historyMinutes, now), memory: new GroupMemory() };
  const load = withBackoff(createLoader(resolved, carried, lifetime.signal), new Backoff(now, refreshMs));
  const share = (to: Store): Load<CachedSnapshot> =>
    shareLoad({
      store: to,
      signer: () => createSigner(resolved, policyOf(resolved)),
      load,
      now,
      refreshMs,
      staleMs,
      delayMs,
      // History and memory are stored with the answer, and needed for longer.
      keepMs: Math.max(delayMs + Math.max(refreshMs, staleMs), historyMinutes * 60_000, memoryMs),
      timeoutMs,
      lifetime: lifetime.signal,
      onChange: log.store,
    });
  const cache = new Cache({
    load: store ? withSharedMemory(share(store), carried) : load,
    now,
    refreshMs,
    staleMs,
    delayMs,
    // Without a store the call's own timeout is enough, unless it can end with its request.
    ...((store !== null || isIsolated) && { coldMs: timeoutMs + COLD_MARGIN_MS }),
    ...(isIsolated && {
      // Time for another instance's call, and for one of our own.
      sharing: isolatedRequests(Math.max(LEAST_GIVE_UP_MS, 2 * (timeoutMs + COLD_MARGIN_MS))),
    }),
    onChange: log.upstream,
  });
  const snapshots = createSnapshots(resolved, cache);
  const hub = stream && new Hub({ snapshots, now, ...stream });
  const handle = createHandler({ options: resolved, snapshots, hub, log });
  return {
    fetch: async (request, context = {}) => toResponse(await handle(requestInfoOf(request), context)),
    handle,
    close: async () => {
      lifetime.abort();
      hub?.close();
      await cache.ended;
    },
  };
}
