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
  return proxy.fetch(request, { waitUntil: after });
}

export const dynamic = 'force-dynamic';
export { handle as GET, handle as HEAD, handle as OPTIONS };
