/** Degrees of a great circle: the least room that has a letter, a, and how much more each next letter is. */
export const LEAST_ROOM = 0.03;
export const ROOM_STEP = 1.25;

/** Degrees around a country's point that are the country's; 0 where it is hardly larger than the point. */
export function roomOf(letter: string): number {
  return letter === '-' ? 0 : LEAST_ROOM * ROOM_STEP ** (letter.charCodeAt(0) - 97);
}
