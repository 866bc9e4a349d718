import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
// At hand, as on a page that is open for some seconds.
import '../../src/element/breakdown.ts';
import '../../src/element/look-back.ts';
import '../../src/element/history-player.ts';
import { holdTimers } from './clock.ts';
import { answer, NOW, payment, visitor } from './documented.ts';
import {
  atRest,
  countText,
  create,
  marks,
  mount,
  part,
  parts,
  recordEvents,
  recordWarnings,
  rowTexts,
  textOf,
  waitUntil,
} from './support.ts';

const MINUTE = 60_000;
const iso = (at: number): string => new Date(at).toISOString();
const person = (index: number) =>
  visitor(`v-${index}`, { longitude: -120 + 30 * index, latitude: 10, sessionStartTime: iso(NOW) });

/** What a proxy says of a minute: one visitor more than in the minute before. */
function minuteAt(minute: number, meta: object = {}, data: object = {}) {
  const at = NOW + minute * MINUTE;
  const history = { stepSeconds: 60, counts: [null, 18, 41, minute + 1] };
  const path = `/page-${minute}`;
  const event = { _id: `e-${minute}`, type: 'pageview', visitorId: `v-${minute}`, timestamp: iso(at), path };
  return answer(
    {
      count: minute + 1,
      visitors: Array.from({ length: minute + 1 }, (_, index) => person(index)),
      recentEvents: [event],
      ...data,
    },
    { generatedAt: iso(at), history, ...meta },
  );
}

async function show(el: DatafastLiveMap, snapshot: object): Promise<void> {
  el.snapshot = snapshot;
  await el.updateComplete;
}

/** A map that has seen so many minutes. */
async function seen(minutes: number, attributes: Record<string, string> = {}, width = 800): Promise<DatafastLiveMap> {
  const el = create({ history: '', ...attributes });
  el.snapshot = minuteAt(0);
  await mount(html`${el}`, width);
  await waitUntil(() => part(el, 'sparkline'), 'the sparkline is there');
  await waitUntil(() => marks(el).length === 1, 'the map is measured');
  for (let minute = 1; minute < minutes; minute++) await show(el, minuteAt(minute));
  return el;
}

const sparkline = (el: DatafastLiveMap): HTMLElement => part(el, 'sparkline')!;
const slider = (el: DatafastLiveMap): HTMLInputElement => el.shadowRoot!.querySelector('input')!;
const button = (el: DatafastLiveMap, name: string): HTMLButtonElement =>
  [...part(el, 'history')!.querySelectorAll('button')].find(
    (node) => (node.getAttribute('aria-label') ?? textOf(node)) === name,
  )!;

async function open(el: DatafastLiveMap): Promise<void> {
  sparkline(el).focus();
  sparkline(el).click();
  await waitUntil(() => slider(el), 'the slider is there');
  await el.updateComplete;
}

async function slideTo(el: DatafastLiveMap, index: number): Promise<void> {
  slider(el).value = String(index);
  slider(el).dispatchEvent(new Event('input'));
  await el.updateComplete;
}

describe('the sparkline', () => {
  it('has a text alternative, open gaps, and payments at their times', async () => {
    const el = await seen(1);
    expect(sparkline(el).getAttribute('aria-label')).to.equal(
      'Between 1 and 41 people in the last 3 minutes. Look back',
    );
    expect(sparkline(el).querySelector('path')!.getAttribute('d')).to.match(/^M1 [\d.]+h0L2 [\d.]+L3 [\d.]+$/);
    await show(el, minuteAt(3, {}, { recentPayments: [payment('p', 0, { timestamp: iso(NOW + 2 * MINUTE) })] }));
    const diamonds = sparkline(el).querySelectorAll('.paid');
    expect([...diamonds].map((diamond) => diamond.getAttribute('x'))).to.deep.equal(['66.67%']);
    expect(sparkline(el).getAttribute('aria-label')).to.contain('1 payment');
  });

  for (const [lang, action] of [
    ['ja', '過去を振り返る'],
    ['zh-Hans', '回看'],
  ] as const) {
    it(`joins its sentences by the full stop of ${lang}`, async () => {
      const el = await seen(1, { lang });
      await waitUntil(() => sparkline(el).title === action, `speaks ${lang}: ${sparkline(el).title}`);
      expect(sparkline(el).getAttribute('aria-label')).to.match(new RegExp(`[^.]。${action}$`));
    });
  }

  it('is as wide as the headline and ends at the last count', async () => {
    const el = await seen(3);
    const headline = el.shadowRoot!.querySelector('.count')!.getBoundingClientRect();
    const { left, width } = sparkline(el).getBoundingClientRect();
    expect([left, width]).to.deep.equal([headline.left, headline.width]);
    expect(width).to.be.within(120, 400);
    const point = sparkline(el).querySelector('.now path')!.getBoundingClientRect();
    expect(point.width).to.be.closeTo(6, 0.5);
    expect(point.left + point.width / 2).to.be.closeTo(left + width, 0.5);
  });

  it('is described by the minutes since the first known count', async () => {
    const el = await seen(1);
    const unknown = new Array<null>(27).fill(null);
    for (const [minute, [counts, label]] of [
      [[...unknown, 12, 14, null], /^Between 12 and 14 people in the last 3 minutes/],
      [[...unknown, null, null, 14], /^Earlier numbers are not known yet/],
      [[14, ...unknown, null, null], /^14 people throughout the last 30 minutes/],
    ].entries() as Iterable<[number, [unknown[], RegExp]]>) {
      await show(el, minuteAt(minute + 1, { history: { stepSeconds: 60, counts } }));
      expect(sparkline(el).getAttribute('aria-label')).to.match(label);
    }
  });

  it('stays as wide as the headline while a filter is on', async () => {
    const el = await seen(1);
    el.filter = { page: '/no-such-page' };
    await waitUntil(() => part(el, 'filter'), 'a chip');
    const headline = el.shadowRoot!.querySelector('.count')!.getBoundingClientRect();
    expect(sparkline(el).getBoundingClientRect().width).to.be.closeTo(Math.max(120, headline.width), 0.5);
  });

  it('hides counts below min-count', async () => {
    const el = await seen(3, { 'min-count': '20' });
    expect(sparkline(el).getAttribute('aria-label')).to.contain('41 people throughout');
  });

  it('uses the states seen by the page when the proxy has no valid history', async () => {
    const el = await seen(1);
    for (const [index, history] of [null, { counts: ['1', 2] }, { counts: new Array(999).fill(1) }].entries()) {
      await show(el, minuteAt(index + 1, { history }));
    }
    expect(sparkline(el).getAttribute('aria-label')).to.contain('Between 1 and 4 people in the last 3 minutes');
  });

  it('reports that earlier counts are unknown for the first two minutes of a page without a proxy’s history', async () => {
    const el = await seen(1);
    for (const [minute, label] of [
      [1, /^Earlier numbers are not known yet/],
      [2, /^Between 1 and 3 people in the last 2 minutes/],
    ] as const) {
      await show(el, minuteAt(minute, { history: null }));
      expect(sparkline(el).getAttribute('aria-label')).to.match(label);
    }
  });

  it('is absent without the attribute and causes no layout shift when added', async () => {
    const el = create();
    el.snapshot = minuteAt(0);
    await mount(html`${el}`);
    expect(el.shadowRoot!.querySelector('[part~="history"]')).to.equal(null);
    el.history = true;
    await el.updateComplete;
    const { height } = el.getBoundingClientRect();
    await waitUntil(() => part(el, 'sparkline'), 'the sparkline is there');
    expect(el.getBoundingClientRect().height).to.equal(height);
    el.history = false;
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('[part~="history"]')).to.equal(null);
  });
});

describe('looking back', () => {
  it('shows a past state by keyboard and slider, and returns to current data', async () => {
    const el = await seen(5);
    await open(el);
    expect(el.shadowRoot!.activeElement).to.equal(slider(el));
    expect([slider(el).value, slider(el).max, slider(el).getAttribute('aria-valuetext')]).to.deep.equal([
      '4',
      '4',
      'Live',
    ]);
    await slideTo(el, 1);
    expect(countText(el)).to.match(/^2 people here as it was at \d+:01/);
    expect(marks(el).length).to.equal(2);
    expect(rowTexts(el)).to.deep.equal(['Someone in Lisbon opened /page-1', 'Someone in Lisbon opened /page-0']);
    expect(slider(el).getAttribute('aria-valuetext')).to.match(/:01:00.* 2 people here$/);
    // Time passes while the element is mounted.
    expect(Number(el.moment)).to.be.closeTo(NOW + MINUTE, 1000);
    button(el, 'Live').click();
    await el.updateComplete;
    expect(countText(el)).to.match(/^5 people here in the last/);
    expect(el.moment).to.equal(null);
    expect(el.shadowRoot!.activeElement).to.equal(sparkline(el));
  });

  it('keeps the height of the element', async () => {
    const el = await seen(3);
    const { height } = el.getBoundingClientRect();
    await open(el);
    expect(el.getBoundingClientRect().height).to.equal(height);
    await slideTo(el, 0);
    expect(el.getBoundingClientRect().height).to.equal(height);
  });

  it('keeps receiving and reporting updates, without announcements or animations', async () => {
    const el = await seen(3);
    el.moment = new Date(NOW);
    await el.updateComplete;
    await waitUntil(() => el.shadowRoot!.querySelector('input'), 'the slider is there');
    await atRest(el);
    const updates = recordEvents<{ arrived: unknown[] }>('datafast-update');
    const status = el.shadowRoot!.querySelector('[role=status]')!;
    const before = status.textContent;
    await show(el, minuteAt(3, {}, { recentPayments: [payment('p', 0, { timestamp: iso(NOW + 3 * MINUTE) })] }));
    await waitUntil(() => updates.length === 1, 'the update is reported');
    expect(updates[0]!.arrived.length).to.equal(1);
    expect(marks(el).length).to.equal(1);
    expect(el.shadowRoot!.querySelector('.effects > *')).to.equal(null);
    el.moment = null;
    await el.updateComplete;
    expect(marks(el).length).to.equal(4);
    expect(el.shadowRoot!.querySelector('.effects > *'), 'nothing is replayed').to.equal(null);
    expect(status.textContent).to.equal(before);
  });

  for (const width of [320, 800]) {
    it(`has a slider as wide as the element, ${width} px`, async () => {
      const el = await seen(3, {}, width);
      await open(el);
      const { left, right } = part(el, 'history')!.getBoundingClientRect();
      const box = el.getBoundingClientRect();
      const player = el.shadowRoot!.querySelector('.look-back')!.getBoundingClientRect();
      expect([player.left, player.right]).to.deep.equal([box.left, box.right]);
      expect(right - left).to.be.at.most(width);
    });
  }

  it('goes on playing when the element is moved, and stops when it is removed', async () => {
    const el = await seen(5);
    await open(el);
    const clock = holdTimers({ isExact: true });
    button(el, 'Play').click();
    await el.updateComplete;
    const parent = el.parentElement!;
    parent.append(el);
    await clock.advance(1);
    await el.updateComplete;
    expect(countText(el)).to.match(/^2 people here as it was/);
    el.remove();
    await Promise.resolve();
    parent.append(el);
    await el.updateComplete;
    expect(button(el, 'Play')).to.not.equal(undefined);
    await clock.advance(1);
    await el.updateComplete;
    expect(countText(el)).to.match(/^2 people here as it was/);
    clock.end();
  });

  it('changes the order of lists without a glide', async () => {
    const el = await seen(1, { breakdown: 'pages' });
    await waitUntil(() => parts(el, 'breakdown-row').length === 1, 'a list');
    const on = (page: string) => ({ currentUrl: page });
    const at = (minute: number, ...pages: string[]) =>
      minuteAt(minute, {}, { count: 3, visitors: pages.map((page, index) => visitor(`v-${index}`, on(page))) });
    await show(el, at(1, '/a', '/a', '/b'));
    await show(el, at(2, '/b', '/b', '/a'));
    const rows = (): string[] => parts(el, 'breakdown-row').map((row) => (row as HTMLButtonElement).value);
    expect(rows()).to.deep.equal(['/b', '/a']);
    for (const animation of el.shadowRoot!.getAnimations()) animation.finish();
    el.moment = new Date(NOW + MINUTE);
    await el.updateComplete;
    expect(rows()).to.deep.equal(['/a', '/b']);
    expect(el.shadowRoot!.getAnimations().filter(({ playState }) => playState === 'running')).to.deep.equal([]);
  });

  it('plays every state up to the current one', async () => {
    const el = await seen(4);
    await open(el);
    const clock = holdTimers({ isExact: true });
    button(el, 'Play').click();
    await el.updateComplete;
    const shown = [countText(el)[0]];
    for (let second = 0; second < 3; second++) {
      await clock.advance(1);
      await el.updateComplete;
      shown.push(countText(el)[0]);
    }
    expect(shown).to.deep.equal(['1', '2', '3', '4']);
    expect(el.moment).to.equal(null);
    expect(button(el, 'Play')).to.not.equal(undefined);
    clock.end();
  });

  it('can be set by code: earlier dates show the oldest state, an invalid date current data with a warning', async () => {
    const warnings = recordWarnings();
    const el = await seen(3);
    el.moment = new Date(NOW - 60 * MINUTE);
    await el.updateComplete;
    expect(countText(el)).to.match(/^1 person here as it was/);
    for (const bad of [new Date(NaN), '2026-03-14', 5]) {
      Reflect.set(el, 'moment', bad);
      await el.updateComplete;
      expect(countText(el)).to.match(/^3 people here in the last/);
      expect(el.moment).to.equal(null);
    }
    expect(warnings.filter((text) => text.includes('moment is')).length).to.equal(3);
  });

  it('stays at its state while paused, filtered, and in between', async () => {
    const el = await seen(3);
    el.paused = true;
    await el.updateComplete;
    await show(el, minuteAt(3));
    expect(countText(el)).to.match(/^3 people/);
    el.moment = new Date(NOW + MINUTE);
    await el.updateComplete;
    expect(countText(el)).to.match(/^2 people here as it was/);
    el.filter = { page: '/no-such-page' };
    await waitUntil(() => countText(el).startsWith('0 of 2 people'), 'the filter is there');
    expect(countText(el)).to.contain('as it was at');
    el.filter = null;
    el.moment = null;
    await el.updateComplete;
    expect(countText(el), 'still paused').to.match(/^3 people/);
    el.paused = false;
    await el.updateComplete;
    expect(countText(el)).to.match(/^4 people/);
  });

  it('ends with Escape and when the attribute is removed', async () => {
    const el = await seen(3);
    await open(el);
    await slideTo(el, 0);
    slider(el).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await el.updateComplete;
    expect(el.moment).to.equal(null);
    el.history = false;
    await el.updateComplete;
    el.moment = new Date(NOW);
    await el.updateComplete;
    expect(countText(el)).to.match(/^3 people here in the last/);
    el.history = true;
    await el.updateComplete;
    await waitUntil(() => countText(el).startsWith('3 people'), 'only the last state is stored');
  });

  it('shows a message when there is no past state yet', async () => {
    const el = await seen(1);
    await open(el);
    expect(slider(el).disabled).to.equal(true);
    expect(textOf(part(el, 'history'))).to.contain('Nothing to look back on yet');
    expect(el.shadowRoot!.activeElement).to.equal(button(el, 'Live'));
  });

  for (const [lang, message] of [
    ['de', /geöffnet/],
    ['fr', /ouverte/],
    ['ar', /./],
  ] as const) {
    it(`has room for that message at 320 px, lang ${lang}`, async () => {
      const el = await seen(1, { lang }, 320);
      await open(el);
      const text = el.shadowRoot!.querySelector('.look-back .empty')!;
      await waitUntil(() => message.test(textOf(text)) && textOf(text) !== '', `speaks ${lang}`);
      expect(text.scrollWidth).to.be.at.most(text.clientWidth);
      expect(text.scrollHeight, 'two lines').to.be.below(text.clientHeight + 8);
    });
  }

  for (const lang of ['en', 'ar']) {
    for (const width of [320, 1280]) {
      it(`has no axe violation at ${width} px, lang ${lang}`, async () => {
        const el = await seen(3, { lang }, width);
        await atRest(el);
        await expect(el).to.be.accessible();
        await open(el);
        await slideTo(el, 1);
        await expect(el).to.be.accessible();
        expect(el.shadowRoot!.querySelector('.look-back')!.scrollWidth).to.be.at.most(width);
      });
    }
  }
});
