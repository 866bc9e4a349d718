import { expect } from '@open-wc/testing';
import { waitUntil } from './support.ts';
import { freshAnswer } from '../server/answers.ts';
import { renderLiveMap } from '../../src/server/index.ts';
import { boxesOf, markShapes, openRendered, type RenderedPage } from './rendered-page.ts';

const ATTRIBUTES = { 'proxy-url': '/live' };

/** Boxes that are not where they were, within a pixel, and those that were not there. */
function moved(before: ReturnType<typeof boxesOf>, after: ReturnType<typeof boxesOf>): string[] {
  const others = [...after];
  const gone = before.filter(([name, ...box]) => {
    const index = others.findIndex(
      ([other, ...sides]) => other === name && sides.every((side, at) => Math.abs(side - box[at]!) < 1),
    );
    if (index >= 0) others.splice(index, 1);
    return index < 0;
  });
  return [...gone.map((box) => `gone: ${box.join(' ')}`), ...others.map((box) => `new: ${box.join(' ')}`)];
}

/** How many dots are covered by another mark, as shares of their area that is more than a fifth. */
function covered({ element }: RenderedPage): number {
  const circles = markShapes(element).filter(({ role, radius }) => role === 'body' && radius > 0);
  return circles.filter((one, index) =>
    circles.some(
      (other, at) => at > index && Math.hypot(one.x - other.x, one.y - other.y) < 0.8 * (one.radius + other.radius),
    ),
  ).length;
}

async function expectSame(page: RenderedPage): Promise<void> {
  const before = boxesOf(page);
  expect(before.length).to.be.greaterThan(5);
  await page.takeOver();
  expect(moved(before, boxesOf(page)).join('\n')).to.equal('');
  // Also when the map has been measured.
  await new Promise((resolve) => page.window.requestAnimationFrame(() => page.window.requestAnimationFrame(resolve)));
  expect(moved(before, boxesOf(page)).join('\n')).to.equal('');
}

describe('a server-rendered map', () => {
  for (const width of [320, 768, 1280]) {
    for (const scheme of ['light', 'dark']) {
      for (const lang of ['de', 'ar']) {
        it(`is hydrated without a change, ${width} px wide, ${scheme}, in ${lang}`, async () => {
          const css = `:root { color-scheme: ${scheme} }`;
          const page = await openRendered(freshAnswer(60), { attributes: ATTRIBUTES, lang, css }, width + 32);
          await expectSame(page);
        });
      }
    }
  }

  const views: [what: string, visitors: number, attributes: Record<string, string | boolean>][] = [
    ['a crowd', 600, {}],
    ['no visitors', 0, {}],
    ['a country with borders', 60, { fit: 'FR', borders: true }],
    ['a globe with its grid and the night', 60, { projection: 'globe', graticule: true, daylight: true, paused: true }],
    ['the visitors', 60, { fit: 'auto' }],
    ['lists', 60, { breakdown: 'pages countries referrers browsers', 'breakdown-size': '3' }],
    ['the last half hour, beside sound', 60, { history: true, sound: true }],
    ['lists without visitors', 0, { breakdown: 'pages countries', history: true }],
    ['a paused map with the ticker below', 60, { paused: true, ticker: 'below', 'ticker-size': '8' }],
  ];
  for (const [what, visitors, attributes] of views) {
    it(`is hydrated without a change with ${what}`, async () => {
      const page = await openRendered(freshAnswer(visitors), { attributes: { ...ATTRIBUTES, ...attributes } }, 500);
      await expectSame(page);
    });
  }

  const answers: [what: string, meta: object, data: object][] = [
    ['is stale', { stale: true }, {}],
    ['is delayed', { delaySeconds: 120 }, {}],
    ['has no count', {}, { count: null }],
    ['counts nobody', {}, { count: 0, visitors: [], recentEvents: [], recentPayments: [] }],
    ['has likelihoods', {}, { hasConversionPredictions: true, conversionMetrics: { baselineConversionRate: 0.01 } }],
  ];
  for (const [what, meta, data] of answers) {
    it(`is hydrated without a change when its snapshot ${what}`, async () => {
      const answer = freshAnswer(60) as { meta: object; data: object };
      const changed = { ...answer, meta: { ...answer.meta, ...meta }, data: { ...answer.data, ...data } };
      await expectSame(await openRendered(changed, { attributes: ATTRIBUTES }));
    });
  }

  it('is hydrated without a change around its slots, and with bad values', async () => {
    const children = '<h2 slot="heading">Live</h2><p slot="footer">As far as is known.</p><p>A map.</p>';
    const attributes = { ...ATTRIBUTES, projection: 'flat', ticker: 'left', fit: 'ZZ', 'breakdown-size': 90 };
    await expectSame(await openRendered(freshAnswer(60), { attributes, children }));
  });

  for (const width of [390, 559, 560, 640]) {
    for (const visitors of [60, 600]) {
      it(`places the marks of ${visitors} visitors for a map of ${width} px, and keeps them when taken over`, async () => {
        const page = await openRendered(freshAnswer(visitors), { attributes: ATTRIBUTES }, width + 32);
        expect(covered(page)).to.be.at.most(6);
        await expectSame(page);
      });
    }
  }

  it('shows all of it before its script has loaded', async () => {
    const { element, window } = await openRendered(freshAnswer(60), {
      attributes: { ...ATTRIBUTES, breakdown: 'pages' },
    });
    for (const name of ['.tools', '.map', '.rows > li', '.breakdown', '.note'])
      expect(window.getComputedStyle(element.shadowRoot!.querySelector(name)!).visibility, name).to.equal('visible');
  });

  it('shows the marks for its new width after it is resized', async () => {
    const frame = { attributes: ATTRIBUTES, css: 'body { width: 700px }' };
    const page = await openRendered(freshAnswer(60), frame, 900);
    const numbers = (): string[] =>
      [...page.element.shadowRoot!.querySelectorAll('.mark text')]
        .filter((text) => text.getBoundingClientRect().width > 0)
        .map((text) => text.textContent)
        .sort();
    const wide = numbers();
    page.window.document.body.style.width = '358px';
    const narrow = numbers();
    expect(narrow).not.to.deep.equal(wide);
    await page.takeOver();
    expect(numbers()).to.deep.equal(narrow);
    page.window.document.body.style.width = '700px';
    await waitUntil(() => numbers().join() === wide.join(), 'it has the marks of a wide map');
  });

  it('causes no layout shift, and sends one update event without news', async function () {
    const page = await openRendered(freshAnswer(60), { attributes: ATTRIBUTES, lang: 'de' });
    const shifts: number[] = [];
    const { PerformanceObserver } = page.window;
    const canMeasure = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
    if (canMeasure)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    await page.takeOver();
    await waitUntil(() => page.events.length > 0, 'an event comes');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(shifts).to.deep.equal([]);
    expect(page.events.map(([type]) => type)).to.deep.equal(['datafast-update']);
    const { arrived, departed, events, payments } = page.events[0]![1] as Record<string, unknown>;
    expect([arrived, departed, events, payments]).to.deep.equal([[], [], [], []]);
    expect((page.element as unknown as { status: string }).status).to.equal('live');
    expect(page.requests).to.deep.equal([]);
  });

  it('is hydrated in several tasks, and shows what was rendered until the last one', async () => {
    const page = await openRendered(freshAnswer(150), { attributes: ATTRIBUTES });
    const root = page.element.shadowRoot!;
    const [rendered] = root.querySelectorAll('.root');
    const before = boxesOf(page);
    const tasks: (() => void)[] = [];
    const postTask = (callback: () => void): Promise<void> =>
      new Promise((resolve) => {
        tasks.push(() => {
          callback();
          resolve();
        });
      });
    Object.defineProperty(page.window, 'scheduler', { value: { postTask } });
    const isOver = page.takeOver();
    let steps = 0;
    while (root.contains(rendered!)) {
      await waitUntil(() => tasks.length > 0 || !root.contains(rendered!), 'the next task is there');
      if (tasks.length === 0) break;
      expect(moved(before, boxesOf(page)).join('\n')).to.equal('');
      tasks.shift()!();
      steps++;
    }
    await isOver;
    // Reading the data, the files, the places, the marks, their nodes.
    expect(steps).to.be.at.least(4);
    expect(moved(before, boxesOf(page)).join('\n')).to.equal('');
  });

  it('keeps the focus on its button', async () => {
    const page = await openRendered(freshAnswer(14), { attributes: ATTRIBUTES });
    page.window.focus();
    page.element.shadowRoot!.querySelector<HTMLElement>('[part=list]')!.focus();
    await page.takeOver();
    expect(page.element.shadowRoot!.activeElement!.getAttribute('part')).to.equal('list');
  });

  it('counts ages from the time of the snapshot', async () => {
    const page = await openRendered(freshAnswer(14, 180_000), { attributes: ATTRIBUTES });
    const ages = (): string[] => [...page.element.shadowRoot!.querySelectorAll('time')].map((time) => time.textContent);
    expect(ages()[0]).to.equal('1m');
    await page.takeOver();
    expect(ages()[0]).to.equal('4m');
  });

  it('ignores the viewer’s clock when it is hours wrong', async () => {
    const page = await openRendered(freshAnswer(14, 6 * 3_600_000), { attributes: ATTRIBUTES });
    const age = (): string => page.element.shadowRoot!.querySelector('time')!.textContent;
    const before = age();
    await page.takeOver();
    expect(age()).to.equal(before);
  });

  it('is the element’s loading state without a snapshot, and polls at once', async () => {
    const page = await openRendered(null, { attributes: ATTRIBUTES });
    const before = boxesOf(page);
    await page.takeOver();
    expect(moved(before, boxesOf(page)).join('\n')).to.equal('');
    await waitUntil(() => page.requests.length > 0, 'it polls');
  });

  it('waits for the end of the document when the script precedes it', async () => {
    const page = await openRendered(freshAnswer(14), { attributes: ATTRIBUTES, isScriptFirst: true });
    expect(boxesOf(page).length).to.be.greaterThan(5);
    await page.takeOver();
    await waitUntil(() => page.events.length > 0, 'an event comes');
    expect(page.events.map(([type]) => type)).to.deep.equal(['datafast-update']);
    expect(page.requests).to.deep.equal([]);
  });

  it('keeps its rendered state without a proxy', async () => {
    const page = await openRendered(freshAnswer(14));
    await page.takeOver();
    expect((page.element as unknown as { status: string }).status).to.equal('live');
    expect(page.events.map(([type]) => type).filter((type) => type !== 'datafast-update')).to.deep.equal([]);
  });

  it('is hit-tested at its drawn positions', async () => {
    const page = await openRendered(freshAnswer(14), { attributes: ATTRIBUTES }, 1000);
    await page.takeOver();
    const root = page.element.shadowRoot!;
    await waitUntil(() => {
      const { x, y } = markShapes(page.element).find(({ role }) => role === 'body')!;
      const at = { clientX: x, clientY: y, pageX: x, pageY: y };
      root.querySelector('.map')!.dispatchEvent(new page.window.PointerEvent('pointermove', { ...at, bubbles: true }));
      return !root.querySelector('.tooltip')!.hasAttribute('hidden');
    }, 'a tooltip is there');
  });

  it('stays one map when a router takes its page away and brings it back', async () => {
    const page = await openRendered(freshAnswer(14), { attributes: ATTRIBUTES });
    await page.takeOver();
    const { element } = page;
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await waitUntil(() => page.requests.length > 0 || boxesOf(page).length > 20, 'it is shown again');
    expect(element.shadowRoot!.querySelectorAll('.map').length).to.equal(1);
    expect((element as unknown as { status: string }).status).to.equal('live');
  });

  it('loads in the browser when a router inserts its markup, which then has no shadow root', async () => {
    const page = await openRendered(freshAnswer(14), { attributes: ATTRIBUTES });
    await page.takeOver();
    const next = page.window.document.createElement('main');
    page.element.replaceWith(next);
    next.innerHTML = renderLiveMap(freshAnswer(14), { attributes: ATTRIBUTES });
    const element = next.firstElementChild!;
    await waitUntil(() => page.requests.length > 0, 'it polls');
    expect(page.window.document.querySelectorAll('datafast-live-map').length).to.equal(1);
    expect(element.shadowRoot!.querySelectorAll('.map').length).to.equal(1);
    expect(next.textContent.trim()).to.equal('');
  });
});
