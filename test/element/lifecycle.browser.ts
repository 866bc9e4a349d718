import { expect, html } from '@open-wc/testing';
import { DatafastLiveMap } from '../../src/index.ts';
import { holdTimers } from './clock.ts';
import { documentedAnswer } from './documented.ts';
import {
  json,
  liveMap,
  marks,
  mount,
  recordWarnings,
  shows,
  silent,
  stubProxy,
  whenDone,
  waitUntil,
} from './support.ts';

declare global {
  interface HTMLElementTagNameMap {
    'other-live-map': DatafastLiveMap;
  }
}

/** What the browser says of the tab. */
function setTab(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  whenDone(() => Reflect.deleteProperty(document, 'visibilityState'));
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('polling', () => {
  it('starts at once and repeats every refresh-interval', async () => {
    const clock = holdTimers();
    const proxy = stubProxy(json(documentedAnswer()));
    const el = await mount(html`<datafast-live-map proxy-url="/live" refresh-interval="20"></datafast-live-map>`);
    await shows(el, 'live');
    await clock.advance(19);
    expect(proxy.requests).to.have.length(1);
    await clock.advance(1);
    expect(proxy.requests).to.have.length(2);
  });

  it('uses the proxy’s interval when it is longer', async () => {
    const clock = holdTimers();
    const body = {
      ...documentedAnswer(),
      meta: { version: 1, generatedAt: '2026-03-14T12:00:00Z', refreshSeconds: 60 },
    };
    const proxy = stubProxy(json(body));
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await shows(el, 'live');
    await clock.advance(59);
    expect(proxy.requests).to.have.length(1);
    await clock.advance(1);
    expect(proxy.requests).to.have.length(2);
  });

  it('sends one request at a time and times out after 12 s', async () => {
    recordWarnings();
    const clock = holdTimers();
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/slow" refresh-interval="2"></datafast-live-map>`);
    await clock.advance(11);
    expect(proxy.requests).to.have.length(1);
    expect(proxy.requests[0]!.signal.aborted).to.be.false;
    await clock.advance(1);
    expect(proxy.requests[0]!.signal.aborted).to.be.true;
    await shows(el, 'error');
  });

  it('backs off after a failure and recovers by itself', async () => {
    recordWarnings();
    const clock = holdTimers();
    const proxy = stubProxy(json({}, { status: 503 }));
    const el = await mount(html`<datafast-live-map proxy-url="/busy"></datafast-live-map>`);
    await shows(el, 'error');
    proxy.reply = json(documentedAnswer());
    await clock.advance(6);
    expect(proxy.requests).to.have.length(2);
    await shows(el, 'live');
  });

  it('waits as long as Retry-After requests', async () => {
    recordWarnings();
    const clock = holdTimers();
    const proxy = stubProxy(json({}, { status: 429, headers: { 'retry-after': '120' } }));
    const el = await mount(html`<datafast-live-map proxy-url="/limited"></datafast-live-map>`);
    await shows(el, 'error');
    await clock.advance(119);
    expect(proxy.requests).to.have.length(1);
  });
});

describe('the element in the document', () => {
  it('keeps polling and its pending request when moved', async () => {
    const clock = holdTimers();
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    const [there, here] = [document.createElement('div'), el.parentElement!];
    here.after(there);

    there.append(el);
    await el.updateComplete;
    here.append(el);
    await el.updateComplete;
    expect(proxy.requests).to.have.length(1);
    expect(proxy.requests[0]!.signal.aborted).to.be.false;

    proxy.reply = json(documentedAnswer());
    await clock.advance(12);
    await clock.advance(6);
    await waitUntil(() => proxy.requests.length === 2, 'the second poll');
    await shows(el, 'live');
    there.append(el);
    await el.updateComplete;
    expect(marks(el).length, 'it shows the same as before').to.be.greaterThan(0);
    expect(proxy.requests).to.have.length(2);
    await clock.advance(9);
    expect(proxy.requests).to.have.length(2);
    await clock.advance(1);
    expect(proxy.requests).to.have.length(3);
    there.remove();
  });

  it('aborts its request and stops polling when removed, and resumes when inserted', async () => {
    const clock = holdTimers();
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    const box = el.parentElement!;
    el.remove();
    await waitUntil(() => proxy.requests[0]!.ended, 'the request ends');
    expect(proxy.requests[0]!.signal.aborted).to.be.true;
    expect(el.status, 'no failure is reported').to.equal('loading');
    await clock.advance(3600);
    expect(proxy.requests).to.have.length(1);

    proxy.reply = json(documentedAnswer());
    box.append(el);
    await shows(el, 'live');
    expect(proxy.requests).to.have.length(2);
  });

  it('does not tick while removed', async () => {
    const clock = holdTimers();
    const { el } = await liveMap(documentedAnswer());
    expect(clock.pending).to.be.greaterThan(0);
    el.remove();
    await Promise.resolve();
    expect(clock.pending).to.equal(0);
  });
});

describe('visibility', () => {
  it('stops polling in a hidden tab; visible again, it polls at once if a poll is due', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    setTab('hidden');
    await clock.advance(3600);
    expect(proxy.requests).to.have.length(1);
    expect(clock.pending, 'no timer wakes a hidden tab').to.equal(0);
    setTab('visible');
    await waitUntil(() => proxy.requests.length === 2, 'it polls at once');
    await shows(el, 'live');
  });

  it('keeps the interval in a tab that was hidden briefly', async () => {
    const clock = holdTimers();
    const { proxy } = await liveMap(documentedAnswer());
    for (let times = 0; times < 5; times++) {
      setTab('hidden');
      setTab('visible');
    }
    expect(proxy.requests).to.have.length(1);
    await clock.advance(10);
    expect(proxy.requests).to.have.length(2);
  });

  it('stops polling far below the fold, and polls when scrolled to', async () => {
    const clock = holdTimers();
    const proxy = stubProxy(silent);
    const el = document.createElement('datafast-live-map');
    el.proxyUrl = '/live';
    await mount(
      html`<div id="far"></div>
        ${el}`,
    );
    document.getElementById('far')!.style.height = '8000px';
    await waitUntil(() => proxy.requests.every(({ ended }) => ended), 'the first request is aborted');
    const before = proxy.requests.length;
    await clock.advance(3600);
    expect(proxy.requests).to.have.length(before);
    expect(el.status).to.equal('loading');

    proxy.reply = json(documentedAnswer());
    el.scrollIntoView();
    await shows(el, 'live');
    expect(proxy.requests).to.have.length(before + 1);

    window.scrollTo(0, 0);
    await waitUntil(() => clock.pending === 0, 'polling stops again');
  });
});

describe('define', () => {
  const registryOf = (known: object | undefined): { registry: CustomElementRegistry; defined: string[] } => {
    const defined: string[] = [];
    const registry = { get: () => known, define: (tag: string) => defined.push(tag) };
    return { registry: registry as unknown as CustomElementRegistry, defined };
  };

  it('is done by the entry; a second call is silent', () => {
    const warnings = recordWarnings();
    expect(customElements.get('datafast-live-map')).to.equal(DatafastLiveMap);
    DatafastLiveMap.define();
    DatafastLiveMap.define();
    expect(warnings).to.deep.equal([]);
  });

  it('leaves another version in place, with one warning', () => {
    const warnings = recordWarnings();
    const { registry, defined } = registryOf({ version: '0.0.1' });
    DatafastLiveMap.define('datafast-live-map', registry);
    DatafastLiveMap.define('datafast-live-map', registry);
    expect(defined).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('0.0.1').and.to.contain(DatafastLiveMap.version);
  });

  it('accepts another name and another registry', async () => {
    const { registry, defined } = registryOf(undefined);
    DatafastLiveMap.define('team-map', registry);
    expect(defined).to.deep.equal(['team-map']);

    stubProxy(json(documentedAnswer()));
    DatafastLiveMap.define('other-live-map');
    const el = document.createElement('other-live-map');
    el.proxyUrl = '/live';
    await mount(html`<datafast-live-map></datafast-live-map>${el}`);
    await shows(el, 'live');
    expect(el).to.be.instanceOf(DatafastLiveMap);
  });
});
