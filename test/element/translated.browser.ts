import { expect, fixture, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { holdTimers } from './clock.ts';
import { ago, answer, documentedAnswer, pageview, payment, visitor } from './documented.ts';
import { countText, json, liveMap, marks, part, poll, recordWarnings, rowTexts, stubProxy, textOf } from './support.ts';
import { TRANSLATORS, translateInto } from './translators.ts';

/** All that an element says: what is read, and what is read out. */
function all(el: DatafastLiveMap): string[] {
  const root = el.shadowRoot!;
  const texts = root.querySelectorAll('p, .when, .what, li, th, td, caption, .tooltip > *, text, [role="heading"]');
  const labelled = root.querySelectorAll('[aria-label], [title]');
  return [
    ...[...texts].filter((node) => !node.closest('[hidden]')).map((node) => `${node.localName}: ${textOf(node)}`),
    ...[...labelled].map((node) => `${node.getAttribute('aria-label') ?? ''} ${node.getAttribute('title') ?? ''}`),
  ];
}

const named = (name: string, count: number): object =>
  answer(
    {
      count,
      visitors: [
        visitor(`${name}-1`, { location: { city: name, region: null, countryCode: 'PT' }, currentUrl: `/${name}/one` }),
        ...Array.from({ length: count - 1 }, (_, index) =>
          visitor(`${name}-n${index}`, {
            latitude: 52,
            longitude: 13,
            location: { city: name, region: null, countryCode: 'DE' },
          }),
        ),
      ],
      recentEvents: [
        pageview(`${name}-e`, `${name}-1`, 5 * count, { path: `/${name}/one` }),
        {
          _id: `${name}-g`,
          type: 'custom',
          visitorId: `${name}-1`,
          timestamp: ago(90),
          extraData: { eventName: name },
        },
      ],
      recentPayments: [payment(`${name}-p`, 300, { amount: count })],
    },
    { sample: count % 2 === 0 },
  );

/** One after the other, so that each text of an element is written, changed, and taken away. */
const SNAPSHOTS: Record<string, object> = {
  'some people': named('Porto', 5),
  'other people': named('Faro', 8),
  'no people': answer({ count: 0, recentEvents: [pageview('last', 'gone', 400)] }, {}),
  'people whose number is not known': answer({ count: null, visitors: [visitor('a', { sessionStartTime: null })] }, {}),
  'the documented people': documentedAnswer(),
  'many people': named('Braga', 230),
  'fewer than are counted': named('Evora', 2),
};

async function open(): Promise<DatafastLiveMap> {
  const el = document.createElement('datafast-live-map');
  Object.assign(el, { minCount: 3, lang: 'en' });
  await fixture(html`<div style="width: 800px">${el}</div>`);
  await el.updateComplete;
  return el;
}

async function show(el: DatafastLiveMap, snapshot: object): Promise<void> {
  el.snapshot = snapshot;
  await el.updateComplete;
  await new Promise(requestAnimationFrame);
  await el.updateComplete;
}

/** The keyboard goes to the next mark, whose tooltip opens. */
function nextMark(el: DatafastLiveMap): void {
  part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
}

function click(el: DatafastLiveMap, name: string): void {
  part(el, name)!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

const VIEWS: Record<string, { first: (el: DatafastLiveMap) => void; each: (el: DatafastLiveMap) => void }> = {
  'the map': { first: () => undefined, each: () => undefined },
  'the map with a tooltip': { first: () => undefined, each: nextMark },
  'the table': {
    first: (el) => {
      click(el, 'list');
    },
    each: () => undefined,
  },
};

describe('on a page whose translator', () => {
  for (const [name, translate] of Object.entries(TRANSLATORS)) {
    describe(name, () => {
      for (const [view, { first, each }] of Object.entries(VIEWS)) {
        it(`${view} shows its newest texts`, async () => {
          recordWarnings();
          stubProxy();
          const [translated, untouched] = [await open(), await open()];
          for (const [scene, snapshot] of Object.entries(SNAPSHOTS)) {
            for (const el of [translated, untouched]) {
              await show(el, snapshot);
              if (scene === 'some people') first(el);
              each(el);
              await el.updateComplete;
            }
            expect(all(translated), scene).to.deep.equal(all(untouched));
            translate(translated.shadowRoot!);
            expect(all(translated), `${scene}, translated`).to.deep.equal(all(untouched));
          }
          expect(marks(translated)).to.have.length(marks(untouched).length);
        });
      }

      it('a poll updates count and rows', async () => {
        const clock = holdTimers();
        const here = [visitor('a'), visitor('b')];
        const { el, proxy } = await liveMap(
          answer({ count: 5, visitors: here, recentEvents: [pageview('1', 'a', 5)] }),
        );
        expect(countText(el)).to.match(/^5 /);
        translate(el.shadowRoot!);
        const recentEvents = [pageview('2', 'b', 0, { path: '/newest' }), pageview('1', 'a', 5)];
        await poll(el, proxy, json(answer({ count: 77, visitors: here, recentEvents })));
        // Rows are shown over the time until the next poll.
        await clock.advance(25);
        await el.updateComplete;
        expect(countText(el)).to.match(/^77 /);
        expect(rowTexts(el)[0]).to.contain('/newest');
      });

      it('buttons and options work', async () => {
        stubProxy();
        const [translated, untouched] = [await open(), await open()];
        const steps: ((el: DatafastLiveMap) => void)[] = [
          (el) => (el.snapshot = named('Porto', 5)),
          (el) => {
            click(el, 'list');
          },
          (el) => {
            click(el, 'pause');
          },
          (el) => (el.tickerSize = 9),
          (el) => (el.tickerSize = 2),
          (el) => {
            click(el, 'list');
          },
          (el) => {
            click(el, 'pause');
          },
          (el) => (el.lang = 'de'),
          (el) => (el.snapshot = null),
        ];
        for (const step of steps) {
          translate(translated.shadowRoot!);
          for (const el of [translated, untouched]) {
            step(el);
            await el.updateComplete;
          }
          expect(all(translated)).to.deep.equal(all(untouched));
          const children = ({ shadowRoot }: DatafastLiveMap): (string | number)[] =>
            [...shadowRoot!.querySelectorAll(':is(.view, .tools, .tools > *, .ticker, .ticker > *):not(font)')].map(
              (node) => `${node.localName} ${node.querySelectorAll(':not(font)').length}`,
            );
          expect(children(translated)).to.deep.equal(children(untouched));
        }
      });
    });
  }

  it('translated a text, an unchanged text stays translated', async () => {
    holdTimers({ isExact: true });
    stubProxy();
    const el = await open();
    await show(el, named('Porto', 5));
    nextMark(el);
    click(el, 'list');
    await el.updateComplete;
    click(el, 'list');
    await el.updateComplete;
    nextMark(el);
    await el.updateComplete;
    const original = translateInto(el.shadowRoot!, 'mot');
    await show(el, named('Porto', 5));
    el.requestUpdate();
    await el.updateComplete;
    expect(original()).to.deep.equal([]);
  });
});
