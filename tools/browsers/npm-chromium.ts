// The Chromium of the npm package @sparticuz/chromium: a headless shell for x64 Linux (glibc 2.34 or newer) with its
// libraries and a font, so that the tests need nothing installed. Its own unpacker writes to /tmp, piece by piece.
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { FoundChromium } from './found-chromium.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const packed = join(root, 'node_modules/@sparticuz/chromium');
const cache = join(root, 'node_modules/.cache');

/** Unpacking takes seconds: an unfinished folder of this age was left by a killed process. */
const ABANDONED_MS = 3_600_000;

/** @returns Nothing where the package is not installed or does not run. */
export async function npmChromium(): Promise<FoundChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return;
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cache, `npm-chromium-${version}`);
  await unpackOnce(folder, (unfinished) => unpack(join(packed, 'bin'), unfinished, folder));
  return {
    path: join(folder, 'chromium'),
    headless: 'shell',
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/**
 * Makes a folder that is complete whenever it exists, also where several processes make it at once and some are killed:
 * each fills a folder of its own, and the first to finish renames it.
 */
export async function unpackOnce(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  const parent = join(folder, '..');
  const prefix = `${basename(folder)}-unfinished-`;
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, prefix);
  const unfinished = await mkdtemp(join(parent, prefix));
  try {
    await fill(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was faster: a folder with content is never replaced.
    if (!existsSync(folder)) throw error;
  }
}

async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(parent, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

/** @param destination Where the folder will be: the package's own font configuration names /tmp. */
async function unpack(bin: string, folder: string, destination: string): Promise<void> {
  const program = join(folder, 'chromium');
  await decompress(join(bin, 'chromium.br'), program);
  await chmod(program, 0o755);
  await untar(join(bin, 'al2023.tar.br'), join(folder, 'al2023'));
  await untar(join(bin, 'fonts.tar.br'), join(folder, 'fonts'));
  await untar(join(bin, 'swiftshader.tar.br'), folder);
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${destination}/fonts</dir><cachedir>${destination}/fontcache</cachedir></fontconfig>
`,
  );
}

async function untar(archive: string, folder: string): Promise<void> {
  const tar = join(folder, 'archive.tar');
  await mkdir(folder, { recursive: true });
  await decompress(archive, tar);
  // -o: owned by the user who runs the tests, also where that is root.
  await run('tar', ['-xof', tar, '-C', folder]);
  await rm(tar);
}

function decompress(file: string, target: string): Promise<void> {
  return pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(target));
}
