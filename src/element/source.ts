import { resolveUrl } from '../base/address.ts';
import type { Source } from '../controllers/feed.ts';
import type { ConfiguredElement } from './configured-element.ts';

type SourceOptions = Pick<ConfiguredElement, 'proxyUrl' | 'refreshInterval' | 'transport' | 'credentials' | 'headers'>;

/** The options that say where data comes from. */
export const SOURCE_OPTIONS: readonly (keyof SourceOptions)[] = [
  'proxyUrl',
  'refreshInterval',
  'transport',
  'credentials',
  'headers',
];

/** Where to poll. */
export function sourceOf({ proxyUrl, refreshInterval, transport, credentials, headers }: SourceOptions): Source {
  return {
    url: resolveUrl(proxyUrl),
    interval: refreshInterval,
    transport,
    credentials,
    // Frameworks pass "" for null.
    headers: async () => Object(await (typeof headers === 'function' ? headers() : headers)) as HeadersInit,
  };
}
