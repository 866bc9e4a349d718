import type { Bytes } from './types.ts';
import type { StreamChunk } from './chunk.ts';
import { combineCrc32 } from './crc32.ts';
import type { Reader } from './types.ts';

/** Sends the stream to one reader. */
export interface StreamConnection {
  readonly reader: Reader;
  write(chunk: StreamChunk): void;
  /** Completes the coding. */
  end(): void;
}

export function plainConnection(reader: Reader): StreamConnection {
  return {
    reader,
    write: (chunk) => {
      reader.write(chunk.plain);
    },
    end: () => {
      reader.end();
    },
  };
}

/** RFC 1952: a gzip file, of unknown time and system, whose content is deflated. */
const HEADER: Bytes = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** RFC 1951: a last block, without content. */
const LAST_BLOCK = [3, 0];

/**
 * One gzip file, from the first chunk of this reader on. All readers share its parts; only the checksum at its end differs, and is
 * combined from those of the parts.
 */
export class GzipConnection implements StreamConnection {
  readonly reader: Reader;
  readonly #deflate: (part: Bytes) => Bytes;
  #crc = 0;
  #length = 0;

  constructor(reader: Reader, deflate: (part: Bytes) => Bytes) {
    this.reader = reader;
    this.#deflate = deflate;
    reader.write(HEADER);
  }

  write(chunk: StreamChunk): void {
    const { deflated, crc, length, shift } = chunk.gzipPart(this.#deflate);
    this.#crc = combineCrc32(this.#crc, crc, shift);
    this.#length += length;
    this.reader.write(deflated);
  }

  end(): void {
    const trailer = new DataView(new ArrayBuffer(8));
    trailer.setUint32(0, this.#crc, true);
    trailer.setUint32(4, this.#length % 2 ** 32, true);
    this.reader.write(new Uint8Array([...LAST_BLOCK, ...new Uint8Array(trailer.buffer)]));
    this.reader.end();
  }
}
