import { withResolver } from '../ready.ts';
import type { Store } from './store.ts';

/** Between two looks for what another machine is fetching: where nobody tells of it, and where the store does. */
const LOOK_AGAIN_MS = 100;
const LOOK_ANYWAY_MS = 500;

export interface LookoutOptions {
  store: Pick<Store, 'watch'>;
  wait: (milliseconds: number) => Promise<void>;
  /** Ends the watching. */
  lifetime: AbortSignal;
}

/**
 * Waits until a look into the store may show something new.
 *
 * @returns Called before a look, gives what to wait with after it: what is written between the two counts as new.
 */
export function createLookout({ store, wait, lifetime }: LookoutOptions): (key: string) => () => Promise<void> {
  let isWatched = false;
  let begun = false;
  let isNews = withResolver();

  const watch = async (key: string): Promise<void> => {
    begun = true;
    const unwatch = await store.watch?.(key, () => {
      isNews.resolve();
      isNews = withResolver();
    });
    if (!unwatch) return;
    isWatched = true;
    if (lifetime.aborted) unwatch();
    else lifetime.addEventListener('abort', unwatch, { once: true });
  };

  return (key) => {
    const { promise } = isNews;
    return () => {
      // A store that does not tell is looked at as if it could not.
      if (!begun) watch(key).catch(() => undefined);
      return Promise.race([promise, wait(isWatched ? LOOK_ANYWAY_MS : LOOK_AGAIN_MS)]);
    };
  };
}
