import type { PublishedPayment } from '../../protocol/published.ts';
import type { Payment } from '../../protocol/types.ts';
import { addSpot } from './event.ts';
import type { Origin } from './join.ts';
import type { Telling } from './telling.ts';

/** @param origin The payer's visitor or country; `undefined` where it is not known. */
export function publishPayment(payment: Payment, origin: Origin | undefined, telling: Telling): PublishedPayment {
  const { policy, ids, texts } = telling;
  const published: PublishedPayment = {
    _id: ids.of('payment', payment._id),
    type: texts.name(payment.type) ?? 'payment_received',
    timestamp: payment.timestamp,
    amount: telling.amount(payment.amount),
    currency: texts.currency(payment.currency),
    renewal: payment.renewal,
  };
  if (origin) addSpot(published, telling.place(origin));
  if (policy.names) {
    published.name = texts.plain(payment.name);
    published.displayName = texts.plain(payment.displayName);
  }
  return published;
}
