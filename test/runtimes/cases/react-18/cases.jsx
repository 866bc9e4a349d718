import { LiveMap } from 'datafast-live-map/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { snapshots } from './snapshots';

function Cases() {
  const [step, setStep] = useState(0);
  const [isShown, setIsShown] = useState(true);
  const [heard, setHeard] = useState('');

  return (
    <main>
      <LiveMap
        id="full"
        snapshot={snapshots[step]}
        label={`Map ${step}`}
        borders={step === 1}
        minCount={step}
        ticker="none"
        headers={step === 1 ? { 'X-Step': '1' } : null}
        onUpdate={({ detail }) => setHeard(`${step}: ${detail.snapshot.data.count}`)}
      >
        <p slot="heading">Step {step}</p>
        {step === 1 && <p slot="footer">It is over.</p>}
      </LiveMap>
      {isShown && <LiveMap id="bare" snapshot={snapshots[0]} ticker="none" />}
      <output>{heard}</output>
      <button onClick={() => setStep(1)}>Next</button>
      <button onClick={() => setIsShown(!isShown)}>{isShown ? 'Hide' : 'Show'}</button>
    </main>
  );
}

createRoot(document.getElementById('app')).render(<Cases />);
