import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { DatafastLiveBadge } from '../../src/badge.ts';
import '../../src/badge.ts';
import { answer } from '../element/documented.ts';
import { boxesOf, RESET, WELCOME } from '../element/inherited.ts';
import { json, stubProxy, waitUntil } from '../element/support.ts';

async function within(style: string, own = ''): Promise<{ el: DatafastLiveBadge; box: HTMLElement }> {
  stubProxy(json(answer({ count: 14 }, {})));
  const box = await fixture<HTMLElement>(
    html`<div><datafast-live-badge proxy-url="/live"></datafast-live-badge></div>`,
  );
  const el = box.querySelector('datafast-live-badge')!;
  box.style.cssText = style;
  el.style.cssText = own;
  await waitUntil(() => el.status === 'live', 'live');
  await el.updateComplete;
  return { el, box };
}

const partOf = (el: DatafastLiveBadge, name: string): HTMLElement =>
  el.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`)!;

describe('the badge in any page', () => {
  afterEach(() => resetMouse());

  it('is neither moved nor changed by inherited styles', async () => {
    const { el, box } = await within('');
    const valuesOf = (property: string): string[] =>
      ['badge', 'dot', 'count'].map((name) => getComputedStyle(partOf(el, name)).getPropertyValue(property));
    const boxes = boxesOf(el);
    for (const [property, value] of RESET) {
      if (!CSS.supports(property, value)) continue;
      const before = valuesOf(property);
      box.style.setProperty(property, value);
      expect(valuesOf(property), `${property}: ${value}`).to.deep.equal(before);
      expect(boxesOf(el), `${property}: ${value}`).to.deep.equal(boxes);
      box.style.removeProperty(property);
    }
    for (const [property, value] of WELCOME) {
      if (!CSS.supports(property, value)) continue;
      box.style.setProperty(property, value);
      expect(valuesOf(property)[2], property).to.equal(value);
      box.style.removeProperty(property);
    }
  });

  it('has text of 13 px on a page with large text', async () => {
    const { el } = await within('font: 24px/2 Georgia');
    const { fontSize, fontFamily } = getComputedStyle(partOf(el, 'count'));
    expect([fontSize, fontFamily]).to.deep.equal(['13px', 'Georgia']);
    expect(el.getBoundingClientRect().height).to.equal(28);
  });

  it('has a pointer cursor when it is a link', async () => {
    const { el } = await within('');
    el.href = '/about';
    await el.updateComplete;
    const { x, y } = partOf(el, 'badge').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x) + 20, Math.round(y) + 14] });
    await waitUntil(() => partOf(el, 'badge').matches(':hover'), 'hovered');
    expect(getComputedStyle(partOf(el, 'badge')).cursor).to.equal('pointer');
  });

  for (const style of [
    '',
    'display: flex',
    'display: flex; flex-direction: column',
    'display: grid',
    'display: inline-flex',
    'display: inline-block',
    'display: table-cell',
    'float: left',
    'position: absolute',
    'width: fit-content',
    'width: max-content',
    'width: min-content',
    'width: 0',
    'writing-mode: vertical-rl',
  ]) {
    it(`is as wide as its text: ${style || 'in a block'}`, async () => {
      const { el } = await within('');
      const { width } = el.getBoundingClientRect();
      el.parentElement!.style.cssText = style;
      const box = partOf(el, 'badge').getBoundingClientRect();
      expect(box.height).to.equal(28);
      expect(box.width).to.be.closeTo(width, 1);
      expect(partOf(el, 'count').getBoundingClientRect().height).to.be.lessThan(28);
    });
  }

  for (const own of [
    'display: flex',
    'display: inline-flex',
    'display: grid',
    'display: block',
    'writing-mode: vertical-lr',
  ])
    it(`is as wide as its text with a display of its own: ${own}`, async () => {
      const { el } = await within('');
      const { width } = el.getBoundingClientRect();
      el.style.cssText = own;
      const box = partOf(el, 'badge').getBoundingClientRect();
      expect([Math.abs(box.width - width) <= 1, box.height]).to.deep.equal([true, 28]);
    });

  it('takes a width set by the page', async () => {
    const { el } = await within('', 'width: 300px');
    expect(partOf(el, 'badge').getBoundingClientRect().width).to.equal(300);
  });
});
