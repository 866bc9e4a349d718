import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { holdTimers } from './clock.ts';
import { ago, answer, pageview, payment, visitor } from './documented.ts';
import {
  atRest,
  countText,
  json,
  marks,
  mount,
  part,
  poll,
  recordWarnings,
  rowTexts,
  said,
  shows,
  stubProxy,
  textOf,
  unreachable,
  whenDone,
  type ProxyStub,
  waitUntil,
} from './support.ts';

/** A visitor at a place without others. */
function person(id: string, number: number, own: object = {}) {
  return visitor(id, { longitude: -150 + 25 * (number % 12), latitude: -40 + 14 * Math.floor(number / 12), ...own });
}

/** The answer so many seconds after the first. */
function answerAt(seconds: number, data: object = {}, meta: object = {}) {
  return answer({ count: 1, visitors: [person('first', 0)], ...data }, { generatedAt: ago(-seconds), ...meta });
}

/** An element that shows its first answer, and a clock that stands still. */
async function start(attributes: Record<string, string> = {}, first: object = answerAt(0)) {
  const proxy = stubProxy(json(first));
  const el = document.createElement('datafast-live-map');
  el.setAttribute('proxy-url', '/live');
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  await mount(html`${el}`);
  await shows(el, 'live');
  await waitUntil(() => marks(el).length > 0, 'the map is measured');
  await atRest(el);
  // The file is requested with the first answer.
  await import('../../src/store/playback.ts');
  await new Promise((resolve) => setTimeout(resolve));
  const clock = holdTimers({ isExact: true });
  return { el, proxy, clock };
}

/** All changes of dots, diamonds, rings and rows, with the second in which each came. What came together is one. */
function record(el: DatafastLiveMap): { at: number; dots: number; diamonds: number; rings: number; rows: string[] }[] {
  const changes: ReturnType<typeof record> = [];
  const begin = performance.now();
  const drawn = (): [number, number] => [marks(el).length, marks(el, '.payment').length];
  let [dots, diamonds] = drawn();
  let rows = rowTexts(el).join();
  const observer = new MutationObserver((records) => {
    const rings = records
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node) => node instanceof Element && node.classList.contains('ring')).length;
    const before = [dots, diamonds, rows];
    [dots, diamonds] = drawn();
    rows = rowTexts(el).join();
    if (rings === 0 && before.join() === [dots, diamonds, rows].join()) return;
    changes.push({ at: Math.round(performance.now() - begin) / 1000, dots, diamonds, rings, rows: rowTexts(el) });
  });
  observer.observe(el.shadowRoot!, { subtree: true, childList: true });
  whenDone(() => {
    observer.disconnect();
  });
  return changes;
}

/** Who came in ten seconds, each with a page, so many seconds before the second answer. */
function newcomers(...before: number[]): object {
  const people = before.map((_, index) => person(`n-${index}`, index + 1));
  return {
    count: 1 + before.length,
    visitors: [person('first', 0), ...people],
    recentEvents: before.map((seconds, index) =>
      pageview(`e-${index}`, `n-${index}`, seconds - 10, { path: `/${index}` }),
    ),
  };
}

async function secondPoll(el: DatafastLiveMap, proxy: ProxyStub, data: object, meta: object = {}): Promise<void> {
  await poll(el, proxy, json(answerAt(10, data, meta)));
}

function setTab(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  whenDone(() => Reflect.deleteProperty(document, 'visibilityState'));
  document.dispatchEvent(new Event('visibilitychange'));
}

const opened = (page: number): string => `Someone in Lisbon opened /${page}`;

describe('the content of a poll', () => {
  it('is spread over the interval as it happened, with dot, ring and row in one frame', async () => {
    const { el, proxy, clock } = await start();
    const changes = record(el);
    await secondPoll(el, proxy, newcomers(8, 4));
    expect(marks(el), 'no visitor appears at once').to.have.length(1);
    await clock.advance(9);
    expect(changes).to.deep.equal([
      { at: 2, dots: 2, diamonds: 0, rings: 1, rows: [opened(0)] },
      { at: 6, dots: 3, diamonds: 0, rings: 1, rows: [opened(1), opened(0)] },
    ]);
  });

  it('appears with an animation and a ring, and then is still', async () => {
    const { el, proxy, clock } = await start();
    await secondPoll(el, proxy, newcomers(8));
    await clock.advance(2);
    const moving = el.shadowRoot!.getAnimations().map((animation) => (animation as CSSAnimation).animationName);
    expect(new Set(moving)).to.deep.equal(new Set(['pop', 'ring', 'row']));
    for (const animation of el.shadowRoot!.getAnimations()) {
      expect(animation.effect!.getComputedTiming().endTime).to.be.at.most(1200);
    }
  });

  it('is counted when its dot appears', async () => {
    const { el, proxy, clock } = await start();
    await secondPoll(el, proxy, newcomers(8, 4));
    const counts = [countText(el)];
    for (const seconds of [2, 4]) {
      await clock.advance(seconds);
      counts.push(countText(el));
    }
    expect(counts.map((text) => text.split(' ')[0])).to.deep.equal(['1', '2', '3']);
  });

  it('is spread in the table too', async () => {
    const { el, proxy, clock } = await start();
    part(el, 'list')!.click();
    await secondPoll(el, proxy, newcomers(8, 4));
    const people = (): string => textOf(el.shadowRoot!.querySelector('tbody td'));
    expect(textOf(el.shadowRoot!.querySelector('tbody th'))).to.contain('Lisbon');
    expect(people()).to.equal('1');
    await clock.advance(6);
    expect(people()).to.equal('3');
  });

  it('removes departed visitors at once', async () => {
    const { el, proxy } = await start();
    await secondPoll(el, proxy, { count: 0, visitors: [] });
    expect(marks(el)).to.have.length(0);
    expect(el.shadowRoot!.querySelectorAll('.effects > .fade')).to.have.length(1);
  });

  it('skips visitors who left before they were shown', async () => {
    const { el, proxy, clock } = await start();
    const changes = record(el);
    await secondPoll(el, proxy, newcomers(2));
    await clock.advance(4);
    await poll(el, proxy, json(answerAt(14)));
    await clock.advance(9);
    expect(changes.every(({ dots }) => dots === 1)).to.be.true;
  });

  it('is spread in the same way for the same answers and times', async () => {
    const runs: unknown[] = [];
    for (let times = 0; times < 2; times++) {
      const { el, proxy, clock } = await start();
      const changes = record(el);
      await secondPoll(el, proxy, { ...newcomers(9, 8.5, 8, 7, 7, 7, 3, 2, 0), recentPayments: [payment('p', -4)] });
      await clock.advance(9);
      await poll(el, proxy, json(answerAt(20, newcomers(5))));
      await clock.advance(9);
      expect(changes.length).to.be.greaterThan(8);
      runs.push(changes);
      el.remove();
      clock.end();
    }
    expect(runs[0]).to.deep.equal(runs[1]);
  });
});

describe('ticker rows', () => {
  const MANY = Array.from({ length: 30 }, (_, index) => 9.9 - index / 3);

  it('are inserted 2.5 s apart; visitors without a row are added to the remaining number', async () => {
    const { el, proxy, clock } = await start();
    const height = (): number => part(el, 'ticker')!.getBoundingClientRect().height;
    const before = height();
    const changes = record(el);
    await secondPoll(el, proxy, newcomers(...MANY));
    expect(textOf(part(el, 'ticker'))).to.contain('26 more in the last minute');
    expect(height(), 'nothing moves').to.equal(before);
    await clock.advance(9.9);
    await clock.advance(0.2);

    const came = changes.filter(({ rows }, index) => rows.join() !== (changes[index - 1]?.rows ?? []).join());
    expect(came).to.have.length(4);
    came.reduce((last, { at }) => {
      expect(Math.round(1000 * (at - last))).to.be.at.least(2500);
      return at;
    }, -Infinity);
    for (const { at, dots, rows } of came) {
      const index = changes.findIndex((change) => change.at === at);
      expect(dots, `a dot at ${at}, with ${rows[0]}`).to.be.greaterThan(changes[index - 1]?.dots ?? 1);
    }
    expect(marks(el)).to.have.length(31);
    expect(rowTexts(el)).to.have.length(4);
    expect(height(), 'nothing has moved').to.equal(before);
  });

  it('move when a visitor opens another page', async () => {
    const first = answerAt(0, {
      visitors: [person('first', 0), person('other', 1)],
      recentEvents: [pageview('a', 'first', 20, { path: '/0' }), pageview('b', 'other', 10, { path: '/1' })],
    });
    const { el, proxy, clock } = await start({}, first);
    expect(rowTexts(el)).to.deep.equal([opened(1), opened(0)]);
    await secondPoll(el, proxy, {
      visitors: [person('first', 0), person('other', 1)],
      recentEvents: [pageview('c', 'first', -5, { path: '/2' })],
    });
    await clock.advance(6);
    expect(rowTexts(el)).to.deep.equal([opened(2), opened(1)]);
  });

  for (const size of [1, 5]) {
    it(`keep each payment for 10 s with ${size} of them`, async () => {
      const { el, proxy, clock } = await start({ 'ticker-size': `${size}` });
      const shown = new Map<string, number>();
      const paid = Array.from({ length: 6 }, (_, index) => payment(`p-${index}`, -3, { amount: index + 1 }));
      await secondPoll(el, proxy, { ...newcomers(...MANY), recentPayments: paid });
      proxy.reply = json(answerAt(20, { ...newcomers(...MANY), recentPayments: paid }));
      for (let tenths = 0; tenths < 700; tenths++) {
        await clock.advance(0.1);
        for (const row of rowTexts(el)) if (row.startsWith('Payment')) shown.set(row, (shown.get(row) ?? 0) + 0.1);
      }
      expect([...shown.keys()].sort()).to.deep.equal([1, 2, 3, 4, 5, 6].map((amount) => `Payment of €${amount}.00`));
      for (const [row, seconds] of shown) expect(seconds, row).to.be.at.least(9.9);
    }).timeout(20_000);
  }

  it('appear together with a payment’s diamond', async () => {
    const { el, proxy, clock } = await start();
    const changes = record(el);
    const place = { latitude: 38.72, longitude: -9.14, precision: 'city' };
    await secondPoll(el, proxy, {
      recentPayments: [payment('p', -3, place), payment('q', -3, { ...place, amount: 7, longitude: 100 })],
    });
    await clock.advance(9);
    expect(changes).to.deep.equal([
      { at: 3, dots: 1, diamonds: 1, rings: 1, rows: ['Payment of €49.00'] },
      { at: 5.5, dots: 1, diamonds: 2, rings: 1, rows: ['Payment of €7.00', 'Payment of €49.00'] },
    ]);
  });

  it('are held while the pointer is over them, and then inserted one by one, newest first', async () => {
    const { el, proxy, clock } = await start();
    const list = el.shadowRoot!.querySelector('ol.rows')!;
    await secondPoll(el, proxy, newcomers(8));
    await clock.advance(2);
    list.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await poll(el, proxy, json(answerAt(20, newcomers(0, -1, -2, -3, -4, -5, -6, -7, -8))));
    await clock.advance(9.5);
    expect(rowTexts(el)).to.deep.equal([opened(0)]);
    expect(marks(el).length, 'dots are still added').to.be.greaterThan(8);

    list.dispatchEvent(new PointerEvent('pointerleave'));
    await clock.advance(0.1);
    expect(rowTexts(el)).to.have.length(2);
    expect(rowTexts(el)[0]).to.equal(opened(8));
  });

  it('are released when the element is moved from under the pointer', async () => {
    const { el, proxy, clock } = await start();
    const box = el.parentElement!;
    const read = (): unknown =>
      el.shadowRoot!.querySelector('ol.rows')!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await secondPoll(el, proxy, newcomers(8, 4, 1));
    read();
    box.append(el);
    await clock.advance(2.1);
    expect(rowTexts(el), 'moved').to.deep.equal([opened(0)]);
    read();
    el.remove();
    await Promise.resolve();
    box.append(el);
    await clock.advance(4);
    expect(rowTexts(el), 'back').to.deep.equal([opened(1), opened(0)]);
  });
});

describe('rings', () => {
  it('are at most three per second over the whole map, including those of payments', async () => {
    const { el, proxy, clock } = await start();
    const changes = record(el);
    const place = { latitude: -30, longitude: 130, precision: 'city' };
    const many = Array.from({ length: 40 }, (_, index) => 8 - index / 20);
    await secondPoll(el, proxy, { ...newcomers(...many), recentPayments: [payment('p', -4, place)] });
    await clock.advance(9);
    const begun = changes.flatMap(({ at, rings }) => Array.from({ length: rings }, () => at));
    expect(begun.length).to.be.at.least(5);
    for (const start of begun) {
      expect(begun.filter((at) => at >= start && at < start + 1).length, `from ${start} s`).to.be.at.most(3);
    }
    const payments = changes.filter(({ diamonds }, index) => diamonds > (changes[index - 1]?.diamonds ?? 0));
    expect(payments).to.have.length(1);
    expect(payments[0]!.rings).to.be.at.least(1);
  });

  it('are not drawn for a first load or a new id epoch, nor is anything animated', async () => {
    const { el, proxy, clock } = await start();
    const changes = record(el);
    await secondPoll(el, proxy, newcomers(8, 4), { idEpoch: '2026-03-15' });
    expect(marks(el)).to.have.length(3);
    expect(rowTexts(el)).to.deep.equal([opened(1), opened(0)]);
    expect(el.shadowRoot!.getAnimations()).to.deep.equal([]);
    await clock.advance(9);
    expect(changes).to.have.length(1);
    expect(changes[0]!.rings).to.equal(0);
  });

  it('are not drawn after a long gap, as when a computer slept', async () => {
    const { el, proxy } = await start();
    await poll(el, proxy, json(answerAt(3600, newcomers(8, 4))));
    expect(marks(el)).to.have.length(3);
    expect(el.shadowRoot!.getAnimations()).to.deep.equal([]);
  });
});

describe('between two polls', () => {
  it('marks fade with a visitor’s inactivity, also for a snapshot set by code', async () => {
    const { el, clock } = await start();
    // The clock that stands still is asked from here on.
    setTab('hidden');
    setTab('visible');
    el.snapshot = answerAt(10, { recentEvents: [pageview('e', 'first', -10)] });
    await el.updateComplete;
    const looks = [marks(el)[0]!.look];
    for (const seconds of [75, 300]) {
      await clock.advance(seconds);
      looks.push(marks(el)[0]!.look);
    }
    expect(looks.map((look) => /active|idle|away/.exec(look)?.[0])).to.deep.equal(['active', 'idle', 'away']);
  });

  it('a row that has been animated is not animated again', async () => {
    const { el, proxy, clock } = await start();
    await secondPoll(el, proxy, newcomers(8));
    await clock.advance(2);
    const row = part(el, 'ticker-row')!;
    expect(row.matches('.new')).to.be.true;
    await new Promise<void>((resolve) => {
      el.shadowRoot!.addEventListener('animationend', ({ target }) => {
        if (target === row) resolve();
      });
    });
    el.parentElement!.append(el);
    expect(row.getAnimations()).to.deep.equal([]);
  });

  it('a payment keeps its 10 s when a stale snapshot is shown at once', async () => {
    const { el, proxy, clock } = await start();
    const recentPayments = [payment('p', -3)];
    await secondPoll(el, proxy, { recentPayments });
    await clock.advance(9);
    const five = { ...newcomers(-5, -6, -7, -8, -9), recentPayments };
    await poll(el, proxy, json(answerAt(20, five, { stale: true })));
    expect(rowTexts(el)).to.have.length(5).and.to.contain('Payment of €49.00');
    expect(rowTexts(el)[0]).to.equal(opened(4));
    await clock.advance(10);
    await poll(el, proxy, json(answerAt(30, five, { stale: true })));
    expect(rowTexts(el)).not.to.contain('Payment of €49.00');
  });
});

describe('a map without movement', () => {
  it('stale: shows everything at once, without animation', async () => {
    const { el, proxy, clock } = await start();
    recordWarnings();
    await secondPoll(el, proxy, newcomers(8, 4));
    const changes = record(el);
    await poll(el, proxy, unreachable);
    await poll(el, proxy, unreachable);
    expect(el.status).to.equal('stale');
    expect(marks(el)).to.have.length(3);
    expect(rowTexts(el)).to.deep.equal([opened(1), opened(0)]);
    expect(el.shadowRoot!.getAnimations()).to.deep.equal([]);
    await clock.advance(4);
    expect(changes).to.have.length(1);
  });

  it('paused: shows nothing new and schedules nothing; resumed, shows everything without a ring', async () => {
    const { el, proxy, clock } = await start();
    await secondPoll(el, proxy, newcomers(8, 4));
    await clock.advance(2);
    const changes = record(el);
    el.pause();
    await el.updateComplete;
    expect(clock.pending, 'the next poll alone').to.equal(1);
    await clock.advance(7);
    expect(changes).to.deep.equal([]);
    expect(countText(el)).to.match(/^2 /);

    el.resume();
    await el.updateComplete;
    expect(marks(el)).to.have.length(3);
    expect(countText(el)).to.match(/^3 /);
    expect(rowTexts(el)).to.deep.equal([opened(1), opened(0)]);
    expect(changes.map(({ rings }) => rings)).to.deep.equal([0]);
    expect(said(el), 'visitors that were still waiting were missed too').to.contain('1 more visit');
    await clock.advance(7);
    expect(said(el)).to.contain('1 more visit');
    await clock.advance(2);
    expect(said(el), 'shown for 8 s').not.to.contain('more visit');
  });

  it('hidden: schedules nothing; visible again, shows what is due without a ring and spreads the rest', async () => {
    const { el, proxy, clock } = await start();
    await secondPoll(el, proxy, newcomers(8, 6, 1));
    setTab('hidden');
    expect(clock.pending).to.equal(0);
    const changes = record(el);
    await clock.advance(7);
    expect(changes).to.deep.equal([]);

    setTab('visible');
    await el.updateComplete;
    await clock.advance(0);
    expect(changes.map(({ dots, rings }) => [dots, rings])).to.deep.equal([[3, 0]]);
    await clock.advance(2.9);
    expect(changes.slice(1).map(({ at, dots, rings }) => [at, dots, rings])).to.deep.equal([[9, 4, 1]]);
  });

  it('removed: schedules nothing', async () => {
    const { el, proxy, clock } = await start();
    await secondPoll(el, proxy, newcomers(8, 4));
    el.remove();
    await Promise.resolve();
    expect(clock.pending).to.equal(0);
  });

  it('supplied by code: shows a snapshot whole, at once', async () => {
    const { el, clock } = await start();
    el.snapshot = answerAt(10, newcomers(8, 4));
    await el.updateComplete;
    expect(marks(el)).to.have.length(3);
    expect(rowTexts(el)).to.deep.equal([opened(1), opened(0)]);
    expect(countText(el)).to.match(/^3 /);
    expect(el.shadowRoot!.querySelectorAll('.ring')).to.have.length(2);
    expect(clock.pending, 'nothing waits').to.equal(0);
  });
});
