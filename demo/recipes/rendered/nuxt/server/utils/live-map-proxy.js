import { createLiveMapProxy } from 'datafast-live-map/proxy';

let proxy;

/** Created on the first request: a build machine has no key. */
export const liveMapProxy = () =>
  (proxy ??= createLiveMapProxy({
    apiKey: process.env.DATAFAST_API_KEY,
    websiteId: process.env.DATAFAST_WEBSITE_ID,
    basePath: '/live',
  }));
