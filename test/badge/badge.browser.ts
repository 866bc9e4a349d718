import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { DatafastLiveBadge } from '../../src/badge.ts';
import { PALETTE } from '../../src/palette/palette.ts';
import { holdTimers } from '../element/clock.ts';
import { answer } from '../element/documented.ts';
import {
  json,
  page,
  recordWarnings,
  silent,
  stubProxy,
  unreachable,
  warned,
  whenDone,
  type ProxyStub,
  type Reply,
  waitUntil,
} from '../element/support.ts';

const counted = (count: number | null, meta: object = {}): Reply => json(answer({ count }, meta));

async function mount(template: TemplateResult): Promise<DatafastLiveBadge> {
  const box = await fixture<HTMLElement>(html`<div>${template}</div>`);
  const el = box.querySelector('datafast-live-badge')!;
  await el.updateComplete;
  return el;
}

async function shows(el: DatafastLiveBadge, status: DatafastLiveBadge['status']): Promise<void> {
  await waitUntil(() => el.status === status, `status becomes ${status}, is ${el.status}`);
  await el.updateComplete;
}

/** A badge whose proxy gives this answer, as soon as it has it. */
async function badge(reply: Reply, template?: TemplateResult): Promise<{ el: DatafastLiveBadge; proxy: ProxyStub }> {
  const proxy = stubProxy(reply);
  const el = await mount(template ?? html`<datafast-live-badge proxy-url="/live"></datafast-live-badge>`);
  await waitUntil(() => el.status !== 'loading', 'answered');
  await el.updateComplete;
  return { el, proxy };
}

async function poll(el: DatafastLiveBadge, proxy: ProxyStub, reply: Reply): Promise<void> {
  proxy.reply = reply;
  await el.refresh();
  await el.updateComplete;
}

function part(el: DatafastLiveBadge, name: string): HTMLElement {
  return el.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`)!;
}

/** What is there for the eye. */
function text(el: DatafastLiveBadge): string {
  return part(el, 'count').innerText.replace(/\s+/g, ' ').trim();
}

function nameOf(el: DatafastLiveBadge): string | null {
  return part(el, 'badge').getAttribute('aria-label');
}

function rgb(hex: string): string {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${channels.join(', ')})`;
}

const dotColour = (el: DatafastLiveBadge): string => getComputedStyle(part(el, 'dot')).borderTopColor;

describe('the badge', () => {
  it('is a pill of 28 px with a dot, the number, and its label', async () => {
    const { el } = await badge(counted(14));
    expect(el.status).to.equal('live');
    expect(el.count).to.equal(14);
    expect(text(el)).to.match(/^14 people here$/);
    expect(nameOf(el)).to.equal('Live visitors: 14 people here');
    expect(el.getBoundingClientRect().height).to.equal(28);
    expect(part(el, 'badge').getBoundingClientRect().height).to.equal(28);
    expect(part(el, 'dot').getBoundingClientRect().width).to.equal(8);
    expect(dotColour(el)).to.equal(rgb(PALETTE.visitor[0]));
    expect(el.shadowRoot!.getAnimations()).to.deep.equal([]);
  });

  it('reserves its final width from the start', async () => {
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-badge proxy-url="/live"></datafast-live-badge>`);
    const width = (): number => el.getBoundingClientRect().width;
    const atFirst = width();
    expect(atFirst).to.be.at.least(144);
    // Another address does not wait for the request under way.
    proxy.reply = counted(1);
    el.proxyUrl = '/other';
    await shows(el, 'live');
    for (const reply of [counted(7), counted(14), counted(888), counted(null), counted(0)]) {
      await poll(el, proxy, reply);
      expect(width(), text(el)).to.equal(atFirst);
    }
  });

  it('updates its nodes and creates none', async () => {
    const { el, proxy } = await badge(counted(14));
    const nodes = [...el.shadowRoot!.querySelectorAll('*')];
    await poll(el, proxy, counted(15));
    expect(text(el)).to.contain('15');
    expect([...el.shadowRoot!.querySelectorAll('*')]).to.deep.equal(nodes);
  });
});

describe('unknown numbers', () => {
  const unknown: [name: string, reply: Reply][] = [
    ['no network', unreachable],
    ['a page of HTML', page()],
    ['404', page(404)],
    ['JSON of something else', json({ hello: 'world' })],
    ['the proxy’s error', json({ status: 'error', error: { reason: 'upstream-unavailable' } }, { status: 503 })],
    ['an answer without a number', counted(null)],
  ];
  for (const [name, reply] of unknown) {
    it(`${name}: shows a grey “n/a”, never 0`, async () => {
      recordWarnings();
      const { el } = await badge(reply);
      expect(el.count).to.be.null;
      expect(text(el)).to.equal('n/a');
      expect(nameOf(el)).to.equal('Live visitors: n/a');
      expect(dotColour(el)).to.equal(rgb(PALETTE.muted[0]));
    });
  }

  it('a failure is logged once, without the query of the address', async () => {
    const warnings = recordWarnings();
    const template = (): TemplateResult =>
      html`<datafast-live-badge proxy-url="/refused?token=secret"></datafast-live-badge>`;
    for (let badges = 0; badges < 2; badges++) {
      await badge(page(404), template());
      await warned();
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<datafast-live-badge>').and.contain('/refused').and.not.contain('secret');
  });

  it('without an http(s) proxy-url it sends no request and explains why', async () => {
    const warnings = recordWarnings();
    const proxy = stubProxy();
    for (const address of ['  ', null, 'javascript:alert(1)']) {
      const el = await mount(html`<datafast-live-badge .proxyUrl=${address}></datafast-live-badge>`);
      expect(el.status).to.equal('unconfigured');
      expect(text(el)).to.equal('n/a');
    }
    expect(proxy.requests).to.have.length(0);
    await waitUntil(() => warnings.join().includes('proxy-url'), 'the warning');
  });

  it('after two failed polls it is grey and shows its age until the next success', async () => {
    recordWarnings();
    const { el, proxy } = await badge(counted(14));
    await poll(el, proxy, unreachable);
    expect(el.status).to.equal('live');
    await poll(el, proxy, unreachable);
    expect(el.status).to.equal('stale');
    expect(text(el)).to.match(/^14 people here$/);
    expect(dotColour(el)).to.equal(rgb(PALETTE.muted[0]));
    expect(part(el, 'badge').title).to.match(/^Updated \d+ seconds? ago/);
    await poll(el, proxy, counted(15));
    expect(el.status).to.equal('live');
    expect(part(el, 'badge').title).to.equal('');
    expect(dotColour(el)).to.equal(rgb(PALETTE.visitor[0]));
  });

  it('a number older than its window is unknown', async () => {
    recordWarnings();
    const { el } = await badge(json(answer({ count: 9 }, { stale: true }), { headers: { age: '660' } }));
    expect(el.status).to.equal('stale');
    expect(el.count).to.be.null;
    expect(text(el)).to.equal('n/a');
  });
});

describe('the badge’s options', () => {
  it('min-count shows a sentence in place of smaller numbers', async () => {
    const template = html`<datafast-live-badge proxy-url="/live" min-count="5"></datafast-live-badge>`;
    const { el, proxy } = await badge(counted(4), template);
    expect(text(el)).to.equal('People are here right now');
    await poll(el, proxy, counted(5));
    expect(text(el)).to.match(/^5 people here$/);
  });

  it('href makes it a link that keeps its focus, unless it is not http(s)', async () => {
    const warnings = recordWarnings();
    const template = html`<datafast-live-badge proxy-url="/live" href="/live-map"></datafast-live-badge>`;
    const { el, proxy } = await badge(counted(14), template);
    const link = part(el, 'badge') as HTMLAnchorElement;
    expect(link.href).to.equal(new URL('/live-map', document.baseURI).href);
    expect(link.getAttribute('role')).to.be.null;
    link.focus();
    await poll(el, proxy, counted(15));
    expect(el.shadowRoot!.activeElement).to.equal(link);

    for (const address of ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<p>', null]) {
      el.href = address;
      await el.updateComplete;
      expect(link.hasAttribute('href'), String(address)).to.be.false;
      expect(link.getAttribute('role')).to.equal('img');
    }
    expect(warnings.join()).to.contain('href');
  });

  it('label replaces the noun', async () => {
    const { el } = await badge(
      counted(3),
      html`<datafast-live-badge proxy-url="/live" label="Readers"></datafast-live-badge>`,
    );
    expect(nameOf(el)).to.equal('Readers: 3 people here');
  });

  it('invalid values fall back, with one warning each', async () => {
    const warnings = recordWarnings();
    stubProxy();
    const el = await mount(
      html`<datafast-live-badge
        proxy-url="/live"
        theme="sepia"
        refresh-interval="soon"
        credentials="all"
        min-count="-1"
      ></datafast-live-badge>`,
    );
    expect([el.theme, el.refreshInterval, el.credentials, el.minCount]).to.deep.equal(['auto', 10, 'same-origin', 0]);
    expect(warnings).to.have.length(4);
  });

  it('properties set before the definition are applied', async () => {
    stubProxy(counted(2));
    const el = document.createElement('late-badge-yet') as HTMLElement & { proxyUrl?: string };
    el.proxyUrl = '/live';
    document.body.append(el);
    whenDone(() => {
      el.remove();
    });
    DatafastLiveBadge.define('late-badge-yet');
    await waitUntil(() => (el as unknown as DatafastLiveBadge).status === 'live', 'live');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`theme="${theme}" has no axe violation, as a link or not, fresh, stale or unknown`, async () => {
      recordWarnings();
      const { el, proxy } = await badge(
        counted(14),
        html`<datafast-live-badge proxy-url="/live" theme=${theme}></datafast-live-badge>`,
      );
      const surface = getComputedStyle(part(el, 'badge')).backgroundColor;
      expect(surface).to.equal(rgb(PALETTE.surface[theme === 'dark' ? 1 : 0]));
      await expect(el).to.be.accessible();
      el.href = '/';
      await el.updateComplete;
      await expect(el).to.be.accessible();
      await poll(el, proxy, unreachable);
      await poll(el, proxy, unreachable);
      expect(el.status).to.equal('stale');
      await expect(el).to.be.accessible();
      el.proxyUrl = '/gone';
      await el.updateComplete;
      await el.refresh();
      await shows(el, 'error');
      await expect(el).to.be.accessible();
    });
  }

  it('theme="auto" is dark on a dark page without color-scheme', async () => {
    stubProxy(counted(14));
    const box = await fixture<HTMLElement>(
      html`<div style="color: white"><datafast-live-badge proxy-url="/live"></datafast-live-badge></div>`,
    );
    const el = box.querySelector('datafast-live-badge')!;
    await shows(el, 'live');
    expect(getComputedStyle(part(el, 'badge')).backgroundColor).to.equal(rgb(PALETTE.surface[1]));
  });

  it('the language is the nearest with messages, also when they load later', async () => {
    const { registerMessages } = await import('../../src/badge.ts');
    const { el } = await badge(
      counted(2),
      html`<datafast-live-badge proxy-url="/live" lang="eo"></datafast-live-badge>`,
    );
    expect(text(el)).to.contain('people here');
    registerMessages('eo', { people: 'homoj ĉi tie', digest: '{count} homoj ĉi tie', label: 'Vizitantoj' });
    await el.updateComplete;
    expect(text(el)).to.match(/^2 homoj ĉi tie$/);
    expect(nameOf(el)).to.equal('Vizitantoj: 2 homoj ĉi tie');
    el.lang = 'en';
    await waitUntil(() => text(el).includes('people here'));
  });
});

describe('an unsupported lang', () => {
  it('leaves the badge in the page’s language, in any notation', async () => {
    stubProxy(counted(2));
    const box = await fixture<HTMLElement>(
      html`<div lang="pt_BR"><datafast-live-badge proxy-url="/live" lang="sv"></datafast-live-badge></div>`,
    );
    const el = box.querySelector('datafast-live-badge')!;
    await waitUntil(() => part(el, 'badge').lang === 'pt-BR', 'speaks Portuguese');
    await waitUntil(() => text(el).startsWith('2 '), 'has the number');
    expect(text(el)).not.to.contain('people');
  });
});

describe('the badge’s polls', () => {
  it('repeat every refresh-interval, or at the proxy’s interval when it is longer', async () => {
    const clock = holdTimers();
    const { proxy } = await badge(counted(14, { refreshSeconds: 30 }));
    await clock.advance(29);
    expect(proxy.requests).to.have.length(1);
    await clock.advance(1);
    expect(proxy.requests).to.have.length(2);
  });

  it('stop in a hidden tab and far below the fold', async () => {
    const clock = holdTimers();
    const { el, proxy } = await badge(counted(14));
    const setTab = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    whenDone(() => Reflect.deleteProperty(document, 'visibilityState'));
    setTab('hidden');
    await clock.advance(3600);
    expect(proxy.requests).to.have.length(1);
    expect(clock.pending).to.equal(0);
    setTab('visible');
    await waitUntil(() => proxy.requests.length === 2, 'it polls at once');
    await shows(el, 'live');

    el.style.marginTop = '8000px';
    window.scrollTo(0, 0);
    await waitUntil(() => clock.pending === 0, 'polling stops again');
    el.scrollIntoView();
    await waitUntil(() => clock.pending > 0, 'polling continues');
  });

  it('end when the badge is removed, and continue when it is moved', async () => {
    const clock = holdTimers();
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-badge proxy-url="/live"></datafast-live-badge>`);
    const box = el.parentElement!;
    box.parentElement!.append(el);
    await el.updateComplete;
    expect(proxy.requests).to.have.length(1);
    expect(proxy.requests[0]!.signal.aborted).to.be.false;
    el.remove();
    await waitUntil(() => proxy.requests[0]!.ended, 'the request ends');
    await clock.advance(3600);
    expect(proxy.requests).to.have.length(1);
    expect(clock.pending).to.equal(0);
  });
});
