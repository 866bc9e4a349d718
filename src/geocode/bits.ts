const CHARACTERS = [...Array(95).keys()]
  .map((index) => String.fromCharCode(32 + index))
  .filter((character) => !/['"\\`]/.test(character));
/** Two characters are 13 bits. The first of them is a space; what a string would have to escape is left out. */
export const ALPHABET: string = CHARACTERS.join('');

/** The probability of a 0, in 2048ths, which each bit that is read moves by a 16th of what is missing. */
export type BitProbabilities = Uint16Array;

/** So many odds, all even. */
export function evenProbabilities(count: number): BitProbabilities {
  return new Uint16Array(count).fill(1024);
}

/** Odds of the numbers that {@link BitReader.number} reads. */
export const NUMBER_PROBABILITIES = 32;

/** Reads what a range coder has written (as LZMA has it): a bit that is likely takes less than a bit. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #range = 0xffffffff;
  #code = 0;

  constructor(text: string) {
    this.#bytes = bytesOf(text);
    for (let count = 0; count < 5; count++) this.#code = this.#shifted();
  }

  /** A bit of known odds. */
  bit(odds: BitProbabilities, index: number): number {
    const chance = odds[index] ?? 1024;
    const bound = (this.#range >>> 11) * chance;
    const isZero = this.#code < bound;
    if (isZero) {
      this.#range = bound;
      odds[index] = chance + ((2048 - chance) >> 4);
    } else {
      this.#range -= bound;
      this.#code -= bound;
      odds[index] = chance - (chance >> 4);
    }
    this.#fill();
    return isZero ? 0 : 1;
  }

  /** A whole number of so many bits, all as likely. */
  plain(bits: number): number {
    let value = 0;
    for (let count = 0; count < bits; count++) {
      this.#range >>>= 1;
      const isOne = this.#code >= this.#range;
      if (isOne) this.#code -= this.#range;
      value = value * 2 + (isOne ? 1 : 0);
      this.#fill();
    }
    return value;
  }

  /** A whole number from 0: how long it is, bit by bit, then its highest bits, and the rest as it is. */
  number(odds: BitProbabilities, context = 0): number {
    const start = context * NUMBER_PROBABILITIES;
    let length = 0;
    while (this.bit(odds, start + length) === 1) length++;
    if (length === 0) return 0;
    let value = 1;
    if (length > 1) value = 2 + this.bit(odds, start + 16 + Math.min(length, 15));
    for (let left = length - 2; left > 0; left--) value = value * 2 + this.plain(1);
    return value;
  }

  /** A whole number of either sign. */
  signed(odds: BitProbabilities, context = 0): number {
    const value = this.number(odds, context);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #fill(): void {
    while (this.#range < 0x1000000) {
      this.#range = (this.#range << 8) >>> 0;
      this.#code = this.#shifted();
    }
  }

  #shifted(): number {
    return ((this.#code << 8) | (this.#bytes[this.#at++] ?? 0)) >>> 0;
  }
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length / 2) * (13 / 8)));
  let [held, bits, count] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 2) {
    held = (held << 13) | (digit(text, at) * 91 + digit(text, at + 1));
    bits += 13;
    for (; bits >= 8; bits -= 8) bytes[count++] = held >> (bits - 8);
    held &= 0xff;
  }
  return bytes;
}

const digits = new Map(CHARACTERS.map((character, index) => [character.charCodeAt(0), index]));

function digit(text: string, at: number): number {
  return digits.get(text.charCodeAt(at)) ?? 0;
}
