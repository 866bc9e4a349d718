import { epochOf } from '../protocol/epoch.ts';
import { decodedPath, pagePath } from '../protocol/page.ts';
import type { Location, Payment, SnapshotData, Visitor, VisitorEvent } from '../protocol/types.ts';

/** The kinds of rows, in the default order of the `ticker-kinds` attribute. */
export const ROW_KINDS = ['pageview', 'goal', 'payment'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One line of the ticker, before it is worded. */
export interface TickerRow {
  /** Stable from poll to poll. */
  id: string;
  kind: RowKind;
  /** Epoch ms. */
  at: number;
  /** Whose dot belongs to the row. */
  visitorId: string | null;
  isCustomer: boolean;
  place: Location | null;
  /** Of a pageview: the path, decoded; `null` where it is not known. */
  page: string | null;
  /** Of a goal: its name; `null` where it is not known. */
  goal: string | null;
  /** A goal that is a link to another site. */
  isExit: boolean;
  /** Of a payment: major units; `null` where it is not known. */
  amount: number | null;
  currency: string | null;
  isRenewal: boolean;
}

export interface RowOptions {
  kinds: readonly RowKind[];
  /** Rows at the most. */
  size: number;
}

/** Events within this many milliseconds of a payment, of its amount, are the payment itself, reported twice. */
const SAME_PAYMENT = 60_000;

/** The part of a snapshot to show: all of it, or what is new in it. */
type RowSource = Pick<SnapshotData, 'recentEvents' | 'recentPayments'>;

/**
 * The newest rows of a snapshot. The pageviews of one visitor collapse into the newest; a payment that stands among the
 * events too is one row; rows without a time are left out.
 *
 * @param part A part of the snapshot's lists where only that part is wanted.
 */
export function tickerRows(data: SnapshotData, { kinds, size }: RowOptions, part: RowSource = data): TickerRow[] {
  const visitors = visitorsBehind(part.recentEvents, data.visitors);
  const payments = data.recentPayments.map(paymentRow).filter((row) => row !== null);
  const seen = new Set(payments.map((row) => row.id));
  const viewed = new Set<string | null>();
  const rows = part.recentPayments.map(paymentRow).filter((row) => row !== null);
  for (const event of part.recentEvents) {
    const row = eventRow(event, visitors.get(event.visitorId));
    if (!row || seen.has(row.id)) continue;
    if (row.kind === 'payment' && payments.some((payment) => isSamePayment(payment, row))) continue;
    if (row.kind === 'pageview' && row.visitorId !== null) {
      if (viewed.has(row.visitorId)) continue;
      viewed.add(row.visitorId);
    }
    rows.push(row);
  }
  return rows
    .filter((row) => kinds.includes(row.kind))
    .sort((a, b) => b.at - a.at)
    .slice(0, size);
}

/** The visitors of the events, by id. In a crowd they are few, and mostly the newest, which are last in the list. */
function visitorsBehind(events: readonly VisitorEvent[], visitors: readonly Visitor[]): Map<string | null, Visitor> {
  const wanted = new Set(events.map(({ visitorId }) => visitorId));
  const found = new Map<string | null, Visitor>();
  for (let index = visitors.length - 1; index >= 0 && found.size < wanted.size; index--) {
    const visitor = visitors[index];
    if (visitor && wanted.has(visitor.visitorId)) found.set(visitor.visitorId, visitor);
  }
  return found;
}

/** Whether a row replaces an older one: the next page of a visitor, or a payment known from an event. */
export function replaces(row: TickerRow, older: TickerRow): boolean {
  if (row.kind !== older.kind) return false;
  if (row.kind === 'pageview') return row.visitorId !== null && row.visitorId === older.visitorId;
  // Of the two, the event alone has a visitor.
  return row.kind === 'payment' && row.visitorId === null && older.visitorId !== null && isSamePayment(row, older);
}

function isSamePayment(payment: TickerRow, event: TickerRow): boolean {
  const sameAmount = event.amount === null || payment.amount === null || payment.amount === event.amount;
  return sameAmount && Math.abs(payment.at - event.at) <= SAME_PAYMENT;
}

function paymentRow(payment: Payment): TickerRow | null {
  if (payment.timestamp === null) return null;
  return {
    id: payment._id,
    kind: 'payment',
    at: epochOf(payment.timestamp),
    visitorId: null,
    isCustomer: true,
    place: null,
    page: null,
    goal: null,
    isExit: false,
    amount: payment.amount,
    currency: payment.currency,
    isRenewal: payment.renewal,
  };
}

function eventRow(event: VisitorEvent, visitor: Visitor | undefined): TickerRow | null {
  // `identify` links a visitor to an account, which is no news for other visitors.
  if (event.timestamp === null || event.type === 'identify') return null;
  const path = pagePath(event.path);
  const isPageview = event.type === 'pageview';
  const isPayment = event.type === 'payment' || event.type === 'payment_received';
  const name = event.type === 'custom' ? event.extraData.eventName : (event.extraData.eventName ?? event.type);
  const country = event.countryCode;
  return {
    id: event._id,
    kind: isPageview ? 'pageview' : isPayment ? 'payment' : 'goal',
    at: epochOf(event.timestamp),
    visitorId: event.visitorId,
    isCustomer: visitor?.isCustomer ?? false,
    place: visitor?.location ?? (country === null ? null : { city: null, region: null, countryCode: country }),
    page: isPageview && path !== null ? decodedPath(path) : null,
    goal: isPageview ? null : name,
    isExit: event.type === 'external_link',
    amount: event.amount,
    currency: null,
    isRenewal: false,
  };
}
