import 'datafast-live-map';
import 'datafast-live-map/preact';
import { useState } from 'preact/hooks';
import { render } from 'preact';
import { snapshots } from './snapshots';

function Cases() {
  const [step, setStep] = useState(0);
  const [isShown, setIsShown] = useState(true);
  const [heard, setHeard] = useState('');

  return (
    <main>
      <datafast-live-map
        id="full"
        snapshot={snapshots[step]}
        label={`Map ${step}`}
        borders={step === 1}
        minCount={step}
        ticker="none"
        headers={step === 1 ? { 'X-Step': '1' } : null}
        ondatafast-update={({ detail }) => setHeard(`${step}: ${detail.snapshot.data.count}`)}
      >
        <p slot="heading">Step {step}</p>
        {step === 1 && <p slot="footer">It is over.</p>}
      </datafast-live-map>
      {isShown && <datafast-live-map id="bare" snapshot={snapshots[0]} ticker="none" />}
      <output>{heard}</output>
      <button onClick={() => setStep(1)}>Next</button>
      <button onClick={() => setIsShown(!isShown)}>{isShown ? 'Hide' : 'Show'}</button>
    </main>
  );
}

render(<Cases />, document.getElementById('app') as HTMLElement);
