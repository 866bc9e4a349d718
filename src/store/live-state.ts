import type { VisitorFilter } from './dimensions.ts';
import type { Status } from './status.ts';
import type { Payment, Snapshot, Visitor } from '../protocol/types.ts';
import { WINDOW_SECONDS } from '../protocol/window.ts';
import type { TickerRow } from '../ticker/rows.ts';

/**
 * Everything the element shows at one moment: plain, frozen and serialisable. A part that did not change is the same
 * object as in the state before.
 */
export interface LiveState {
  readonly status: Status;
  /** The last snapshot, whole; `null` until the first one. */
  readonly snapshot: Snapshot | null;
  /** Epoch ms by the server's clock; the one clock reading of this state. */
  readonly now: number;
  /** Epoch ms of the moment that is shown: `now`, less what the proxy publishes later. */
  readonly asOf: number;
  /** Seconds since the upstream gave the snapshot. */
  readonly age: number;
  /** People here, without those not revealed yet; `null` where the number is not known. */
  readonly count: number | null;
  /** Revealed visitors, in the snapshot's order; none once the snapshot is older than its window. */
  readonly visitors: readonly Visitor[];
  /** Epoch ms of the last activity of each of `visitors`; `null` where none was seen, which counts as active. */
  readonly lastActivity: readonly (number | null)[];
  /** Revealed payments, newest first. */
  readonly payments: readonly Payment[];
  /** Rows of the ticker, newest first. */
  readonly rows: readonly TickerRow[];
  /** Rows of the last minute that found no place in the ticker. */
  readonly more: number;
  /** Visits that a pause hid, for a few seconds after it. */
  readonly missed: number;
  /**
   * Another number than in the state before: changes are not animated. Negative in a state of the past, on which nothing is
   * announced.
   */
  readonly generation: number;
  /** Of a filtered state: what fits, and the state of everyone. */
  readonly filter?: VisitorFilter;
  readonly unfiltered?: LiveState | null;
}

/** Narrows down what is shown. */
export type StateFilter = (state: LiveState) => LiveState;

/** A snapshot with the server's time at its receipt. */
export interface ReceivedSnapshot {
  snapshot: Snapshot;
  /** Epoch ms; `null` where it is not known. */
  serverTime: number | null;
}

/** Ids shown for the first time, which the map highlights. */
export interface Highlights {
  readonly visitors: readonly string[];
  readonly payments: readonly string[];
}

// Files that need neither of the two leave them out.
export const NO_HIGHLIGHTS: Highlights = /* @__PURE__ */ Object.freeze({ visitors: [], payments: [] });

/** Gets each new state, and what in it is new to the viewer. */
export type StateListener = (state: LiveState, highlights: Highlights) => void;

/** Before anything is known. */
export const INITIAL_STATE: LiveState = /* @__PURE__ */ Object.freeze({
  status: 'unconfigured',
  snapshot: null,
  now: 0,
  asOf: 0,
  age: 0,
  count: null,
  visitors: [],
  lastActivity: [],
  payments: [],
  rows: [],
  more: 0,
  missed: 0,
  generation: 0,
});

/** Whether the snapshot is so old that none of its visitors can still be here. */
export function isExpired({ snapshot, status, age }: Pick<LiveState, 'snapshot' | 'status' | 'age'>): boolean {
  return status === 'stale' && age > windowSeconds(snapshot) + delaySeconds(snapshot);
}

/** Seconds that a visitor stays listed after the last activity. */
export function windowSeconds(snapshot: Snapshot | null): number {
  return snapshot?.meta?.windowSeconds ?? WINDOW_SECONDS;
}

/** Seconds by which the proxy publishes later. */
export function delaySeconds(snapshot: Snapshot | null): number {
  return snapshot?.meta?.delaySeconds ?? 0;
}
