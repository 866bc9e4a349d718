import { expect, html } from '@open-wc/testing';
import { registerMessages } from '../../src/index.ts';
import { documentedAnswer } from './documented.ts';
import {
  countText,
  create,
  json,
  liveMap,
  mount,
  part,
  recordWarnings,
  shows,
  stubProxy,
  whenDone,
  waitUntil,
  marks,
} from './support.ts';

type Option =
  | 'proxyUrl'
  | 'refreshInterval'
  | 'credentials'
  | 'projection'
  | 'fit'
  | 'borders'
  | 'graticule'
  | 'daylight'
  | 'sound'
  | 'ticker'
  | 'tickerSize'
  | 'tickerKinds'
  | 'breakdown'
  | 'breakdownSize'
  | 'headingLevel'
  | 'theme'
  | 'label'
  | 'predictions'
  | 'minCount'
  | 'paused';

describe('attributes and properties', () => {
  const options: [attribute: string, text: string, property: Option, value: unknown, usual: unknown][] = [
    ['proxy-url', '/live', 'proxyUrl', '/live', null],
    ['refresh-interval', '30', 'refreshInterval', 30, 10],
    ['credentials', 'include', 'credentials', 'include', 'same-origin'],
    ['projection', 'globe', 'projection', 'globe', 'equal-earth'],
    ['fit', '-10,35,30,60', 'fit', '-10,35,30,60', 'world'],
    ['fit', 'auto', 'fit', 'auto', 'world'],
    ['fit', 'pt', 'fit', 'PT', 'world'],
    ['fit', 'UK', 'fit', 'GB', 'world'],
    ['fit', 'el', 'fit', 'GR', 'world'],
    ['borders', '', 'borders', true, false],
    ['graticule', '', 'graticule', true, false],
    ['daylight', '', 'daylight', true, false],
    ['sound', '', 'sound', true, false],
    ['ticker', 'below', 'ticker', 'below', 'auto'],
    ['ticker-size', '8', 'tickerSize', 8, 5],
    ['ticker-kinds', 'payment', 'tickerKinds', 'payment', 'pageview goal payment'],
    ['breakdown', 'pages countries', 'breakdown', 'pages countries', 'none'],
    ['breakdown-size', '8', 'breakdownSize', 8, 5],
    ['heading-level', '3', 'headingLevel', 3, 2],
    ['theme', 'dark', 'theme', 'dark', 'auto'],
    ['label', 'Our visitors', 'label', 'Our visitors', null],
    ['predictions', 'none', 'predictions', 'none', 'auto'],
    ['min-count', '5', 'minCount', 5, 0],
    ['paused', '', 'paused', true, false],
  ];

  for (const [attribute, text, property, value, usual] of options) {
    it(`${attribute} sets the property ${property}, ${String(usual)} by default`, async () => {
      recordWarnings();
      stubProxy();
      const el = create();
      await mount(html`${el}`);
      expect(el[property]).to.equal(usual);
      el.setAttribute(attribute, text);
      await el.updateComplete;
      expect(el[property]).to.equal(value);
    });
  }

  const bad: [attribute: string, text: string, property: Option, usual: unknown][] = [
    ['refresh-interval', '1', 'refreshInterval', 10],
    ['refresh-interval', 'soon', 'refreshInterval', 10],
    ['credentials', 'always', 'credentials', 'same-origin'],
    ['projection', 'peters', 'projection', 'equal-earth'],
    ['fit', '10,20,30', 'fit', 'world'],
    ['fit', '0,50,10,40', 'fit', 'world'],
    ['fit', 'Portugal', 'fit', 'world'],
    ['fit', 'EU', 'fit', 'world'],
    ['ticker', 'above', 'ticker', 'auto'],
    ['ticker-size', '0', 'tickerSize', 5],
    ['ticker-size', '2.5', 'tickerSize', 5],
    ['ticker-kinds', 'pageview sale', 'tickerKinds', 'pageview goal payment'],
    ['heading-level', '7', 'headingLevel', 2],
    ['theme', 'purple', 'theme', 'auto'],
    ['predictions', 'all', 'predictions', 'auto'],
    ['min-count', '-1', 'minCount', 0],
  ];

  for (const [attribute, text, property, usual] of bad) {
    it(`${attribute}="${text}" falls back to the default, with one warning per page`, async () => {
      const warnings = recordWarnings();
      stubProxy();
      const first = create({ 'proxy-url': '/live', [attribute]: text });
      const second = create({ 'proxy-url': '/live', [attribute]: text });
      await mount(html`${first}${second}`);
      await second.updateComplete;
      expect([first[property], second[property]]).to.deep.equal([usual, usual]);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(attribute).and.to.contain(text);
    });
  }

  it('an invalid property value falls back too, and never throws', async () => {
    const warnings = recordWarnings();
    stubProxy();
    const el = create({ 'proxy-url': '/live' });
    await mount(html`${el}`);
    const circle: { itself?: object } = {};
    circle.itself = circle;
    Object.assign(el, {
      tickerSize: Symbol('5'),
      projection: () => 'globe',
      refreshInterval: -5,
      theme: null,
      ticker: circle,
      minCount: 3n,
      headingLevel: Object.create(null) as object,
    });
    await el.updateComplete;
    expect([el.tickerSize, el.projection, el.refreshInterval, el.theme]).to.deep.equal([5, 'equal-earth', 10, 'auto']);
    expect([el.ticker, el.minCount, el.headingLevel]).to.deep.equal(['auto', 0, 2]);
    expect(warnings).to.have.length(6);
  });

  it('white space and case are ignored', async () => {
    const warnings = recordWarnings();
    stubProxy();
    const el = create({
      'proxy-url': '/live',
      projection: ' Globe ',
      'ticker-kinds': 'goal,payment',
      'ticker-size': ' 4 ',
      fit: ' Xk ',
    });
    await mount(html`${el}`);
    expect([el.projection, el.tickerKinds, el.tickerSize, el.fit]).to.deep.equal(['globe', 'goal payment', 4, 'XK']);
    expect(warnings).to.deep.equal([]);
  });
});

describe('requests', () => {
  it('go to proxy-url, relative to the document', async () => {
    const base = document.createElement('base');
    base.href = '/blog/2026/';
    document.head.append(base);
    whenDone(() => {
      base.remove();
    });
    const proxy = stubProxy();
    await mount(html`<datafast-live-map proxy-url="../live?site=1"></datafast-live-map>`);
    await waitUntil(() => proxy.requests.length === 1, 'asked');
    expect(proxy.requests[0]!.url).to.equal(`${location.origin}/blog/live?site=1`);
  });

  it('use the configured credentials', async () => {
    const proxy = stubProxy();
    await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await mount(html`<datafast-live-map proxy-url="/live" credentials="include"></datafast-live-map>`);
    await mount(html`<datafast-live-map proxy-url="/live" credentials="omit"></datafast-live-map>`);
    await waitUntil(() => proxy.requests.length === 3, 'asked');
    expect(proxy.requests.map(({ init }) => init.credentials)).to.deep.equal(['same-origin', 'include', 'omit']);
  });

  it('have no header that needs a preflight, unless the page sets one', async () => {
    const proxy = stubProxy();
    await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await waitUntil(() => proxy.requests.length === 1, 'asked');
    expect([...new Headers(proxy.requests[0]!.init.headers)]).to.deep.equal([]);
  });

  it('have the headers of an object', async () => {
    const proxy = stubProxy();
    const el = create({ 'proxy-url': '/live' });
    el.headers = { authorization: 'Bearer team' };
    await mount(html`${el}`);
    await waitUntil(() => proxy.requests.length === 1, 'asked');
    expect(new Headers(proxy.requests[0]!.init.headers).get('authorization')).to.equal('Bearer team');
  });

  it('call a headers function each time, which may be asynchronous', async () => {
    let times = 0;
    const proxy = stubProxy(json(documentedAnswer()));
    const el = create({ 'proxy-url': '/live' });
    el.headers = () => Promise.resolve({ authorization: `Bearer ${++times}` });
    await mount(html`${el}`);
    await shows(el, 'live');
    await el.refresh();
    const sent = proxy.requests.map(({ init }) => new Headers(init.headers).get('authorization'));
    expect(sent).to.deep.equal(['Bearer 1', 'Bearer 2']);
  });

  it('are not sent when that function fails, with a warning', async () => {
    const warnings = recordWarnings();
    const proxy = stubProxy(json(documentedAnswer()));
    const el = create({ 'proxy-url': '/live' });
    el.headers = () => {
      throw new Error('no token');
    };
    await mount(html`${el}`);
    await shows(el, 'error');
    expect(proxy.requests).to.have.length(0);
    await waitUntil(() => warnings.join().includes('headers'));
  });
});

describe('display options', () => {
  it('label names the map', async () => {
    stubProxy();
    const el = await mount(html`<datafast-live-map proxy-url="/live" label="Wer ist da?"></datafast-live-map>`);
    expect(part(el, 'map')!.getAttribute('aria-label')).to.equal('Wer ist da?');
  });

  it('graticule draws the graticule', async () => {
    stubProxy();
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    expect(part(el, 'graticule')).to.be.null;
    el.graticule = true;
    await el.updateComplete;
    expect(part(el, 'graticule')!.getAttribute('d')).to.have.length.greaterThan(100);
  });

  it('each projection draws its own land, and a box of degrees a larger one', async () => {
    stubProxy();
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    const lands = new Set<string>();
    const look = async (): Promise<void> => {
      await el.updateComplete;
      lands.add(part(el, 'land')!.getAttribute('d')!);
    };
    for (const projection of ['equal-earth', 'natural-earth', 'mercator', 'equirectangular', 'globe'] as const) {
      el.projection = projection;
      await look();
    }
    el.projection = 'equal-earth';
    el.fit = '-10,35,30,60';
    await look();
    expect(lands.size).to.equal(6);
  });

  it('the dot size is set by the page, in pixels', async () => {
    const { el } = await liveMap(documentedAnswer());
    const width = (): number => marks(el, '.dot.visitor')[0]!.radiusOf();
    const before = width();
    el.style.setProperty('--live-map-dot-size', '16px');
    // A change of styles sends no event: they are read once a second.
    await waitUntil(() => width() === before * 2, 'twice as large');
  });

  it('a page’s own language is shown as soon as it is registered', async () => {
    stubProxy(json(documentedAnswer()));
    const el = await mount(html`<div lang="eo"><datafast-live-map proxy-url="/live"></datafast-live-map></div>`);
    await shows(el, 'live');
    expect(countText(el)).to.contain('people here');
    registerMessages('eo', { people: { one: 'homo ĉi tie', other: 'homoj ĉi tie' } });
    await el.updateComplete;
    expect(countText(el)).to.contain('9 homoj ĉi tie');
  });
});
