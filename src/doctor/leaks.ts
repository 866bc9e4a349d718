import { looksLikeEmail } from '../protocol/personal.ts';

/** What kind of thing was found where it should not be. */
export type LeakKind = 'key' | 'email' | 'raw' | 'query' | 'unknown' | 'name' | 'prediction' | 'referrer';

/** Fields, as paths of documented names: "data.visitors[].customerEmail". Never values. */
export type Leaks = ReadonlyMap<LeakKind, ReadonlySet<string>>;

/** Fields of the upstream that no proxy of ours sends, whatever its policy. */
const RAW = new Set(['customerEmail', 'email', 'userId', 'params', 'visitCount']);
/** Fields that a policy may grant to a team. */
const NAMES = new Set(['customerName', 'displayName', 'name']);
const PREDICTIONS = new Set(['conversionLikelihood', 'conversionMetrics']);
const ADDRESSES = new Set(['currentUrl', 'path', 'referrer']);
/** What else is documented, and is not private by itself. */
const HARMLESS = new Set([
  ...[
    'count',
    'latitude',
    'longitude',
    'precision',
    'timestamp',
    'isCustomer',
    'sessionStartTime',
    'amount',
    'renewal',
  ],
  ...[
    'hasConversionPredictions',
    'hasProfile',
    'isRandomName',
    'isNew',
    'visible',
    'score',
    'confidence',
    'isBaseline',
  ],
  ...['dimensionMatches', 'raw', 'conversionRate', 'averageValue', 'expectedValue'],
  ...['baselineConversionRate', 'baselineAverageValue'],
]);
/** Names that may be printed: a field of another name could be named after a person. */
const KNOWN = new Set([
  ...RAW,
  ...NAMES,
  ...PREDICTIONS,
  ...ADDRESSES,
  ...['data', 'meta', 'visitors', 'recentEvents', 'recentPayments', 'location', 'system', 'profileData', 'extraData'],
  ...['city', 'region', 'countryCode', 'browser', 'os', 'device', 'type', 'visitorId', '_id', 'eventName', 'currency'],
]);

const KEY = /\bdft?_[\w-]{8,}/;
/** Deeper answers are not documented, and hostile ones would not end. */
const DEEPEST = 12;

/** Looks through a whole answer for what must not be published. */
export function findLeaks(json: unknown): Leaks {
  const leaks = new Map<LeakKind, Set<string>>();
  const found = (kind: LeakKind, path: string): void => {
    const fields = leaks.get(kind) ?? new Set<string>();
    leaks.set(kind, fields.add(path));
  };
  const look = (value: unknown, name: string, path: string, depth: number): void => {
    if (value === null || value === undefined || value === '' || depth > DEEPEST) return;
    if (RAW.has(name)) found('raw', path);
    if (PREDICTIONS.has(name)) found('prediction', path);
    if (typeof value === 'string') {
      // A system's name is that of a browser.
      if (NAMES.has(name) && !path.includes('.system.')) found('name', path);
      if (looksLikeEmail(value)) found('email', path);
      if (KEY.test(value)) found('key', path);
      if (ADDRESSES.has(name) && /[?#]/.test(value)) found('query', path);
      if (name === 'referrer') found('referrer', path);
    } else if (Array.isArray(value)) {
      for (const item of value) look(item, '[]', `${path}[]`, depth + 1);
    } else if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        const shownKey = KNOWN.has(key) ? key : '…';
        if (looksLikeEmail(key)) found('email', `${path}.…`);
        if (name === 'extraData' && key !== 'eventName') found('raw', `${path}.…`);
        else if (path.startsWith('data') && inner !== null && shownKey === '…' && !HARMLESS.has(key)) {
          found('unknown', `${path}.…`);
        }
        look(inner, key, path === '' ? shownKey : `${path}.${shownKey}`, depth + 1);
      }
    }
  };
  look(json, '', '', 0);
  return leaks;
}
