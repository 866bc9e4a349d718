import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The file below `folder` that a URL means, with its type; `null` where there is none. */
export function fileAt(folder, url) {
  const { pathname } = new URL(url, 'http://localhost');
  const path = join(folder, normalize(decodeURIComponent(pathname)), pathname.endsWith('/') ? 'index.html' : '');
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  return { bytes: readFileSync(path), type: TYPES[extname(path)] ?? 'application/octet-stream' };
}

/** A server on loopback, on a port that is free. */
export async function listen(listener) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Serves a folder, without a cache. */
export function serveFolder(folder) {
  return listen((request, response) => {
    const file = fileAt(folder, request.url);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' }).end(file.bytes);
  });
}
