import { expect, html } from '@open-wc/testing';
import { holdTimers } from './clock.ts';
import { ago, answer, documentedAnswer, pageview, payment, visitor } from './documented.ts';
import {
  atRest,
  json,
  marks,
  mount,
  part,
  rowTexts,
  silent,
  stubProxy,
  whenDone,
  type Reply,
  waitUntil,
} from './support.ts';

const PEOPLE = 50;
/** Who comes and goes with each update: a tenth. */
const CHANGING = PEOPLE / 10;

/** The answer after so many updates: 50 people far apart from each other, without the five oldest, who have just left. */
function answerAfter(updates: number): object {
  const first = updates * CHANGING;
  const visitors = Array.from({ length: PEOPLE }, (_, index) => {
    const number = first + index;
    const spot = number % 100;
    return visitor(`v-${number}`, {
      longitude: -150 + 30 * (spot % 10),
      latitude: -50 + 12 * Math.floor(spot / 10),
      isCustomer: number % 10 === 0,
    });
  });
  return answer(
    {
      count: PEOPLE + (updates % 7),
      visitors,
      recentEvents: [0, 1, 2, 3].map((row) => pageview(`e-${updates + row}`, `v-${first + row}`, 60 - row)),
      recentPayments: [payment(`p-${updates}`, 10)],
    },
    { generatedAt: ago(-updates) },
  );
}

/** All nodes, comments and nested shadow trees included. */
function countNodes(root: Node): number {
  let count = 1;
  if (root instanceof Element && root.shadowRoot) count += countNodes(root.shadowRoot);
  for (const child of root.childNodes) count += countNodes(child);
  return count;
}

describe('500 updates', () => {
  it('leave no more nodes than 20 do, comments included', async () => {
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);
    let afterFew = 0;
    for (let updates = 1; updates <= 500; updates++) {
      el.snapshot = answerAfter(updates);
      await el.updateComplete;
      if (updates === 1) await waitUntil(() => marks(el).length > 0, 'the map is measured');
      if (updates !== 20) continue;
      await atRest(el);
      afterFew = countNodes(el);
    }
    await atRest(el);
    expect(marks(el)).to.have.length(PEOPLE);
    expect(rowTexts(el)).to.have.length(5);
    expect(countNodes(el)).to.be.within(afterFew - 5, afterFew + 5);
  }).timeout(30_000);

  it('without changes write no node', async () => {
    const el = await mount(html`<datafast-live-map></datafast-live-map>`);
    el.snapshot = answerAfter(1);
    await waitUntil(() => marks(el).length > 0, 'the map is measured');
    await atRest(el);
    // Texts for screen readers come after the marks.
    await el.updateComplete;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(part(el, 'map')!, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let updates = 0; updates < 10; updates++) {
      el.snapshot = answerAfter(1);
      await el.updateComplete;
    }
    changes.push(...observer.takeRecords());
    observer.disconnect();
    expect(changes.map(({ target }) => target.nodeName)).to.deep.equal([]);
  });
});

describe('100 insertions and removals', () => {
  /** Listeners of the document and the window that were added and not removed. */
  function recordListeners(): Set<string> {
    const kept = new Set<string>();
    const names = new Map<unknown, number>();
    const nameOf = (target: EventTarget, type: string, listener: unknown): string => {
      if (!names.has(listener)) names.set(listener, names.size);
      return `${target === document ? 'document' : 'window'} ${type} ${names.get(listener) ?? ''}`;
    };
    for (const target of [document, window]) {
      const add = target.addEventListener.bind(target);
      const remove = target.removeEventListener.bind(target);
      target.addEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
        kept.add(nameOf(target, type, listener));
        add(type, listener, options as AddEventListenerOptions);
      };
      target.removeEventListener = (type: string, listener: EventListenerOrEventListenerObject, options?: unknown) => {
        kept.delete(nameOf(target, type, listener));
        remove(type, listener, options as EventListenerOptions);
      };
      whenDone(() => {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      });
    }
    return kept;
  }

  const replies: [name: string, reply: Reply][] = [
    ['while the proxy is silent', silent],
    ['while it answers', json(documentedAnswer())],
  ];

  for (const [name, reply] of replies) {
    it(`${name}: leave no timer, request or listener`, async () => {
      const clock = holdTimers();
      const listeners = recordListeners();
      const proxy = stubProxy(reply);
      const box = (await mount(html`<datafast-live-map></datafast-live-map>`)).parentElement!;
      box.replaceChildren();
      listeners.clear();

      const el = document.createElement('datafast-live-map');
      el.proxyUrl = '/live';
      for (let times = 0; times < 100; times++) {
        box.append(el);
        await el.updateComplete;
        if (reply !== silent) await waitUntil(() => el.status === 'live', 'live');
        // By then a second poll would be due.
        await clock.advance(10);
        el.remove();
        await Promise.resolve();
      }
      await waitUntil(() => proxy.requests.every(({ ended }) => ended), 'each request has ended');

      expect(proxy.requests.length, 'it has polled').to.be.at.least(100);
      await waitUntil(() => clock.pending === 0, `no timer, not ${clock.pending}`);
      expect([...listeners], 'listeners').to.deep.equal([]);
      const before = proxy.requests.length;
      await clock.advance(3600);
      expect(proxy.requests).to.have.length(before);
    });
  }

  it('an element that is removed and inserted shows the same again', async () => {
    const proxy = stubProxy(json(documentedAnswer()));
    const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`);
    await waitUntil(() => marks(el).length > 0, 'drawn');
    const box = el.parentElement!;
    const drawn = marks(el).length;
    const nodes = countNodes(el);
    el.remove();
    await Promise.resolve();
    box.append(el);
    await el.updateComplete;
    expect(marks(el)).to.have.length(drawn);
    expect(countNodes(el)).to.equal(nodes);
    expect(proxy.requests, 'nothing is due yet').to.have.length(1);
  });
});
