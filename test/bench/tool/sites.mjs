// What bench:page looks at, served on loopback with the real proxy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from './paths.mjs';
import { fileAt, listen } from './static-server.mjs';

/** A stranger's network: the page is painted before the script and the data have come. */
const LATENCY_MS = 300;

const { createLiveMapProxy } = await import(join(root, 'dist/proxy/index.js'));
const { toNodeListener } = await import(join(root, 'dist/adapters/node.js'));
const { createSimulator } = await import(join(root, 'dist/simulator/index.js'));
const { renderLiveMap } = await import(join(root, 'dist/server/index.js'));

const quiet = () => {};
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** The proxy at /live, before as many visitors, all the day. */
function liveProxy(visitors, now) {
  const simulator = createSimulator({ visitors, steady: true });
  return createLiveMapProxy({
    apiKey: 'df_bench',
    basePath: '/live',
    logger,
    now,
    fetch: () => Promise.resolve(Response.json(simulator.answerAt(now()))),
  });
}

/** The smallest page: a heading, the element if it is asked for, and text below, which must not move. */
const pageOf = (element) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>A page</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/layout.css">
    ${element && '<script type="module" src="/datafast-live-map.js"></script>'}
  </head>
  <body>
    <main>
      <h1>Who is here</h1>
      <section>${element}</section>
      <p>Below the map.</p>
    </main>
  </body>
</html>
`;

const ATTRIBUTES = { 'proxy-url': '/live' };

/**
 * A page with the element at /with, with one that the server renders at /rendered, and without it at /without. The style
 * sheet is the documented one, which reserves the element's space.
 */
export async function serveSmallPage({ visitors }) {
  let frozen = null;
  const proxy = liveProxy(visitors, () => frozen ?? Date.now());
  const answer = toNodeListener(proxy);
  const html = 'text/html; charset=utf-8';
  const files = {
    '/with': [html, pageOf('<datafast-live-map proxy-url="/live"></datafast-live-map>')],
    '/without': [html, pageOf('')],
    '/layout.css': ['text/css', readFileSync(join(root, 'demo/layout.css'))],
  };
  const site = { requests: 0, freeze: () => (frozen = Date.now()) };
  const server = await listen(async (request, response) => {
    const isLive = request.url.startsWith('/live');
    if (isLive) site.requests++;
    if (isLive || request.url.endsWith('.js')) await sleep(LATENCY_MS);
    if (isLive) return answer(request, response);
    const script = request.url.endsWith('.js') ? fileAt(join(root, 'dist/cdn'), request.url) : null;
    const rendered = request.url === '/rendered' ? [html, pageOf(await renderedMap(proxy))] : [];
    const [type, bytes] = script ? [script.type, script.bytes] : (files[request.url] ?? rendered);
    if (!bytes) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type }).end(bytes);
  });
  return Object.assign(site, { origin: server.origin, close: server.close });
}

async function renderedMap(proxy) {
  const response = await proxy.fetch(new Request('http://localhost/live'));
  return renderLiveMap(await response.json(), { attributes: ATTRIBUTES, lang: 'en' });
}

/** A site of files as a host would serve it, compressed and cached. */
export function serveSite(folder) {
  return listen((request, response) => {
    const file = fileAt(folder, request.url);
    if (!file) return response.writeHead(404).end();
    const { bytes, encoding } = compressed(file.bytes, request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': file.type,
      'cache-control': request.url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding && { 'content-encoding': encoding, vary: 'accept-encoding' }),
    });
    response.end(bytes);
  });
}

function compressed(bytes, accepted) {
  if (accepted.includes('br')) return { bytes: brotliCompressSync(bytes), encoding: 'br' };
  if (accepted.includes('gzip')) return { bytes: gzipSync(bytes), encoding: 'gzip' };
  return { bytes, encoding: null };
}
