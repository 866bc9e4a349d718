import { withResolver } from '../maybe-promise.ts';
import type { Store } from './store.ts';

/** Milliseconds between two reads of what another instance fetches: without notifications, and with them. */
const LOOK_AGAIN_MS = 100;
const LOOK_ANYWAY_MS = 500;

export interface StoreWatchOptions {
  store: Pick<Store, 'watch'>;
  wait: (milliseconds: number) => Promise<void>;
  /** Ends the watching. */
  lifetime: AbortSignal;
}

/** Waits until the store may have something new. @returns Milliseconds without a notification; 0: there was one. */
export type WaitForChange = () => Promise<number>;

/** @returns Called before a read, gives the wait after it: what is written between the two counts as new. */
export function createStoreWatch({ store, wait, lifetime }: StoreWatchOptions): (key: string) => WaitForChange {
  const waiting = new Set<() => void>();
  let notices = 0;
  let isWatched = false;
  let begun = false;

  const watch = async (key: string): Promise<void> => {
    begun = true;
    const unwatch = await store.watch?.(key, () => {
      notices++;
      for (const wake of waiting) wake();
    });
    if (!unwatch) return;
    isWatched = true;
    if (lifetime.aborted) unwatch();
    else lifetime.addEventListener('abort', unwatch, { once: true });
  };

  return (key) => {
    const before = notices;
    return async () => {
      // A store that fails to notify is polled.
      if (!begun) watch(key).catch(() => undefined);
      if (notices > before) return 0;
      const milliseconds = isWatched ? LOOK_ANYWAY_MS : LOOK_AGAIN_MS;
      const { promise, resolve } = withResolver();
      waiting.add(resolve);
      void wait(milliseconds).then(resolve);
      await promise;
      waiting.delete(resolve);
      return notices > before ? 0 : milliseconds;
    };
  };
}
