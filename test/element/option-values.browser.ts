import { expect, fixture, html } from '@open-wc/testing';
import '../../src/badge.ts';
import { DatafastLiveBadge } from '../../src/badge.ts';
import { DatafastLiveMap } from '../../src/index.ts';
import { holdTimers } from './clock.ts';
import { documentedAnswer } from './documented.ts';
import { json, page, recordWarnings, stubProxy, waitUntil } from './support.ts';

const ELEMENTS = { 'datafast-live-map': DatafastLiveMap, 'datafast-live-badge': DatafastLiveBadge };

interface Option {
  tag: keyof typeof ELEMENTS;
  property: string;
  /** `null`: there is none. */
  attribute: string | null;
  usual: unknown;
}

/** Every option of every element, as it is declared. */
const options: Option[] = Object.entries(ELEMENTS).flatMap(([tag, element]) =>
  Object.entries(element.properties).map(([property, { attribute }]) => ({
    tag: tag as Option['tag'],
    property,
    attribute: attribute === false ? null : typeof attribute === 'string' ? attribute : property,
    usual: Reflect.get(document.createElement(tag), property) as unknown,
  })),
);
const flags = options.filter(({ usual }) => typeof usual === 'boolean');

type Element = DatafastLiveMap | DatafastLiveBadge;

async function show(tag: Option['tag'], attributes: Record<string, string> = {}): Promise<Element> {
  const element = document.createElement(tag);
  element.proxyUrl = '/live';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await fixture(html`<div>${element}</div>`);
  await element.updateComplete;
  return element;
}

async function set(element: Element, property: string, value: unknown): Promise<void> {
  Reflect.set(element, property, value);
  await element.updateComplete;
}

describe('null and undefined, as frameworks pass them', () => {
  for (const { tag, property, attribute, usual } of options) {
    it(`are the default of ${property} of <${tag}>, without a warning`, async () => {
      const warnings = recordWarnings();
      stubProxy();
      const element = await show(tag);
      // Preact has "" for null, Vue 0 for a number; a condition that does not hold is false.
      for (const nothing of [null, undefined, '', '  ', 0, false]) {
        await set(element, property, nothing);
        if (attribute !== null) expect(Reflect.get(element, property), String(nothing)).to.equal(usual);
      }
      if (attribute !== null && typeof usual !== 'boolean') {
        element.setAttribute(attribute, '');
        await element.updateComplete;
        expect(Reflect.get(element, property)).to.equal(usual);
      }
      expect(element.shadowRoot!.querySelector('[aria-label=""]')).to.be.null;
      expect(warnings).to.deep.equal([]);
    });
  }

  it('supply no data as a snapshot', async () => {
    const warnings = recordWarnings();
    stubProxy();
    const element = (await show('datafast-live-map')) as DatafastLiveMap;
    for (const nothing of [null, undefined, '', false]) {
      element.snapshot = documentedAnswer();
      element.snapshot = nothing;
      expect(element.snapshot, String(nothing)).to.be.null;
      expect(element.status).to.equal('loading');
    }
    expect(warnings).to.deep.equal([]);
  });

  it('are not sent as a header', async () => {
    const proxy = stubProxy();
    for (const headers of [null, undefined, '', () => null, () => Promise.resolve('')]) {
      const element = document.createElement('datafast-live-map');
      Object.assign(element, { proxyUrl: '/live', headers });
      const before = proxy.requests.length;
      await fixture(html`<div>${element}</div>`);
      await waitUntil(() => proxy.requests.length > before, 'asked');
      expect([...new Headers(proxy.requests.at(-1)!.init.headers)]).to.deep.equal([]);
    }
  });

  it('an address may be a URL object', async () => {
    const warnings = recordWarnings();
    stubProxy();
    for (const tag of ['datafast-live-map', 'datafast-live-badge'] as const) {
      const element = await show(tag);
      await set(element, 'proxyUrl', new URL('/other', location.href));
      expect(element.proxyUrl).to.equal(`${location.origin}/other`);
      expect(element.status).to.equal('loading');
    }
    expect(warnings).to.deep.equal([]);
  });
});

describe('boolean options', () => {
  it('exist', () => {
    expect(flags.map(({ property }) => property)).to.include.members(['borders', 'graticule', 'paused']);
  });

  for (const { tag, property, attribute } of flags) {
    const name = attribute ?? property;

    it(`${name} of <${tag}> is off for a printed false, with one warning`, async () => {
      stubProxy();
      const element = await show(tag);
      for (const word of ['false', 'FALSE', ' false ', '0', 'off', 'no', 'None', 'null', 'undefined']) {
        const warnings = recordWarnings();
        element.setAttribute(name, word);
        await element.updateComplete;
        expect(Reflect.get(element, property), word).to.be.false;
        expect(warnings, word).to.have.length(1);
        expect(warnings[0]).to.contain(`<${tag}> ${name} is ${JSON.stringify(word)}`);
        element.removeAttribute(name);
        Reflect.set(element, property, word);
        await element.updateComplete;
        expect(Reflect.get(element, property), `${word} as a property`).to.be.false;
        expect(warnings, 'the same warning is not repeated').to.have.length(1);
      }
    });

    it(`${name} of <${tag}> is on for any other value of the attribute`, async () => {
      const warnings = recordWarnings();
      stubProxy();
      const element = await show(tag);
      for (const word of ['', ' ', name, 'true', '1', 'yes', 'on']) {
        element.setAttribute(name, word);
        await element.updateComplete;
        expect(Reflect.get(element, property), word).to.be.true;
        element.removeAttribute(name);
        await element.updateComplete;
        expect(Reflect.get(element, property), 'removed').to.be.false;
        if (word.trim() === '') continue;
        await set(element, property, word);
        expect(Reflect.get(element, property), `${word} as a property`).to.be.true;
        await set(element, property, false);
      }
      expect(warnings).to.deep.equal([]);
    });
  }

  it('paused="false" does not pause and removes the attribute; pausing and resuming work as usual', async () => {
    recordWarnings();
    const proxy = stubProxy(json(documentedAnswer()));
    const element = (await show('datafast-live-map', { paused: 'false' })) as DatafastLiveMap;
    await waitUntil(() => element.status === 'live', 'live');
    const button = (): string | null => element.shadowRoot!.querySelector('[part="pause"]')!.getAttribute('aria-label');
    expect([button(), element.hasAttribute('paused')]).to.deep.equal(['Pause', false]);
    element.pause();
    await element.updateComplete;
    expect([button(), element.getAttribute('paused')]).to.deep.equal(['Resume', '']);
    element.setAttribute('paused', 'false');
    await element.updateComplete;
    expect([button(), element.hasAttribute('paused')]).to.deep.equal(['Pause', false]);
    element.pause();
    element.resume();
    await element.updateComplete;
    expect([button(), element.hasAttribute('paused')]).to.deep.equal(['Pause', false]);
    expect(proxy.requests.length).to.be.greaterThan(0);
  });
});

describe('the warning of a missing proxy-url', () => {
  for (const tag of ['datafast-live-map', 'datafast-live-badge'] as const) {
    it(`is logged once <${tag}> has settled`, async () => {
      const clock = holdTimers({ isExact: true });
      const warnings = recordWarnings();
      stubProxy();
      const element = document.createElement(tag);
      document.body.append(element);
      await element.updateComplete;
      expect(warnings).to.deep.equal([]);
      await clock.advance(2);
      clock.end();
      await waitUntil(() => warnings.length > 0, 'the warning');
      expect(warnings[0]).to.contain(`<${tag}> has no proxy-url`);
      element.remove();
    });

    it(`is not logged when a framework sets the address of <${tag}> later, or removes the element`, async () => {
      const clock = holdTimers({ isExact: true });
      const warnings = recordWarnings();
      stubProxy();
      const [late, gone] = [document.createElement(tag), document.createElement(tag)];
      // Another address than in other tests: a page is warned once.
      for (const element of [late, gone]) element.proxyUrl = 'data:,';
      document.body.append(late, gone);
      await late.updateComplete;
      await clock.advance(0.5);
      late.proxyUrl = '/live';
      gone.remove();
      await late.updateComplete;
      await clock.advance(5);
      clock.end();
      late.remove();
      await import('../../src/client/failure-reasons.ts');
      expect(warnings).to.deep.equal([]);
    });
  }

  it('is not logged when a snapshot is set during hydration', async () => {
    const clock = holdTimers({ isExact: true });
    const warnings = recordWarnings();
    stubProxy();
    const element = document.createElement('datafast-live-map');
    element.proxyUrl = 'blob:x';
    document.body.append(element);
    await element.updateComplete;
    await clock.advance(0.2);
    element.snapshot = documentedAnswer();
    await element.updateComplete;
    await clock.advance(5);
    clock.end();
    element.remove();
    await import('../../src/client/failure-reasons.ts');
    expect(warnings).to.deep.equal([]);
  });

  it('suggests the address with a scheme when the scheme is missing', async () => {
    const clock = holdTimers({ isExact: true });
    const warnings = recordWarnings();
    stubProxy();
    const element = document.createElement('datafast-live-map');
    element.proxyUrl = 'localhost:8787';
    document.body.append(element);
    await element.updateComplete;
    await clock.advance(2);
    clock.end();
    await waitUntil(() => warnings.length > 0, 'the warning');
    expect(warnings[0]).to.contain('"localhost:8787"').and.contain('Did you mean http://localhost:8787?');
    element.remove();
  });

  it('shows the requested URL and the likely one when a host was read as a path', async () => {
    const warnings = recordWarnings();
    stubProxy(page(404));
    for (const tag of ['datafast-live-map', 'datafast-live-badge'] as const) {
      await show(tag, { 'proxy-url': 'live.example.com' });
      const warning = (): string | undefined => warnings.find((text) => text.startsWith(`<${tag}>`));
      await waitUntil(warning, 'the cause');
      expect(warning())
        .to.contain(new URL('live.example.com', document.baseURI).href)
        .and.contain('"live.example.com"')
        .and.contain('Did you mean https://live.example.com?');
    }
  });
});
