import { after } from 'next/server';
import { renderLiveMap } from 'datafast-live-map/server';
import { liveMapProxy } from '../live-map-proxy';
import { RenderedLiveMap } from './rendered-live-map';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const live = await liveMapProxy().fetch(new Request('http://localhost/live'), { waitUntil: after });
  const snapshot = live.ok ? await live.json() : null; // null: the map loads in the browser
  const html = renderLiveMap(snapshot, { attributes: { 'proxy-url': '/live' }, lang: 'en' });
  return (
    <main>
      <h1>Who is here</h1>
      <RenderedLiveMap html={html} />
    </main>
  );
}
