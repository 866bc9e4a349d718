import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, documentedAnswer, pageview, payment, visitor } from './documented.ts';
import { mount, part, parts, recordWarnings, whenDone, waitUntil } from './support.ts';

const RED = 'rgb(201, 2, 3)';

/** An element that shows one of everything. */
async function everything(): Promise<DatafastLiveMap> {
  const body = documentedAnswer();
  const many = Array.from({ length: 40 }, (_, index) => visitor(`m-${index}`, { latitude: 60, longitude: 100 }));
  recordWarnings();
  const el = await mount(html`<datafast-live-map></datafast-live-map>`);
  el.snapshot = answer(
    {
      ...body.data,
      visitors: [...body.data.visitors, ...many],
      recentEvents: [pageview('e', 'v-lisbon', 1), ...body.data.recentEvents],
      recentPayments: [payment('p', 2, { latitude: 10, longitude: 20, precision: 'city' })],
    },
    {},
  );
  await waitUntil(() => part(el, 'cluster'), 'drawn');
  el.graticule = true;
  el.borders = true;
  part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  await waitUntil(() => part(el, 'borders') && part(el, 'tooltip') && part(el, 'graticule'), 'all is there');
  return el;
}

const style = (el: DatafastLiveMap, selector: string): CSSStyleDeclaration =>
  getComputedStyle(el.shadowRoot!.querySelector(selector)!);

describe('custom properties', () => {
  const painted: [name: string, selector: string, property: 'fill' | 'stroke' | 'color' | 'backgroundColor'][] = [
    ['surface', '.tooltip', 'backgroundColor'],
    ['sea', '.sea', 'fill'],
    ['land', '.land', 'fill'],
    ['border', '.borders', 'stroke'],
    ['graticule', '.graticule', 'stroke'],
    ['text', '.number', 'color'],
    ['muted', '.when', 'color'],
    ['visitor', '.mark.dot.visitor:not(.away)', 'fill'],
    ['customer', '.mark.dot.customer', 'fill'],
    ['payment', '.mark.payment', 'fill'],
    ['visitor', '.pageview:not(.customer) > .sign', 'backgroundColor'],
    ['payment', 'li.payment > .sign', 'backgroundColor'],
  ];

  it('each paint what they document', async () => {
    const el = await everything();
    for (const [name, selector, property] of painted) {
      expect(style(el, selector)[property], name).not.to.equal(RED);
      el.style.setProperty(`--live-map-${name}`, RED);
      expect(style(el, selector)[property], `${name}: ${selector}`).to.equal(RED);
      el.style.removeProperty(`--live-map-${name}`);
    }
    el.style.setProperty('--live-map-surface', RED);
    expect(getComputedStyle(el).backgroundColor).to.equal(RED);
    el.style.setProperty('--live-map-event', RED);
    expect(style(el, '.goal > .sign').borderTopColor).to.equal(RED);
    el.style.setProperty('--live-map-font', 'Georgia');
    expect(style(el, '.number').fontFamily).to.equal('Georgia');
    el.style.setProperty('--live-map-radius', '3px');
    for (const selector of ['.tooltip', '.map', 'button'])
      expect(style(el, selector).borderTopLeftRadius, selector).to.equal('3px');
  });
});

describe('parts', () => {
  const NAMES =
    'map sea land borders graticule visitors customers cluster payment event tooltip count ticker ticker-row ticker-time status zoom pause list';

  it('all exist and take the page’s CSS', async () => {
    const el = await everything();
    const sheet = document.createElement('style');
    document.head.append(sheet);
    whenDone(() => {
      sheet.remove();
    });
    for (const name of NAMES.split(' ')) {
      sheet.textContent = `datafast-live-map::part(${name}) { outline: 3px solid ${RED}; }`;
      expect(parts(el, name), name).not.to.be.empty;
      for (const node of parts(el, name)) expect(getComputedStyle(node).outlineColor, name).to.equal(RED);
    }
  });
});
