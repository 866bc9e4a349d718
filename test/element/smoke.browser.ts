import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.ts';
import type { DatafastLiveMap } from '../../src/index.ts';

describe('smoke', () => {
  it('draws land', async () => {
    const el = await fixture<DatafastLiveMap>(html`<datafast-live-map></datafast-live-map>`);
    expect(el.shadowRoot!.querySelector('.land')!.getAttribute('d')!.length).to.be.greaterThan(10000);
  });
});
