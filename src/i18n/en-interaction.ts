/** English of what the map says to a viewer who is at it: summary, buttons, tooltip, table. */
export const enInteraction = {
  summary: { one: '{count} visitor from {places}', other: '{count} visitors from {places}' },
  countries: { one: '{count} country, {most}', other: '{count} countries[, most from {most}]' },
  summaryUnplaced: { one: '{count} visitor', other: '{count} visitors' },
  /** The map for a screen reader. */
  described: '{summary}. {hint}',
  keyboardHint: 'Use the arrow keys to go from mark to mark, plus and minus to zoom.',
  arrowKeysHint: 'Use the arrow keys to go from mark to mark.',

  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Reset the view',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',

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
  place: 'Place',
  visitors: 'People',
  since: 'Here for',
  /** People more likely to buy than usual. */
  likelierPeople: 'More likely to buy',
} as const;
