import { expect, html } from '@open-wc/testing';
import { holdTimers } from './clock.ts';
import { answer, documentedAnswer, pageview, visitor } from './documented.ts';
import {
  countText,
  create,
  json,
  liveMap,
  marks,
  mount,
  page,
  part,
  parts,
  poll,
  recordEvents,
  recordWarnings,
  rowTexts,
  said,
  silent,
  stubProxy,
  textOf,
  unreachable,
  whenDone,
  waitUntil,
} from './support.ts';

describe('refresh()', () => {
  it('polls now and resolves when the answer has arrived', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    proxy.reply = json(answer({ count: 21 }));
    await el.refresh();
    expect(proxy.requests).to.have.length(2);
    expect(el.snapshot!.data.count).to.equal(21);
  });

  it('awaits the first answer right after the element was created', async () => {
    const proxy = stubProxy(json(documentedAnswer()));
    const el = create({ 'proxy-url': '/live' });
    document.body.append(el);
    whenDone(() => {
      el.remove();
    });
    await el.refresh();
    expect(el.snapshot?.data.count).to.equal(9);
    expect(proxy.requests).to.have.length(1);
  });

  it('sends one request when called twice', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    await Promise.all([el.refresh(), el.refresh()]);
    expect(proxy.requests).to.have.length(2);
  });

  it('restarts the interval', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    await clock.advance(9);
    await el.refresh();
    await clock.advance(9);
    expect(proxy.requests).to.have.length(2);
    await clock.advance(1);
    expect(proxy.requests).to.have.length(3);
  });

  it('never rejects: no network, HTML, no address, disconnected, a snapshot by code', async () => {
    recordWarnings();
    const { el, proxy } = await liveMap(documentedAnswer());
    for (const reply of [unreachable, page(), page(500), json(null)]) {
      proxy.reply = reply;
      await el.refresh();
    }
    const settled = [
      create().refresh(),
      create({ 'proxy-url': '/live' }).refresh(),
      (await mount(html`<datafast-live-map></datafast-live-map>`)).refresh(),
    ];
    el.snapshot = documentedAnswer();
    settled.push(el.refresh());
    expect(await Promise.all(settled)).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it('resolves when the element is removed meanwhile', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    proxy.reply = silent;
    const refreshed = el.refresh();
    el.remove();
    await refreshed;
    expect(proxy.requests.at(-1)!.signal.aborted).to.be.true;
  });
});

describe('pause() and resume()', () => {
  it('freeze map, ticker and count, then show current data and the number of missed visits', async () => {
    const updates = recordEvents('datafast-update');
    const { el, proxy } = await liveMap(documentedAnswer());
    const drawn = marks(el).map(String);
    const rows = rowTexts(el);
    el.pause();
    await el.updateComplete;
    expect(el.paused).to.be.true;
    expect(el.hasAttribute('paused')).to.be.true;

    const { data } = documentedAnswer();
    const visitors = [...data.visitors, visitor('n-1', { latitude: 60, longitude: 100 }), visitor('n-2')];
    const recentEvents = [pageview('e-later', 'n-1', -5), ...data.recentEvents];
    await poll(el, proxy, json(answer({ ...data, count: 30, visitors, recentEvents })));
    expect(marks(el).map(String)).to.deep.equal(drawn);
    expect(rowTexts(el)).to.deep.equal(rows);
    expect(countText(el)).to.match(/^9 people/);
    expect(updates, 'the event is still sent').to.have.length(2);

    el.resume();
    await el.updateComplete;
    expect(el.hasAttribute('paused')).to.be.false;
    expect(countText(el)).to.match(/^30 people/);
    expect(rowTexts(el)).to.have.length(5);
    expect(marks(el).length).to.be.greaterThan(drawn.length);
    expect(said(el)).to.contain('2 more visits');
  });

  it('freeze relative times and announcements', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    const announced = textOf(el.shadowRoot!.querySelector('[role="status"]'));
    el.pause();
    await el.updateComplete;
    const times = parts(el, 'ticker-time').map(textOf);
    proxy.reply = json(answer({ count: 30 }));
    await clock.advance(120);
    await el.updateComplete;
    expect(parts(el, 'ticker-time').map(textOf)).to.deep.equal(times);
    expect(textOf(el.shadowRoot!.querySelector('[role="status"]'))).to.equal(announced);
  });

  it('change nothing on a poll, a resize, another theme or with time', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    el.pause();
    await el.updateComplete;
    // Positions and the classes of the theme follow the page.
    const shown = (): unknown => ({
      marks: marks(el).map((mark) => mark.look),
      rows: parts(el, 'ticker-row').map(textOf),
      count: countText(el),
      said: said(el),
    });
    const before = shown();
    const { data } = documentedAnswer();
    await poll(el, proxy, json(answer({ ...data, count: 30, visitors: data.visitors.slice(1) })));
    expect(shown(), 'a poll').to.deep.equal(before);
    const width = part(el, 'map')!.clientWidth;
    el.style.width = '400px';
    await waitUntil(() => part(el, 'map')!.clientWidth < width, 'the map is narrower');
    el.theme = 'dark';
    await el.updateComplete;
    expect(shown(), 'a resize and a theme').to.deep.equal(before);
    await clock.advance(600);
    el.requestUpdate();
    await el.updateComplete;
    expect(shown(), 'time').to.deep.equal(before);
  });

  it('report nothing when nothing was missed', async () => {
    const { el } = await liveMap(documentedAnswer());
    el.pause();
    await el.updateComplete;
    el.resume();
    await el.updateComplete;
    expect(said(el)).not.to.contain('more visit');
  });

  it('show the first snapshot of an element that is paused from the start', async () => {
    const proxy = stubProxy(json(documentedAnswer()));
    const el = await mount(html`<datafast-live-map proxy-url="/live" paused></datafast-live-map>`);
    await waitUntil(() => el.snapshot !== null, 'the first snapshot');
    await el.updateComplete;
    expect(countText(el)).to.match(/^9 people/);
    await poll(el, proxy, json(answer({ count: 30 })));
    expect(countText(el)).to.match(/^9 people/);
  });
});
