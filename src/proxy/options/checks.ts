import { invalidOption } from './invalid.ts';
import { isEdge } from './runtime.ts';
import type { RateLimit } from '../rate-limit.ts';
import { checkedOrigins } from './origins.ts';
import type { EmbedOptions, Logger } from './types.ts';

export function checkedNumber(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw invalidOption(name, `a number from ${least} to ${most}`, value);
}

export function checkedWhole(name: string, value: unknown, least: number, most: number): number {
  if (Number.isInteger(value)) return checkedNumber(name, value, least, most);
  throw invalidOption(name, `a whole number from ${least} to ${most}`, value);
}

export function checkedBoolean(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw invalidOption(name, 'true or false', value);
}

export function checkedFunction<Callable>(name: string, value: Callable | undefined): Callable | undefined {
  if (value === undefined || typeof value === 'function') return value;
  throw invalidOption(name, 'a function', value);
}

/** An object with these methods. */
export function checkedMethods<Kind extends object>(
  name: string,
  value: Kind,
  methods: readonly (keyof Kind & string)[],
): Kind {
  const candidate = value as Partial<Record<string, unknown>> | null;
  if (methods.every((method) => typeof candidate?.[method] === 'function')) return value;
  throw invalidOption(name, `an object with the methods ${methods.join(', ')}`, value);
}

export function checkedLogger(value: Logger): Logger {
  return checkedMethods('logger', value, ['debug', 'info', 'warn', 'error']);
}

/** @returns Without the slash at its end: "" at the root. */
export function checkedPath(value: unknown): string {
  if (typeof value !== 'string' || !/^(?:\/[^/\\?#\s]+)*\/?$/.test(value) || !value.startsWith('/')) {
    throw invalidOption('basePath', 'a path that starts with "/", without query or fragment', value);
  }
  // As requests will have it: percent-encoded, and without dot segments.
  return new URL(value, 'http://localhost').pathname.replace(/\/$/, '');
}

export function checkedUrl(name: string, value: unknown): URL {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    // Not quoted: it may hold credentials.
    throw new Error(`${name}: expected an absolute http or https URL without credentials, got something else.`);
  }
  return url;
}

const CONNECTIONS = 10_000;

/** @returns `null` where there is to be no stream. */
export function checkedStream(value: unknown): { connections: number } | null {
  if (value === false) return null;
  // One request's timer cannot write to another's connection.
  if (isEdge()) throw invalidOption('stream', 'false on this runtime, where requests share no connections', value);
  if (value === true) return { connections: CONNECTIONS };
  if (typeof value !== 'object' || value === null)
    throw invalidOption('stream', 'true, false or { connections }', value);
  const { connections } = value as { connections?: unknown };
  return { connections: checkedNumber('stream.connections', connections, 1, 1_000_000) };
}

export function checkedRateLimit(value: unknown): RateLimit | null {
  if (value === undefined) return null;
  const expected = 'an object with requests and seconds';
  if (typeof value !== 'object' || value === null) throw invalidOption('rateLimit', expected, value);
  const { requests, seconds, trustProxy = 0, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0) throw invalidOption('rateLimit', 'only requests, seconds and trustProxy', value);
  return {
    requests: checkedNumber('rateLimit.requests', requests, 1, 1_000_000),
    seconds: checkedNumber('rateLimit.seconds', seconds, 1, 86_400),
    trustProxy: checkedWhole('rateLimit.trustProxy', trustProxy, 0, 100),
  };
}

/**
 * Checks the option `embed`.
 *
 * @returns `null` where there is to be no such page.
 */
export function checkedEmbed(value: unknown, allowedOrigins: '*' | readonly string[]): EmbedOptions | null {
  if (value === false) return null;
  if (value === true) return { ancestors: allowedOrigins, scriptUrl: null };
  if (typeof value !== 'object' || value === null) throw invalidOption('embed', 'true, false or an object', value);
  const { ancestors, scriptUrl, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0) throw invalidOption('embed', 'only ancestors and scriptUrl', value);
  return {
    ancestors: checkedOrigins(ancestors ?? allowedOrigins, 'embed.ancestors'),
    scriptUrl: scriptUrl === undefined ? null : checkedScript(scriptUrl),
  };
}

/** A script's name has to be known: its files are beside it. */
function checkedScript(value: unknown): string {
  const isPath = typeof value === 'string' && /^\/(?![/\\])/.test(value);
  const url =
    typeof value === 'string' && URL.canParse(value, 'http://localhost') ? new URL(value, 'http://localhost') : null;
  const isAddress = typeof value === 'string' && (isPath || /^https?:\/\//i.test(value));
  if (url && isAddress && !url.username && !url.password && url.pathname.endsWith('/datafast-live-map.js')) {
    return isPath ? url.pathname + url.search : url.href;
  }
  throw invalidOption(
    'embed.scriptUrl',
    'the address of a file datafast-live-map.js, by https or from the root',
    value,
  );
}
