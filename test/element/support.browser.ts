import { expect, html } from '@open-wc/testing';
import { mount, recordWarnings, shows, stubProxy, unreachable, warned } from './support.ts';

describe('recorded warnings', () => {
  it('end with their test, even while a warning’s text is loading', async () => {
    stubProxy(unreachable);
    recordWarnings();
    await shows(await mount(html`<datafast-live-map proxy-url="/one"></datafast-live-map>`), 'error');
  });

  it('are not those of the previous test', async () => {
    const warnings = recordWarnings();
    await warned();
    expect(warnings).to.deep.equal([]);
  });
});
