import { parseCount, parseMeta, readEnvelope, type ParseFailure } from './envelope.ts';
import { between, countryCode, fields, flag, money, text, time, type Fields } from './read.ts';
import { placeText } from './place-text.ts';
import { RowCache } from './row-cache.ts';
import { isParsedFrom } from './visitor-equality.ts';
import type {
  ConversionLikelihood,
  ConversionMetrics,
  CountSteps,
  Location,
  Payment,
  Precision,
  Profile,
  Snapshot,
  System,
  Visitor,
  VisitorEvent,
} from './types.ts';

export type ParseResult = { ok: true; snapshot: Snapshot } | { ok: false; failure: ParseFailure };

/** Where there are coordinates: unless the answer has one of these, they are exact. */
const PRECISIONS = new Set<unknown>(['city', 'region', 'country']);

/**
 * Reads an answer of the upstream, or of a proxy, in any of its documented shapes.
 *
 * Tolerant: whatever is missing, malformed or out of range becomes `null` (or an empty list), duplicates by id are
 * dropped, rows are sorted newest first, payments marked invisible are left out. Never throws. The result can be
 * parsed again and stays the same.
 *
 * @param answer The decoded JSON body.
 * @param cache Passed with each answer of a feed, it keeps unchanged visitors the same objects.
 * @returns The snapshot, or a failure where the value is not the documented envelope at all.
 */
export function parseSnapshot(answer: unknown, cache?: RowCache<Visitor>): ParseResult {
  const envelope = readEnvelope(answer);
  if (!envelope.ok) return envelope;
  const { data } = envelope;
  const meta = parseMeta(envelope.meta);
  return {
    ok: true,
    snapshot: {
      status: 'success',
      meta: meta && { ...meta, history: parseHistory(fields(envelope.meta?.history)) },
      data: {
        count: parseCount(data),
        visitors: readRows(data.visitors, VISITORS, cache),
        conversionMetrics: parseMetrics(fields(data.conversionMetrics)),
        hasConversionPredictions: flag(data.hasConversionPredictions),
        recentEvents: newestFirst(readRows(data.recentEvents, EVENTS)),
        recentPayments: newestFirst(readRows(data.recentPayments, PAYMENTS)),
      },
    },
  };
}

/** More steps are of no use to a sparkline. */
const MOST_STEPS = 120;

/** All or nothing: without one of the steps, the others would be of other times. */
function parseHistory(history: Fields | null): CountSteps | null {
  const counts = history?.counts;
  if (!Array.isArray(counts) || counts.length > MOST_STEPS) return null;
  const areCounts = counts.every((count) => count === between(count, 0, Number.MAX_SAFE_INTEGER));
  const stepSeconds = between(history?.stepSeconds ?? 60, 1, 3600);
  return areCounts && stepSeconds !== null ? { stepSeconds, counts } : null;
}

const NOWHERE: Location = Object.freeze({ city: null, region: null, countryCode: null });
const NO_SYSTEM: System = Object.freeze({ browser: null, os: null, device: null });
const NO_PROFILE: Profile = Object.freeze({ displayName: null, userId: null, hasProfile: false, isRandomName: false });

function parseVisitor(row: Fields, visitorId: string): Visitor {
  const { latitude, longitude, precision } = parsePlace(row);
  return {
    visitorId,
    location: parseLocation(fields(row.location)),
    system: parseSystem(fields(row.system)),
    currentUrl: text(row.currentUrl),
    referrer: text(row.referrer),
    sessionStartTime: time(row.sessionStartTime),
    visitCount: between(row.visitCount, 0, Number.MAX_SAFE_INTEGER),
    latitude,
    longitude,
    precision,
    isCustomer: flag(row.isCustomer),
    customerName: text(row.customerName),
    customerEmail: text(row.customerEmail),
    profileData: parseProfile(fields(row.profileData)),
    conversionLikelihood: parseLikelihood(fields(row.conversionLikelihood)),
  };
}

function parseLocation(location: Fields | null): Location {
  if (!location) return NOWHERE;
  return {
    city: placeText(location.city),
    region: placeText(location.region),
    countryCode: countryCode(location.countryCode),
  };
}

/** Version A has `{ name }` and, for the device, `{ type }`; version B has plain text. */
function parseSystem(system: Fields | null): System {
  if (!system) return NO_SYSTEM;
  return { browser: systemName(system.browser), os: systemName(system.os), device: systemName(system.device) };
}

function systemName(value: unknown): string | null {
  const inner = fields(value);
  return text(inner ? (inner.name ?? inner.type) : value);
}

function parseProfile(profile: Fields | null): Profile {
  if (!profile) return NO_PROFILE;
  return {
    displayName: text(profile.displayName),
    userId: text(profile.userId),
    hasProfile: flag(profile.hasProfile),
    isRandomName: flag(profile.isRandomName),
  };
}

/** Coordinates count only as a valid pair; exactly 0, 0 is where missing coordinates end up, not a place. */
function parsePlace(row: Fields): Pick<Visitor, 'latitude' | 'longitude' | 'precision'> {
  const latitude = between(row.latitude, -90, 90);
  const longitude = between(row.longitude, -180, 180);
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) {
    return { latitude: null, longitude: null, precision: 'none' };
  }
  const { precision } = row;
  return { latitude, longitude, precision: PRECISIONS.has(precision) ? (precision as Precision) : 'coordinates' };
}

function parseLikelihood(row: Fields | null): ConversionLikelihood | null {
  if (!row) return null;
  const raw = fields(row.raw);
  const matches = row.dimensionMatches;
  return {
    score: between(row.score, 0, 100),
    confidence: between(row.confidence, 0, 1),
    isBaseline: flag(row.isBaseline),
    dimensionMatches: Array.isArray(matches) ? matches.map(text).filter((match) => match !== null) : [],
    raw: {
      conversionRate: between(raw?.conversionRate, 0, 1),
      averageValue: money(raw?.averageValue),
      expectedValue: money(raw?.expectedValue),
    },
  };
}

function parseMetrics(row: Fields | null): ConversionMetrics | null {
  return (
    row && {
      baselineConversionRate: between(row.baselineConversionRate, 0, 1),
      baselineAverageValue: money(row.baselineAverageValue),
    }
  );
}

function parseEvent(row: Fields, _id: string): VisitorEvent {
  return {
    _id,
    type: text(row.type) ?? 'pageview',
    visitorId: text(row.visitorId),
    timestamp: time(row.timestamp),
    path: text(row.path),
    countryCode: countryCode(row.countryCode),
    extraData: { eventName: text(fields(row.extraData)?.eventName) },
    referrer: text(row.referrer),
    customerName: text(row.customerName),
    displayName: text(row.displayName),
    amount: money(row.amount),
    ...parsePlace(row),
  };
}

function parsePayment(row: Fields, _id: string): Payment {
  return {
    _id,
    type: text(row.type) ?? 'payment_received',
    timestamp: time(row.timestamp),
    name: text(row.name),
    email: text(row.email),
    displayName: text(row.displayName),
    amount: money(row.amount),
    currency: text(row.currency),
    renewal: flag(row.renewal),
    ...parsePlace(row),
  };
}

const VISITORS: RowReader<Visitor, 'visitorId'> = {
  id: 'visitorId',
  parse: parseVisitor,
  traits: (row) => [row.location.countryCode, row.location.city, row.sessionStartTime, row.system.browser],
  isSame: isParsedFrom,
};
const EVENTS: RowReader<VisitorEvent, '_id'> = {
  id: '_id',
  parse: parseEvent,
  traits: (row) => [row.type, row.visitorId, row.timestamp, row.path],
};
const PAYMENTS: RowReader<Payment, '_id'> = {
  id: '_id',
  parse: parsePayment,
  traits: (row) => [row.type, row.timestamp, row.amount, row.currency],
  isHidden: (row) => row.visible === false,
};

interface RowReader<Row, Id> {
  /** The field that names it. */
  id: Id;
  parse: (row: Fields, id: string) => Row;
  /** What names a row without an id: fields that stay from poll to poll. */
  traits: (row: Row) => (string | number | null)[];
  /** Whether the site's owner hides it. */
  isHidden?: (row: Fields) => boolean;
  /** Whether a row equals the one that another was parsed from. */
  isSame?: (row: Fields, known: Row) => boolean;
}

/** Rows by their ids, the first of each. */
function readRows<Row extends object, Id extends keyof Row & string>(
  list: unknown,
  { id, parse, traits, isHidden, isSame }: RowReader<Row, Id>,
  cache = new RowCache<Row>(),
): Row[] {
  cache.begin();
  const parsed: Row[] = [];
  const makeName = nameMaker(cache);
  for (const value of Array.isArray(list) ? list : []) {
    const raw = fields(value);
    if (!raw || isHidden?.(raw)) continue;
    const given = text(raw[id]);
    const entry = given === null ? null : cache.enter(given);
    if (given !== null && !entry) continue;
    let row = entry?.row;
    if (!row || !isSame?.(raw, row)) row = parse(raw, given ?? '');
    if (entry) entry.row = row;
    else Object.assign(row, { [id]: makeName(traits(row).join('|')) });
    parsed.push(row);
  }
  cache.end();
  return parsed;
}

/** There may be many of the same traits, and an upstream id may look like a made-up one. */
function nameMaker<Row>(cache: RowCache<Row>): (base: string) => string {
  const repeats = new Map<string, number>();
  return (base) => {
    for (;;) {
      const count = repeats.get(base) ?? 0;
      repeats.set(base, count + 1);
      const name = count === 0 ? base : `${base}|${count}`;
      if (cache.enter(name)) return name;
    }
  };
}

/** By time, newest first and the undated last; rows of one moment keep their order. Times are all written alike. */
function newestFirst<Row extends { timestamp: string | null }>(list: Row[]): Row[] {
  const at = (row: Row): string => row.timestamp ?? '';
  return list.sort((a, b) => (at(a) === at(b) ? 0 : at(a) < at(b) ? 1 : -1));
}
