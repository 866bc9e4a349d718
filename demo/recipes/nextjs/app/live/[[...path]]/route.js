import { after } from 'next/server';
import { createLiveMapProxy } from 'datafast-live-map/proxy';

let proxy;

function handle(request) {
  // Created on the first request: a build machine has no key.
  proxy ??= createLiveMapProxy({
    apiKey: process.env.DATAFAST_API_KEY,
    websiteId: process.env.DATAFAST_WEBSITE_ID,
    basePath: '/live',
  });
  // Next.js compresses answers itself, and drops Content-Encoding of what is already compressed.
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return proxy.fetch(new Request(request, { headers }), { waitUntil: after });
}

export const dynamic = 'force-dynamic';
export { handle as GET, handle as HEAD, handle as OPTIONS };
