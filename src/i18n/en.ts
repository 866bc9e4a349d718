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

  summary: { one: '{count} visitor from {places}', other: '{count} visitors from {places}' },
  countries: { one: '{count} country, {most}', other: '{count} countries[, most from {most}]' },
  summaryUnplaced: { one: '{count} visitor', other: '{count} visitors' },
  /** The map for a screen reader. */
  described: '{summary}. {hint}',
  keyboardHint: 'Use the arrow keys to go from mark to mark, plus and minus to zoom.',
  arrowKeysHint: 'Use the arrow keys to go from mark to mark.',

  pause: 'Pause',
  resume: 'Resume',
  missed: { one: '{count} more visit', other: '{count} more visits' },
  showTable: 'Show as a table',
  showMap: 'Show the map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Reset the view',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',

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

  visitor: 'Visitor',
  customer: 'Customer',
  cityIn: '{city}, {country}',
  somewhere: 'Place unknown',
  /** A place of which no more than the country is known. */
  somewhereIn: 'Somewhere in {place}',
  peopleAt: { one: '{count} person', other: '{count} people' },
  customersAt: { one: '{count} customer', other: '{count} customers' },
  hereFor: 'Here for {age}',
  morePlaces: { one: 'and {count} more place', other: 'and {count} more places' },

  /** Of the page that led here: its host. */
  cameFrom: 'From {host}',
  /** `{facts}` are some of the three below, as a list. */
  likelier: 'More likely to buy than usual: {facts}',
  aboutAsLikely: 'About as likely to buy as usual: {facts}',
  unlikelier: 'Less likely to buy than usual: {facts}',
  tooEarly: 'Too early to tell how likely to buy: {facts}',
  scoreOf: '{score} of {full}',
  confidence: 'confidence {share}',
  expectedValue: 'expected value {amount}',
  /** Of all who are here. */
  expectedNow: 'Expected value right now: {amount}',
  expectedNowUsual: 'Expected value right now: {amount}, as usual',
  expectedNowAbove: 'Expected value right now: {amount}, {share} above the usual',
  expectedNowBelow: 'Expected value right now: {amount}, {share} below the usual',

  place: 'Place',
  visitors: 'People',
  since: 'Here for',
  /** People more likely to buy than usual. */
  likelierPeople: 'More likely to buy',
} as const;

/**
 * English, the language in the bundle, and the list of all messages. Each is a whole sentence or a label; `{name}` is
 * filled in. A message with plural forms is chosen by its `count`, as `Intl.PluralRules` says.
 */
export const en: typeof enCount & typeof enMap = { ...enCount, ...enMap };
