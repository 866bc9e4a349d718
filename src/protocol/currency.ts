import type { Payment } from './types.ts';

/**
 * The currency that all payments share; `null` where there is none, or more than one. Predictions are in the site's
 * currency, which the upstream does not name: this is as near as one can honestly come.
 */
export function sharedCurrency(payments: readonly Payment[]): string | null {
  const [currency = null, another] = new Set(payments.flatMap((payment) => payment.currency ?? []));
  return another === undefined ? currency : null;
}
