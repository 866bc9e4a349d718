// What `BitReader` in src/geocode/bits.ts reads.
import { ALPHABET, NUMBER_PROBABILITIES, type BitProbabilities } from '../../src/geocode/bits.ts';

export class BitWriter {
  readonly #bytes: number[] = [];
  /** Up to 33 bits, the highest a carry. */
  #low = 0;
  #range = 0xffffffff;
  #cache = 0;
  #pending = 0;

  bit(odds: BitProbabilities, index: number, value: number): void {
    const chance = odds[index] ?? 1024;
    const bound = (this.#range >>> 11) * chance;
    if (value === 0) {
      this.#range = bound;
      odds[index] = chance + ((2048 - chance) >> 4);
    } else {
      this.#low += bound;
      this.#range -= bound;
      odds[index] = chance - (chance >> 4);
    }
    this.#fill();
  }

  plain(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit--) {
      this.#range >>>= 1;
      if (Math.floor(value / 2 ** bit) % 2 === 1) this.#low += this.#range;
      this.#fill();
    }
  }

  number(odds: BitProbabilities, value: number, context = 0): void {
    const start = context * NUMBER_PROBABILITIES;
    const length = value === 0 ? 0 : Math.floor(Math.log2(value)) + 1;
    for (let count = 0; count < length; count++) this.bit(odds, start + count, 1);
    this.bit(odds, start + length, 0);
    if (length > 1) this.bit(odds, start + 16 + Math.min(length, 15), Math.floor(value / 2 ** (length - 2)) % 2);
    if (length > 2) this.plain(value % 2 ** (length - 2), length - 2);
  }

  signed(odds: BitProbabilities, value: number, context = 0): void {
    this.number(odds, value < 0 ? -2 * value - 1 : 2 * value, context);
  }

  /** All of it as text, without the zeros at the end, which a reader assumes. */
  finish(): string {
    for (let count = 0; count < 5; count++) this.#shift();
    while (this.#bytes.at(-1) === 0) this.#bytes.pop();
    return textOf(this.#bytes);
  }

  #fill(): void {
    while (this.#range < 0x1000000) {
      this.#range = (this.#range << 8) >>> 0;
      this.#shift();
    }
  }

  /** Writes the highest byte, once it is known whether a carry raises it. */
  #shift(): void {
    const carry = this.#low >= 2 ** 32 ? 1 : 0;
    if (this.#low < 0xff000000 || carry === 1) {
      this.#bytes.push((this.#cache + carry) & 0xff);
      for (; this.#pending > 0; this.#pending--) this.#bytes.push((0xff + carry) & 0xff);
      this.#cache = Math.floor(this.#low / 2 ** 24) & 0xff;
    } else this.#pending++;
    this.#low = (this.#low % 2 ** 24) * 256;
  }
}

function textOf(bytes: readonly number[]): string {
  let text = '';
  let [held, bits] = [0, 0];
  const add = (value: number): void => {
    text += ALPHABET.charAt(Math.floor(value / 91)) + ALPHABET.charAt(value % 91);
  };
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < 13) continue;
    add(held >> (bits - 13));
    bits -= 13;
    held &= (1 << bits) - 1;
  }
  if (bits > 0) add(held << (13 - bits));
  return text;
}
