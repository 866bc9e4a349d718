// CRC-32 as gzip has it (RFC 1952 §8): polynomials over GF(2), the lowest power in the highest bit.
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
const X_TO_THE_8 = 1 << 23;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  return crc;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

/** The factor that moves a checksum past `length` further bytes. */
export function crc32Shift(length: number): number {
  let factor = ONE;
  let power = X_TO_THE_8;
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2) factor = product(factor, power);
    power = product(power, power);
  }
  return factor;
}

/** The checksum of two texts, one after the other, from their own; `shift` is that of the second one's length. */
export function combineCrc32(first: number, second: number, shift: number): number {
  return (product(shift, first) ^ second) >>> 0;
}

function product(one: number, other: number): number {
  let result = 0;
  let multiple = other;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (one & bit) result ^= multiple;
    multiple = multiple & 1 ? (multiple >>> 1) ^ POLYNOMIAL : multiple >>> 1;
  }
  return result >>> 0;
}
