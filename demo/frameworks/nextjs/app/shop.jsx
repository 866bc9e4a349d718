'use client';

import { LiveMap } from 'datafast-live-map/react';
import { useRef, useState } from 'react';

const headers = { 'X-Team': 'growth' };

export function Shop() {
  const map = useRef(null);
  const [people, setPeople] = useState(null);
  const [paused, setPaused] = useState(false);

  return (
    <>
      <LiveMap
        ref={map}
        proxyUrl="/live"
        tickerSize={3}
        headers={headers}
        paused={paused}
        onUpdate={({ detail }) => setPeople(detail.snapshot.data.count)}
      >
        <h1 slot="heading">Right now in our shop</h1>
        <p>Everyone on the site, on a map.</p>
      </LiveMap>
      <p>{people === null ? 'No count yet.' : `${people} people are here.`}</p>
      <button onClick={() => setPaused(!paused)}>{paused ? 'Resume map' : 'Pause map'}</button>
      <button onClick={() => map.current?.refresh()}>Refresh</button>
    </>
  );
}
