import { epochOf } from '../protocol/epoch.ts';
import type { Payment, Snapshot, Visitor, VisitorEvent } from '../protocol/types.ts';
import type { TickerRow } from '../ticker/rows.ts';
import { eventFitsFilter, fitsFilter, type VisitorFilter } from './dimensions.ts';
import type { LiveState } from './live-state.ts';

/** Milliseconds between a payment and the event that reports it. */
const SAME_PAYMENT_MS = 60_000;
const PAYMENT_EVENT = /^payment(_received)?$/;

/** The ticker's rows of a snapshot, and how many of them are shown. */
export interface RowSource {
  rowsOf: (snapshot: Snapshot) => readonly TickerRow[];
  size: number;
}

/**
 * The state with those alone who fit the filter.
 *
 * @param previous What the same filter made of the state before: parts whose input is the same are reused.
 */
export function filteredState(
  state: LiveState,
  filter: VisitorFilter,
  source: RowSource,
  previous: LiveState | null,
): LiveState {
  const { snapshot, visitors, lastActivity, payments, rows, count } = state;
  if (!snapshot) return state;
  const before = previous?.unfiltered;
  const isSameCrowd = before?.visitors === visitors && before.lastActivity === lastActivity;
  const part = previous && isSameCrowd ? previous : fittingVisitors(state, filter);
  const isSameHistory =
    isSameCrowd && before.snapshot === snapshot && before.payments === payments && before.rows === rows;
  const past = previous && isSameHistory ? previous : fittingHistory(state, snapshot, part.visitors, filter, source);
  return Object.freeze({
    ...state,
    visitors: part.visitors,
    lastActivity: part.lastActivity,
    payments: past.payments,
    rows: past.rows,
    // The upstream may count fewer visitors than it lists.
    count: count === null ? null : Math.min(count, part.visitors.length),
    more: 0,
    filter,
    unfiltered: state,
  });
}

function fittingVisitors(
  { visitors, lastActivity }: LiveState,
  filter: VisitorFilter,
): Pick<LiveState, 'visitors' | 'lastActivity'> {
  const fits = visitors.map((visitor) => fitsFilter(visitor, filter));
  const isFitting = (_: unknown, index: number): boolean => fits[index] ?? false;
  return { visitors: visitors.filter(isFitting), lastActivity: lastActivity.filter(isFitting) };
}

function fittingHistory(
  state: LiveState,
  snapshot: Snapshot,
  fitting: readonly Visitor[],
  filter: VisitorFilter,
  source: RowSource,
): Pick<LiveState, 'payments' | 'rows'> {
  const { data } = snapshot;
  const here = new Set(fitting.map(({ visitorId }) => visitorId));
  const listed = new Set(data.visitors.map(({ visitorId }) => visitorId));
  const fitsEvent = (event: VisitorEvent): boolean =>
    event.visitorId !== null && listed.has(event.visitorId)
      ? here.has(event.visitorId)
      : eventFitsFilter(event, filter);
  const recentEvents = data.recentEvents.filter(fitsEvent);
  const payments = state.payments.filter((payment) => {
    const reports = data.recentEvents.filter((event) => reportsPayment(event, payment));
    if (reports.length > 0) return reports.every(fitsEvent);
    return [...fitting, ...recentEvents].some((one) => isSamePlace(one, payment));
  });
  const part = { ...snapshot, data: { ...data, recentEvents, recentPayments: payments } };
  return { payments, rows: fittingRows(state, part, source) };
}

/** Rows come at the pace of the whole ticker: those that are newer than all that it shows have still to come. */
function fittingRows({ rows }: LiveState, part: Snapshot, { rowsOf, size }: RowSource): TickerRow[] {
  let newest = -Infinity;
  for (const { at } of rows) newest = Math.max(newest, at);
  return rowsOf(part)
    .filter(({ at }) => at <= newest)
    .slice(0, size);
}

function reportsPayment({ type, timestamp, amount }: VisitorEvent, payment: Payment): boolean {
  return (
    PAYMENT_EVENT.test(type) &&
    Math.abs(epochOf(timestamp) - epochOf(payment.timestamp)) <= SAME_PAYMENT_MS &&
    (amount === null || payment.amount === null || amount === payment.amount)
  );
}

/** Whether a payment was joined to the place of a visitor, or of an event. */
function isSamePlace({ latitude, longitude }: Visitor | VisitorEvent, payment: Payment): boolean {
  return latitude !== null && latitude === payment.latitude && longitude === payment.longitude;
}
