import type { Location, Precision, System } from './types.ts';

/**
 * The snapshot as the proxy publishes it: the documented shape, reduced to what the privacy policy lets through. A
 * field that the policy drops, or that the upstream did not tell where it is optional, is absent; `parseSnapshot`
 * reads the result like any other answer.
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
  /** This is the last good answer, and the upstream fails or is slow. */
  stale: boolean;
  /** The UTC day whose key the ids are made with, "2026-11-23"; ids of two days cannot be compared. */
  idEpoch: string;
  /** The snapshot is made up by the simulator. */
  sample?: true;
}

/** The payload. */
export interface PublishedData {
  /** As the upstream counts; `null` where it gave none. */
  count: number | null;
  visitors: PublishedVisitor[];
  /** Predictions are not published. */
  hasConversionPredictions: false;
  recentEvents: PublishedEvent[];
  recentPayments: PublishedPayment[];
}

/** One person who was active within the window. */
export interface PublishedVisitor {
  /** Keyed hash of the day. */
  visitorId: string;
  location: Location;
  system: System;
  /** A path without query and fragment; segments that look like secrets are told as "…". */
  currentUrl: string | null;
  /** ISO 8601, UTC. */
  sessionStartTime: string | null;
  isCustomer: boolean;
  /** WGS 84 degrees, rounded; `null` where unknown. */
  latitude: number | null;
  /** WGS 84 degrees, rounded; `null` where unknown. */
  longitude: number | null;
  precision: Precision;
}

/** Something that a visitor did. */
export interface PublishedEvent {
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
}

/** Money that came in. */
export interface PublishedPayment {
  /** Keyed hash of the day. */
  _id: string;
  type: string;
  /** ISO 8601, UTC. */
  timestamp: string | null;
  /** Major units; `null` where it is not told. */
  amount: number | null;
  currency: string | null;
  renewal: boolean;
}

/** Why the proxy gives no answer. */
export type ErrorReason =
  | 'misconfigured'
  | 'upstream-unauthorized'
  | 'upstream-forbidden'
  | 'upstream-not-found'
  | 'upstream-invalid'
  | 'upstream-rate-limited'
  | 'upstream-unavailable'
  | 'unauthorized'
  | 'not-found'
  | 'method-not-allowed'
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
