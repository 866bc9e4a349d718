/** English of the lists, which is fetched with their code. */
export const enBreakdown = {
  pageHeading: 'Pages',
  countryHeading: 'Countries',
  referrerHeading: 'Referrers',
  browserHeading: 'Browsers',
  systemHeading: 'Systems',
  deviceHeading: 'Devices',
  /** Below a list: values that have no row. */
  moreValues: { one: 'and {count} more', other: 'and {count} more' },
  /** In place of a number that the site does not want shown. */
  fewerThan: 'under {limit}',
} as const;

/** English of the filter. */
export const enFilter = {
  /** Beside the number of those who fit the filter. */
  peopleOf: { one: 'of {count} person here', other: 'of {count} people here' },
  digestOf: { one: '{shown} of {count} person here', other: '{shown} of {count} people here' },
  removeFilter: 'Remove the filter {value}',
} as const;
