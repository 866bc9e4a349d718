import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { listen } from './serve.ts';

const root = join(import.meta.dirname, '../..');
/** A folder of a host that serves other things too. */
export const PLACE = '/~demo/live/';
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain',
  '.json': 'application/json',
};

/** The demo as `npm run build:demo` writes it, below PLACE of a server. */
export interface BuiltSite {
  folder: string;
  /** Paths in the folder, "states/live.html". */
  pages: string[];
  origin: string;
  close: () => Promise<void>;
}

export async function buildSite(): Promise<BuiltSite> {
  const folder = await mkdtemp(join(tmpdir(), 'live-map-site-'));
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
  const pages = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
  const { server, origin } = await listen((request, response) => {
    const { pathname } = new URL(request.url!, 'http://site');
    const path = pathname.replace(/\/$/, '/index.html');
    const file = join(folder, path.slice(PLACE.length));
    if (!path.startsWith(PLACE) || !existsSync(file)) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[extname(file)] }).end(readFileSync(file));
  });
  return {
    folder,
    pages,
    origin,
    close: async () => {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
