import { enCount } from './en-count.ts';

const enMap = {
  window: { one: 'in the last minute', other: 'in the last {count} minutes' },
  lastVisit: 'Last visit {ago}',
  loading: 'Loading the live map',
  /** For visitors: nothing can be shown. */
  unavailable: 'Live data unavailable. Reconnecting…',
  sample: 'Sample data',
  /** For the developer, on localhost alone. */
  unconfigured: 'Set proxy-url to your proxy’s address.',

  pause: 'Pause',
  resume: 'Resume',
  missed: { one: '{count} more visit', other: '{count} more visits' },
  showTable: 'Show as a table',
  showMap: 'Show the map',

  ticker: 'Latest activity',
  /** Below the rows: events that came faster than rows can show. */
  more: '{count} more in the last minute',
  pageviewIn: 'Someone in {place} opened {page}',
  pageview: 'Someone opened {page}',
  pageviewCustomerIn: 'A customer in {place} opened {page}',
  pageviewCustomer: 'A customer opened {page}',
  pageviewHiddenIn: 'Someone in {place} is looking around',
  pageviewHidden: 'Someone is looking around',
  goalIn: 'Someone in {place} reached {goal}',
  goal: 'Someone reached {goal}',
  goalCustomerIn: 'A customer in {place} reached {goal}',
  goalCustomer: 'A customer reached {goal}',
  goalHiddenIn: 'Someone in {place} reached a goal',
  goalHidden: 'Someone reached a goal',
  exitIn: 'Someone in {place} followed a link to another site',
  exit: 'Someone followed a link to another site',
  paymentIn: 'Payment of {amount}, {place}',
  payment: 'Payment of {amount}',
  paymentRenewalIn: 'Payment of {amount}, {place} · renewal',
  paymentRenewal: 'Payment of {amount} · renewal',
  paymentHiddenIn: 'A payment came in from {place}',
  paymentHidden: 'A payment came in',
  trialIn: 'A free trial started in {place}',
  trial: 'A free trial started',

  /** Countries that a sentence names with an article. */
  articled: 'AE BQ BS CC CD CF CG CK DO FK FO GB GM IM IO KM KY MH MP MV NL PH PN SB SC SJ TC TF UM US VA VG VI',
  withArticle: 'the {place}',
} as const;

/**
 * English, the language in the bundle, and the list of all messages. Each is a whole sentence or a label; `{name}` is
 * filled in. A message with plural forms is chosen by its `count`, as `Intl.PluralRules` says.
 */
export const en: typeof enCount & typeof enMap = { ...enCount, ...enMap };
