import { expect, html } from '@open-wc/testing';
import { mount, recordWarnings, shows, stubProxy, unreachable, warned } from './support.ts';

describe('what is recorded in a test', () => {
  it('is over with it, also where the sentence of a warning is still being fetched', async () => {
    stubProxy(unreachable);
    recordWarnings();
    await shows(await mount(html`<datafast-live-map proxy-url="/one"></datafast-live-map>`), 'error');
  });

  it('is nothing of the test before', async () => {
    const warnings = recordWarnings();
    await warned();
    expect(warnings).to.deep.equal([]);
  });
});
