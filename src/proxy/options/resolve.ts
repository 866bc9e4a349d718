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
  // No `??`: with `null` in place of a value, more would be published than was meant.
  const {
    sampleData = false,
    upstream: upstreamUrl = UPSTREAM,
    allowedOrigins: origins = '*',
    minimumCount = 0,
    refreshSeconds = 10,
    staleSeconds = 600,
    historyMinutes = 30,
    delaySeconds = 0,
    timeoutMs = 8000,
    maxBytes = 5 * 1024 * 1024,
    basePath = '/',
    stream = keepsConnections(),
    embed = true,
    logger = console,
    ...others
  } = options;
  const privacy = resolvePrivacy(others.privacy);
  const apiKey = checkedBoolean('sampleData', sampleData) ? null : checkedKey(others.apiKey);
  const websiteId = apiKey === null ? null : checkedWebsiteId(others.websiteId, apiKey);
  const upstream = checkedUrl('upstream', upstreamUrl);
  if (websiteId !== null) upstream.searchParams.set('websiteId', websiteId);
  const allowedOrigins = checkedOrigins(origins);
  checkGuarded(privacy, allowedOrigins, others.authorize);
  const delay = checkedNumber('delaySeconds', delaySeconds, 0, 3600);
  return {
    apiKey,
    websiteId,
    privacy,
    minimumCount: checkedNumber('minimumCount', minimumCount, 0, 1_000_000),
    refreshSeconds: Math.max(checkedNumber('refreshSeconds', refreshSeconds, 2, 3600), delay / MOST_WAITING),
    staleSeconds: checkedNumber('staleSeconds', staleSeconds, 0, 86_400),
    historyMinutes: checkedWhole('historyMinutes', historyMinutes, 0, 120),
    delaySeconds: delay,
    timeoutMs: checkedNumber('timeoutMs', timeoutMs, 1, 120_000),
    maxBytes: checkedNumber('maxBytes', maxBytes, 1, 1024 ** 3),
    basePath: checkedPath(basePath),
    allowedOrigins,
    authorize: checkedFunction('authorize', others.authorize) ?? null,
    rateLimit: checkedRateLimit(others.rateLimit),
    store: others.store === undefined ? null : checkedMethods('store', others.store, ['read', 'write', 'lock']),
    stream: checkedStream(stream),
    embed: checkedEmbed(embed, allowedOrigins),
    png: checkedFunction('png', others.png) ?? null,
    sampleData,
    upstream: upstream.href,
    // Looked up at each call, so that instrumentation which replaces the global later is used.
    fetch: checkedFunction('fetch', others.fetch) ?? ((input, init) => globalThis.fetch(input, init)),
    now: checkedFunction('now', others.now) ?? Date.now,
    logger: checkedLogger(logger),
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
