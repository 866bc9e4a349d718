import { checkedKey, checkedWebsiteId } from './credentials.ts';
import { invalid, shown } from './invalid.ts';

/** What the proxy tells its operator goes here; it never gets to see the key. The console fits. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** A named set of what may be published. */
export type PrivacyPreset = 'public';

/** Options of {@link createLiveMapProxy}. */
export interface LiveMapProxyOptions {
  /** `df_…` (of a website) or `dft_…` (of an account). Not needed with `sampleData`. */
  apiKey?: string | undefined;
  /** Needed with a `dft_…` key, refused with a `df_…` one, which names its website itself. */
  websiteId?: string | undefined;
  /** What may be published. Default: `public`. */
  privacy?: PrivacyPreset | undefined;
  /** Seconds between two upstream calls at least; 2 or more. Default: 10. */
  refreshSeconds?: number | undefined;
  /** Seconds that the last good answer is served, marked stale, while the upstream fails. Default: 600. */
  staleSeconds?: number | undefined;
  /** Milliseconds until an upstream call is given up. Default: 8000. */
  timeoutMs?: number | undefined;
  /** Bytes (decompressed) of the largest upstream answer that is read. Default: 5 MiB. */
  maxBytes?: number | undefined;
  /** Where the proxy is mounted. Default: "/". */
  basePath?: string | undefined;
  /** CORS: `'*'`, `[]` (same origin only) or exact origins. Default: `'*'`. */
  allowedOrigins?: '*' | readonly string[] | undefined;
  /** Answers made up by the simulator; says so in `meta.sample`. Default: false. */
  sampleData?: boolean | undefined;
  /** The full URL of another upstream, for tests. */
  upstream?: string | undefined;
  /** Default: the platform's. */
  fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Epoch milliseconds. Default: `Date.now`. */
  now?: (() => number) | undefined;
  /** Default: the console. */
  logger?: Logger | undefined;
}

/** The options, checked and complete. */
export interface ResolvedOptions {
  /** `null` with sample data: no key is used then, even if one is given. */
  apiKey: string | null;
  websiteId: string | null;
  refreshSeconds: number;
  staleSeconds: number;
  timeoutMs: number;
  maxBytes: number;
  /** Without the slash at its end: "" at the root. */
  basePath: string;
  allowedOrigins: '*' | readonly string[];
  sampleData: boolean;
  /** With the website in its query where the key needs it. */
  upstream: string;
  fetch: (input: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  logger: Logger;
}

const UPSTREAM = 'https://datafa.st/api/v1/analytics/realtime/map';

const KNOWN: Readonly<Record<keyof LiveMapProxyOptions, true>> = {
  apiKey: true,
  websiteId: true,
  privacy: true,
  refreshSeconds: true,
  staleSeconds: true,
  timeoutMs: true,
  maxBytes: true,
  basePath: true,
  allowedOrigins: true,
  sampleData: true,
  upstream: true,
  fetch: true,
  now: true,
  logger: true,
};

/**
 * Checks the options and fills in the defaults.
 *
 * @throws An Error that names the option and tells what was got and expected, but never a key.
 */
export function resolveOptions(options: LiveMapProxyOptions): ResolvedOptions {
  if (typeof (options as unknown) !== 'object' || (options as unknown) === null)
    throw invalid('options', 'an object', options);
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(KNOWN, name));
  if (unknown.length > 0) {
    throw new Error(`Unknown option ${unknown.map(shown).join(', ')}; known are ${Object.keys(KNOWN).join(', ')}.`);
  }
  const sampleData = options.sampleData ?? false;
  if (typeof sampleData !== 'boolean') throw invalid('sampleData', 'true or false', sampleData);
  const privacy: unknown = options.privacy ?? 'public';
  if (privacy !== 'public') throw invalid('privacy', '"public"', privacy);
  const apiKey = sampleData ? null : checkedKey(options.apiKey);
  const websiteId = apiKey === null ? null : checkedWebsiteId(options.websiteId, apiKey);
  const upstream = checkedUrl('upstream', options.upstream ?? UPSTREAM);
  if (websiteId !== null) upstream.searchParams.set('websiteId', websiteId);
  return {
    apiKey,
    websiteId,
    refreshSeconds: checkedNumber('refreshSeconds', options.refreshSeconds ?? 10, 2, 3600),
    staleSeconds: checkedNumber('staleSeconds', options.staleSeconds ?? 600, 0, 86_400),
    timeoutMs: checkedNumber('timeoutMs', options.timeoutMs ?? 8000, 1, 120_000),
    maxBytes: checkedNumber('maxBytes', options.maxBytes ?? 5 * 1024 * 1024, 1, 1024 ** 3),
    basePath: checkedPath(options.basePath ?? '/'),
    allowedOrigins: checkedOrigins(options.allowedOrigins ?? '*'),
    sampleData,
    upstream: upstream.href,
    // Looked up at each call, so that instrumentation which replaces the global later is not passed by.
    fetch: checkedFunction('fetch', options.fetch) ?? ((input, init) => globalThis.fetch(input, init)),
    now: checkedFunction('now', options.now) ?? Date.now,
    logger: checkedLogger(options.logger ?? console),
  };
}

function checkedNumber(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw invalid(name, `a number from ${least} to ${most}`, value);
}

function checkedPath(value: unknown): string {
  if (typeof value !== 'string' || !/^(?:\/[^/\\?#\s]+)*\/?$/.test(value) || !value.startsWith('/')) {
    throw invalid('basePath', 'a path that starts with "/", without query or fragment', value);
  }
  // As requests will have it: percent-encoded, and without dot segments.
  return new URL(value, 'http://localhost').pathname.replace(/\/$/, '');
}

function checkedOrigins(value: unknown): '*' | readonly string[] {
  if (value === '*') return value;
  const expected = '"*" or a list of exact origins like "https://example.com"';
  if (!Array.isArray(value)) throw invalid('allowedOrigins', expected, value);
  return value.map((origin: unknown) => {
    if (
      typeof origin === 'string' &&
      /^https?:/.test(origin) &&
      URL.canParse(origin) &&
      new URL(origin).origin === origin
    )
      return origin;
    throw invalid(
      'allowedOrigins',
      `${expected} (scheme and host in lower case, no path, no slash at the end)`,
      origin,
    );
  });
}

function checkedUrl(name: string, value: unknown): URL {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    // Not quoted: it may hold credentials.
    throw new Error(`${name}: expected an absolute http or https URL without credentials, got something else.`);
  }
  return url;
}

function checkedFunction<Callable>(name: string, value: Callable | undefined): Callable | undefined {
  if (value === undefined || typeof value === 'function') return value;
  throw invalid(name, 'a function', value);
}

function checkedLogger(value: Logger): Logger {
  const methods = ['debug', 'info', 'warn', 'error'] as const;
  const candidate = value as Partial<Logger> | null;
  if (methods.every((method) => typeof candidate?.[method] === 'function')) return value;
  throw invalid('logger', `an object with the methods ${methods.join(', ')}`, value);
}
