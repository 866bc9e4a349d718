/** English of the last half hour, which is fetched with its code. */
export const enHistory = {
  /** `{time}` is a stretch of time, "30 minutes"; `{count}` the largest number of people, and their noun. */
  historyRange: {
    one: 'Between {least} and {count} person in the last {time}',
    other: 'Between {least} and {count} people in the last {time}',
  },
  historySame: { one: '{count} person throughout the last {time}', other: '{count} people throughout the last {time}' },
  historyUnknown: 'Earlier numbers are not known yet',
  historyPayments: { one: '{count} payment', other: '{count} payments' },
  lookBack: 'Look back',
  /** Below the number of a state of the past. */
  asItWas: 'as it was at {time}',
} as const;

/** English of the slider and what is around it. */
export const enPlayer = {
  lookBack: 'Look back',
  /** Name of the slider. */
  shownTime: 'Time shown',
  playHistory: 'Play',
  stopHistory: 'Stop',
  live: 'Live',
  /** Where the page has only one state to show. */
  historyEmpty: 'Nothing to look back on yet: this page has just been opened.',
} as const;
