import type { PublishedPayment } from '../protocol/published.ts';
import type { Payment } from '../protocol/types.ts';
import { addCoordinates } from './event.ts';
import type { Attribution } from './attribution.ts';
import type { PublishContext } from './publish-context.ts';

/**
 * @param origin The payer's visitor or country; `undefined` if it is not known.
 * @returns `null` if the row is not published, as its visitor is not or not yet.
 */
export function publishPayment(
  payment: Payment,
  origin: Attribution | undefined,
  context: PublishContext,
): PublishedPayment | null {
  const { policy, ids, texts, groups } = context;
  const link = groups.linkOf('payment', payment._id, origin?.visitorId ?? null);
  if (link === 'absent') return null;
  const published: PublishedPayment = {
    _id: ids.of('payment', payment._id),
    type: texts.name(payment.type) ?? 'payment_received',
    timestamp: payment.timestamp,
    amount: context.amount(payment.amount),
    currency: texts.currency(payment.currency),
    renewal: payment.renewal,
  };
  if (origin) addCoordinates(published, context.place(link === 'none' ? { ...origin, visitorId: null } : origin));
  if (policy.names) {
    published.name = link === 'none' ? null : texts.plain(payment.name);
    published.displayName = link === 'none' ? null : texts.plain(payment.displayName);
  }
  return published;
}
