import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, visitor } from './documented.ts';
import { json, mount, part, parts, poll, shows, stubProxy, waitUntil, type ProxyStub } from './support.ts';

const NOON = '2026-03-20T12:00:00Z';

const answerAt = (generatedAt: string) => json(answer({ visitors: [visitor('v', {})] }, { generatedAt }));

async function start(at = NOON): Promise<{ el: DatafastLiveMap; proxy: ProxyStub }> {
  const proxy = stubProxy(answerAt(at));
  const el = await mount(html`<datafast-live-map proxy-url="/live" daylight></datafast-live-map>`);
  await shows(el, 'live');
  return { el, proxy };
}

const shadesOf = (el: DatafastLiveMap): string[] =>
  [...(part(el, 'night')?.children ?? [])].map((shade) => shade.getAttribute('d')!);

const nightOf = async (el: DatafastLiveMap): Promise<SVGGraphicsElement> => {
  await waitUntil(() => shadesOf(el).length === 3, 'the night is drawn');
  return part(el, 'night') as unknown as SVGGraphicsElement;
};

/** Whether the night lies over a place on the equator of the map of the whole world. */
function isDarkAt(el: DatafastLiveMap, longitude: number): boolean {
  const [shade] = part(el, 'night')!.children as unknown as SVGGeometryElement[];
  const { width, height } = shade!.ownerSVGElement!.viewBox.baseVal;
  return shade!.isPointInFill(new DOMPoint(width * (0.5 + longitude / 360), height * 0.55));
}

describe('daylight', () => {
  it('shades the night side by the server’s clock, above the land and below borders and marks', async () => {
    const { el } = await start();
    el.borders = true;
    await nightOf(el);
    await waitUntil(() => part(el, 'borders'), 'borders');
    expect([...part(el, 'night')!.parentElement!.children].map((layer) => layer.getAttribute('part'))).to.deep.equal([
      'sea',
      'land',
      'night',
      'borders',
    ]);
    expect([-150, -45, 0, 45, 150].map((longitude) => isDarkAt(el, longitude))).to.deep.equal([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('follows the time of each answer without redrawing anything else', async () => {
    const { el, proxy } = await start();
    await nightOf(el);
    const before = shadesOf(el);
    await poll(el, proxy, answerAt('2026-03-20T12:00:20Z'));
    expect(shadesOf(el)).to.deep.equal(before);
    await poll(el, proxy, answerAt('2026-03-20T18:00:00Z'));
    await waitUntil(() => isDarkAt(el, 30), 'the night has moved');
    expect([-150, -90, 30].map((longitude) => isDarkAt(el, longitude))).to.deep.equal([false, false, true]);
  });

  it('does not change while paused', async () => {
    const { el, proxy } = await start();
    await nightOf(el);
    const before = shadesOf(el);
    el.paused = true;
    await el.updateComplete;
    await poll(el, proxy, answerAt('2026-03-20T18:00:00Z'));
    expect(shadesOf(el)).to.deep.equal(before);
    el.paused = false;
    await waitUntil(() => isDarkAt(el, 30), 'current data is shown');
  });

  for (const projection of ['natural-earth', 'mercator', 'equirectangular', 'globe'] as const) {
    it(`is drawn on ${projection} too`, async () => {
      const { el } = await start();
      const before = (await nightOf(el), shadesOf(el));
      el.projection = projection;
      await waitUntil(() => shadesOf(el)[0] !== before[0], 'drawn again');
      expect(part(el, 'night')!.getAttribute('part')).to.equal('night');
      const box = (part(el, 'night') as unknown as SVGGraphicsElement).getBBox();
      expect(box.width).to.be.above(0);
    });
  }

  it('is removed when switched off, and absent without data', async () => {
    const { el } = await start();
    await nightOf(el);
    el.daylight = false;
    await el.updateComplete;
    expect(parts(el, 'night')).to.have.lengthOf(0);

    stubProxy();
    const loading = await mount(html`<datafast-live-map proxy-url="/never" daylight></datafast-live-map>`);
    await loading.updateComplete;
    expect(parts(loading, 'night')).to.have.lengthOf(0);
    expect(part(loading, 'land')).to.not.equal(null);
  });
});
