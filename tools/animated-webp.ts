/** A part of a picture that changes, as a still WebP. */
export interface Frame {
  /** From the top left corner of the canvas, in pixels; even. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** A lossy WebP without transparency, as Chromium writes screenshots. */
  webp: Buffer;
  /** Milliseconds. */
  duration: number;
}

/**
 * Frames as one animated WebP that repeats without end. Each frame is drawn over those before it.
 * https://developers.google.com/speed/webp/docs/riff_container
 */
export function animatedWebp(width: number, height: number, frames: readonly Frame[]): Buffer {
  const ANIMATION = 0b10;
  const header = Buffer.alloc(10);
  header.writeUInt8(ANIMATION);
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  // A white background, and 0: no last repetition.
  const animation = Buffer.from([255, 255, 255, 255, 0, 0]);
  return riff([chunk('VP8X', header), chunk('ANIM', animation), ...frames.map(frameChunk)]);
}

function frameChunk({ x, y, width, height, webp, duration }: Frame): Buffer {
  const NO_BLENDING = 0b10;
  const head = Buffer.alloc(16);
  [x / 2, y / 2, width - 1, height - 1, duration].forEach((value, index) => head.writeUIntLE(value, index * 3, 3));
  head.writeUInt8(NO_BLENDING, 15);
  return chunk('ANMF', Buffer.concat([head, bitstream(webp)]));
}

/** The chunk with the picture alone, without profiles and metadata. */
function bitstream(webp: Buffer): Buffer {
  for (let at = 12; at < webp.length;) {
    const size = webp.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    const name = webp.toString('latin1', at, at + 4);
    if (name === 'VP8 ' || name === 'VP8L') return webp.subarray(at, end);
    at = end;
  }
  throw new Error('Got a WebP without a picture.');
}

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function riff(chunks: readonly Buffer[]): Buffer {
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}
