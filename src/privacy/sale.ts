import type { Payment, VisitorEvent } from '../protocol/types.ts';

/**
 * Milliseconds between an event and a payment that are one sale reported twice: the shop's server and the visitor's browser
 * report it within seconds. Another sale at the same price is rare in so short a time, and where there is one nothing is
 * joined.
 */
const SAME_TIME = 10_000;
/** What events of a sale are called: `payment` by DataFast's own script, and as shops like it. */
const SALE = /(?:^|[^a-z])(?:payment|paid|purchase|order|sale)/i;
/** What is called after a sale and is none. */
const NO_SALE = /fail|cancel|refund|abandon|declin|start|begin|initiat|attempt|expire|void/i;
/** So many of one price at once are a matter of chance. */
const MOST_CANDIDATES = 8;

/** The events that report the same sale as a payment, by the payment's id: those of the one visitor who can be meant. */
export function matchSales(
  payments: readonly Payment[],
  events: readonly VisitorEvent[],
): ReadonlyMap<string, VisitorEvent> {
  const byId = new Map(events.map((event) => [event._id, event]));
  const shelves = shelve(events);
  const candidates = new Map<string, VisitorEvent[]>();
  const claims = new Map<VisitorEvent, number>();
  for (const payment of payments) {
    const twin = byId.get(payment._id);
    const found = twin ? [twin] : candidatesFor(payment, shelves);
    candidates.set(payment._id, found);
    for (const event of found) claims.set(event, (claims.get(event) ?? 0) + 1);
  }
  const sales = new Map<string, VisitorEvent>();
  for (const [id, found] of candidates) {
    const [event] = found;
    const isOnePerson = found.length === 1 || new Set(found.map(({ visitorId }) => visitorId ?? {})).size === 1;
    if (event && isOnePerson && found.every((each) => claims.get(each) === 1)) sales.set(id, event);
  }
  return sales;
}

/** Events of sales by price and by time, in steps of which two neighbours hold all that is near. */
function shelve(events: readonly VisitorEvent[]): ReadonlyMap<string, VisitorEvent[]> {
  const shelves = new Map<string, VisitorEvent[]>();
  for (const event of events) {
    if (event.amount === null || event.timestamp === null || !isSale(event)) continue;
    const name = shelfOf(event.amount, Date.parse(event.timestamp));
    const shelf = shelves.get(name);
    if (shelf) shelf.push(event);
    else shelves.set(name, [event]);
  }
  return shelves;
}

function candidatesFor({ amount, timestamp }: Payment, shelves: ReadonlyMap<string, VisitorEvent[]>): VisitorEvent[] {
  if (amount === null || timestamp === null) return [];
  const at = Date.parse(timestamp);
  const near = [-SAME_TIME, 0, SAME_TIME].flatMap((away) => shelves.get(shelfOf(amount, at + away)) ?? []);
  if (near.length > MOST_CANDIDATES) return [];
  return near.filter((event) => Math.abs(Date.parse(event.timestamp ?? '') - at) <= SAME_TIME);
}

function shelfOf(amount: number, at: number): string {
  return `${Math.round(amount * 100)} ${Math.floor(at / SAME_TIME)}`;
}

function isSale({ type, extraData }: VisitorEvent): boolean {
  if (type === 'pageview' || type === 'identify') return false;
  return [type, extraData.eventName ?? ''].some((name) => SALE.test(name) && !NO_SALE.test(name));
}
