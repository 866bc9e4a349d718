import { between, countryCode, fields, flag, number, own, rows, text, time } from './read.ts';
import type {
  ConversionLikelihood,
  ConversionMetrics,
  Payment,
  Precision,
  Snapshot,
  SnapshotMeta,
  System,
  Visitor,
  VisitorEvent,
} from './types.ts';
import { WINDOW_SECONDS } from './window.ts';

type Fields = NonNullable<ReturnType<typeof fields>>;

/** Why an answer is not a snapshot. */
export interface ParseFailure {
  /** `error-answer`: the documented error envelope; `not-a-snapshot`: anything else. */
  kind: 'error-answer' | 'not-a-snapshot';
  /** What was got and what was expected. Quotes nothing of the answer, which may be private. */
  message: string;
  /** Of an error answer: the machine-readable reason that our proxy adds. */
  reason: string | null;
}

export type ParseResult = { ok: true; snapshot: Snapshot } | { ok: false; failure: ParseFailure };

const PRECISIONS = new Set(['coordinates', 'city', 'region', 'country', 'none']);
const DATA_FIELDS = ['count', 'visitors', 'recentEvents', 'recentPayments'];

/**
 * Reads an answer of the upstream, or of a proxy, in any of its documented shapes.
 *
 * Tolerant: whatever is missing, malformed or out of range becomes `null` (or an empty list), duplicates by id are
 * dropped, rows are sorted newest first, payments marked invisible are left out. Never throws. The result can be
 * parsed again and stays the same.
 *
 * @param answer The decoded JSON body.
 * @returns The snapshot, or a failure where the value is not the documented envelope at all.
 */
export function parseSnapshot(answer: unknown): ParseResult {
  const envelope = fields(answer);
  if (!envelope) return failure('not-a-snapshot', `Got ${kindOf(answer)}, expected an object with "data".`);
  const error = fields(own(envelope, 'error'));
  if (own(envelope, 'status') === 'error' || error) {
    return failure('error-answer', 'Got an error answer.', text(own(error, 'reason')));
  }
  const raw = own(envelope, 'data');
  // Sibling endpoints wrap their data in an array.
  const data = fields(Array.isArray(raw) ? raw[0] : raw);
  if (!data) return failure('not-a-snapshot', `Got "data" as ${kindOf(raw)}, expected an object.`);
  if (own(envelope, 'status') !== 'success' && !DATA_FIELDS.some((key) => Object.hasOwn(data, key))) {
    return failure('not-a-snapshot', `Got none of ${DATA_FIELDS.join(', ')} in "data", expected at least one.`);
  }
  const count = between(own(data, 'count'), 0, Number.MAX_SAFE_INTEGER);
  return {
    ok: true,
    snapshot: {
      status: 'success',
      meta: parseMeta(fields(own(envelope, 'meta'))),
      data: {
        count: count === null ? null : Math.round(count),
        visitors: readRows(own(data, 'visitors'), parseVisitor),
        conversionMetrics: parseMetrics(fields(own(data, 'conversionMetrics'))),
        hasConversionPredictions: flag(own(data, 'hasConversionPredictions')),
        recentEvents: newestFirst(readRows(own(data, 'recentEvents'), parseEvent)),
        recentPayments: newestFirst(readRows(own(data, 'recentPayments'), parsePayment)),
      },
    },
  };
}

function failure(kind: ParseFailure['kind'], message: string, reason: string | null = null): ParseResult {
  return { ok: false, failure: { kind, message, reason } };
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}

function parseMeta(meta: Fields | null): SnapshotMeta | null {
  const generatedAt = time(own(meta, 'generatedAt'));
  if (!generatedAt) return null;
  return {
    version: number(own(meta, 'version')) ?? 1,
    generatedAt,
    windowSeconds: between(own(meta, 'windowSeconds'), 1, 86_400) ?? WINDOW_SECONDS,
    refreshSeconds: between(own(meta, 'refreshSeconds'), 1, 86_400),
    stale: flag(own(meta, 'stale')),
    idEpoch: text(own(meta, 'idEpoch')),
    sample: flag(own(meta, 'sample')),
  };
}

function parseVisitor(row: Fields, identify: Identify): Visitor | null {
  const location = fields(own(row, 'location'));
  const profile = fields(own(row, 'profileData'));
  const visitor = {
    location: {
      city: text(own(location, 'city')),
      region: text(own(location, 'region')),
      countryCode: countryCode(own(location, 'countryCode')),
    },
    system: parseSystem(fields(own(row, 'system'))),
    currentUrl: text(own(row, 'currentUrl')),
    referrer: text(own(row, 'referrer')),
    sessionStartTime: time(own(row, 'sessionStartTime')),
    visitCount: between(own(row, 'visitCount'), 0, Number.MAX_SAFE_INTEGER),
    ...parsePlace(row),
    isCustomer: flag(own(row, 'isCustomer')),
    customerName: text(own(row, 'customerName')),
    customerEmail: text(own(row, 'customerEmail')),
    profileData: {
      displayName: text(own(profile, 'displayName')),
      userId: text(own(profile, 'userId')),
      hasProfile: flag(own(profile, 'hasProfile')),
      isRandomName: flag(own(profile, 'isRandomName')),
    },
    conversionLikelihood: parseLikelihood(fields(own(row, 'conversionLikelihood'))),
  };
  const { city, countryCode: country } = visitor.location;
  const visitorId = identify(own(row, 'visitorId'), country, city, visitor.sessionStartTime, visitor.system.browser);
  return visitorId === null ? null : { visitorId, ...visitor };
}

/** Version A has `{ name }` and, for the device, `{ type }`; version B has plain text. */
function parseSystem(system: Fields | null): System {
  const read = (key: string): string | null => {
    const value = own(system, key);
    const inner = fields(value);
    return text(inner ? (own(inner, 'name') ?? own(inner, 'type')) : value);
  };
  return { browser: read('browser'), os: read('os'), device: read('device') };
}

/** Coordinates count only as a valid pair; exactly 0, 0 is where missing coordinates end up, not a place. */
function parsePlace(row: Fields): Pick<Visitor, 'latitude' | 'longitude' | 'precision'> {
  const latitude = between(own(row, 'latitude'), -90, 90);
  const longitude = between(own(row, 'longitude'), -180, 180);
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) {
    return { latitude: null, longitude: null, precision: 'none' };
  }
  const told = own(row, 'precision');
  const known = typeof told === 'string' && PRECISIONS.has(told) && told !== 'none';
  return { latitude, longitude, precision: known ? (told as Precision) : 'coordinates' };
}

function parseLikelihood(row: Fields | null): ConversionLikelihood | null {
  if (!row) return null;
  const raw = fields(own(row, 'raw'));
  const matches = own(row, 'dimensionMatches');
  return {
    score: between(own(row, 'score'), 0, 100),
    confidence: between(own(row, 'confidence'), 0, 1),
    isBaseline: flag(own(row, 'isBaseline')),
    dimensionMatches: Array.isArray(matches) ? matches.map(text).filter((match) => match !== null) : [],
    raw: {
      conversionRate: between(own(raw, 'conversionRate'), 0, 1),
      averageValue: number(own(raw, 'averageValue')),
      expectedValue: number(own(raw, 'expectedValue')),
    },
  };
}

function parseMetrics(row: Fields | null): ConversionMetrics | null {
  return (
    row && {
      baselineConversionRate: between(own(row, 'baselineConversionRate'), 0, 1),
      baselineAverageValue: number(own(row, 'baselineAverageValue')),
    }
  );
}

function parseEvent(row: Fields, identify: Identify): VisitorEvent | null {
  const event = {
    type: text(own(row, 'type')) ?? 'pageview',
    visitorId: text(own(row, 'visitorId')),
    timestamp: time(own(row, 'timestamp')),
    path: text(own(row, 'path')),
    countryCode: countryCode(own(row, 'countryCode')),
    extraData: { eventName: text(own(fields(own(row, 'extraData')), 'eventName')) },
    referrer: text(own(row, 'referrer')),
    customerName: text(own(row, 'customerName')),
    displayName: text(own(row, 'displayName')),
    amount: number(own(row, 'amount')),
    ...parsePlace(row),
  };
  const _id = identify(own(row, '_id'), event.type, event.visitorId, event.timestamp, event.path);
  return _id === null ? null : { _id, ...event };
}

function parsePayment(row: Fields, identify: Identify): Payment | null {
  if (own(row, 'visible') === false) return null;
  const payment = {
    type: text(own(row, 'type')) ?? 'payment_received',
    timestamp: time(own(row, 'timestamp')),
    name: text(own(row, 'name')),
    email: text(own(row, 'email')),
    displayName: text(own(row, 'displayName')),
    amount: number(own(row, 'amount')),
    currency: text(own(row, 'currency')),
    renewal: flag(own(row, 'renewal')),
    ...parsePlace(row),
  };
  const _id = identify(own(row, '_id'), payment.type, payment.timestamp, payment.amount, payment.currency);
  return _id === null ? null : { _id, ...payment };
}

/**
 * Names a row: by its own id, or, where it has none, by fields that stay the same from poll to poll.
 * @returns `null` for a row whose own id was there before.
 */
type Identify = (id: unknown, ...traits: (string | number | null)[]) => string | null;

function readRows<Row>(list: unknown, parse: (row: Fields, identify: Identify) => Row | null): Row[] {
  const seen = new Map<string, number>();
  const identify: Identify = (id, ...traits) => {
    const given = text(id);
    const base = given ?? traits.join('|');
    let repeats = seen.get(base) ?? 0;
    if (repeats > 0 && given !== null) return null;
    let name = base;
    // An upstream id may look like a made-up one.
    while (seen.has(name)) name = `${base}|${repeats++}`;
    seen.set(base, repeats);
    seen.set(name, 1);
    return name;
  };
  return rows(list)
    .map((row) => parse(row, identify))
    .filter((row) => row !== null);
}

/** By time, newest first and the undated last; rows of one moment keep their order. */
function newestFirst<Row extends { timestamp: string | null }>(list: Row[]): Row[] {
  const at = (row: Row): number => (row.timestamp === null ? -Infinity : Date.parse(row.timestamp));
  return list.sort((a, b) => (at(a) === at(b) ? 0 : at(b) - at(a)));
}
