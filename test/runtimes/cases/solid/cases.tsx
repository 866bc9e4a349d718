import 'datafast-live-map';
import 'datafast-live-map/solid';
import { createSignal, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { snapshots } from './snapshots';

function Cases() {
  const [step, setStep] = createSignal(0);
  const [isShown, setIsShown] = createSignal(true);
  const [heard, setHeard] = createSignal('');

  return (
    <main>
      <datafast-live-map
        id="full"
        snapshot={snapshots[step()]}
        label={`Map ${step()}`}
        borders={step() === 1}
        min-count={step()}
        ticker="none"
        headers={step() === 1 ? { 'X-Step': '1' } : null}
        on:datafast-update={({ detail }) => setHeard(`${step()}: ${detail.snapshot.data.count}`)}
      >
        <p slot="heading">Step {step()}</p>
        <Show when={step() === 1}>
          <p slot="footer">It is over.</p>
        </Show>
      </datafast-live-map>
      <Show when={isShown()}>
        <datafast-live-map id="bare" snapshot={snapshots[0]} ticker="none" />
      </Show>
      <output>{heard()}</output>
      <button onClick={() => setStep(1)}>Next</button>
      <button onClick={() => setIsShown(!isShown())}>{isShown() ? 'Hide' : 'Show'}</button>
    </main>
  );
}

render(() => <Cases />, document.getElementById('app') as HTMLElement);
