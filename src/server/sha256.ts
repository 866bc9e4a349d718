const WORD = 2 ** 32;
const PRIMES = primes(64);
/** The first 32 bits of the fractional parts of their cube roots and square roots. */
const ROUND_CONSTANTS = PRIMES.map((prime) => fraction(prime, 1 / 3));
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(prime, 1 / 2));

/** SHA-256 (FIPS 180-4) of a text in UTF-8, as Base64. The Web's own is asynchronous, and a constant cannot wait for it. */
export function sha256Base64(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const hash = [...INITIAL];
  for (let offset = 0; offset < bytes.byteLength; offset += 64) addBlock(hash, bytes, offset);
  return btoa(
    hash.map((word) => String.fromCharCode(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255)).join(''),
  );
}

function addBlock(hash: number[], bytes: DataView, offset: number): void {
  const schedule: number[] = [];
  for (let index = 0; index < 16; index++) schedule.push(bytes.getUint32(offset + 4 * index));
  const at = (index: number): number => schedule[index] ?? 0;
  for (let index = 16; index < 64; index++) {
    const [early, late] = [at(index - 15), at(index - 2)];
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule.push((at(index - 16) + small + at(index - 7) + large) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let round = 0; round < 64; round++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const mixed =
      h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (ROUND_CONSTANTS[round] ?? 0) + at(round);
    const sum = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
    [a, b, c, d, e, f, g, h] = [(mixed + sum) | 0, a, b, c, (d + mixed) | 0, e, f, g];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = ((hash[index] ?? 0) + word) | 0;
  });
}

/** With a one bit, zeros, and the length in bits as the last eight bytes of a block. */
function padded(message: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((message.length + 9) / 64) * 64));
  message.forEach((byte, index) => {
    view.setUint8(index, byte);
  });
  view.setUint8(message.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor((message.length * 8) / WORD));
  view.setUint32(view.byteLength - 4, (message.length * 8) % WORD);
  return view;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fraction(prime: number, power: number): number {
  return ((prime ** power % 1) * WORD) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}
