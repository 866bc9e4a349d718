import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { animatedWebp } from '../../tools/animated-webp.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): Buffer => readFileSync(join(root, 'docs/pictures', name));

/** The chunks of a file, by their names. */
function chunksOf(file: Buffer): [name: string, data: Buffer][] {
  assert.equal(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 12), 'RIFFWEBP');
  assert.equal(file.readUInt32LE(4), file.length - 8);
  const chunks: [string, Buffer][] = [];
  for (let at = 12; at < file.length;) {
    const size = file.readUInt32LE(at + 4);
    chunks.push([file.toString('latin1', at, at + 4), file.subarray(at + 8, at + 8 + size)]);
    at += 8 + size + (size % 2);
  }
  return chunks;
}

test('combines frames in one repeating file with their positions and durations', () => {
  const webp = read('themes.webp');
  const [, picture] = chunksOf(webp).find(([name]) => name.startsWith('VP8') && name !== 'VP8X')!;
  const file = animatedWebp(300, 200, [
    { x: 0, y: 0, width: 300, height: 200, webp, duration: 100 },
    { x: 20, y: 6, width: 30, height: 40, webp, duration: 1500 },
  ]);
  const [[, header], [, animation], ...frames] = chunksOf(file) as [[string, Buffer], [string, Buffer]];
  assert.deepEqual([header.readUIntLE(4, 3), header.readUIntLE(7, 3)], [299, 199]);
  assert.equal(animation.readUInt16LE(4), 0, 'without end');
  const second = (frames as [string, Buffer][])[1]![1];
  assert.deepEqual(
    [0, 3, 6, 9, 12].map((at) => second.readUIntLE(at, 3)),
    [10, 3, 29, 39, 1500],
  );
  assert.deepEqual(second.subarray(24, 24 + picture.length), picture);
});

describe('the animated pictures of the README', () => {
  for (const name of ['moving-light.webp', 'moving-dark.webp']) {
    test(`${name} is at most 400 kB and lasts 14 s`, () => {
      const file = read(name);
      assert.ok(file.length <= 400_000, `${file.length} bytes`);
      const frames = chunksOf(file).filter(([chunk]) => chunk === 'ANMF');
      assert.ok(frames.length > 15, `${frames.length} frames`);
      assert.equal(
        frames.reduce((sum, [, data]) => sum + data.readUIntLE(12, 3), 0),
        14_000,
      );
    });
  }
});
