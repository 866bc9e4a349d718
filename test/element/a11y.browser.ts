import { expect, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { DatafastLiveMap } from '../../src/index.ts';
import { liveMapStyles } from '../../src/element/styles.ts';
import { holdTimers } from './clock.ts';
import { answer, documentedAnswer, pageview, visitor } from './documented.ts';
import {
  atRest,
  json,
  liveMap,
  marks,
  mount,
  part,
  poll,
  recordWarnings,
  shows,
  silent,
  stubProxy,
  textOf,
  unreachable,
  type ProxyStub,
  waitUntil,
} from './support.ts';

const PAGES = { light: '#ffffff', dark: '#0b0f16' };

async function on(theme: keyof typeof PAGES, proxy: ProxyStub): Promise<DatafastLiveMap> {
  recordWarnings();
  const el = await mount(html`<datafast-live-map proxy-url="/live" theme=${theme}></datafast-live-map>`);
  el.parentElement!.style.background = PAGES[theme];
  await waitUntil(() => proxy.requests.length > 0, 'asked');
  return el;
}

describe('axe reports nothing', () => {
  for (const theme of ['light', 'dark'] as const) {
    const live = async (): Promise<{ el: DatafastLiveMap; proxy: ProxyStub }> => {
      const proxy = stubProxy(json(documentedAnswer()));
      const el = await on(theme, proxy);
      await shows(el, 'live');
      await waitUntil(() => marks(el).length > 0, 'drawn');
      return { el, proxy };
    };

    it(`${theme}: live`, async () => {
      const { el } = await live();
      await expect(el).to.be.accessible();
    });

    it(`${theme}: with a tooltip`, async () => {
      const { el } = await live();
      part(el, 'map')!.focus();
      part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
      await el.updateComplete;
      expect(part(el, 'tooltip')).to.exist;
      await expect(el).to.be.accessible();
    });

    it(`${theme}: as a table`, async () => {
      const { el } = await live();
      part(el, 'list')!.click();
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('table')).to.exist;
      await expect(el).to.be.accessible();
    });

    it(`${theme}: paused`, async () => {
      const { el } = await live();
      el.pause();
      await el.updateComplete;
      await expect(el).to.be.accessible();
    });

    it(`${theme}: loading`, async () => {
      const el = await on(theme, stubProxy(silent));
      await expect(el).to.be.accessible();
    });

    it(`${theme}: no visitors`, async () => {
      const el = await on(theme, stubProxy(json(answer({ count: 0 }))));
      await shows(el, 'live');
      await expect(el).to.be.accessible();
    });

    it(`${theme}: stale`, async () => {
      const { el, proxy } = await live();
      await poll(el, proxy, unreachable);
      await poll(el, proxy, unreachable);
      expect(el.status).to.equal('stale');
      await expect(el).to.be.accessible();
    });

    it(`${theme}: error`, async () => {
      const el = await on(theme, stubProxy(unreachable));
      await shows(el, 'error');
      await expect(el).to.be.accessible();
    });
  }
});

describe('the keyboard', () => {
  it('reaches the map as one tab stop before its buttons, with a name and a description', async () => {
    const { el } = await liveMap(documentedAnswer());
    const stops = [...el.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter((node) => node.tabIndex >= 0);
    const names = stops.map((node) => node.getAttribute('part') ?? node.getAttribute('aria-label'));
    expect(names).to.deep.equal(['pause', 'list', 'map', 'Zoom out', 'Zoom in']);
    const map = part(el, 'map')!;
    expect(map.getAttribute('aria-label')).to.equal('Live visitors');
    const description = el.shadowRoot!.getElementById(map.getAttribute('aria-describedby')!);
    expect(textOf(description)).to.match(/^9 visitors from 7 countries\. Use the arrow keys/);
  });

  it('moves through the element and out of it with Tab, whatever is drawn', async () => {
    const { el } = await liveMap(documentedAnswer());
    const after = document.createElement('button');
    el.after(after);
    const list = part(el, 'list')!;
    list.focus();
    await sendKeys({ press: 'Tab' });
    expect(el.shadowRoot!.activeElement).to.equal(part(el, 'map'));
    for (const name of ['Zoom out', 'Zoom in']) {
      await sendKeys({ press: 'Tab' });
      expect(el.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal(name);
    }
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(after);
  });

  it('scrolls the page with keys other than the arrow keys that select marks', async () => {
    const { el } = await liveMap(documentedAnswer());
    const press = (key: string): boolean =>
      part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    expect(press('ArrowRight'), 'taken').to.be.false;
    expect(press('PageDown'), 'handled by the page').to.be.true;
    expect(press('Tab'), 'handled by the page').to.be.true;
  });

  it('leaves the wheel to the page', async () => {
    const { el } = await liveMap(documentedAnswer());
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true, composed: true });
    expect(part(el, 'map')!.dispatchEvent(wheel)).to.be.true;
    expect(getComputedStyle(part(el, 'map')!).touchAction).to.match(/pan-y|auto|manipulation/);
  });
});

describe('buttons', () => {
  it('one stops everything that moves and is labelled with its action', async () => {
    const { el } = await liveMap(documentedAnswer());
    const button = part(el, 'pause')!;
    expect(button.localName).to.equal('button');
    expect(button.getAttribute('aria-label')).to.equal('Pause');
    button.click();
    await el.updateComplete;
    expect(el.paused).to.be.true;
    expect(button.getAttribute('aria-label')).to.equal('Resume');
    button.click();
    await el.updateComplete;
    expect(el.paused).to.be.false;
  });

  it('one switches between the map and a table with the same content', async () => {
    const { el } = await liveMap(documentedAnswer());
    part(el, 'list')!.click();
    await el.updateComplete;
    expect(part(el, 'map')).to.be.null;
    const rows = [...el.shadowRoot!.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf));
    expect(rows).to.have.length(8);
    expect(rows).to.deep.include(['Cape Town, South Africa', '1', '4 min']);
    expect(rows).to.deep.include(['Somewhere in Japan', '1', '4 min']);
    expect(rows).to.deep.include(['Place unknown', '1', '4 min']);

    part(el, 'list')!.click();
    await el.updateComplete;
    await waitUntil(() => marks(el).length === 7, 'the marks are back');
  });

  it('both are at least 24 × 24 px', async () => {
    const { el } = await liveMap(documentedAnswer());
    for (const name of ['pause', 'list']) {
      const { width, height } = part(el, name)!.getBoundingClientRect();
      expect(Math.min(width, height), name).to.be.at.least(24);
    }
  });
});

describe('the status region', () => {
  const spoken = (el: DatafastLiveMap): string => textOf(el.shadowRoot!.querySelector('[role="status"]'));

  it('exists once from the start and keeps its node', async () => {
    const proxy = stubProxy(silent);
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    const regions = el.shadowRoot!.querySelectorAll('[role="status"], [aria-live], [role="log"], [role="alert"]');
    expect(regions).to.have.length(1);
    expect(spoken(el)).to.equal('');
    proxy.reply = json(documentedAnswer());
    el.proxyUrl = '/other';
    await shows(el, 'live');
    expect(spoken(el)).to.equal('9 people here');
    expect(el.shadowRoot!.querySelector('[role="status"]')).to.equal(regions[0]);
  });

  it('announces at most every 30 s, without relative times', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    proxy.reply = json(answer({ count: 12, visitors: [visitor('a')], recentEvents: [pageview('e', 'a', 0)] }));
    await clock.advance(10);
    await waitUntil(() => el.snapshot!.data.count === 12, 'the second poll');
    await el.updateComplete;
    expect(spoken(el), 'after 10 s').to.equal('9 people here');
    await clock.advance(30);
    await waitUntil(() => spoken(el) === '12 people here', 'after 40 s');
    expect(el.shadowRoot!.querySelector('[role="status"]')!.querySelector('time')).to.be.null;
  });
});

describe('animations', () => {
  const QUERY = '(prefers-reduced-motion: reduce)';

  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  /** Where the browser cannot be asked to prefer less motion, the rules themselves are read. */
  it('are all inside prefers-reduced-motion: no-preference', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(liveMapStyles.map(({ cssText }) => cssText).join('\n'));
    const moving: string[] = [];
    const isMoving = ({ animationName, transitionDuration }: CSSStyleDeclaration): boolean =>
      !['', 'none', 'initial'].includes(animationName) || !['', '0s', 'initial'].includes(transitionDuration);
    const walk = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion: no-preference'))
          continue;
        if (rule instanceof CSSKeyframesRule) continue;
        if (rule instanceof CSSStyleRule && isMoving(rule.style)) moving.push(rule.cssText);
        if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList);
      }
    };
    walk(sheet.cssRules);
    expect(moving).to.deep.equal([]);
  });

  it('are replaced by changes of state with prefers-reduced-motion: reduce', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const isReduced = matchMedia(QUERY).matches;
    const { el } = await liveMap(documentedAnswer());
    await atRest(el);
    el.snapshot = answer({ visitors: [visitor('new')], recentEvents: [pageview('e', 'new', 0)] });
    await el.updateComplete;
    const animations = el.shadowRoot!.getAnimations().length;
    if (isReduced) {
      expect(animations).to.equal(0);
      expect(marks(el), 'the departed visitor disappears at once').to.have.length(1);
      expect(el.shadowRoot!.querySelectorAll('.mark')).to.have.length(1);
    } else expect(animations, 'animations run otherwise').to.be.greaterThan(0);
  });

  it('are never infinite', async () => {
    const { el } = await liveMap(documentedAnswer());
    el.snapshot = answer({ visitors: [visitor('new')], recentEvents: [pageview('e', 'new', 0)] });
    await el.updateComplete;
    for (const animation of el.shadowRoot!.getAnimations()) {
      expect(animation.effect!.getComputedTiming().iterations).to.equal(1);
    }
    await atRest(el);
    expect(marks(el)).to.have.length(1);
  });
});
