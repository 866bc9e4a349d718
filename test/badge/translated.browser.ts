import { expect, fixture, html } from '@open-wc/testing';
import '../../src/badge.ts';
import { answer } from '../element/documented.ts';
import { json, stubProxy, textOf, waitUntil, type ProxyStub, type Reply } from '../element/support.ts';
import { TRANSLATORS, translateInto } from '../element/translators.ts';
import type { DatafastLiveBadge } from '../../src/badge.ts';

const counted = (count: number | null): Reply => json(answer({ count }, {}));

async function open(count: number): Promise<{ el: DatafastLiveBadge; proxy: ProxyStub }> {
  const proxy = stubProxy(counted(count));
  const box = await fixture(html`<div><datafast-live-badge proxy-url="/live" lang="en"></datafast-live-badge></div>`);
  const el = box.querySelector('datafast-live-badge')!;
  await waitUntil(() => el.status === 'live', 'answered');
  await el.updateComplete;
  return { el, proxy };
}

async function poll(el: DatafastLiveBadge, proxy: ProxyStub, count: number | null): Promise<string> {
  proxy.reply = counted(count);
  await el.refresh();
  await el.updateComplete;
  return textOf(el.shadowRoot!.querySelector('[part="count"]'));
}

describe('the badge on a page whose translator', () => {
  for (const [name, translate] of Object.entries(TRANSLATORS)) {
    it(`${name} shows its newest text`, async () => {
      const { el, proxy } = await open(5);
      for (const [count, text] of [
        [77, '77 people here'],
        [1, '1 person here'],
        [null, 'n/a'],
        [0, '0 people here'],
        [1200, '1,200 people here'],
      ] as const) {
        translate(el.shadowRoot!);
        expect(await poll(el, proxy, count)).to.equal(text);
      }
    });
  }

  it('translated a text, an unchanged text stays translated', async () => {
    const { el, proxy } = await open(5);
    const original = translateInto(el.shadowRoot!, 'mot');
    await poll(el, proxy, 5);
    expect(original()).to.deep.equal([]);
  });
});
