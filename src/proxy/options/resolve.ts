import { checkGuarded } from './guard.ts';
import { resolvePrivacy } from './privacy.ts';
import {
  checkedBoolean,
  checkedEmbed,
  checkedFunction,
  checkedLogger,
  checkedMethods,
  checkedNumber,
  checkedPath,
  checkedRateLimit,
  checkedStream,
  checkedUrl,
  checkedWhole,
} from './checks.ts';
import { checkedKey, checkedWebsiteId } from './credentials.ts';
import { invalidOption, describeValue } from './invalid.ts';
import { checkedOrigins } from './origins.ts';
import { keepsConnections } from './runtime.ts';
import type { LiveMapProxyOptions, ResolvedOptions } from './types.ts';

/** Answers that wait for their time: each is as large as a snapshot. */
const MOST_WAITING = 60;
const UPSTREAM = 'https://datafa.st/api/v1/analytics/realtime/map';

const KNOWN: Readonly<Record<keyof LiveMapProxyOptions, true>> = {
  apiKey: true,
  websiteId: true,
  privacy: true,
  minimumCount: true,
  refreshSeconds: true,
  staleSeconds: true,
  historyMinutes: true,
  delaySeconds: true,
  timeoutMs: true,
  maxBytes: true,
  basePath: true,
  allowedOrigins: true,
  authorize: true,
  rateLimit: true,
  store: true,
  stream: true,
  embed: true,
  png: true,
  sampleData: true,
  upstream: true,
  fetch: true,
  now: true,
  logger: true,
};

/**
 * Checks the options and fills in the defaults.
 *
 * @throws An Error that names the option, what was got and what was expected, but never a key.
 */
export function resolveOptions(options: LiveMapProxyOptions): ResolvedOptions {
  checkNames(options);
  const sampleData = checkedBoolean('sampleData', options.sampleData ?? false);
  const privacy = resolvePrivacy(options.privacy);
  const apiKey = sampleData ? null : checkedKey(options.apiKey);
  const websiteId = apiKey === null ? null : checkedWebsiteId(options.websiteId, apiKey);
  const upstream = checkedUrl('upstream', options.upstream ?? UPSTREAM);
  if (websiteId !== null) upstream.searchParams.set('websiteId', websiteId);
  const allowedOrigins = checkedOrigins(options.allowedOrigins ?? '*');
  checkGuarded(privacy, allowedOrigins, options.authorize);
  const delaySeconds = checkedNumber('delaySeconds', options.delaySeconds ?? 0, 0, 3600);
  const refreshSeconds = checkedNumber('refreshSeconds', options.refreshSeconds ?? 10, 2, 3600);
  return {
    apiKey,
    websiteId,
    privacy,
    minimumCount: checkedNumber('minimumCount', options.minimumCount ?? 0, 0, 1_000_000),
    refreshSeconds: Math.max(refreshSeconds, delaySeconds / MOST_WAITING),
    staleSeconds: checkedNumber('staleSeconds', options.staleSeconds ?? 600, 0, 86_400),
    historyMinutes: checkedWhole('historyMinutes', options.historyMinutes ?? 30, 0, 120),
    delaySeconds,
    timeoutMs: checkedNumber('timeoutMs', options.timeoutMs ?? 8000, 1, 120_000),
    maxBytes: checkedNumber('maxBytes', options.maxBytes ?? 5 * 1024 * 1024, 1, 1024 ** 3),
    basePath: checkedPath(options.basePath ?? '/'),
    allowedOrigins,
    authorize: checkedFunction('authorize', options.authorize) ?? null,
    rateLimit: checkedRateLimit(options.rateLimit),
    store: options.store === undefined ? null : checkedMethods('store', options.store, ['read', 'write', 'lock']),
    stream: checkedStream(options.stream ?? keepsConnections()),
    embed: checkedEmbed(options.embed ?? true, allowedOrigins),
    png: checkedFunction('png', options.png) ?? null,
    sampleData,
    upstream: upstream.href,
    // Looked up at each call, so that instrumentation which replaces the global later is not passed by.
    fetch: checkedFunction('fetch', options.fetch) ?? ((input, init) => globalThis.fetch(input, init)),
    now: checkedFunction('now', options.now) ?? Date.now,
    logger: checkedLogger(options.logger ?? console),
  };
}

/** All that decides what a snapshot holds, beside the website: machines that differ in it share nothing. */
export function policyOf(options: ResolvedOptions): unknown {
  const { privacy, minimumCount, historyMinutes, delaySeconds, sampleData } = options;
  return { privacy, minimumCount, historyMinutes, delaySeconds, sampleData };
}

function checkNames(options: LiveMapProxyOptions): void {
  if (typeof (options as unknown) !== 'object' || (options as unknown) === null)
    throw invalidOption('options', 'an object', options);
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(KNOWN, name));
  if (unknown.length === 0) return;
  throw new Error(
    `Unknown option ${unknown.map(describeValue).join(', ')}; known are ${Object.keys(KNOWN).join(', ')}.`,
  );
}
