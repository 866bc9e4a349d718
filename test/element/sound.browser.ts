import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, payment, visitor } from './documented.ts';
import { mount, part, waitUntil, whenDone } from './support.ts';

interface FakeAudio {
  /** Seconds at which a note began. */
  notes: number[];
  contexts: { state: string }[];
  time: number;
}

/** Audio whose clock is the test's, and which reports its notes instead of playing them. */
function fakeAudio(): FakeAudio {
  const audio: FakeAudio = { notes: [], contexts: [], time: 0 };
  const connectable = { connect: (to: unknown) => to };
  const fakes = {
    AudioContext: class {
      state = 'running';
      destination = connectable;
      constructor() {
        audio.contexts.push(this);
      }
      get currentTime(): number {
        return audio.time;
      }
      resume = () => Promise.resolve();
      close = () => {
        this.state = 'closed';
        return Promise.resolve();
      };
    },
    GainNode: class {
      connect = connectable.connect;
      gain = { linearRampToValueAtTime: () => this, exponentialRampToValueAtTime: () => this };
    },
    OscillatorNode: class {
      connect = connectable.connect;
      start = (at: number) => {
        // Of a note's tones the first.
        if (audio.notes.at(-1) !== at) audio.notes.push(at);
      };
      stop = () => undefined;
    },
  };
  const before = Object.getOwnPropertyDescriptors(window);
  for (const [name, fake] of Object.entries(fakes)) {
    Object.defineProperty(window, name, { value: fake, configurable: true, writable: true });
    whenDone(() => Object.defineProperty(window, name, before[name as 'AudioContext']));
  }
  return audio;
}

const withPayments = (...ids: string[]) =>
  answer({ visitors: [visitor('v', {})], recentPayments: ids.map((id) => payment(id, 5)) });

const buttonOf = (el: DatafastLiveMap): HTMLButtonElement => part(el, 'sound') as HTMLButtonElement;

async function start(): Promise<{ el: DatafastLiveMap; audio: FakeAudio; show: (...ids: string[]) => Promise<void> }> {
  const audio = fakeAudio();
  const el = await mount(html`<datafast-live-map sound></datafast-live-map>`);
  const show = async (...ids: string[]): Promise<void> => {
    audio.time += 10;
    el.snapshot = withPayments(...ids);
    await el.updateComplete;
  };
  await show('first');
  await waitUntil(() => buttonOf(el), 'the button');
  return { el, audio, show };
}

describe('the sound', () => {
  it('has a button that is off, and creates no audio before it is pressed', async () => {
    const { el, audio, show } = await start();
    expect(buttonOf(el).getAttribute('aria-label')).to.equal('Sound for payments');
    expect(buttonOf(el).getAttribute('aria-pressed')).to.equal('false');
    await show('second', 'first');
    expect([audio.notes, audio.contexts]).to.deep.equal([[], []]);
  });

  it('plays one note for new visitors, and none for those of the first snapshot', async () => {
    const { el, audio, show } = await start();
    buttonOf(el).click();
    await el.updateComplete;
    expect(buttonOf(el).getAttribute('aria-pressed')).to.equal('true');
    await show('first');
    expect(audio.notes).to.deep.equal([]);
    await show('third', 'second', 'first');
    expect(audio.notes).to.deep.equal([30]);
    await show('third', 'second', 'first');
    expect(audio.notes).to.deep.equal([30]);
  });

  it('plays at most one note in two seconds', async () => {
    const { el, audio, show } = await start();
    buttonOf(el).click();
    for (const [seconds, ...ids] of [
      [20, 'b', 'first'],
      [21.9, 'c', 'b', 'first'],
      [22.1, 'd', 'c', 'b', 'first'],
    ] as [number, ...string[]][]) {
      audio.time = seconds - 10;
      await show(...ids);
    }
    expect(audio.notes).to.deep.equal([20, 22.1]);
  });

  it('is off when pressed again and when the element is removed', async () => {
    const { el, audio, show } = await start();
    buttonOf(el).click();
    buttonOf(el).click();
    await show('b', 'first');
    expect(audio.contexts.map(({ state }) => state)).to.deep.equal(['closed']);
    buttonOf(el).click();
    const parent = el.parentElement!;
    el.remove();
    await Promise.resolve();
    parent.append(el);
    await el.updateComplete;
    expect(buttonOf(el).getAttribute('aria-pressed')).to.equal('false');
    await show('c', 'b', 'first');
    expect(audio.notes).to.deep.equal([]);
    expect(audio.contexts.map(({ state }) => state)).to.deep.equal(['closed', 'closed']);
  });

  it('stays on when the element is moved', async () => {
    const { el, audio, show } = await start();
    buttonOf(el).click();
    el.parentElement!.append(el);
    await el.updateComplete;
    expect(buttonOf(el).getAttribute('aria-pressed')).to.equal('true');
    await show('b', 'first');
    expect(audio.notes).to.have.length(1);
  });

  it('is absent without its attribute and removed with it', async () => {
    const { el, audio } = await start();
    buttonOf(el).click();
    el.sound = false;
    await el.updateComplete;
    expect(part(el, 'sound')).to.equal(null);
    expect(audio.contexts.map(({ state }) => state)).to.deep.equal(['closed']);
    el.sound = true;
    await el.updateComplete;
    expect(buttonOf(el).getAttribute('aria-pressed')).to.equal('false');
  });

  it('is silent for payments that a filter excludes', async () => {
    const { el, audio, show } = await start();
    buttonOf(el).click();
    el.filter = { country: 'FR' };
    await waitUntil(() => part(el, 'filter'), 'filtered');
    await show('b', 'first');
    expect(audio.notes).to.deep.equal([]);
  });

  it('is silent while the map is paused', async () => {
    const { el, audio, show } = await start();
    buttonOf(el).click();
    el.paused = true;
    await el.updateComplete;
    await show('b', 'first');
    el.paused = false;
    await el.updateComplete;
    expect(audio.notes).to.deep.equal([]);
  });

  it('is silent during a look-back, and afterwards for what was paid meanwhile', async () => {
    const { el, audio, show } = await start();
    buttonOf(el).click();
    await show('b', 'first');
    expect(audio.notes, 'it is on').to.deep.equal([20]);
    Object.assign(el, { history: true, moment: new Date(0) });
    await waitUntil(() => el.shadowRoot!.querySelector('input'), 'the slider is there');
    await show('c', 'b', 'first');
    el.moment = null;
    await el.updateComplete;
    await show('c', 'b', 'first');
    expect(audio.notes).to.deep.equal([20]);
    await show('d', 'c', 'b', 'first');
    expect(audio.notes, 'the present is heard again').to.deep.equal([20, 50]);
  });
});
