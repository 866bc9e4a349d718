import type { PublishedSnapshot } from '../protocol/published.ts';
import { WINDOW_SECONDS } from '../protocol/window.ts';
import type { Cache, CacheResult, Entry } from './cache.ts';
import type { ProxyError } from './errors.ts';
import { publishHistory } from './history.ts';
import type { CachedSnapshot } from './loader.ts';
import type { ResolvedOptions } from './options/types.ts';
import { chain, type MaybePromise } from './maybe-promise.ts';

/** What a viewer gets: the snapshot, or the reason why there is none. */
export type SnapshotResult = ServedSnapshot | { error: ProxyError; retryInSeconds: number };

export interface ServedSnapshot {
  /** The same object as long as nothing in it changes. */
  snapshot: PublishedSnapshot;
  ageMs: number;
}

/** Visitors of then are no longer here: the snapshot says nothing about the present. */
export function isOver({ snapshot: { meta }, ageMs }: ServedSnapshot): boolean {
  return meta.stale && ageMs > meta.windowSeconds * 1000;
}

/** Snapshots as viewers see them. */
export interface Snapshots {
  /**
   * For one viewer, who causes an upstream call if one is due. Synchronous if no wait is needed.
   *
   * @param keepAlive Receives the refresh that continues without the viewer.
   */
  get(keepAlive?: (work: Promise<void>) => void): MaybePromise<SnapshotResult>;
  /** What can be served now, without an upstream call. */
  look(): SnapshotResult;
  /** Milliseconds until a viewer causes an upstream call; 0: now. */
  readonly dueInMs: number;
  /** Milliseconds until a snapshot that waits is published; `Infinity` where none waits. */
  readonly nextInMs: number;
  /** Changes with everything that may change what viewers get, except time. */
  readonly version: number;
  /** Milliseconds for which time alone changes neither the snapshot nor its age in whole seconds. 0 while it is old. */
  readonly sameForMs: number;
  /** Calls back after each upstream call, whatever its result. */
  watch(onRefresh: () => void): void;
  /** Why the upstream fails at present; `null` if it does not, as far as is known. */
  readonly failing: ProxyError | null;
}

export function createSnapshots(
  options: Pick<ResolvedOptions, 'refreshSeconds' | 'historyMinutes' | 'delaySeconds' | 'sampleData'>,
  cache: Cache<CachedSnapshot>,
): Snapshots {
  const known = {
    fresh: new WeakMap<Entry<CachedSnapshot>, PublishedSnapshot>(),
    stale: new WeakMap<Entry<CachedSnapshot>, PublishedSnapshot>(),
  };
  const snapshotOf = (entry: Entry<CachedSnapshot>, stale: boolean): PublishedSnapshot => {
    const snapshots = stale ? known.stale : known.fresh;
    const before = snapshots.get(entry);
    if (before) return before;
    const { value, at } = entry;
    const history = publishHistory(value.history, [at, value.data.count], options);
    const snapshot: PublishedSnapshot = {
      status: 'success',
      data: value.data,
      meta: {
        version: 1,
        generatedAt: new Date(at).toISOString(),
        windowSeconds: WINDOW_SECONDS,
        refreshSeconds: options.refreshSeconds,
        ...(options.delaySeconds > 0 && { delaySeconds: options.delaySeconds }),
        stale,
        idEpoch: value.idEpoch,
        ...(options.sampleData && { sample: true }),
        ...(history && { history }),
      },
    };
    snapshots.set(entry, snapshot);
    return snapshot;
  };
  const seen = (found: CacheResult<CachedSnapshot>): SnapshotResult =>
    'error' in found ? found : { snapshot: snapshotOf(found.entry, found.stale), ageMs: found.ageMs };
  return {
    get: (keepAlive) => chain(cache.get(keepAlive), seen),
    look: () => seen(cache.look()),
    get dueInMs() {
      return cache.dueInMs;
    },
    get nextInMs() {
      return cache.nextInMs;
    },
    get version() {
      return cache.version;
    },
    get sameForMs() {
      const found = cache.look();
      const rest = 'error' in found || found.stale ? 0 : options.refreshSeconds * 1000 - found.ageMs;
      return rest > 0 ? Math.min(cache.dueInMs, cache.nextInMs, 1 + ((rest - 1) % 1000)) : 0;
    },
    watch: (onRefresh) => {
      cache.onEnded = onRefresh;
    },
    get failing() {
      return cache.failing;
    },
  };
}
