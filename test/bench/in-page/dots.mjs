/** The same numbers on every machine and in every run (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const rounded = (degrees) => Math.round(degrees * 1e4) / 1e4;

/**
 * Visitors who come and go as from poll to poll: a tenth leaves, as many arrive.
 *
 * @param {number} count How many there are at any time.
 */
export function createFeed(count) {
  const random = randomFrom(42 + count);
  const churn = Math.max(1, Math.round(count * 0.1));
  let made = 0;
  const visitor = () => ({
    id: `v${made++}`,
    lon: rounded(random() * 340 - 170),
    lat: rounded(random() * 125 - 55),
  });
  let present = Array.from({ length: count }, visitor);
  // A poll brings fresh objects.
  const answer = () => present.map((dot) => ({ ...dot }));
  return {
    current: answer,
    next() {
      const leaving = new Set();
      while (leaving.size < churn) leaving.add((random() * present.length) | 0);
      present = present.filter((_, index) => !leaving.has(index));
      for (let i = 0; i < churn; i++) present.push(visitor());
      return answer();
    },
  };
}
