const FIRST = 5;
const LONGEST = 50;
const MOST_ASKED_FOR = 3600;

/**
 * Seconds until the next try: 5, 10, 20, 40, then 50, each lengthened by up to a fifth so that the viewers of a page do
 * not come back all at once. A server that asks for longer gets it, up to an hour.
 *
 * @param failures Failed tries in a row, at least 1.
 * @param retryAfter Seconds that the server asked for.
 * @param random 0 to 1.
 */
export function backoff(failures: number, retryAfter: number | null, random: number): number {
  const own = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
  const asked = Math.min(MOST_ASKED_FOR, retryAfter ?? 0);
  return Math.max(own, asked) * (1 + random / 5);
}
