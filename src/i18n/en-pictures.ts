/** English of what the proxy's pictures say besides, and no element. */
export const enPictures = {
  /** On a picture that cannot count along. */
  asOf: 'as of {time}',
  /** What a badge without a number is to a screen reader. */
  labelUnknown: 'Live visitors: n/a',
} as const;
