import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { json, mount, recordWarnings, stubProxy, waitUntil } from './support.ts';

const ANSWER = { status: 'success', data: { count: 12345, visitors: [], recentEvents: [], recentPayments: [] } };

/** The element in a place of 600 px, as a page may lay it out. */
async function within(style: string): Promise<DatafastLiveMap> {
  stubProxy(json(ANSWER));
  const map = html`<datafast-live-map proxy-url="/live"></datafast-live-map>`;
  const el = await mount(html`<div style="position: relative; ${style}">${map}</div>`, 600);
  await waitUntil(() => el.status === 'live');
  return el;
}

describe('layout of the surrounding page', () => {
  for (const style of [
    'display: flex',
    'display: flex; flex-direction: column; align-items: center',
    'display: grid; place-items: center',
  ]) {
    it(`lets the map fill its container: ${style}`, async () => {
      expect((await within(style)).offsetWidth).to.equal(600);
    });
  }

  for (const own of ['float: left', 'position: absolute']) {
    it(`lets the map fill its container with a display of its own: ${own}`, async () => {
      const el = await within('height: 500px');
      el.style.cssText = own;
      expect(el.offsetWidth).to.equal(600);
    });
  }

  it('can make the map as narrow as it likes', async () => {
    const el = await within('');
    el.style.width = '250px';
    expect(el.offsetWidth).to.equal(250);
  });
});

describe('colour scheme', () => {
  /** Brightness of the count, 0 to 255. */
  const brightness = (el: DatafastLiveMap): number => {
    const color = getComputedStyle(el.shadowRoot!.querySelector('.number')!).color;
    return Math.max(
      ...color
        .match(/[\d.]+/g)!
        .map(Number)
        .slice(0, 3),
    );
  };

  it('has light text on a dark page without color-scheme', async () => {
    expect(brightness(await within('background: #111; color: #eee'))).to.be.greaterThan(200);
  });

  it('has dark text on a page without colours', async () => {
    expect(brightness(await within(''))).to.be.lessThan(60);
  });

  it('keeps dark text with theme="light" on a dark page', async () => {
    const el = await within('background: #111; color: #eee');
    el.theme = 'light';
    await el.updateComplete;
    expect(brightness(el)).to.be.lessThan(60);
  });
});

describe('a change of address', () => {
  it('discards the paused state of the previous site', async () => {
    const proxy = stubProxy(json(ANSWER));
    const el = await mount(html`<datafast-live-map proxy-url="/one"></datafast-live-map>`);
    await waitUntil(() => el.status === 'live');
    el.pause();
    await el.updateComplete;
    proxy.reply = json({ ...ANSWER, data: { ...ANSWER.data, count: 7 } });
    el.proxyUrl = '/two';
    await waitUntil(() => el.shadowRoot!.querySelector('.number')?.textContent === '7');
  });

  it('reads no property of Object.prototype for a failure’s reason', async () => {
    const warnings = recordWarnings();
    stubProxy(json({ status: 'error', error: { reason: 'constructor' } }, { status: 500 }));
    const el = await mount(html`<datafast-live-map proxy-url="/three"></datafast-live-map>`);
    await waitUntil(() => el.status === 'error' && warnings.length > 0);
    expect(warnings.join()).to.contain('/three').and.not.to.contain('function');
  });
});
