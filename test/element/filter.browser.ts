import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DatafastLiveMap, VisitorFilter } from '../../src/index.ts';
// At hand from the first rendering on.
import '../../src/element/breakdown.ts';
import '../../src/element/filter.ts';
import { visitor } from './documented.ts';
import { listTexts, press, readers, readersAnswer, rowOf, withLists } from './lists.ts';
import {
  countText,
  json,
  marks,
  mount,
  part,
  parts,
  poll,
  recordEvents,
  recordWarnings,
  rowTexts,
  shows,
  stubProxy,
  textOf,
  waitUntil,
} from './support.ts';

interface FilterDetail {
  filter: VisitorFilter | null;
}

function chips(el: DatafastLiveMap): string[] {
  return parts(el, 'filter').map(textOf);
}

function summary(el: DatafastLiveMap): string {
  return textOf(el.shadowRoot!.getElementById('summary'));
}

describe('a pressed row', () => {
  it('restricts marks, ticker, headline, summary, status and table to matching visitors', async () => {
    const { el } = await withLists();
    await waitUntil(() => marks(el).length === 6, 'drawn');
    await press(el, '/docs');
    expect(marks(el)).to.have.length(2);
    expect(rowTexts(el)).to.deep.equal(['Someone in Lisbon opened /docs']);
    expect(countText(el)).to.match(/^2 of 32 people here in the last/);
    expect(summary(el)).to.match(/^2 visitors from 2 countries\./);
    expect(textOf(el.shadowRoot!.querySelector('[role="status"]'))).to.equal('2 of 32 people here');
    part(el, 'list')!.click();
    await el.updateComplete;
    const places = [...el.shadowRoot!.querySelectorAll('tbody th')].map(textOf);
    expect(places).to.deep.equal(['Lisbon, Portugal', 'Sydney, Australia']);
  });

  it('is pressed, keeps its position, and narrows the other lists', async () => {
    const { el } = await withLists();
    await press(el, '/docs');
    expect(rowOf(el, '/docs').getAttribute('aria-pressed')).to.equal('true');
    expect(listTexts(el)).to.deep.equal({
      Pages: ['/pricing 3', '/docs 2', '/ 1'],
      Browsers: ['Chrome 1', 'Firefox 1'],
    });
    await press(el, 'Chrome');
    expect(countText(el)).to.match(/^1 of 32/);
    expect(chips(el)).to.deep.equal(['/docs ×', 'Chrome ×']);
  });

  it('is released when pressed again, and replaced by another of its list', async () => {
    const details = recordEvents<FilterDetail>('datafast-filter');
    const { el } = await withLists();
    await press(el, '/docs');
    await press(el, '/pricing');
    await press(el, '/pricing');
    expect(details).to.deep.equal([{ filter: { page: '/docs' } }, { filter: { page: '/pricing' } }, { filter: null }]);
    expect(countText(el)).to.match(/^32 people here/);
    expect(chips(el)).to.deep.equal([]);
    expect(el.filter).to.equal(null);
  });

  it('draws few matching visitors of many as dots', async () => {
    const visitors = Array.from({ length: 400 }, (_, index) =>
      visitor(`v-${index}`, { longitude: (index % 80) * 4 - 160, currentUrl: index < 5 ? '/rare' : '/' }),
    );
    const { el } = await withLists({ body: readersAnswer({ visitors, count: 400 }) });
    await waitUntil(() => el.shadowRoot!.querySelector('.dense'), 'dense');
    await press(el, '/rare');
    expect(marks(el)).to.have.length(5);
    expect(countText(el)).to.match(/^5 of 400/);
  });

  it('works by keyboard, and Escape in a list removes the filter', async () => {
    const details = recordEvents<FilterDetail>('datafast-filter');
    const { el } = await withLists();
    rowOf(el, '/docs').focus();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(el.filter).to.deep.equal({ page: '/docs' });
    expect(el.shadowRoot!.activeElement).to.equal(rowOf(el, '/docs'));
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(el.filter).to.equal(null);
    expect(details.at(-1)).to.deep.equal({ filter: null });
  });

  it('lets Escape through without a filter and handles it with one', async () => {
    const { el } = await withLists();
    const escape = (): KeyboardEvent =>
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
    expect(rowOf(el, '/docs').dispatchEvent(escape())).to.equal(true);
    await press(el, '/docs');
    expect(rowOf(el, '/docs').dispatchEvent(escape())).to.equal(false);
  });
});

describe('the chip of a condition', () => {
  it('removes its condition and announces it', async () => {
    const { el } = await withLists({ lists: 'pages countries' });
    await press(el, '/docs');
    await press(el, 'Portugal');
    const [first] = parts(el, 'filter') as HTMLElement[];
    expect(first!.getAttribute('aria-label')).to.equal('Remove the filter /docs');
    first!.click();
    await el.updateComplete;
    expect(chips(el)).to.deep.equal(['Portugal ×']);
    expect(el.filter).to.deep.equal({ country: 'PT' });
  });

  it('moves focus to the next chip, then to the row, when removed', async () => {
    const { el } = await withLists();
    await press(el, '/docs');
    await press(el, 'Chrome');
    part(el, 'filter')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.activeElement === part(el, 'filter'), 'the next chip has the focus');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => el.shadowRoot!.activeElement === rowOf(el, 'Chrome'), 'the row has the focus');
    expect(el.filter).to.equal(null);
  });

  for (const width of [320, 600, 1000]) {
    it(`is cut to fit, with the whole path in its title, ${width} px`, async () => {
      const page = `/blog/${'a-very-long-path-'.repeat(9)}`;
      const { el } = await withLists({ filter: { page, country: 'PT' }, width });
      await waitUntil(() => part(el, 'filter'), 'a chip');
      const box = el.getBoundingClientRect();
      for (const chip of parts(el, 'filter')) {
        const label = chip.querySelector('.label')!.getBoundingClientRect();
        const { left, right } = chip.getBoundingClientRect();
        expect(label.left).to.be.at.least(left);
        expect(label.right).to.be.at.most(right);
        expect(
          [left, right].every((x) => x >= box.left && x <= box.right),
          'within the element',
        ).to.equal(true);
      }
      expect(part(el, 'filter')!.title).to.contain(page);
    });
  }

  it('reads like a row, however its condition is written', async () => {
    const { el } = await withLists({
      lists: 'pages referrers',
      filter: { page: 'https://shop.example/caf%C3%A9?x=1', referrer: 'https://www.search.example/?q=1' },
    });
    await waitUntil(() => part(el, 'filter'), 'a chip');
    expect(chips(el)).to.deep.equal(['/café ×', 'search.example ×']);
    expect(listTexts(el).Pages!.at(-1)).to.equal('/café 0');
  });

  it('is text, whatever the path', async () => {
    const markup = '/<b onclick=alert(1)>x</b>';
    const { el } = await withLists({ filter: { page: markup } });
    await waitUntil(() => part(el, 'filter'), 'a chip');
    expect(el.shadowRoot!.querySelector('[part="filter"] b')).to.equal(null);
    expect(chips(el)).to.deep.equal([`${markup} ×`]);
  });
});

describe('the property filter', () => {
  it('filters without lists and sends no event', async () => {
    const details = recordEvents('datafast-filter');
    stubProxy(json(readersAnswer()));
    const el = await mount(
      html`<datafast-live-map proxy-url="/live" .filter=${{ country: 'pt' }}></datafast-live-map>`,
    );
    await shows(el, 'live');
    await waitUntil(() => part(el, 'filter'), 'a chip');
    await waitUntil(() => marks(el).length === 1, 'one mark');
    expect(chips(el)).to.deep.equal(['Portugal ×']);
    el.filter = null;
    await el.updateComplete;
    expect(marks(el)).to.have.length(6);
    expect(details).to.deep.equal([]);
  });

  it('keeps a value that is gone, as 0 of 32', async () => {
    const { el } = await withLists({ filter: { page: '/gone' } });
    await waitUntil(() => part(el, 'filter'), 'a chip');
    expect(countText(el)).to.match(/^0 of 32 people here/);
    expect(listTexts(el).Pages).to.deep.equal(['/pricing 3', '/docs 2', '/ 1', '/gone 0']);
    expect(rowOf(el, '/gone').getAttribute('aria-pressed')).to.equal('true');
    expect(marks(el)).to.have.length(0);
  });

  it('ignores invalid conditions, with a warning each', async () => {
    const warnings = recordWarnings();
    const bad = { page: '/docs', town: 'Lisbon', device: 3, browser: null } as unknown as VisitorFilter;
    const { el } = await withLists({ filter: bad });
    await waitUntil(() => part(el, 'filter'), 'a chip');
    expect(el.filter).to.deep.equal({ page: '/docs' });
    expect(warnings).to.have.length(2);
    el.filter = 'page=/docs' as unknown as VisitorFilter;
    await el.updateComplete;
    expect(el.filter).to.equal(null);
    expect(warnings).to.have.length(3);
  });
});

describe('a filter', () => {
  it('survives polls, whose events report all visitors', async () => {
    const { el, proxy } = await withLists();
    await press(el, '/docs');
    const updates = recordEvents<{ snapshot: { data: { visitors: object[] } } }>('datafast-update');
    const visitors = readers(['/docs', '/docs', '/docs', '/docs', '/', '/']);
    await poll(el, proxy, json(readersAnswer({ visitors, count: 40 })));
    expect(countText(el)).to.match(/^4 of 40/);
    expect(updates[0]!.snapshot.data.visitors).to.have.length(6);
    expect(el.snapshot!.data.visitors).to.have.length(6);
  });

  it('can be set and removed while paused, with the map frozen', async () => {
    const { el, proxy } = await withLists();
    el.pause();
    await el.updateComplete;
    await poll(el, proxy, json(readersAnswer({ visitors: readers(Array(6).fill('/') as string[]) })));
    await press(el, '/docs');
    expect(countText(el)).to.match(/^2 of 32/);
    expect(marks(el)).to.have.length(2);
    await press(el, '/docs');
    expect(marks(el)).to.have.length(6);
    expect(listTexts(el).Pages![0]).to.equal('/pricing 3');
  });

  it('does not reveal counts that min-count hides', async () => {
    const { el } = await withLists({ minCount: 3 });
    await press(el, '/docs');
    expect(countText(el)).to.match(/^People are here right now/);
    expect(countText(el)).not.to.match(/\b2\b/);
    expect(textOf(el.shadowRoot!.querySelector('[role="status"]'))).not.to.match(/2 of/);
    expect(countText(el), 'no time without a number').not.to.match(/last 10 minutes/);
    await press(el, '/pricing');
    expect(countText(el)).to.match(/^3 of 32.* in the last 10 minutes/);
  });

  it('does not reveal by the number of values how few people match', async () => {
    const { el } = await withLists({ lists: 'pages countries', size: 1, minCount: 3 });
    const rest = (): string[] => parts(el, 'breakdown-list').map((list) => textOf(list.querySelector('.rest')));
    expect(rest()).to.deep.equal(['and 2 more', 'and 5 more']);
    await press(el, '/pricing');
    expect(rest()).to.deep.equal(['and 2 more', 'and 2 more']);
    el.filter = { page: '/docs' };
    await el.updateComplete;
    expect(countText(el)).to.match(/^People are here/);
    expect(rest()).to.deep.equal(['and 2 more', '']);
  });

  it('does not announce everyone again when they have left', async () => {
    const { el } = await withLists();
    await press(el, '/docs');
    const status = el.shadowRoot!.querySelector('[role="status"]');
    expect(textOf(status)).to.equal('2 of 32 people here');
    el.snapshot = readersAnswer({ count: 0, visitors: [], recentEvents: [], recentPayments: [] });
    await el.updateComplete;
    expect(countText(el)).to.match(/^Nobody here/);
    expect(textOf(status)).to.equal('2 of 32 people here');
    el.filter = { page: '/pricing' };
    await el.updateComplete;
    expect(textOf(status)).to.equal('Nobody here right now');
  });

  it('has its chips at the start of the line below the slot "empty"', async () => {
    const { el } = await withLists({ filter: { page: '/docs' } });
    const own = document.createElement('b');
    own.slot = 'empty';
    own.textContent = 'All quiet';
    el.append(own);
    el.snapshot = readersAnswer({ count: 0, visitors: [], recentEvents: [], recentPayments: [] });
    await el.updateComplete;
    expect(part(el, 'filter')!.getBoundingClientRect().left).to.equal(el.getBoundingClientRect().left);
  });

  it('shows the slot "empty" only on a map without visitors', async () => {
    stubProxy(json(readersAnswer()));
    const el = await mount(
      html`<datafast-live-map proxy-url="/live" .filter=${{ page: '/gone' }}
        ><b slot="empty">All quiet</b></datafast-live-map
      >`,
    );
    await shows(el, 'live');
    await waitUntil(() => part(el, 'filter'), 'a chip');
    expect(el.querySelector('b')!.assignedSlot).to.equal(null);
  });

  it('is mirrored in right-to-left text', async () => {
    const { el } = await withLists({ lang: 'ar' });
    await waitUntil(() => listTexts(el).الصفحات, 'Arabic is there');
    await press(el, '/docs');
    expect(countText(el)).to.match(/من أصل .*(32|٣٢).* شخصًا هنا/);
    const chip = part(el, 'filter')!.getBoundingClientRect();
    expect(chip.right).to.be.at.most(part(el, 'count')!.getBoundingClientRect().left + 1);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible, ${theme}`, async () => {
      const { el } = await withLists({ lists: 'pages countries browsers' });
      el.theme = theme;
      el.parentElement!.style.background = theme === 'dark' ? '#0b0f16' : '#fff';
      await press(el, '/docs');
      await expect(el).to.be.accessible();
    });
  }
});
