// All records of a MaxMind DB file, and how many addresses each has. Libraries look up one address at a time.
// https://maxmind.github.io/MaxMind-DB/
import { readFileSync } from 'node:fs';

interface Decoded {
  value: unknown;
  /** The offset behind it. */
  end: number;
}

/** Decodes the value at an offset. */
type Reader = (at: number) => Decoded;

interface Metadata {
  node_count: number;
  record_size: number;
  ip_version: number;
}

const MARKER = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');

/** Each distinct record, with the number of its addresses. */
export function* recordsOf(file: string): Generator<[record: unknown, addresses: number], void> {
  const buffer = readFileSync(file);
  const start = buffer.lastIndexOf(MARKER) + MARKER.length;
  const metadata = readerOf(buffer, start)(start).value as Metadata;
  const { node_count: nodes, record_size: size, ip_version: version } = metadata;
  if (size !== 24 && size !== 28) throw new Error(`Got records of ${size} bits, expected 24 or 28.`);
  const data = (nodes * size) / 4 + 16;
  const branch = (node: number, side: 0 | 1): number => {
    const at = (node * size) / 4;
    if (size === 24) return buffer.readUIntBE(at + 3 * side, 3);
    const high = side === 0 ? buffer.readUInt8(at + 3) >> 4 : buffer.readUInt8(at + 3) & 15;
    return high * 2 ** 24 + buffer.readUIntBE(at + 4 * side, 3);
  };
  const addresses = new Map<number, number>();
  const open: [node: number, bits: number][] = [[0, version === 6 ? 128 : 32]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, bits] = next;
    for (const side of [0, 1] as const) {
      const to = branch(node, side);
      if (to < nodes) open.push([to, bits - 1]);
      else if (to > nodes) addresses.set(to, (addresses.get(to) ?? 0) + 2 ** (bits - 1));
    }
  }
  const read = readerOf(buffer, data);
  for (const [pointer, count] of addresses) yield [read(pointer - nodes - 16 + data).value, count];
}

function readerOf(buffer: Buffer, base: number): Reader {
  return function read(at) {
    const control = buffer.readUInt8(at++);
    let type = control >> 5;
    if (type === 1) return pointed(control, at);
    if (type === 0) type = 7 + buffer.readUInt8(at++);
    let length = control & 31;
    if (length > 28) {
      const bytes = length - 28;
      length = ([29, 285, 65_821][bytes - 1] ?? 0) + buffer.readUIntBE(at, bytes);
      at += bytes;
    }
    if (type === 2) return { value: buffer.toString('utf8', at, at + length), end: at + length };
    if (type === 3) return { value: buffer.readDoubleBE(at), end: at + 8 };
    if (type === 15) return { value: buffer.readFloatBE(at), end: at + 4 };
    if (type === 14) return { value: length === 1, end: at };
    if (type === 7 || type === 11) {
      const values: unknown[] = [];
      for (let count = type === 7 ? 2 * length : length; count > 0; count--) {
        const { value, end } = read(at);
        values.push(value);
        at = end;
      }
      const pairs = values.flatMap((value, index) =>
        index % 2 === 0 ? [[String(value), values[index + 1]] as const] : [],
      );
      return { value: type === 7 ? Object.fromEntries(pairs) : values, end: at };
    }
    let value = 0;
    for (let count = 0; count < length; count++) value = value * 256 + buffer.readUInt8(at + count);
    return { value, end: at + length };
  };

  function pointed(control: number, at: number): Decoded {
    const bytes = ((control >> 3) & 3) + 1;
    const high = bytes === 4 ? 0 : (control & 7) * 256 ** bytes;
    const to = high + buffer.readUIntBE(at, bytes) + ([0, 2048, 526_336, 0][bytes - 1] ?? 0);
    return { value: readerOf(buffer, base)(base + to).value, end: at + bytes };
  }
}
