import { renderLiveMap } from 'datafast-live-map/server';

export default defineEventHandler(async () => {
  const live = await liveMapProxy().fetch(new Request('http://localhost/live'));
  const snapshot = live.ok ? await live.json() : null; // null: the map loads in the browser
  return renderLiveMap(snapshot, { attributes: { 'proxy-url': '/live' }, lang: 'en' });
});
