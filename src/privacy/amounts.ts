import type { PrivacyPolicy } from './policy.ts';

/** Amounts as the policy publishes them. */
export type PublishAmount = (amount: number | null) => number | null;

const SIGNIFICANT_DIGITS = 2;

export function createPublishAmount(amounts: PrivacyPolicy['amounts']): PublishAmount {
  switch (amounts) {
    case 'exact':
      return (amount) => amount;
    case 'rounded':
      return (amount) => amount && Number(amount.toPrecision(SIGNIFICANT_DIGITS));
    case 'hidden':
      return () => null;
  }
}
