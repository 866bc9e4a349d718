import type { TickerRow } from '../../src/ticker/rows.ts';

/** A pageview of which nothing more is known. */
export const ROW: TickerRow = {
  id: '1',
  kind: 'pageview',
  at: 0,
  visitorId: 'a',
  isCustomer: false,
  place: null,
  page: null,
  goal: null,
  isExit: false,
  amount: null,
  currency: null,
  isRenewal: false,
};
