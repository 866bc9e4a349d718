import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { ago, answer, payment, visitor } from './documented.ts';
import {
  clientPoint,
  json,
  liveMap,
  marks,
  mount,
  part,
  parts,
  poll,
  said,
  shows,
  silent,
  stubProxy,
  textOf,
  waitUntil,
  whenDone,
} from './support.ts';

const RADIUS = 4;
const PLACES = {
  lisbon: { city: 'Lisbon', countryCode: 'PT', longitude: -9.14, latitude: 38.72 },
  delhi: { city: 'New Delhi', countryCode: 'IN', longitude: 77.21, latitude: 28.61 },
  sydney: { city: 'Sydney', countryCode: 'AU', longitude: 151.21, latitude: -33.87 },
  cape: { city: 'Cape Town', countryCode: 'ZA', longitude: 18.42, latitude: -33.93 },
  denver: { city: 'Denver', countryCode: 'US', longitude: -104.98, latitude: 39.74 },
} as const;

function at(place: keyof typeof PLACES, score: number | null, own: object = {}, confidence = 0.76) {
  const { city, countryCode, longitude, latitude } = PLACES[place];
  return visitor(`v-${place}`, {
    location: { city, region: null, countryCode },
    longitude,
    latitude,
    conversionLikelihood: { score, confidence, raw: { conversionRate: 0.04, averageValue: 34, expectedValue: 1.37 } },
    ...own,
  });
}

/** Likelier, less likely, of low confidence, a customer, and one without a score. */
function predicted(own: object = {}) {
  return answer({
    count: 5,
    hasConversionPredictions: true,
    conversionMetrics: { baselineConversionRate: 0.02, baselineAverageValue: 50 },
    visitors: [
      at('lisbon', 65),
      at('delhi', 20),
      at('sydney', 90, {}, 0.3),
      at('cape', 100, { isCustomer: true }),
      at('denver', null, { conversionLikelihood: null }),
    ],
    recentPayments: [payment('p', 0, { currency: 'USD' })],
    ...own,
  });
}

interface Arc {
  /** Path data, relative to the dot. */
  data: string;
  /** `M`, and where the dot is. */
  start: string;
  style: CSSStyleDeclaration;
}

/** Those that look alike are one path, in which each begins with an absolute position. */
function arcs(el: DatafastLiveMap): Arc[] {
  return [...el.shadowRoot!.querySelectorAll<SVGPathElement>('.mark .arc')].flatMap((path) =>
    [...path.getAttribute('d')!.matchAll(/(M\S+ [^m]+)(m[^M]+)/g)].map(([, start = '', data = '']) => ({
      data,
      start,
      style: getComputedStyle(path),
    })),
  );
}

/** The arc around a dot, which is found by pointing at it. */
async function arcAt(el: DatafastLiveMap, city: string): Promise<Arc | null> {
  // Beforehand: the mark that is pointed at is drawn apart from those that look alike.
  const all = marks(el).map((mark) => ({ position: mark.position, point: clientPoint(el, mark) }));
  for (const { position, point } of all) {
    if (!(await pointAt(el, point)).includes(city)) continue;
    return arcs(el).find(({ start }) => start === `M${position.x} ${position.y}`) ?? null;
  }
  throw new Error(`no visitor in ${city}`);
}

/** An arc alone, around 0, 0. */
function shapeOf({ data }: Arc): SVGPathElement {
  const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  whenDone(() => {
    svg.remove();
  });
  const path = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
  path.setAttribute('d', data);
  return path;
}

/** @returns What the tooltip says. */
async function pointAt(el: DatafastLiveMap, [clientX, clientY]: [number, number]): Promise<string> {
  part(el, 'map')!.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, bubbles: true, composed: true }));
  await el.updateComplete;
  return textOf(part(el, 'tooltip'));
}

async function tooltipAt(el: DatafastLiveMap, city: string): Promise<string> {
  const all = [];
  for (const point of marks(el).map((mark) => clientPoint(el, mark))) all.push(await pointAt(el, point));
  return all.find((text) => text.includes(city)) ?? '';
}

/** Hundredths of the circle that an arc covers. */
function extent(arc: Arc): number {
  const shape = shapeOf(arc);
  const { x, y, width, height } = shape.getBBox();
  const radius = -y;
  const tick = y + height - radius;
  expect(x).to.be.at.least(-radius - 0.1);
  expect(width).to.be.at.most(2 * radius + 0.1);
  return ((shape.getTotalLength() - tick) / (2 * Math.PI * radius)) * 100;
}

describe('the arc of a likelihood', () => {
  it('covers as many hundredths of the circle as the score', async () => {
    const { el } = await liveMap(predicted());
    expect(extent((await arcAt(el, 'Lisbon'))!)).to.be.closeTo(65, 0.5);
    expect(extent((await arcAt(el, 'New Delhi'))!)).to.be.closeTo(20, 0.5);
    const arc = (await arcAt(el, 'Lisbon'))!;
    const lisbon = shapeOf(arc);
    const { x, y } = lisbon.getPointAtLength(0);
    expect([x, Math.sign(y)], 'it begins at 12 o’clock').to.deep.equal([0, -1]);
    expect(lisbon.getPointAtLength(5).x, 'and goes clockwise').to.be.greaterThan(0);
    expect(-y, 'clear of the dot').to.be.greaterThan(RADIUS + 1);
    expect(arc.style.fill).to.equal('none');
  });

  it('is thin and dashed for a low confidence', async () => {
    const { el } = await liveMap(predicted());
    const look = async (city: string): Promise<{ width: number; opacity: number; dashes: string }> => {
      const { strokeWidth, strokeOpacity, strokeDasharray } = (await arcAt(el, city))!.style;
      return { width: parseFloat(strokeWidth), opacity: Number(strokeOpacity), dashes: strokeDasharray };
    };
    const sure = await look('Lisbon');
    const unsure = await look('Sydney');
    expect(unsure.width).to.be.lessThan(sure.width);
    expect(unsure.opacity).to.be.lessThan(sure.opacity);
    expect(unsure.dashes).not.to.equal('none');
    expect(sure.dashes).to.equal('none');
  });

  it('is absent for customers and for visitors without a score', async () => {
    const { el } = await liveMap(predicted());
    expect(await arcAt(el, 'Cape Town')).to.be.null;
    expect(await arcAt(el, 'Denver')).to.be.null;
    expect(arcs(el)).to.have.length(3);
  });

  it('is not drawn around a number', async () => {
    const visitors = Array.from({ length: 30 }, (_, index) => at('lisbon', 65, { visitorId: `v${index}` }));
    const { el } = await liveMap(predicted({ visitors }));
    expect(parts(el, 'cluster')).to.have.length(1);
    expect(arcs(el)).to.have.length(0);
  });

  it('is updated with the snapshot', async () => {
    const { el, proxy } = await liveMap(predicted());
    await poll(el, proxy, json(predicted({ visitors: [at('lisbon', 40)] })));
    await waitUntil(() => arcs(el).length > 0 && Math.abs(extent(arcs(el)[0]!) - 40) < 0.5, 'the arc is shorter');
  });
});

describe('the tooltip', () => {
  it('describes the likelihood beside page, referrer, device, browser and time on site', async () => {
    const { el } = await liveMap(predicted({ visitors: [at('lisbon', 65, { sessionStartTime: ago(250) })] }));
    const text = await tooltipAt(el, 'Lisbon');
    for (const piece of [
      'Lisbon, Portugal',
      'amber fox',
      '/pricing',
      'From google.com',
      'desktop · Chrome · Mac OS',
      'Here for 4 min',
      'More likely to buy than usual: 65 of 100, confidence 76%, expected value $1.37',
    ]) {
      expect(text).to.contain(piece);
    }
  });

  it('describes a low score, a low confidence, and a missing score', async () => {
    const { el } = await liveMap(predicted());
    expect(await tooltipAt(el, 'New Delhi')).to.contain('Less likely to buy than usual: 20 of 100');
    expect(await tooltipAt(el, 'Sydney'))
      .to.contain('Too early to tell')
      .and.to.contain('confidence 30%');
    expect(await tooltipAt(el, 'Cape Town')).not.to.contain('of 100');
    expect(await tooltipAt(el, 'Denver')).not.to.contain('of 100');
  });

  it('shows the host of a referrer only, and never an address or a user id', async () => {
    const profileData = { displayName: 'ada@example.com', userId: 'user-secret-1', hasProfile: true };
    const own = {
      referrer: 'https://news.example.org/private?q=private',
      customerName: 'ada@example.com',
      profileData,
    };
    const { el } = await liveMap(predicted({ visitors: [at('lisbon', 65, own)] }));
    const text = await tooltipAt(el, 'Lisbon');
    expect(text).to.contain('From news.example.org').and.to.contain('Visitor').and.to.contain('65 of 100');
    expect(text).not.to.match(/@|secret|private/);
  });
});

describe('the line under the count', () => {
  const line = (el: DatafastLiveMap): string => textOf(part(el, 'count')!.querySelector('.expected'));

  it('shows the expected value of all visitors except customers, compared with the average', async () => {
    const { el } = await liveMap(predicted());
    expect(line(el)).to.equal('Expected value right now: $4.11, 37% above the usual');
  });

  it('shows the value only without averages, and nothing without values', async () => {
    const { el } = await liveMap(predicted({ conversionMetrics: null }));
    expect(line(el)).to.equal('Expected value right now: $4.11');
    el.snapshot = predicted({ visitors: [at('denver', 65, { conversionLikelihood: { score: 65 } })] });
    await el.updateComplete;
    expect(line(el)).to.equal('');
  });

  for (const width of [360, 520, 800]) {
    it(`causes no layout shift when its value appears and disappears, ${width} px wide`, async () => {
      const { el } = await liveMap(predicted(), width);
      const top = (): number => part(el, 'map')!.getBoundingClientRect().top;
      const before = top();
      for (const visitors of [[], [at('lisbon', 65)], [at('cape', 100, { isCustomer: true })]]) {
        el.snapshot = predicted({ visitors, count: 5 });
        await el.updateComplete;
        expect(top()).to.equal(before);
      }
    });
  }

  it('fits into the space that the headline reserves', async () => {
    stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    const height = part(el, 'count')!.offsetHeight;
    el.snapshot = predicted();
    await shows(el, 'live');
    expect(line(el)).to.contain('Expected value');
    expect(part(el, 'count')!.offsetHeight).to.equal(height);
  });

  it('is absent when the page hides the count', async () => {
    stubProxy(json(predicted()));
    const el = await mount(html`<datafast-live-map proxy-url="/live" min-count="20"></datafast-live-map>`);
    await shows(el, 'live');
    expect(line(el)).to.equal('');
  });
});

describe('the table of places', () => {
  const cells = (el: DatafastLiveMap): string[][] =>
    [...el.shadowRoot!.querySelectorAll('tr')].map((row) => [...row.children].map(textOf));

  it('counts the visitors per place who are likelier to buy than usual', async () => {
    const { el } = await liveMap(predicted());
    part(el, 'list')!.click();
    await el.updateComplete;
    const [head, ...rows] = cells(el);
    expect(head).to.deep.equal(['Place', 'People', 'More likely to buy', 'Here for']);
    const likelier = new Map(rows.map(([place, , count]) => [place, count]));
    expect(likelier.get('Lisbon, Portugal')).to.equal('1');
    for (const place of ['New Delhi, India', 'Sydney, Australia', 'Cape Town, South Africa']) {
      expect(likelier.get(place), place).to.equal('0');
    }
  });
});

describe('predictions are hidden', () => {
  async function expectNothing(el: DatafastLiveMap): Promise<void> {
    expect(arcs(el)).to.have.length(0);
    expect(part(el, 'count')!.querySelector('.expected:not([hidden])')).to.be.null;
    expect(await tooltipAt(el, 'Lisbon')).to.contain('From google.com');
    expect(said(el)).not.to.match(/likely|of 100|xpected|\$1\.37/);
    part(el, 'list')!.click();
    await el.updateComplete;
    expect(said(el)).not.to.contain('Likelier');
  }

  it('when the snapshot has none', async () => {
    const { el } = await liveMap(predicted({ hasConversionPredictions: false }));
    await expectNothing(el);
  });

  it('with predictions="none", at once, and shown again without it', async () => {
    const { el } = await liveMap(predicted());
    el.predictions = 'none';
    await el.updateComplete;
    await expectNothing(el);
    part(el, 'list')!.click();
    el.removeAttribute('predictions');
    el.predictions = 'auto';
    await waitUntil(() => arcs(el).length === 3, 'the arcs are back');
  });
});
