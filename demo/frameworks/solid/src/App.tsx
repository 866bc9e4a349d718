import 'datafast-live-map';
import 'datafast-live-map/solid';
import { createSignal } from 'solid-js';
import type { DatafastLiveMap } from 'datafast-live-map';

const headers = { 'X-Team': 'growth' };

export function App() {
  let map: DatafastLiveMap | undefined;
  const [people, setPeople] = createSignal<number | null>(null);
  const [paused, setPaused] = createSignal(false);

  return (
    <main>
      <datafast-live-map
        ref={(element) => (map = element)}
        proxy-url="/live"
        ticker-size={3}
        headers={headers}
        paused={paused()}
        on:datafast-update={({ detail }) => setPeople(detail.snapshot.data.count)}
      >
        <h1 slot="heading">Right now in our shop</h1>
        <p>Everyone on the site, on a map.</p>
      </datafast-live-map>
      <p>{people() === null ? 'No count yet.' : `${people()} people are here.`}</p>
      <button onClick={() => setPaused(!paused())}>{paused() ? 'Resume map' : 'Pause map'}</button>
      <button onClick={() => void map?.refresh()}>Refresh</button>
    </main>
  );
}
