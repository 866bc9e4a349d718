import type { Source } from '../controllers/feed.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { warnOnce } from './warn.ts';

type SourceOptions = Pick<ConfiguredElement, 'proxyUrl' | 'refreshInterval' | 'transport' | 'credentials' | 'headers'>;

/** The options that say where data comes from. */
export const SOURCE_OPTIONS: readonly (keyof SourceOptions)[] = [
  'proxyUrl',
  'refreshInterval',
  'transport',
  'credentials',
  'headers',
];

/** Tells the developer why nothing is polled. */
export function warnUnconfigured(tag: string, { proxyUrl }: SourceOptions): void {
  const problem = proxyUrl?.trim() ? 'has a proxy-url that is no http(s) address' : 'has no proxy-url';
  warnOnce(`<${tag}> ${problem}: set it to the address of your proxy. A browser cannot call DataFast itself.`);
}

/** Where to poll. */
export function sourceOf({ proxyUrl, refreshInterval, transport, credentials, headers }: SourceOptions): Source {
  return {
    url: resolveUrl(proxyUrl),
    interval: refreshInterval,
    transport,
    credentials,
    headers: () => (typeof headers === 'function' ? headers() : (headers ?? {})),
  };
}

/** Absolute, relative to the document; `null` where there is none or it is no address to fetch from. */
function resolveUrl(value: string | null): string | null {
  if (!value?.trim()) return null;
  try {
    const url = new URL(value.trim(), document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
