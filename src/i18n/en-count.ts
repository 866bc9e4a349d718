/** English for a number of people and what it means, which is all that a badge says. */
export const enCount = {
  /** Accessible name of the element. */
  label: 'Live visitors',
  /** Stands beside the number. */
  people: { one: 'person here', other: 'people here' },
  /** Instead of a number that is unknown, or smaller than the site wants to publish. */
  peopleUncounted: 'People are here right now',
  noCount: '—',
  /** The same where a dash alone would say too little: on a badge. */
  unknown: 'n/a',
  empty: 'Nobody here right now',
  digest: { one: '{count} person here', other: '{count} people here' },
  stale: 'Updated {ago}. Reconnecting.',
  /** Where the site publishes later: `{ago}` is "2 minutes ago". */
  delayed: 'as of {ago}',
} as const;
