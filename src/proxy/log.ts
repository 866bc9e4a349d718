import type { ProxyError } from './errors.ts';
import type { Logger } from './options/types.ts';

export interface OperatorLog {
  /** @param error `null`: the upstream answers again. */
  readonly upstream: (error: ProxyError | null) => void;
  readonly store: (works: boolean) => void;
  /** A route has thrown. */
  readonly route: (path: string, error: unknown) => void;
  /** A route was requested that needs an option. @param cause Why it is 404, and how to set it up. */
  readonly unavailable: (path: string, cause: string) => void;
}

const MOST_CHARACTERS = 300;

/** Logs when something begins to fail, when the reason changes, and when it works again: not each request. */
export function operatorLog(logger: Logger, lifetime: AbortSignal): OperatorLog {
  let lastFailure = '';
  const unavailable = new Set<string>();
  const write = (level: 'info' | 'warn' | 'error', message: string): void => {
    if (lifetime.aborted) return;
    try {
      logger[level](`datafast-live-map: ${message}`);
    } catch {
      // A broken logger must not break the map.
    }
  };
  return {
    upstream: (error) => {
      if (error) write('warn', `${error.message} (${error.reason})`);
      else write('info', 'DataFast answers again.');
    },
    store: (works) => {
      if (works) write('info', 'The store works again.');
      else write('warn', 'The store does not work; each machine calls DataFast for itself.');
    },
    unavailable: (path, cause) => {
      if (!unavailable.has(path)) write('warn', `GET ${path} is 404: ${cause}`);
      unavailable.add(path);
    },
    route: (path, error) => {
      const failure = `GET ${path} failed: ${withoutKeys(String(error)).slice(0, MOST_CHARACTERS)}`;
      if (failure !== lastFailure) write('error', failure);
      lastFailure = failure;
    },
  };
}

/** An error may come from the operator's own functions, and quote anything. */
function withoutKeys(text: string): string {
  return text.replace(/dft?_[\w-]+/gi, '(a key)');
}
