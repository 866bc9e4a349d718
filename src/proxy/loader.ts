import { failureMessage } from '../protocol/failure-message.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import type { PublishedData } from '../protocol/published.ts';
import { createSimulator } from '../simulator/index.ts';
import type { Loaded } from './backoff.ts';
import type { Entry, Load } from './cache.ts';
import { ProxyError } from './errors.ts';
import type { CountAt, CountHistory, MinuteCounts } from './history.ts';
import { createIdHasher } from './ids.ts';
import type { ResolvedOptions } from './options/types.ts';
import { locateVisitors } from './locate-visitors.ts';
import type { GroupMemory, RememberedPublication } from '../privacy/group-memory.ts';
import { createPublisher } from '../privacy/publish.ts';
import { fetchSnapshot, type UpstreamResponse } from './upstream.ts';

/** What is kept of an answer: only what may be published. */
export interface CachedSnapshot {
  data: PublishedData;
  /** "2026-11-23". */
  idEpoch: string;
  history: MinuteCounts;
  /** What `minimumGroup` remembers, for other instances; absent without groups or without a store. */
  groups?: readonly RememberedPublication[];
}

/** What is carried from one answer to the next, here and on other instances. */
export interface SharedMemory {
  history: CountHistory;
  memory: GroupMemory;
}

/** Merges what this instance carries with what the answers of others carry, on both sides. */
export function withSharedMemory(load: Load<CachedSnapshot>, { history, memory }: SharedMemory): Load<CachedSnapshot> {
  const merge = ({ at, value }: Entry<CachedSnapshot>): Entry<CachedSnapshot> => {
    memory.add(value.groups ?? []);
    return { at, value: { ...value, history: history.add(value.history) } };
  };
  return async (offer) => {
    const result = await load((entry) => {
      offer(merge(entry));
    });
    return 'entry' in result ? { ...result, entry: merge(result.entry) } : result;
  };
}

/** Loads what may be published, from the upstream or from the simulator. The result rejects with a ProxyError only. */
export function createLoader(
  options: ResolvedOptions,
  { history, memory }: SharedMemory,
  lifetime: AbortSignal,
): () => Promise<Loaded<CachedSnapshot>> {
  const { apiKey, websiteId, privacy, store } = options;
  const publish = createPublisher({
    ...options,
    hashIds: createIdHasher(apiKey, websiteId),
    hashKeys: createIdHasher(apiKey, websiteId),
    memory,
  });
  const load = options.sampleData ? sampleLoader(options, history) : () => fetchSnapshot(options, lifetime);
  return async () => {
    if (lifetime.aborted) throw new ProxyError('upstream-unavailable', 'The proxy is closed.');
    const { snapshot, pauseMs } = await load();
    const at = options.now();
    try {
      const published = await publish(await locateVisitors(snapshot.data), at);
      const value = {
        ...published,
        history: history.add([[at, published.data.count]]),
        ...(privacy.minimumGroup > 1 && store && { groups: memory.list }),
      };
      return { entry: { at, value }, pauseMs };
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      throw new ProxyError('upstream-invalid', `The answer could not be prepared for publication (${name}).`);
    }
  };
}

/**
 * Sample data is published as real data is, so that it shows what the policy allows. Its history is complete from the first
 * answer.
 */
function sampleLoader(
  { now, minimumCount }: Pick<ResolvedOptions, 'now' | 'minimumCount'>,
  history: CountHistory,
): () => Promise<UpstreamResponse> {
  const simulator = createSimulator();
  const countAt = (at: number): CountAt => {
    const count = simulator.countAt(at);
    return [at, count < minimumCount ? null : count];
  };
  return () => {
    history.add(history.missing().map(countAt));
    const result = parseSnapshot(simulator.answerAt(now()));
    return result.ok
      ? Promise.resolve({ snapshot: result.snapshot, pauseMs: 0 })
      : Promise.reject(
          new ProxyError('upstream-invalid', `The simulator gave no snapshot. ${failureMessage(result.failure)}`),
        );
  };
}
