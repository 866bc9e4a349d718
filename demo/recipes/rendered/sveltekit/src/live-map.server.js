import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { renderLiveMap } from 'datafast-live-map/server';

let proxy;

/** Created on the first request: a build machine has no key. */
export const liveMapProxy = () =>
  (proxy ??= createLiveMapProxy({
    apiKey: process.env.DATAFAST_API_KEY,
    websiteId: process.env.DATAFAST_WEBSITE_ID,
    basePath: '/live',
  }));

export async function renderMap() {
  const live = await liveMapProxy().fetch(new Request('http://localhost/live'));
  const snapshot = live.ok ? await live.json() : null; // null: the map loads in the browser
  return renderLiveMap(snapshot, { attributes: { 'proxy-url': '/live' }, lang: 'en' });
}
