import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
// At hand from the first rendering on.
import '../../src/element/breakdown.ts';
import '../../src/element/filter.ts';
import { listTexts, press, readers, readersAnswer, rowOf, withLists } from './lists.ts';
import { json, mount, part, parts, poll, recordWarnings, shows, stubProxy, textOf, waitUntil } from './support.ts';

function heights(el: DatafastLiveMap): number {
  return el.getBoundingClientRect().height;
}

describe('the lists', () => {
  it('are those configured, in order, each an ordered list under a heading, highest count first', async () => {
    const { el } = await withLists({ lists: 'browsers pages countries' });
    const texts = listTexts(el);
    expect(Object.keys(texts)).to.deep.equal(['Browsers', 'Pages', 'Countries']);
    expect(texts.Pages).to.deep.equal(['/pricing 3', '/docs 2', '/ 1']);
    expect(texts.Browsers).to.deep.equal(['Chrome 3', 'Firefox 3']);
    for (const list of parts(el, 'breakdown-list')) {
      expect(list.querySelector('[role="heading"]')!.getAttribute('aria-level')).to.equal('3');
      expect(list.querySelectorAll('ol > li > button[aria-pressed="false"]').length).to.be.greaterThan(0);
      expect(list.querySelector('ol')!.getAttribute('aria-labelledby')).to.equal(
        list.querySelector('[role="heading"]')!.id,
      );
    }
  });

  it('show country names in the element’s language', async () => {
    const { el } = await withLists({ lists: 'countries', lang: 'de' });
    await waitUntil(() => listTexts(el).Länder, 'German is there');
    expect(listTexts(el).Länder).to.include('Brasilien 1');
    expect(textOf(part(el, 'breakdown-list'))).to.match(/und 1 mehr$/);
  });

  it('count the values without a row', async () => {
    const { el } = await withLists({ lists: 'pages', size: 1 });
    expect(listTexts(el).Pages).to.deep.equal(['/pricing 3']);
    expect(textOf(part(el, 'breakdown-list'))).to.match(/and 2 more$/);
  });

  it('are absent with their headings for fields that a policy hides', async () => {
    const visitors = readers().map((one) => ({ ...one, referrer: null, system: {} }));
    const body = readersAnswer({ visitors });
    const { el } = await withLists({ body, lists: 'pages referrers browsers systems devices' });
    expect(Object.keys(listTexts(el))).to.deep.equal(['Pages']);
  });

  it('are absent without the attribute and with "none"', async () => {
    for (const lists of ['none', '']) {
      stubProxy(json(readersAnswer()));
      const el = await mount(html`<datafast-live-map proxy-url="/live" breakdown=${lists}></datafast-live-map>`);
      await shows(el, 'live');
      expect(part(el, 'breakdown')).to.equal(null);
    }
  });

  it('leave out unknown names, with one warning', async () => {
    const warnings = recordWarnings();
    const { el } = await withLists({ lists: 'pages <b>towns</b> constructor browsers' });
    expect(Object.keys(listTexts(el))).to.deep.equal(['Pages', 'Browsers']);
    await poll(el, stubProxy(json(readersAnswer())), json(readersAnswer()));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/breakdown has "<b>towns<\/b> constructor", expected some of pages countries/);
  });

  it('are updated with the attribute', async () => {
    const { el } = await withLists({ lists: 'pages' });
    el.breakdown = 'devices pages';
    await el.updateComplete;
    expect(Object.keys(listTexts(el))).to.deep.equal(['Devices', 'Pages']);
    el.breakdown = 'none';
    await el.updateComplete;
    expect(listTexts(el)).to.deep.equal({});
  });

  it('show markup in a path as text', async () => {
    const markup = '/<img src=x onerror=alert(1)>';
    const { el } = await withLists({ body: readersAnswer({ visitors: readers(Array(6).fill(markup) as string[]) }) });
    expect(el.shadowRoot!.querySelector('[part="breakdown"] img')).to.equal(null);
    expect(listTexts(el).Pages).to.deep.equal([`${markup} 6`]);
  });

  it('truncate a long path in the middle, with the whole path in the title and for screen readers', async () => {
    const path = `/blog/2026/${'how-we-built-it-'.repeat(8)}the-end`;
    const body = readersAnswer({ visitors: readers(Array(6).fill(path) as string[]) });
    const { el } = await withLists({ body, width: 320 });
    const row = rowOf(el, path);
    expect(row.title).to.equal(path);
    expect(row.getAttribute('aria-label')).to.equal(`${path} 6`);
    const [head, tail] = row.querySelectorAll('bdi span');
    expect(head!.scrollWidth).to.be.greaterThan(head!.clientWidth);
    expect(tail!.scrollWidth).to.be.at.most(tail!.clientWidth + 1);
    expect(row.scrollWidth).to.be.at.most(row.clientWidth);
  });

  it('have rows of 28 px with full-width targets at any width, in one to three columns', async () => {
    const { el } = await withLists({ lists: 'pages browsers systems' });
    for (const [width, columns] of [
      [320, 1],
      [600, 2],
      [800, 3],
      [1280, 3],
    ] as const) {
      el.parentElement!.style.width = `${width}px`;
      const boxes = parts(el, 'breakdown-list').map((list) => list.getBoundingClientRect());
      expect(new Set(boxes.map(({ left }) => Math.round(left))).size, `${width}`).to.equal(columns);
      for (const row of parts(el, 'breakdown-row')) {
        expect(row.getBoundingClientRect().height).to.be.closeTo(28, 0.5);
        expect(row.getBoundingClientRect().width).to.be.closeTo(boxes[0]!.width, 1);
      }
      expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    }
  });

  it('keep their height whatever their counts', async () => {
    const { el, proxy } = await withLists({ lists: 'pages' });
    const height = heights(el);
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...readers()[0],
      visitorId: `v-${index}`,
      currentUrl: `/${index}`,
    }));
    for (const visitors of [many, []]) {
      await poll(el, proxy, json(readersAnswer({ visitors, count: visitors.length })));
      expect(heights(el), `${visitors.length} visitors`).to.be.closeTo(height, 0.5);
    }
  });

  it('have bars from the start of the text, longest for the highest count', async () => {
    const { el } = await withLists({ lang: 'ar' });
    await waitUntil(() => listTexts(el).الصفحات, 'Arabic is there');
    const [first, second] = parts(el, 'breakdown-bar').map((bar) => bar.getBoundingClientRect());
    const row = parts(el, 'breakdown-row')[0]!.getBoundingClientRect();
    expect(first!.width).to.be.closeTo(row.width, 1);
    expect(second!.width / first!.width).to.be.closeTo(2 / 3, 0.02);
    expect(second!.right).to.be.closeTo(row.right, 1);
    const { left, right } = rowOf(el, '/docs').querySelector('bdi')!.getBoundingClientRect();
    expect(right, 'a path begins where the text begins').to.be.closeTo(row.right, 1);
    expect(left).to.be.greaterThan(row.left + 100);
  });
});

describe('the order of the rows', () => {
  const PAGES = ['/docs', '/docs', '/docs', '/docs', '/pricing', '/'];

  it('changes with a poll', async () => {
    const { el, proxy } = await withLists({ lists: 'pages' });
    await poll(el, proxy, json(readersAnswer({ visitors: readers(PAGES) })));
    expect(listTexts(el).Pages).to.deep.equal(['/docs 4', '/ 1', '/pricing 1']);
  });

  it('is kept while the focus is in the list, and counts are updated', async () => {
    const { el, proxy } = await withLists({ lists: 'pages' });
    const row = rowOf(el, '/docs');
    row.focus();
    await poll(el, proxy, json(readersAnswer({ visitors: readers(PAGES) })));
    expect(listTexts(el).Pages).to.deep.equal(['/pricing 1', '/docs 4', '/ 1']);
    expect(el.shadowRoot!.activeElement).to.equal(row);
    row.blur();
    el.requestUpdate();
    await el.updateComplete;
    expect(listTexts(el).Pages).to.deep.equal(['/docs 4', '/ 1', '/pricing 1']);
  });

  it('keeps the node of each row', async () => {
    const { el, proxy } = await withLists({ lists: 'pages' });
    const row = rowOf(el, '/docs');
    await poll(el, proxy, json(readersAnswer({ visitors: readers(PAGES) })));
    expect(rowOf(el, '/docs')).to.equal(row);
  });

  it('is shown with a glide, and without another one while rows still glide', async () => {
    const { el, proxy } = await withLists({ lists: 'pages' });
    const glides = (): Animation[] => el.shadowRoot!.getAnimations().filter(({ effect }) => isOfRow(effect));
    expect(glides()).to.deep.equal([]);
    await poll(el, proxy, json(readersAnswer({ visitors: readers(PAGES) })));
    const first = glides();
    expect(first).to.have.length(3);
    const others = readers(['/pricing', '/pricing', '/pricing', '/docs', '/docs', '/']);
    await poll(el, proxy, json(readersAnswer({ visitors: others })));
    expect(listTexts(el).Pages).to.deep.equal(['/pricing 3', '/docs 2', '/ 1']);
    expect(glides().every((glide) => first.includes(glide))).to.equal(true);
    for (const glide of first) glide.finish();
    await poll(el, proxy, json(readersAnswer({ visitors: readers(PAGES) })));
    expect(glides()).not.to.have.length(0);
  });
});

/** Whether an animation moves a row of a list. */
function isOfRow(effect: AnimationEffect | null): boolean {
  return (
    effect instanceof KeyframeEffect &&
    effect.target instanceof HTMLLIElement &&
    effect.getKeyframes()[0]?.transform !== undefined
  );
}

describe('min-count in the lists', () => {
  it('hides counts of rows and lengths of bars', async () => {
    const { el } = await withLists({ lists: 'pages', minCount: 3 });
    expect(listTexts(el).Pages).to.deep.equal(['/pricing 3', '/docs under 3', '/ under 3']);
    const bars = parts(el, 'breakdown-bar').map((bar) => bar.getBoundingClientRect().width);
    expect(bars.slice(1)).to.deep.equal([0, 0]);
  });
});

describe('an element that is moved', () => {
  it('keeps its lists and its filter', async () => {
    const { el } = await withLists();
    await press(el, '/docs');
    const box = el.parentElement!;
    el.remove();
    box.append(el);
    await el.updateComplete;
    expect(rowOf(el, '/docs').getAttribute('aria-pressed')).to.equal('true');
    expect(parts(el, 'breakdown')).to.have.length(1);
  });
});
