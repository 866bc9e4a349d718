import type { PrivacyPolicy } from './policy.ts';

/** Amounts as the policy publishes them. */
export type TellAmount = (amount: number | null) => number | null;

const SIGNIFICANT_DIGITS = 2;

export function createTellAmount(amounts: PrivacyPolicy['amounts']): TellAmount {
  switch (amounts) {
    case 'exact':
      return (amount) => amount;
    case 'rounded':
      return (amount) => amount && Number(amount.toPrecision(SIGNIFICANT_DIGITS));
    case 'hidden':
      return () => null;
  }
}
