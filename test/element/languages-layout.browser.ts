import { expect, html } from '@open-wc/testing';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import type { DatafastLiveMap } from '../../src/index.ts';
import { ago, answer, CITIES, documentedAnswer, NOW, pageview, payment, visitor } from './documented.ts';
import {
  clientPoint,
  highlightedMark,
  spotOf,
  countText,
  json,
  marks,
  mount,
  part,
  parts,
  recordWarnings,
  shows,
  silent,
  stubProxy,
  unreachable,
  type ProxyStub,
  type Reply,
  waitUntil,
} from './support.ts';

const NAMES = ['en', ...Object.keys(LANGUAGES)];
const WIDTHS = [320, 768, 1280];

function rootOf(el: DatafastLiveMap): HTMLElement {
  return el.shadowRoot!.querySelector<HTMLElement>('.root')!;
}

async function element(
  language: string,
  reply: Reply = json(documentedAnswer()),
  width = 320,
): Promise<{ el: DatafastLiveMap; proxy: ProxyStub }> {
  recordWarnings();
  const proxy = stubProxy(reply);
  const el = await mount(
    html`<datafast-live-map lang=${language} predictions="auto" proxy-url="/live"></datafast-live-map>`,
    width,
  );
  await waitUntil(() => reply === silent || !rootOf(el).classList.contains('loading'), `${language} is there`);
  await el.updateComplete;
  return { el, proxy };
}

const LONG_PATH = '/blog/how-we-taught-a-map-of-the-world-to-speak-eight-languages-and-what-it-said/part/2';
/** Names as long as they come, also from right to left. */
const PLACES = [
  { city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', countryCode: 'GB' },
  { city: 'Cape Town', countryCode: 'CF' },
  { city: 'القاهرة الجديدة', countryCode: 'EG' },
  { city: null, countryCode: 'VC' },
];

/** An answer with long names, and with every optional field. */
function longAnswer(): object {
  const visitors = CITIES.slice(0, 4).map(({ id, longitude, latitude }, index) =>
    visitor(id, {
      location: { region: null, ...PLACES[index] },
      longitude,
      latitude,
      currentUrl: LONG_PATH,
      isCustomer: index === 1,
      conversionLikelihood: { score: 65, confidence: 0.76, raw: { expectedValue: 1234.5 } },
    }),
  );
  return answer(
    {
      count: 1234,
      visitors,
      hasConversionPredictions: true,
      conversionMetrics: { baselineConversionRate: 0.02, baselineAverageValue: 30 },
      recentEvents: [
        pageview('e-1', 'v-sf', 1, { path: LONG_PATH }),
        pageview('e-2', 'v-sp', 61, { path: LONG_PATH }),
        {
          _id: 'e-3',
          type: 'custom',
          visitorId: 'v-lisbon',
          timestamp: ago(90),
          extraData: { eventName: 'subscription_upgrade_completed' },
        },
        { _id: 'e-4', type: 'external_link', visitorId: 'v-cape', timestamp: ago(100) },
      ],
      recentPayments: [payment('p-1', 200, { amount: 1_234_567.89, renewal: true })],
    },
    { sample: true },
  );
}

/** What of the element reaches beyond it, or beyond its own box. */
function overflowing(el: DatafastLiveMap): string[] {
  const { left, right } = el.getBoundingClientRect();
  return [...rootOf(el).querySelectorAll<HTMLElement>('*')]
    .filter((node) => !node.closest('.unseen, .marks, .effects, .ground, .table') && node.checkVisibility())
    .filter((node) => {
      const box = node.getBoundingClientRect();
      // A hundredth of a pixel is the browser's rounding.
      return box.width > 0 && (box.left < left - 0.01 || box.right > right + 0.01);
    })
    .map((node) => `${node.localName}.${node.className}: ${node.textContent.trim().slice(0, 40)}`);
}

const STATES: Record<string, (language: string, width: number) => Promise<DatafastLiveMap>> = {
  loading: async (language, width) => (await element(language, silent, width)).el,
  live: async (language, width) => (await element(language, json(longAnswer()), width)).el,
  'as a table': async (language, width) => {
    const { el } = await element(language, json(longAnswer()), width);
    part(el, 'list')!.click();
    await el.updateComplete;
    return el;
  },
  'a tooltip': async (language, width) => {
    const { el } = await element(language, json(longAnswer()), width);
    await waitUntil(() => marks(el).length > 0);
    part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    await el.updateComplete;
    expect(part(el, 'tooltip')).to.exist;
    return el;
  },
  empty: async (language, width) => {
    const empty = answer({ count: 0, recentEvents: [pageview('e', 'v', 3 * 86_400)] }, {});
    return (await element(language, json(empty), width)).el;
  },
  stale: async (language, width) => {
    const old = answer({ count: 1234 }, { stale: true, generatedAt: new Date(NOW - 59 * 60_000).toISOString() });
    const { el } = await element(language, json(old), width);
    await shows(el, 'stale');
    return el;
  },
  error: async (language, width) => {
    const { el } = await element(language, unreachable, width);
    await shows(el, 'error');
    return el;
  },
  'fewer than min-count': async (language, width) => {
    const { el } = await element(language, json(answer({ count: 2 })), width);
    el.minCount = 10;
    await el.updateComplete;
    return el;
  },
  unconfigured: async (language, width) => {
    const { el } = await element(language, silent, width);
    el.proxyUrl = null;
    await waitUntil(() => countText(el) !== '' && el.status === 'unconfigured');
    return el;
  },
};

for (const language of NAMES) {
  describe(`in ${language}`, () => {
    for (const [state, show] of Object.entries(STATES)) {
      it(`${state}: has no overflow at any width`, async () => {
        for (const width of WIDTHS) {
          const el = await show(language, width);
          expect(overflowing(el), `${width} px`).to.deep.equal([]);
          expect(el.scrollWidth, `${width} px`).to.equal(width);
          el.remove();
        }
      });
    }

    it('has the same height as English when live, stale, empty and loading', async () => {
      for (const width of WIDTHS) {
        for (const state of ['loading', 'live', 'stale', 'empty', 'error']) {
          const top = async (name: string): Promise<number> => {
            const el = await STATES[state]!(name, width);
            // The expected value is a sentence, and takes the lines that it needs.
            el.predictions = 'none';
            await el.updateComplete;
            const { height } = el.shadowRoot!.querySelector('.top')!.getBoundingClientRect();
            el.remove();
            return height;
          };
          const [own, english] = [await top(language), await top('en')];
          expect(own, `${state}, ${width} px`).to.be.closeTo(english, 0.5);
        }
      }
    });
  });
}

describe('right-to-left layout', () => {
  const inBox = (el: DatafastLiveMap, node: Element): [start: number, end: number] => {
    const { left, right } = el.getBoundingClientRect();
    const box = node.getBoundingClientRect();
    return [box.left - left, right - box.right];
  };

  /** Each place from the line's beginning and to its end, in Arabic and, mirrored, in English. */
  async function bothWays(
    find: (el: DatafastLiveMap) => Element,
    width: number,
  ): Promise<[arabic: number[], english: number[]]> {
    const boxes: [number, number][] = [];
    for (const language of ['ar', 'en']) {
      const { el } = await element(language, undefined, width);
      boxes.push(inBox(el, find(el)));
      el.remove();
    }
    const [arabic = [], english = []] = boxes;
    return [arabic.reverse(), english];
  }

  for (const width of WIDTHS) {
    it(`${width} px: mirrors count, buttons and ticker`, async () => {
      for (const selector of ['.number', '.tools', '.ticker', '.sign', '.zoom']) {
        const [arabic, english] = await bothWays((el) => el.shadowRoot!.querySelector(selector)!, width);
        const isAnchored = Math.min(...english) === english[0] ? 0 : 1;
        expect(arabic[isAnchored], selector).to.be.closeTo(english[isAnchored]!, 1);
      }
    });
  }

  it('does not mirror the map', async () => {
    const { el } = await element('ar', undefined, 768);
    await waitUntil(() => marks(el).length === 7);
    const english = (await element('en', undefined, 768)).el;
    await waitUntil(() => marks(english).length === 7);
    const xs = (map: DatafastLiveMap): number[] =>
      marks(map)
        .map((mark) => spotOf(map, mark).x)
        .sort((a, b) => a - b);
    const moved = xs(el).map((x, index) => Math.abs(x - xs(english)[index]!));
    expect(Math.max(...moved)).to.be.lessThan(1);
  });

  it('keeps the arrow keys’ directions', async () => {
    const { el } = await element('ar', undefined, 768);
    await waitUntil(() => marks(el).length === 7);
    const english = (await element('en', undefined, 768)).el;
    await waitUntil(() => marks(english).length === 7);
    const walk = async (map: DatafastLiveMap, keys: string[]): Promise<number[]> => {
      const spots: number[] = [];
      for (const key of keys) {
        part(map, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key }));
        await map.updateComplete;
        spots.push(Math.round(clientPoint(map, highlightedMark(map)!)[0]));
      }
      return spots;
    };
    const keys = ['Home', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'End'];
    expect(await walk(el, keys)).to.deep.equal(await walk(english, keys));
  });

  it('aligns a tooltip at the right, above its mark', async () => {
    const { el } = await element('ar', json(longAnswer()), 768);
    await waitUntil(() => marks(el).length > 0);
    part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    await el.updateComplete;
    const tooltip = part(el, 'tooltip')!;
    expect(getComputedStyle(tooltip).direction).to.equal('rtl');
    const box = tooltip.getBoundingClientRect();
    const [x] = clientPoint(el, highlightedMark(el)!);
    expect(box.left).to.be.lessThan(x);
    expect(box.right).to.be.greaterThan(x);
  });

  it('isolates paths, hosts and amounts', async () => {
    const { el } = await element('ar', undefined, 768);
    const [page] = parts(el, 'ticker-row').flatMap((row) => [...row.querySelectorAll<HTMLElement>('.page')]);
    expect(page!.localName).to.equal('bdi');
    const range = document.createRange();
    const walker = document.createTreeWalker(page!, NodeFilter.SHOW_TEXT);
    let slash: Text | null = null;
    while (!slash && walker.nextNode())
      if (walker.currentNode.textContent!.includes('/')) slash = walker.currentNode as Text;
    range.setStart(slash!, slash!.data.indexOf('/'));
    range.setEnd(slash!, slash!.data.indexOf('/') + 1);
    expect(range.getBoundingClientRect().left).to.be.closeTo(page!.getBoundingClientRect().left, 1);
  });
});
