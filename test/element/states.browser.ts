import { expect, html } from '@open-wc/testing';
import { message } from '../../src/i18n/messages.ts';
import type { LiveMapEventMap, Status } from '../../src/index.ts';
import { ago, answer, documentedAnswer, visitor } from './documented.ts';
import {
  countText,
  json,
  liveMap,
  marks,
  mount,
  page,
  part,
  poll,
  recordEvents,
  recordWarnings,
  said,
  shows,
  silent,
  stubProxy,
  unreachable,
  type Reply,
  waitUntil,
} from './support.ts';

type StatusDetail = LiveMapEventMap['datafast-status']['detail'];

function isGrey(selected: Element): boolean {
  return getComputedStyle(selected).filter.includes('grayscale(1)');
}

describe('unconfigured', () => {
  it('without a proxy-url, draws the land and shows what to do, here and in the console', async () => {
    const warnings = recordWarnings();
    const proxy = stubProxy();
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);

    expect(el.status).to.equal('unconfigured');
    expect(part(el, 'land')!.getBoundingClientRect().width).to.be.greaterThan(600);
    expect(said(el)).to.contain('proxy-url');
    await waitUntil(() => warnings.length === 1, 'the warning');
    expect(warnings[0]).to.contain('proxy-url');
    expect(proxy.requests).to.have.length(0);
  });

  it('treats a proxy-url that is not http(s) as missing', async () => {
    recordWarnings();
    const proxy = stubProxy();
    for (const address of ['javascript:alert(1)', 'data:application/json,{}', 'http://', '   ']) {
      const el = await mount(html`<datafast-live-map proxy-url=${address}></datafast-live-map>`);
      expect(el.status, address).to.equal('unconfigured');
    }
    expect(proxy.requests).to.have.length(0);
  });

  it('starts when an address is set and ends when it is removed', async () => {
    recordWarnings();
    stubProxy(json(documentedAnswer()));
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);
    el.proxyUrl = '/live';
    await shows(el, 'live');
    el.removeAttribute('proxy-url');
    el.proxyUrl = null;
    await shows(el, 'unconfigured');
    expect(el.snapshot).to.be.null;
    expect(marks(el)).to.have.length(0);
  });
});

describe('loading', () => {
  it('shows the land at once, a placeholder for the count, and no number', async () => {
    stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    expect(el.status).to.equal('loading');
    expect(part(el, 'land')!.getBoundingClientRect().width).to.be.greaterThan(600);
    expect(countText(el)).to.equal('Loading the live map');
    expect(el.snapshot).to.be.null;
  });

  it('causes no layout shift when the data arrives', async () => {
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    const boxes = (): string[] =>
      [el, part(el, 'count')!, part(el, 'map')!, part(el, 'ticker')!].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      });
    const before = boxes();
    proxy.reply = json(documentedAnswer());
    el.proxyUrl = '/other';
    await shows(el, 'live');
    expect(boxes()).to.deep.equal(before);
  });
});

describe('live', () => {
  it('follows unconfigured and loading, with an event per change, without a reason', async () => {
    const changes = recordEvents<StatusDetail>('datafast-status');
    await liveMap(documentedAnswer());
    expect(changes).to.deep.equal([
      { status: 'loading', previous: 'unconfigured', reason: null },
      { status: 'live', previous: 'loading', reason: null },
    ]);
  });

  it('animates none of the visitors of the first snapshot', async () => {
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    // The map has been measured, and drawn empty.
    await waitUntil(() => el.shadowRoot!.querySelector('.marks g'), 'the map is ready');
    proxy.reply = json(documentedAnswer());
    el.proxyUrl = '/other';
    await shows(el, 'live');
    expect(marks(el)).to.have.length(7);
    expect(el.shadowRoot!.getAnimations()).to.deep.equal([]);

    el.snapshot = answer({ visitors: [visitor('new')] });
    await el.updateComplete;
    expect(el.shadowRoot!.getAnimations().length, 'a later visitor is animated').to.be.greaterThan(0);
  });

  it('discards the previous site’s state when the address changes', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    proxy.reply = silent;
    el.proxyUrl = '/another';
    await shows(el, 'loading');
    expect(el.snapshot).to.be.null;
    expect(countText(el)).to.equal('Loading the live map');
    expect(marks(el)).to.have.length(0);
  });
});

describe('an error of the first poll', () => {
  const failures: [name: string, reply: Reply, reason: string][] = [
    ['a page of HTML', page(), 'not-json'],
    ['404', page(404), 'http-404'],
    ['JSON of something else', json({ hello: 'world' }), 'not-a-snapshot'],
    ['a list', json([]), 'not-a-snapshot'],
    ['an empty body', () => new Response(''), 'not-json'],
    ['no network', unreachable, 'network'],
    [
      'the proxy’s own error',
      json({ status: 'error', error: { code: 502, reason: 'upstream-unauthorized', message: '…' } }, { status: 502 }),
      'upstream-unauthorized',
    ],
    ['the upstream’s error, forwarded', json({ status: 'error', error: { code: 401 } }, { status: 401 }), 'http-401'],
  ];

  for (const [name, reply, reason] of failures) {
    it(`${name}: shows a sentence and “—”, never 0`, async () => {
      const changes = recordEvents<StatusDetail>('datafast-status');
      const warnings = recordWarnings();
      stubProxy(reply);
      // An address for each, since each cause is logged once per address.
      const address = `/failing-${failures.findIndex((failure) => failure[0] === name)}`;
      const el = await mount(html`<datafast-live-map proxy-url=${address}></datafast-live-map>`);
      await shows(el, 'error');

      expect(countText(el)).to.match(/^—/);
      expect(countText(el)).not.to.match(/\b0\b/);
      expect(said(el)).to.contain(message('en', 'unavailable'));
      expect(part(el, 'land')!.getBoundingClientRect().width).to.be.greaterThan(600);
      expect(changes.at(-1)).to.deep.equal({ status: 'error', previous: 'loading', reason });
      await waitUntil(() => warnings.length === 1, 'the console shows the cause');
      expect(warnings[0]).to.contain(address);
    });
  }

  it('ends when the proxy answers', async () => {
    recordWarnings();
    const changes = recordEvents<StatusDetail>('datafast-status');
    const proxy = stubProxy(unreachable);
    const el = await mount(html`<datafast-live-map proxy-url="/late"></datafast-live-map>`);
    await shows(el, 'error');
    await poll(el, proxy, json(documentedAnswer()));
    expect(el.status).to.equal('live');
    expect(countText(el)).to.match(/^9 people/);
    expect(said(el)).not.to.contain('Reconnecting');
    expect(changes.at(-1)).to.deep.equal({ status: 'live', previous: 'error', reason: null });
  });

  it('logs the address without its query, which may hold a token', async () => {
    const warnings = recordWarnings();
    stubProxy(page(404));
    const el = await mount(html`<datafast-live-map proxy-url="/live?token=secret"></datafast-live-map>`);
    await shows(el, 'error');
    await waitUntil(() => warnings.length === 1, 'the cause');
    expect(warnings[0]).to.contain('/live').and.not.to.contain('secret');
  });
});

describe('stale', () => {
  it('is not set by one failed poll', async () => {
    const changes = recordEvents<StatusDetail>('datafast-status');
    const { el, proxy } = await liveMap(documentedAnswer());
    const before = [said(el), marks(el).length];
    await poll(el, proxy, unreachable);
    expect(el.status).to.equal('live');
    expect([said(el), marks(el).length]).to.deep.equal(before);
    expect(changes).to.have.length(2);
  });

  it('is set by two failures in a row: greys dots and count, and shows their age', async () => {
    recordWarnings();
    const changes = recordEvents<StatusDetail>('datafast-status');
    const { el, proxy } = await liveMap(documentedAnswer());
    const drawn = marks(el).map(String);
    await poll(el, proxy, unreachable);
    await poll(el, proxy, page(503));

    expect(el.status).to.equal('stale');
    expect(changes.at(-1)).to.deep.equal({ status: 'stale', previous: 'live', reason: 'http-503' });
    expect(marks(el).map(String)).to.deep.equal(drawn);
    expect(countText(el)).to.match(/^9 people/);
    expect(said(el)).to.match(/Updated \d+ seconds? ago\. Reconnecting\./);
    expect(isGrey(el.shadowRoot!.querySelector('svg.marks')!)).to.be.true;
  });

  it('is not set by a failure, a success and a failure', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    await poll(el, proxy, unreachable);
    await poll(el, proxy, json(documentedAnswer()));
    await poll(el, proxy, unreachable);
    expect(el.status).to.equal('live');
  });

  it('ends with the next successful poll', async () => {
    recordWarnings();
    const changes = recordEvents<StatusDetail>('datafast-status');
    const { el, proxy } = await liveMap(documentedAnswer());
    await poll(el, proxy, unreachable);
    await poll(el, proxy, unreachable);
    await poll(el, proxy, json(answer({ count: 4, visitors: [visitor('a')] })));
    expect(el.status).to.equal('live');
    expect(countText(el)).to.match(/^4 people/);
    expect(said(el)).not.to.contain('Reconnecting');
    expect(isGrey(el.shadowRoot!.querySelector('svg.marks')!)).to.be.false;
    expect(changes.at(-1)).to.deep.equal({ status: 'live', previous: 'stale', reason: null });
  });

  it('is set for a snapshot marked stale, with its age', async () => {
    recordWarnings();
    const changes = recordEvents<StatusDetail>('datafast-status');
    const body = { ...documentedAnswer(), ...answer({ count: 9, visitors: [visitor('a')] }, { stale: true }) };
    // Kept for 150 s by a cache in between.
    stubProxy(json(body, { headers: { age: '150' } }));
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await shows(el, 'stale');
    expect(changes.at(-1)!.previous).to.equal('loading');
    expect(changes.at(-1)!.reason).to.be.a('string');
    expect(said(el)).to.contain(message('en', 'stale', { ago: '2 minutes ago' }));
    expect(countText(el)).to.match(/^9 people/);
  });

  it('shows no dots and “—” once the answer is older than its window', async () => {
    recordWarnings();
    stubProxy(json(answer({ count: 9, visitors: [visitor('a')] }, { stale: true }), { headers: { age: '660' } }));
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await shows(el, 'stale');
    expect(marks(el)).to.have.length(0);
    expect(countText(el)).to.match(/^—/);
    expect(said(el)).to.contain(message('en', 'stale', { ago: '11 minutes ago' }));
  });
});

describe('a site without visitors', () => {
  it('shows the last visit if known', async () => {
    stubProxy(
      json(
        answer({ count: 0, recentEvents: [{ _id: 'e', type: 'pageview', visitorId: 'v', timestamp: ago(200) }] }, {}),
      ),
    );
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await shows(el, 'live');
    expect(countText(el)).to.equal('Nobody here right now Last visit 3 minutes ago');
  });

  it('is labelled when it is sample data', async () => {
    stubProxy(json(answer({ count: 1, visitors: [visitor('a')] }, { sample: true })));
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await shows(el, 'live');
    expect(said(el)).to.contain(message('en', 'sample'));
  });
});

it('the property status is read-only', async () => {
  const { el } = await liveMap(documentedAnswer());
  expect(() => Object.assign(el, { status: 'error' satisfies Status })).to.throw(TypeError);
  expect(el.status).to.equal('live');
});
