/**
 * The documented answer of DataFast's `GET /api/v1/analytics/realtime/map`, as {@link parseSnapshot} hands it on: the
 * names and nesting are the upstream's own, every field is present, and `null` means "not known".
 *
 * The public documentation exists in two versions. Where they differ, the comment says which one has the field:
 * version A has objects for browser, system and device, and coordinates; version B has plain strings and neither
 * coordinates nor the fields marked A.
 */
export interface Snapshot {
  status: 'success';
  /** What a proxy adds. `null` where the answer comes from the upstream as it is. */
  meta: SnapshotMeta | null;
  data: SnapshotData;
}

/** What our proxy says of an answer. Not part of the upstream's documentation. */
export interface AnswerMeta {
  /** Version of this shape. */
  version: number;
  /** ISO 8601, UTC: when the upstream gave the answer. All ages are counted from here. */
  generatedAt: string;
  /** Seconds that a visitor stays listed after the last activity. */
  windowSeconds: number;
  /** Seconds between two upstream calls of the proxy: polling more often brings nothing. */
  refreshSeconds: number | null;
  /** Seconds by which the proxy publishes later than the upstream answers. */
  delaySeconds: number;
  /** The upstream fails, and this is the last good answer. */
  stale: boolean;
  /** The period (a UTC day) whose key the ids are made with; ids of two epochs cannot be compared. */
  idEpoch: string | null;
  /** The answer is made up by the simulator. */
  sample: boolean;
}

/** The same of a snapshot. */
export interface SnapshotMeta extends AnswerMeta {
  /** How many people there were before; `null` where the proxy does not say. */
  history: CountSteps | null;
}

/** How many people there were, step by step. */
export interface CountSteps {
  stepSeconds: number;
  /** Oldest first; the last one is of `generatedAt`. `null` where the number is not known. */
  counts: readonly (number | null)[];
}

/** The payload of the answer. Lists are never null, and sorted newest first where they carry timestamps. */
export interface SnapshotData {
  /** People active in the last 10 minutes, as the upstream counts them: it need not equal `visitors.length`. */
  count: number | null;
  visitors: Visitor[];
  /** The site's averages. `null` where no prediction model exists. */
  conversionMetrics: ConversionMetrics | null;
  /** Whether visitors carry a `conversionLikelihood`. False while the upstream has no model of the site. */
  hasConversionPredictions: boolean;
  recentEvents: VisitorEvent[];
  recentPayments: Payment[];
}

/** One person who was active within the window. */
export interface Visitor {
  /** The upstream's cookie id (personal data), or the proxy's daily hash of it. Made up from other fields if absent. */
  visitorId: string;
  /** "Used to place the visitor on the map", says the documentation. */
  location: Location;
  system: System;
  /** The page: a path, host and path, or an absolute URL. */
  currentUrl: string | null;
  /** Version A. */
  referrer: string | null;
  /** ISO 8601. Version A. */
  sessionStartTime: string | null;
  /** Sessions so far, this one included. Version A. */
  visitCount: number | null;
  /** WGS 84 degrees, −90 to 90, city level. Version A; `null` unless longitude is valid too. */
  latitude: number | null;
  /** WGS 84 degrees, −180 to 180. Version A; `null` unless latitude is valid too. */
  longitude: number | null;
  /** How precise the place is. From our proxy; else "coordinates" or "none", by what is there. */
  precision: Precision;
  /** Has paid before. Version A. */
  isCustomer: boolean;
  /** Personal data. Version A. */
  customerName: string | null;
  /** Personal data. Version A. */
  customerEmail: string | null;
  profileData: Profile;
  conversionLikelihood: ConversionLikelihood | null;
}

/** Each part may be null: the upstream does not always know. */
export interface Location {
  city: string | null;
  /** ISO 3166-2 ("US-CO"), a bare code ("CO") or a name ("Colorado"). */
  region: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string | null;
}

/** Names of browser, operating system and device type ("desktop", "mobile" …). */
export interface System {
  browser: string | null;
  os: string | null;
  device: string | null;
}

/** The site's own profile of the visitor. */
export interface Profile {
  /** Personal data, unless `isRandomName`. */
  displayName: string | null;
  /** Often an e-mail address. Personal data. */
  userId: string | null;
  hasProfile: boolean;
  /** The upstream made the name up. */
  isRandomName: boolean;
}

/** How likely a visitor is to buy. */
export interface ConversionLikelihood {
  /** 0 to 100; 50 is the site's baseline, customers get 100. */
  score: number | null;
  /** 0 to 1; below 0.5 unreliable. */
  confidence: number | null;
  isBaseline: boolean;
  dimensionMatches: string[];
  raw: {
    /** 0 to 1. */
    conversionRate: number | null;
    /** In the site's currency. */
    averageValue: number | null;
    /** In the site's currency. */
    expectedValue: number | null;
  };
}

/** The site's averages that likelihoods compare with. */
export interface ConversionMetrics {
  /** 0 to 1. */
  baselineConversionRate: number | null;
  /** In the site's currency. */
  baselineAverageValue: number | null;
}

/** Something that a visitor did. Events carry no coordinates upstream. */
export interface VisitorEvent {
  _id: string;
  /** `pageview` is the one documented value; SDKs send `custom`, `identify`, `payment`, `external_link`, or any name. */
  type: string;
  visitorId: string | null;
  /** ISO 8601. */
  timestamp: string | null;
  path: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string | null;
  /** Free-form, and carries names and addresses: of all of it only the goal's name is kept. */
  extraData: { eventName: string | null };
  referrer: string | null;
  /** Personal data. */
  customerName: string | null;
  /** Personal data, or made up. */
  displayName: string | null;
  /** Major units: 29.99 is $29.99. */
  amount: number | null;
  latitude: number | null;
  longitude: number | null;
  precision: Precision;
}

/** Money that came in. Payments carry no visitor and no place upstream. */
export interface Payment {
  _id: string;
  type: string;
  /** ISO 8601. */
  timestamp: string | null;
  /** Personal data. */
  name: string | null;
  /** Personal data. */
  email: string | null;
  /** Personal data, or made up. */
  displayName: string | null;
  /** Major units: 29.99 is $29.99; 0 is a free trial; `null` where it is not known. */
  amount: number | null;
  /** ISO 4217 as a rule, elsewhere a symbol ("$"). */
  currency: string | null;
  /** A subscription's later payment. */
  renewal: boolean;
  latitude: number | null;
  longitude: number | null;
  precision: Precision;
}

/** How sure a place is, from best to worst. `none`: nowhere. */
export type Precision = 'coordinates' | 'city' | 'region' | 'country' | 'none';
