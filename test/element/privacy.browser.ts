import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap, LiveMapEventMap } from '../../src/index.ts';
import { ago, answer, pageview, payment, visitor } from './documented.ts';
import { json, marks, mount, part, recordEvents, rowTexts, shows, stubProxy, waitUntil } from './support.ts';

/** A raw answer, as a proxy that merely forwards it hands it on: every field that can identify a visitor does. */
const RAW = answer({
  count: 2,
  hasConversionPredictions: true,
  visitors: [
    visitor('cookie-1', {
      currentUrl: 'https://example.com/welcome/ada@example.com?email=ada@example.com#ada@example.com',
      referrer: 'https://mail.example.com/?to=ada@example.com',
      isCustomer: true,
      customerName: 'ada@example.com',
      customerEmail: 'ada.lovelace@example.com',
      profileData: { displayName: 'Ada <ada@example.com>', userId: 'user-secret-1', hasProfile: true },
    }),
    visitor('cookie-2', {
      location: { city: 'Sydney', region: null, countryCode: 'AU' },
      currentUrl: '/u/grace%40example.com',
      latitude: -33.87,
      longitude: 151.21,
      customerEmail: 'grace@example.com',
      profileData: { displayName: 'grace@example.com', userId: 'grace@example.com', hasProfile: true },
    }),
  ],
  recentEvents: [
    pageview('e-1', 'cookie-1', 5, { path: '/welcome/ada@example.com', displayName: 'ada@example.com' }),
    {
      _id: 'e-2',
      type: 'custom',
      visitorId: 'cookie-2',
      timestamp: ago(6),
      customerName: 'grace@example.com',
      extraData: { eventName: 'invited grace@example.com', email: 'grace@example.com', image: '//x.example/ada@x.org' },
    },
    { _id: 'e-3', type: 'ada@example.com', visitorId: 'cookie-1', timestamp: ago(7) },
    { _id: 'e-4', type: 'identify', visitorId: 'cookie-1', timestamp: ago(8), extraData: { eventName: 'ada@x.org' } },
  ],
  recentPayments: [
    payment('p-1', 9, { name: 'ada@example.com', email: 'ada@example.com', displayName: 'ada@example.com' }),
  ],
});

/** `@`, or what stands for it in an address; user ids; names of the fields that hold them. */
const PERSONAL = /@|%40|user-secret|lovelace/i;

/** All of an element that a script or a person could read. */
function everything(el: DatafastLiveMap): string {
  return [el.outerHTML, el.shadowRoot!.innerHTML, el.shadowRoot!.textContent, JSON.stringify(el.snapshot)].join('\n');
}

async function showRaw(): Promise<DatafastLiveMap> {
  stubProxy(json(RAW));
  const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
  await shows(el, 'live');
  await waitUntil(() => marks(el).length === 2, 'both are drawn');
  return el;
}

describe('a raw answer', () => {
  it('contains private data in this test', () => {
    expect(JSON.stringify(RAW)).to.match(PERSONAL);
  });

  it('shows no e-mail address or user id on the map, in the ticker or in the snapshot', async () => {
    const el = await showRaw();
    expect(rowTexts(el).length).to.be.at.least(3);
    expect(everything(el)).not.to.match(PERSONAL);
  });

  it('shows none in the tooltips', async () => {
    const el = await showRaw();
    const map = part(el, 'map')!;
    map.focus();
    for (const key of ['Home', 'End']) {
      map.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await el.updateComplete;
      expect(part(el, 'tooltip'), key).to.exist;
      expect(everything(el)).not.to.match(PERSONAL);
    }
  });

  it('shows none in the table', async () => {
    const el = await showRaw();
    part(el, 'list')!.click();
    await el.updateComplete;
    expect(el.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(2);
    expect(everything(el)).not.to.match(PERSONAL);
  });

  it('sends none in events', async () => {
    const updates = recordEvents<LiveMapEventMap['datafast-update']['detail']>('datafast-update');
    const payments = recordEvents<LiveMapEventMap['datafast-payment']['detail']>('datafast-payment');
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);
    el.snapshot = answer({});
    await el.updateComplete;
    el.snapshot = RAW;
    await el.updateComplete;
    expect(updates).to.have.length(2);
    expect(updates[1]!.arrived).to.have.length(2);
    expect(payments).to.have.length(1);
    expect(JSON.stringify([updates, payments])).not.to.match(PERSONAL);
  });

  it('shows a name that is not private', async () => {
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);
    const profileData = { displayName: 'Ada L.', userId: 'user-secret-1', hasProfile: true };
    el.snapshot = answer({ visitors: [visitor('v', { profileData })] });
    await waitUntil(() => marks(el).length === 1, 'drawn');
    const map = part(el, 'map')!;
    map.focus();
    map.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, composed: true }));
    await el.updateComplete;
    expect(part(el, 'tooltip')!.textContent).to.contain('Ada L.');
    expect(everything(el)).not.to.match(PERSONAL);
  });
});
