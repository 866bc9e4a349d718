import 'datafast-live-map';
import 'datafast-live-map/preact';
import { useRef, useState } from 'preact/hooks';
import type { DatafastLiveMap } from 'datafast-live-map';

const headers = { 'X-Team': 'growth' };

export function App() {
  const map = useRef<DatafastLiveMap>(null);
  const [people, setPeople] = useState<number | null>(null);
  const [paused, setPaused] = useState(false);

  return (
    <main>
      <datafast-live-map
        ref={map}
        proxyUrl="/live"
        ticker-size={3}
        headers={headers}
        paused={paused}
        ondatafast-update={({ detail }) => setPeople(detail.snapshot.data.count)}
      >
        <h1 slot="heading">Right now in our shop</h1>
        <p>Everyone on the site, on a map.</p>
      </datafast-live-map>
      <p>{people === null ? 'No count yet.' : `${people} people are here.`}</p>
      <button onClick={() => setPaused(!paused)}>{paused ? 'Resume map' : 'Pause map'}</button>
      <button onClick={() => void map.current?.refresh()}>Refresh</button>
    </main>
  );
}
