/** What the sound says. */
export const enSound = {
  /** A button that is on or off. */
  sound: 'Sound for payments',
};
