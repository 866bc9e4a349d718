import { expect, html } from '@open-wc/testing';
import { DatafastLiveMap } from '../../src/index.ts';
import { holdTimers } from './clock.ts';
import { ago, answer, documentedAnswer, pageview, visitor } from './documented.ts';
import {
  countText,
  create,
  liveMap,
  marks,
  mount,
  parts,
  recordWarnings,
  rowTexts,
  shows,
  silent,
  stubProxy,
  textOf,
  waitUntil,
} from './support.ts';

declare global {
  interface HTMLElementTagNameMap {
    'late-live-map': DatafastLiveMap;
  }
}

describe('the property snapshot, set by code', () => {
  // The first test of the page: the warning of a missing proxy-url is logged once, and must not be logged here.
  it('is shown with status live, without a request or a warning', async () => {
    const warnings = recordWarnings();
    const proxy = stubProxy();
    const el = create();
    el.snapshot = documentedAnswer();
    await mount(html`${el}`);
    await waitUntil(() => marks(el).length === 7, 'drawn');
    expect(el.status).to.equal('live');
    expect(countText(el)).to.match(/^9 people/);
    expect(rowTexts(el)).to.have.length(4);
    expect(proxy.requests).to.have.length(0);
    expect(warnings).to.deep.equal([]);
  });

  it('returns the shown snapshot in the documented shape', async () => {
    recordWarnings();
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);
    el.snapshot = documentedAnswer();
    expect(el.snapshot).to.include({ status: 'success' });
    expect((el.snapshot as unknown as { data: { count: number } }).data.count).to.equal(9);
  });

  it('stops polling permanently', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    el.snapshot = answer({ count: 3 });
    await clock.advance(3600);
    expect(proxy.requests).to.have.length(1);
    await el.updateComplete;
    expect(countText(el)).to.match(/^3 people/);
    expect(el.status, 'it does not go stale').to.equal('live');
  });

  it('aborts a pending request, whose answer is ignored', async () => {
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await waitUntil(() => proxy.requests.length === 1, 'asked');
    el.snapshot = answer({ count: 3 });
    await waitUntil(() => proxy.requests[0]!.ended, 'given up');
    expect(el.snapshot!.data.count).to.equal(3);
  });

  it('starts polling again, with one poller, when set to null', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    el.snapshot = answer({ count: 3 });
    await clock.advance(60);
    el.snapshot = null;
    await shows(el, 'live');
    await waitUntil(() => el.snapshot?.data.count === 9, 'the proxy’s answer');
    const before = proxy.requests.length;
    await clock.advance(10);
    expect(proxy.requests.length - before, 'requests in 10 s').to.equal(1);
    el.remove();
    await Promise.resolve();
    await clock.advance(3600);
    expect(proxy.requests.length - before, 'no poll after its removal').to.equal(1);
  });

  it('does not affect polling when null is set without a snapshot', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    el.snapshot = null;
    await shows(el, 'live');
    const before = proxy.requests.length;
    await clock.advance(10);
    expect(proxy.requests.length - before, 'requests in 10 s').to.equal(1);
  });

  it('is ignored with a warning when it is not a snapshot', async () => {
    const warnings = recordWarnings();
    const { el } = await liveMap(documentedAnswer());
    const before = el.snapshot;
    const junk: unknown[] = ['<html>', 7, [], {}, { status: 'error', error: { code: 500 } }];
    for (const value of junk) {
      expect(() => (el.snapshot = value as null)).not.to.throw();
    }
    expect(el.snapshot).to.equal(before);
    expect(el.status).to.equal('live');
    expect(warnings.length).to.be.within(1, junk.length);
    expect(warnings[0]).to.contain('snapshot is ignored');
  });

  it('is the origin of ages, so that an old snapshot does not look old', async () => {
    recordWarnings();
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);
    el.snapshot = answer(
      { visitors: [visitor('a')], recentEvents: [pageview('e', 'a', 125)] },
      { generatedAt: ago(0) },
    );
    await el.updateComplete;
    expect(parts(el, 'ticker-time').map(textOf)).to.deep.equal(['2m']);
  });

  it('and options set before the definition are applied on upgrade', async () => {
    recordWarnings();
    const el = document.createElement('late-live-map');
    el.minCount = 20;
    el.snapshot = documentedAnswer();
    await mount(html`<datafast-live-map></datafast-live-map>${el}`);
    DatafastLiveMap.define('late-live-map');
    await el.updateComplete;
    expect(el.status).to.equal('live');
    expect(countText(el)).to.equal('People are here right now');
  });
});
