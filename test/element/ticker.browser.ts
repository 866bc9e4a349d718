import { expect, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { DatafastLiveMap } from '../../src/index.ts';
import { holdTimers } from './clock.ts';
import { ago, answer, documentedAnswer, pageview, payment, visitor } from './documented.ts';
import {
  json,
  liveMap,
  mount,
  part,
  parts,
  poll,
  rowTexts,
  shows,
  silent,
  highlightedMark,
  spotOf,
  stubProxy,
  textOf,
  waitUntil,
} from './support.ts';

function times(el: DatafastLiveMap): string[] {
  return parts(el, 'ticker-time').map(textOf);
}

async function hover(node: Element): Promise<void> {
  node.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = node.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

/** A snapshot with an event of this kind, and another: of two rows that change, the nodes are reused. */
const eventOf = (id: string, own: object): object =>
  answer({
    visitors: [visitor('a'), visitor('b')],
    recentEvents: [pageview(`${id}-a`, 'a', 5, own), pageview(`${id}-b`, 'b', 9, { path: `/${id}` })],
  });

/** What is filled into the sentences. */
const values = (el: DatafastLiveMap): Element[] => [...el.shadowRoot!.querySelectorAll('.sentence bdi')];

describe('the rows', () => {
  it('are whole sentences, newest first, each with its age', async () => {
    const { el } = await liveMap(documentedAnswer());
    expect(rowTexts(el)).to.deep.equal([
      'Someone in Lisbon opened /pricing',
      'Someone in New Delhi reached signup',
      'Payment of €1,299.50',
      'Someone in Sydney opened /',
    ]);
    expect(times(el).slice(1)).to.deep.equal(['1m', '3m', '6m']);
  });

  it('are in an ordered list under a heading of the configured level', async () => {
    stubProxy(json(documentedAnswer()));
    const el = await mount(html`<datafast-live-map proxy-url="/live" heading-level="4"></datafast-live-map>`);
    await shows(el, 'live');
    const list = parts(el, 'ticker-row')[0]!.parentElement!;
    expect(list.localName).to.equal('ol');
    expect([...list.children].map((child) => child.localName)).to.deep.equal(['li', 'li', 'li', 'li']);
    const heading = part(el, 'ticker')!.querySelector('[role="heading"], h4')!;
    expect(textOf(heading)).to.equal('Latest activity');
    expect(heading.getAttribute('aria-level') ?? heading.localName).to.match(/4$/);
  });

  it('have a machine-readable time', async () => {
    const { el } = await liveMap(documentedAnswer());
    expect(parts(el, 'ticker-time')[1]!.getAttribute('datetime')).to.equal(ago(90));
  });

  it('keep their nodes between polls, with new ones on top', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    const clock = holdTimers({ isExact: true });
    const [newest] = parts(el, 'ticker-row');
    const later = documentedAnswer();
    const recentEvents = [pageview('e-later', 'v-cape', -5, { path: '/docs' }), ...later.data.recentEvents];
    await poll(el, proxy, json({ ...later, data: { ...later.data, recentEvents } }));
    await clock.advance(11);
    expect(rowTexts(el)[0]).to.equal('A customer in Cape Town opened /docs');
    expect(rowTexts(el)).to.have.length(5);
    expect(parts(el, 'ticker-row')[1]).to.equal(newest);
  });

  it('are not written by an answer with the same rows', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    const touched: MutationRecord[] = [];
    const observer = new MutationObserver((records) => touched.push(...records));
    observer.observe(el.shadowRoot!.querySelector('ol.rows')!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    await poll(el, proxy, json(documentedAnswer()));
    touched.push(...observer.takeRecords());
    observer.disconnect();
    const isTime = ({ target }: MutationRecord): boolean => target.parentElement?.closest('time') !== null;
    expect(touched.filter((record) => !isTime(record)).map(({ target }) => textOf(target))).to.deep.equal([]);
  });

  it('reuse nodes when several rows change at once', async () => {
    const pages = (poll: string, ...paths: string[]): object =>
      answer({
        visitors: [visitor('a'), visitor('b')],
        recentEvents: paths.map((path, index) => pageview(poll + path, 'ab'[index]!, index, { path })),
      });
    const { el } = await liveMap(pages('1', '/', '/pricing'));
    const before = parts(el, 'ticker-row');
    el.snapshot = pages('2', '/docs', '/blog');
    await el.updateComplete;
    expect(rowTexts(el)).to.deep.equal(['Someone in Lisbon opened /docs', 'Someone in Lisbon opened /blog']);
    expect(parts(el, 'ticker-row')).to.deep.equal(before);
  });

  it('keep the nodes of a sentence in which only a value differs', async () => {
    const { el } = await liveMap(eventOf('1', { path: '/' }));
    const [place, page] = values(el);
    el.snapshot = eventOf('2', { path: '/docs/start' });
    await el.updateComplete;
    expect(rowTexts(el)[0]).to.equal('Someone in Lisbon opened /docs/start');
    expect(values(el).slice(0, 2)).to.deep.equal([place, page]);
    expect(page!.innerHTML).to.equal('/docs/<wbr>start');
    expect(parts(el, 'ticker-time')[0]!.getAttribute('datetime')).to.equal(ago(5));
  });

  it('show a value whose nodes were taken away by a script of the page', async () => {
    const { el } = await liveMap(eventOf('1', { path: '/' }));
    values(el)[1]!.remove();
    el.snapshot = eventOf('2', { path: '/docs' });
    await el.updateComplete;
    expect(rowTexts(el)[0]).to.equal('Someone in Lisbon opened /docs');
  });

  it('have the sign of what they show, in reused nodes too', async () => {
    const { el } = await liveMap(eventOf('1', { path: '/' }));
    const [row] = parts(el, 'ticker-row');
    const goal = { type: 'custom', path: null, extraData: { eventName: 'signup' } };
    for (const [own, text, events] of [
      [goal, 'Someone in Lisbon reached signup', 1],
      [{ path: '/docs' }, 'Someone in Lisbon opened /docs', 0],
    ] as const) {
      el.snapshot = eventOf(text, own);
      await el.updateComplete;
      expect(parts(el, 'ticker-row')[0]).to.equal(row);
      expect(rowTexts(el)[0]).to.equal(text);
      expect(parts(el, 'event')).to.have.length(events);
    }
  });

  it('age by the server’s clock, however wrong the viewer’s is', async () => {
    const clock = holdTimers();
    const body = documentedAnswer();
    const { el, proxy } = await liveMap({ ...body, ...answer(body.data, {}) });
    expect(times(el)[1]).to.equal('1m');
    await clock.advance(9);
    expect(times(el)[1]).to.equal('1m');
    proxy.reply = silent;
    await clock.advance(60);
    expect(times(el)[1]).to.equal('2m');
  });

  it('show only the newest page of a visitor', async () => {
    const { el } = await liveMap(
      answer({
        visitors: [visitor('a')],
        recentEvents: [
          pageview('1', 'a', 30, { path: '/' }),
          pageview('2', 'a', 20, { path: '/features' }),
          pageview('3', 'a', 10, { path: '/checkout' }),
        ],
      }),
    );
    expect(rowTexts(el)).to.deep.equal(['Someone in Lisbon opened /checkout']);
  });

  it('show decoded paths', async () => {
    const { el } = await liveMap(
      answer({ visitors: [visitor('a')], recentEvents: [pageview('1', 'a', 0, { path: '/caf%C3%A9?x=1' })] }),
    );
    expect(rowTexts(el)).to.deep.equal(['Someone in Lisbon opened /café']);
  });

  it('break a path between segments, but not after its first slash', async () => {
    const { el } = await liveMap(
      answer({ visitors: [visitor('a')], recentEvents: [pageview('1', 'a', 0, { path: '/docs/getting-started' })] }),
    );
    const [row] = parts(el, 'ticker-row');
    expect(textOf(row!.querySelector('.page'))).to.equal('/docs/getting-started');
    const pieces = row!
      .querySelector('.page')!
      .innerHTML.replace(/<!--.*?-->/g, '')
      .split('<wbr>');
    expect(pieces).to.deep.equal(['/docs/', 'getting-started']);
  });
});

describe('payments', () => {
  const money: [payment: object, sentence: string][] = [
    [{ amount: 49, currency: 'EUR' }, 'Payment of €49.00'],
    [{ amount: 29.99, currency: 'usd' }, 'Payment of $29.99'],
    [{ amount: 4900, currency: 'JPY' }, 'Payment of ¥4,900'],
    [{ amount: 12.5, currency: '$' }, 'Payment of $12.50'],
    [{ amount: 49, currency: 'EUR', renewal: true }, 'Payment of €49.00 · renewal'],
    [{ amount: 0, currency: 'EUR' }, 'A free trial started'],
    [{ amount: null, currency: null }, 'A payment came in'],
  ];
  for (const [own, sentence] of money) {
    it(`${JSON.stringify(own)} is shown as “${sentence}”`, async () => {
      const { el } = await liveMap(answer({ recentPayments: [payment('p', 5, own)] }));
      expect(rowTexts(el)).to.deep.equal([sentence]);
    });
  }

  it('a payment that is also listed as an event has one row', async () => {
    const { el } = await liveMap(
      answer({
        recentEvents: [{ _id: 'other', type: 'payment', visitorId: 'a', timestamp: ago(6), amount: 49 }],
        recentPayments: [payment('p', 5)],
      }),
    );
    expect(rowTexts(el)).to.deep.equal(['Payment of €49.00']);
  });

  it('an invisible payment has no row', async () => {
    const { el } = await liveMap(answer({ recentPayments: [payment('p', 5, { visible: false })] }));
    expect(rowTexts(el)).to.deep.equal([]);
  });
});

describe('hostile texts', () => {
  const MARKUP = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';

  it('are shown as text in ticker, tooltip and table, and create no element', async () => {
    const { el } = await liveMap(
      answer({
        visitors: [
          visitor('<b>id</b>', {
            location: { city: MARKUP, region: MARKUP, countryCode: 'PT' },
            system: { browser: { name: MARKUP }, os: { name: MARKUP }, device: { type: MARKUP } },
            currentUrl: `/${MARKUP}`,
            profileData: { displayName: MARKUP },
            isCustomer: true,
            customerName: MARKUP,
          }),
        ],
        recentEvents: [
          pageview('<i>1</i>', '<b>id</b>', 1, { path: `/${MARKUP}` }),
          { _id: '2', type: 'custom', visitorId: '<b>id</b>', timestamp: ago(2), extraData: { eventName: MARKUP } },
        ],
        recentPayments: [payment('3', 3, { currency: MARKUP })],
      }),
    );
    const root = el.shadowRoot!;
    const elements = (): number => root.querySelectorAll('img, script, b > b, :is(.ticker, .tooltip, table) i').length;

    expect(rowTexts(el)[0]).to.equal(`A customer in ${MARKUP} opened /${MARKUP}`);
    expect(rowTexts(el)[1]).to.equal(`A customer in ${MARKUP} reached ${MARKUP}`);
    expect(rowTexts(el)[2]).to.contain(MARKUP);
    part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    await el.updateComplete;
    expect(textOf(part(el, 'tooltip'))).to.contain(MARKUP);
    expect(elements()).to.equal(0);

    part(el, 'list')!.click();
    await el.updateComplete;
    expect(textOf(root.querySelector('tbody'))).to.contain(MARKUP);
    expect(elements()).to.equal(0);
    expect(window).not.to.have.property('hacked');
  });

  it('keep changes of text direction inside the filled-in text', async () => {
    const { el } = await liveMap(
      answer({
        visitors: [visitor('a', { location: { city: 'القاهرة', region: null, countryCode: 'EG' } })],
        recentEvents: [pageview('1', 'a', 1, { path: '/a\u202Eb%E2%80%AEc' })],
      }),
    );
    const isolated = [...parts(el, 'ticker-row')[0]!.querySelectorAll('bdi')].map(textOf);
    expect(isolated).to.deep.equal(['القاهرة', '/a\uFFFDb\uFFFDc']);
  });
});

describe('hovering', () => {
  afterEach(() => resetMouse());

  it('stops the ticker while the pointer is over it, and adds the newest rows afterwards', async () => {
    const clock = holdTimers();
    const { el, proxy } = await liveMap(documentedAnswer());
    const before = rowTexts(el);
    const row = parts(el, 'ticker-row')[1]!;
    await hover(row);
    await waitUntil(() => row.matches(':hover'), 'the pointer is there');
    await poll(el, proxy, json(answer({ count: 3, recentEvents: [pageview('x', 'v-x', 0)] })));
    await clock.advance(11);
    expect(rowTexts(el)).to.deep.equal(before);
    expect(textOf(part(el, 'count')), 'the map continues').to.match(/^3/);

    await hover(part(el, 'count')!);
    await waitUntil(() => rowTexts(el).length === 5, 'the rows continue');
    expect(rowTexts(el)).to.deep.equal(['Someone in Portugal opened /pricing', ...before]);
  });

  it('highlights a row’s dot and a dot’s row', async () => {
    const { el } = await liveMap(documentedAnswer());
    const isSetOff = (node: Element): boolean => node.classList.contains('highlighted');
    const delhi = parts(el, 'ticker-row')[1]!;
    await hover(delhi);
    await waitUntil(() => el.shadowRoot!.querySelector('.mark.highlighted'), 'the dot is highlighted');
    expect(el.shadowRoot!.querySelectorAll('.mark.highlighted')).to.have.length(1);

    const dot = highlightedMark(el)!;
    const map = part(el, 'map')!;
    map.scrollIntoView({ block: 'nearest' });
    const { x, y } = spotOf(el, dot);
    const { left, top } = map.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + x), Math.round(top + y)] });
    await waitUntil(() => isSetOff(delhi), 'its row is highlighted');
    expect(parts(el, 'ticker-row').filter(isSetOff)).to.deep.equal([delhi]);
  });
});

describe('the ticker’s options', () => {
  async function withOptions(attributes: Record<string, string>): Promise<DatafastLiveMap> {
    stubProxy(json(documentedAnswer()));
    const el = document.createElement('datafast-live-map');
    el.setAttribute('proxy-url', '/live');
    for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
    await mount(html`${el}`);
    await shows(el, 'live');
    return el;
  }

  it('ticker-size limits the number of rows', async () => {
    const el = await withOptions({ 'ticker-size': '2' });
    expect(rowTexts(el)).to.deep.equal(['Someone in Lisbon opened /pricing', 'Someone in New Delhi reached signup']);
    el.tickerSize = 3;
    await el.updateComplete;
    expect(rowTexts(el)).to.have.length(3);
  });

  it('ticker-kinds selects the kinds of rows', async () => {
    const el = await withOptions({ 'ticker-kinds': 'payment goal' });
    expect(rowTexts(el)).to.deep.equal(['Someone in New Delhi reached signup', 'Payment of €1,299.50']);
    el.setAttribute('ticker-kinds', 'payment');
    await el.updateComplete;
    expect(rowTexts(el)).to.deep.equal(['Payment of €1,299.50']);
  });

  it('ticker="none" hides the ticker', async () => {
    const el = await withOptions({ ticker: 'none' });
    expect(part(el, 'ticker')).to.be.null;
    el.ticker = 'auto';
    await el.updateComplete;
    expect(rowTexts(el)).to.have.length(4);
  });

  it('the ticker is below a narrow map and beside a wide one, unless "below" or "beside" is set', async () => {
    const el = await withOptions({});
    const isBeside = (): boolean =>
      part(el, 'ticker')!.getBoundingClientRect().left >= part(el, 'map')!.getBoundingClientRect().right;
    const box = el.parentElement!;
    expect(isBeside(), 'auto, 800 px').to.be.false;
    box.style.width = '1200px';
    expect(isBeside(), 'auto, 1200 px').to.be.true;
    el.ticker = 'below';
    await el.updateComplete;
    expect(isBeside(), 'below, 1200 px').to.be.false;
    el.ticker = 'beside';
    await el.updateComplete;
    box.style.width = '800px';
    expect(isBeside(), 'beside, 800 px').to.be.true;
  });
});
