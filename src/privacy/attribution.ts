import type { Payment, SnapshotData, Visitor } from '../protocol/types.ts';
import { matchSales } from './sale.ts';

/** The origin of an event or payment: a visitor by the raw id, or a country. */
export interface Attribution {
  visitorId: string | null;
  countryCode: string | null;
}

/**
 * Payments name no visitor. The origin of a payment is known if exactly one visitor has the payer's e-mail address, if the events of
 * exactly one visitor report the same sale, or if exactly one visitor has the payer's name. A payment that fits two visitors has no
 * origin.
 *
 * @returns Origins by the payments' raw ids. The data of this comparison is not published.
 */
export function attributePayments({
  visitors,
  recentEvents,
  recentPayments,
}: SnapshotData): ReadonlyMap<string, Attribution> {
  const origins = new Map<string, Attribution>();
  if (recentPayments.length === 0) return origins;
  const byEmail = uniqueBy(visitors, ({ customerEmail }) => customerEmail);
  const byName = uniqueBy(visitors, ({ customerName }) => customerName);
  const sales = matchSales(recentPayments, recentEvents);
  for (const payment of recentPayments) {
    const namesake = find(byName, payment.name);
    const sale = sales.get(payment._id);
    const people = [
      find(byEmail, payment.email)?.visitorId,
      sale?.visitorId,
      namesake && isPayer(namesake, payment) ? namesake.visitorId : null,
    ].filter((id) => id !== null && id !== undefined);
    const [visitorId = null] = people;
    const isAgreed = people.every((id) => id === visitorId);
    const countryCode = sale?.countryCode ?? null;
    if (isAgreed && (visitorId !== null || countryCode !== null)) origins.set(payment._id, { visitorId, countryCode });
  }
  return origins;
}

/** Two people of one name are distinguished by their addresses. */
function isPayer({ customerEmail }: Visitor, { email }: Payment): boolean {
  return customerEmail === null || email === null || folded(customerEmail) === folded(email);
}

/** Visitors by what only one of them has; `null` where several have it. */
function uniqueBy(
  visitors: readonly Visitor[],
  read: (visitor: Visitor) => string | null,
): ReadonlyMap<string, Visitor | null> {
  const found = new Map<string, Visitor | null>();
  for (const visitor of visitors) {
    const text = read(visitor);
    if (text === null) continue;
    const key = folded(text);
    found.set(key, found.has(key) ? null : visitor);
  }
  return found;
}

function find(visitors: ReadonlyMap<string, Visitor | null>, text: string | null): Visitor | null {
  return text === null ? null : (visitors.get(folded(text)) ?? null);
}

/** People write their names and addresses in capitals and without, composed and decomposed. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
