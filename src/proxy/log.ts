import type { ProxyError } from './errors.ts';
import type { Logger } from './options/types.ts';

/** Tells the operator when the upstream starts to fail, fails for another reason, and is back: not at each request. */
export function operatorLog(logger: Logger, lifetime: AbortSignal): (error: ProxyError | null) => void {
  return (error) => {
    if (lifetime.aborted) return;
    try {
      if (error) logger.warn(`datafast-live-map: ${error.message} (${error.reason})`);
      else logger.info('datafast-live-map: DataFast answers again.');
    } catch {
      // A broken logger must not break the map.
    }
  };
}
