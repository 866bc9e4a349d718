import type { ConversionLikelihood, ConversionMetrics, Location, Precision, Profile, System } from './types.ts';

/**
 * The snapshot as the proxy publishes it: the documented shape, reduced to what the privacy policy lets through. An
 * optional field is absent where the policy drops it, or where nothing is known; `parseSnapshot` reads the result like
 * any other answer.
 */
export interface PublishedSnapshot {
  status: 'success';
  data: PublishedData;
  meta: PublishedMeta;
}

/** What the proxy says of the snapshot. */
export interface PublishedMeta {
  version: 1;
  /** ISO 8601, UTC: when the upstream's answer arrived. All ages are counted from here. */
  generatedAt: string;
  /** Seconds that a visitor stays listed after the last activity. */
  windowSeconds: number;
  /** Seconds between two upstream calls at least. */
  refreshSeconds: number;
  /** Seconds by which the snapshot was published later than it was given; absent where it was not held back. */
  delaySeconds?: number;
  /** This is the last good answer, and the upstream fails or is slow. */
  stale: boolean;
  /** The UTC day whose key the ids are made with, "2026-11-23"; ids of two days cannot be compared. */
  idEpoch: string;
  /** The snapshot is made up by the simulator. */
  sample?: true;
  /** How many people there were before. Absent where the site publishes none. */
  history?: PublishedHistory;
}

/** How many people there were, step by step. */
export interface PublishedHistory {
  stepSeconds: number;
  /** Oldest first; the last one is of `generatedAt`. `null` where no client looked, or where the count is not published. */
  counts: (number | null)[];
}

/** The payload. */
export interface PublishedData {
  /** As the upstream counts; `null` where it gave none, or fewer than the site wants to publish. */
  count: number | null;
  visitors: PublishedVisitor[];
  /** With predictions. */
  conversionMetrics?: ConversionMetrics | null;
  /** False also where the policy grants no predictions. */
  hasConversionPredictions: boolean;
  recentEvents: PublishedEvent[];
  recentPayments: PublishedPayment[];
}

/** One person who was active within the window. */
export interface PublishedVisitor {
  /** Keyed hash of the day. */
  visitorId: string;
  /** The country alone where cities are not published, or too few visitors are there. */
  location: Location;
  /** All `null` where the policy does not publish it. */
  system: System;
  /** A path without query and fragment; segments that look like secrets are published as "…". */
  currentUrl: string | null;
  /** ISO 8601, UTC. */
  sessionStartTime: string | null;
  isCustomer: boolean;
  /** WGS 84 degrees, rounded; `null` where unknown. */
  latitude: number | null;
  /** WGS 84 degrees, rounded; `null` where unknown. */
  longitude: number | null;
  precision: Precision;
  /** With referrers: the host. */
  referrer?: string | null;
  /** With names. */
  customerName?: string | null;
  /** With names. The user's id is never published. */
  profileData?: Omit<Profile, 'userId'>;
  /** With predictions. */
  conversionLikelihood?: ConversionLikelihood | null;
}

/** A point where something happened. */
export interface PublishedCoordinates {
  /** WGS 84 degrees, rounded. */
  latitude: number;
  /** WGS 84 degrees, rounded. */
  longitude: number;
  precision: Precision;
}

/** Something that a visitor did; where, as the visitor's place is published, or the point of the country. */
export interface PublishedEvent extends Partial<PublishedCoordinates> {
  /** Keyed hash of the day. */
  _id: string;
  type: string;
  /** Equal to the visitor's own; absent where the upstream named none. */
  visitorId?: string;
  /** ISO 8601, UTC. */
  timestamp: string | null;
  /** As a visitor's `currentUrl`. */
  path: string | null;
  countryCode: string | null;
  /** The goal's name, and nothing else of what the upstream has here. */
  extraData?: { eventName: string };
  /** Major units. */
  amount?: number;
  /** With referrers: the host. */
  referrer?: string | null;
  /** With names. */
  customerName?: string | null;
  /** With names. */
  displayName?: string | null;
}

/** Money that came in; where, if it is known whose it is. */
export interface PublishedPayment extends Partial<PublishedCoordinates> {
  /** Keyed hash of the day. */
  _id: string;
  type: string;
  /** ISO 8601, UTC. */
  timestamp: string | null;
  /** Major units; `null` where it is not known. */
  amount: number | null;
  currency: string | null;
  renewal: boolean;
  /** With names. */
  name?: string | null;
  /** With names. */
  displayName?: string | null;
}

/** Rows of a list; `[first, end]` in place of those that the list before had from `first` up to, but without, `end`. */
export type ChangedRows<Row> = (Row | [first: number, end: number])[];

/** A snapshot for a reader who has the one before it: its lists leave out the rows that have not changed. */
export interface PublishedChange {
  status: 'success';
  data: Omit<PublishedData, 'visitors' | 'recentEvents' | 'recentPayments'> & {
    visitors: ChangedRows<PublishedVisitor>;
    recentEvents: ChangedRows<PublishedEvent>;
    recentPayments: ChangedRows<PublishedPayment>;
  };
  meta: PublishedMeta;
}

/** Why the proxy gives no answer. */
export type ErrorReason =
  | 'internal'
  | 'misconfigured'
  | 'upstream-unauthorized'
  | 'upstream-forbidden'
  | 'upstream-not-found'
  | 'upstream-invalid'
  | 'upstream-rate-limited'
  | 'upstream-unavailable'
  | 'not-due'
  | 'bad-request'
  | 'unauthorized'
  | 'not-found'
  | 'method-not-allowed'
  | 'picture-unavailable'
  | 'precondition-failed'
  | 'rate-limited';

/** The proxy's answer where it has none. */
export interface PublishedError {
  status: 'error';
  error: {
    /** The HTTP status. */
    code: number;
    reason: ErrorReason;
    /** For the public. */
    message: string;
  };
}

/** Whether the proxy can answer, and how old its snapshot is. */
export interface PublishedHealth {
  status: 'ok' | 'error';
  /** Whole seconds; `null` where there is no snapshot. */
  ageSeconds: number | null;
  /** Why the upstream fails; `null` where it does not. */
  reason: ErrorReason | null;
}
