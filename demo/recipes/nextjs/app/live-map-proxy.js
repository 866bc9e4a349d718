import { createLiveMapProxy } from 'datafast-live-map/proxy';

/** One proxy for the page and the route, which Next.js may put into separate bundles. */
export function liveMapProxy() {
  // Created on the first request: a build machine has no key.
  return (globalThis.liveMapProxy ??= createLiveMapProxy({
    apiKey: process.env.DATAFAST_API_KEY,
    websiteId: process.env.DATAFAST_WEBSITE_ID,
    basePath: '/live',
  }));
}
