import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DatafastLiveMap } from '../../src/index.ts';
import '../../src/index.ts';
import { holdTimers } from './clock.ts';
import { documentedAnswer } from './documented.ts';
import { json, mount, part, recordWarnings, stubProxy, waitUntil } from './support.ts';

/** Markup of a page with a map in place of `MAP`, whose parent is as wide as its content. */
const SHRINKING: Record<string, string> = {
  'a flex item': '<div style="display: flex"><aside>menu</aside><main><h1>Live</h1>MAP</main></div>',
  'a flex item of a wrapping row':
    '<div style="display: flex; flex-wrap: wrap"><aside>menu</aside><main>MAP</main></div>',
  'a centered flex item':
    '<div style="display: flex; flex-direction: column; align-items: center"><div>MAP</div></div>',
  'a dialog': '<dialog open>MAP</dialog>',
  'a popover': '<div popover>MAP</div>',
  'a cell': '<table><tr><td>menu</td><td>MAP</td></tr></table>',
  'an inline-block': '<div style="display: inline-block">MAP</div>',
  'a float': '<div style="float: left">MAP</div>',
  absolute: '<div style="position: absolute">MAP</div>',
  fixed: '<div style="position: fixed">MAP</div>',
  'fit-content': '<div style="width: fit-content">MAP</div>',
  'max-content': '<div style="width: max-content">MAP</div>',
  'an auto column': '<div style="display: grid; grid-template-columns: auto 1fr"><div>MAP</div><div>text</div></div>',
  'a centered grid item': '<div style="display: grid; place-items: center"><div>MAP</div></div>',
  'inline-flex': '<div style="display: inline-flex">MAP</div>',
  'inline-grid': '<div style="display: inline-grid"><div>MAP</div></div>',
  'display: contents': '<div style="float: left"><div style="display: contents">MAP</div></div>',
  'a table': '<div style="display: table">MAP</div>',
};

async function page(markup: string, own = ''): Promise<DatafastLiveMap> {
  stubProxy(json(documentedAnswer()));
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.innerHTML = markup.replace('MAP', `<datafast-live-map proxy-url="/live" style="${own}"></datafast-live-map>`);
  const popover = box.querySelector<HTMLElement>('[popover]');
  popover?.showPopover();
  const el = box.querySelector('datafast-live-map')!;
  await waitUntil(() => el.status === 'live', 'live');
  return el;
}

/** WebKit updates viewport units only if an element uses them while the window changes. */
async function resize(width: number, height: number): Promise<void> {
  const el = await page('MAP');
  await setViewport({ width, height });
  el.remove();
}

const widthOf = (node: Element): number => node.getBoundingClientRect().width;
const mapWidth = (el: DatafastLiveMap): number => widthOf(part(el, 'map')!);
const overflow = (): number => document.documentElement.scrollWidth - innerWidth;

for (const [window, least] of [
  [1000, 600],
  [320, 200],
] as const) {
  describe(`in a shrink-to-fit parent, in a window of ${window} px`, () => {
    before(() => resize(window, 700));
    after(() => resize(800, 600));

    for (const [name, markup] of Object.entries(SHRINKING)) {
      it(`is visible in ${name}`, async () => {
        const el = await page(markup);
        expect(mapWidth(el)).to.be.within(least, window);
        await waitUntil(() => el.shadowRoot!.querySelector('.mark'), 'drawn');
        expect(overflow()).to.be.at.most(0);
      });
    }
  });
}

describe('beside other content', () => {
  for (const columns of ['1fr 1fr', 'minmax(0, 1fr) minmax(0, 1fr)', 'repeat(5, 1fr)']) {
    it(`keeps columns at the width of their siblings: ${columns}`, async () => {
      const markup = `<div style="display: grid; width: 500px; grid-template-columns: ${columns}"><p>text</p><div>MAP</div></div>`;
      const el = await page(markup);
      expect(widthOf(el)).to.equal(widthOf(el.parentElement!.previousElementSibling!));
    });
  }

  it('keeps flex items equal that share a row', async () => {
    const el = await page(
      '<div style="display: flex; width: 500px"><p style="flex: 1">text</p><div style="flex: 1">MAP</div></div>',
    );
    expect(widthOf(el)).to.equal(250);
  });

  it('leaves the siblings of a flex item their space', async () => {
    const el = await page(
      '<div style="display: flex; width: 1000px"><nav style="width: 200px">menu</nav><main>MAP</main></div>',
    );
    expect(widthOf(el.parentElement!.previousElementSibling!)).to.equal(200);
    expect(widthOf(el)).to.equal(640);
  });
});

describe('with a display of its own', () => {
  for (const own of [
    ...[
      'flex',
      'inline-flex',
      'grid',
      'inline-grid',
      'inline-block',
      'inline',
      'flow-root',
      'table',
      'contents',
      'list-item',
    ].map((display) => `display: ${display}`),
    'display: flex; flex-direction: column; align-items: center',
    'display: grid; place-items: center',
    'writing-mode: vertical-rl',
    'writing-mode: vertical-lr',
  ]) {
    it(`fills its container: ${own}`, async () => {
      const el = await page('<div style="width: 600px">MAP</div>', own);
      expect(mapWidth(el)).to.equal(600);
      await waitUntil(() => el.shadowRoot!.querySelector('.mark'), 'drawn');
    });
  }

  it('is visible in vertical text', async () => {
    for (const mode of ['vertical-rl', 'vertical-lr']) {
      const el = await page(`<div style="writing-mode: ${mode}">MAP</div>`);
      expect(mapWidth(el), mode).to.be.within(400, innerWidth);
      const meaning = el.shadowRoot!.querySelector('.meaning')!;
      await waitUntil(() => meaning.getBoundingClientRect().height > 0, 'the count is there');
      const { width, height } = meaning.getBoundingClientRect();
      expect(width, 'text goes from left to right').to.be.greaterThan(height);
    }
  });

  it('is visible as a block in a shrink-to-fit parent', async () => {
    expect(mapWidth(await page('<div style="float: left">MAP</div>', 'display: block'))).to.be.greaterThan(500);
  });

  it('polls with display: contents', async () => {
    const el = await page('<div>MAP</div>', 'display: contents');
    const proxy = stubProxy(json(documentedAnswer()));
    const clock = holdTimers();
    el.proxyUrl = '/other';
    await waitUntil(() => proxy.requests.length > 0, 'asked');
    await waitUntil(async () => {
      await clock.advance(11);
      return proxy.requests.length > 2;
    }, 'asked again');
  });
});

describe('without any width', () => {
  it('warns once, with a remedy, when it is on the screen', async () => {
    const clock = holdTimers();
    const warnings = recordWarnings();
    stubProxy(json(documentedAnswer()));
    const map = html`<datafast-live-map proxy-url="/live"></datafast-live-map>`;
    const seen = await mount(
      html`${map}
        <div style="display: none">${map}</div>`,
    );
    await waitUntil(() => seen.shadowRoot!.querySelector('.mark'), 'drawn');
    await clock.advance(5);
    expect(warnings, 'a map that is wide, and one that is not on the screen').to.deep.equal([]);

    seen.parentElement!.remove();
    const narrow = html`<div style="width: 0">${map}</div>`;
    const box = (await mount(html`<div style="display: flex">${narrow}${narrow}</div>`)).closest('.box')!;
    const both = [...box.querySelectorAll('datafast-live-map')];
    await waitUntil(() => both.every(({ status }) => status === 'live'), 'live');
    await waitUntil(async () => {
      await clock.advance(1);
      return warnings.length > 0;
    }, 'the warning');
    await clock.advance(60);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<datafast-live-map>').and.contain('width');
  });
});
