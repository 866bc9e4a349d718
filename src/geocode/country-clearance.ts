/** Degrees of a great circle: the room of letter a, and how many times as much each next letter is. */
const LEAST_ROOM = 0.0295;
const ROOM_STEP = 1.25;
const A = 97;

/** Degrees around a country's point that are the country's. "-" is next to nothing: it is hardly larger than the point. */
export function decodeClearance(letter: string): number {
  return LEAST_ROOM * ROOM_STEP ** (letter.charCodeAt(0) - A);
}

/** The letter for so much room, rounded down. */
export function encodeClearance(room: number): string {
  const step = Math.floor(Math.log(room / LEAST_ROOM) / Math.log(ROOM_STEP));
  return step >= 0 ? String.fromCharCode(A + Math.min(25, step)) : '-';
}
