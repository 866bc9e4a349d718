import type { Visitor } from './types.ts';

/** Below it the upstream's model has seen too little of the like. */
const LEAST_CONFIDENCE = 0.5;

/** How likely a visitor is to buy, where that is known. */
export interface Likelihood {
  /** 0 to 100; 50 is the site's baseline. */
  score: number;
  /** It is too early to rely on it. */
  isUnsure: boolean;
}

/** `null` for customers, who have bought already. */
export function likelihoodOf({ isCustomer, conversionLikelihood }: Visitor): Likelihood | null {
  const { score = null, confidence = null } = conversionLikelihood ?? {};
  return isCustomer || score === null ? null : { score, isUnsure: (confidence ?? 1) < LEAST_CONFIDENCE };
}
