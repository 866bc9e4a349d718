/** English of the line on expected value. */
export const enPredictions = {
  /** Of all who are here. */
  expectedNow: 'Expected value right now: {amount}',
  expectedNowUsual: 'Expected value right now: {amount}, as usual',
  expectedNowAbove: 'Expected value right now: {amount}, {share} above the usual',
  expectedNowBelow: 'Expected value right now: {amount}, {share} below the usual',
} as const;
