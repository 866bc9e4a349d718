import { after } from 'next/server';
import { createLiveMapProxy } from 'datafast-live-map/proxy';

let proxy;

function handle(request) {
  // Not before the first request: a build machine has no key.
  proxy ??= createLiveMapProxy({
    apiKey: process.env.DATAFAST_API_KEY,
    websiteId: process.env.DATAFAST_WEBSITE_ID,
    basePath: '/live',
  });
  // Next.js compresses by itself, and drops the header that tells of what has been compressed before.
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return proxy.fetch(new Request(request, { headers }), { waitUntil: after });
}

export const dynamic = 'force-dynamic';
export { handle as GET, handle as HEAD, handle as OPTIONS };
