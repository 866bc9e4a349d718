import type { Bytes } from './types.ts';
import { crc32, crc32Shift } from './crc32.ts';

const utf8 = new TextEncoder();

/** A chunk as a part of a gzip file. */
export interface GzipPart {
  deflated: Bytes;
  /** Of the plain bytes. */
  crc: number;
  length: number;
  /** Moves a checksum past it. */
  shift: number;
}

/** A piece of the stream, encoded once for all readers. */
export class StreamChunk {
  readonly plain: Bytes;
  #part: GzipPart | null = null;

  constructor(text: string) {
    this.plain = utf8.encode(text);
  }

  gzipPart(deflate: (part: Bytes) => Bytes): GzipPart {
    const { plain } = this;
    const { length } = plain;
    return (this.#part ??= { deflated: deflate(plain), crc: crc32(plain), length, shift: crc32Shift(length) });
  }
}
