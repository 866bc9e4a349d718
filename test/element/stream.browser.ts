import { expect, html } from '@open-wc/testing';
import type { Snapshot } from '../../src/index.ts';
import { documentedAnswer } from './documented.ts';
import { json, mount, recordEvents, recordWarnings, shows, stubProxy, waitUntil } from './support.ts';

/** A stream of the test's own, over the network: what it sends, and how many read it. */
function openStream() {
  const url = `/event-streams/${crypto.randomUUID()}`;
  return {
    url,
    send: (body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) }),
    hasReaders: (count: number) =>
      waitUntil(async () => Number(await (await fetch(url)).text()) === count, `${count} read it`),
  };
}

const withCount = (count: number): unknown => {
  const { data, ...rest } = documentedAnswer();
  return { ...rest, data: { ...data, count } };
};

describe('transport="stream"', () => {
  it('receives each snapshot through one request, which ends with the element', async () => {
    const stream = openStream();
    const updates = recordEvents<{ snapshot: Snapshot }>('datafast-update');
    const el = await mount(html`<datafast-live-map proxy-url=${stream.url} transport="stream"></datafast-live-map>`);
    await stream.hasReaders(1);
    for (const count of [3, 14]) {
      await stream.send(withCount(count));
      await waitUntil(() => updates.at(-1)?.snapshot.data.count === count, `${count} have come`);
    }
    expect(el.status).to.equal('live');
    expect(updates).to.have.length(2);
    await stream.hasReaders(1);
    el.remove();
    await stream.hasReaders(0);
    expect(el.status).to.equal('live');
  });

  it('is bypassed by refresh(), which sends a request', async () => {
    const stream = openStream();
    const el = await mount(html`<datafast-live-map proxy-url=${stream.url} transport="stream"></datafast-live-map>`);
    await stream.hasReaders(1);
    const proxy = stubProxy(json(withCount(7)));
    await el.refresh();
    expect(proxy.requests.map(({ url }) => new URL(url).pathname)).to.deep.equal([stream.url]);
    expect(el.snapshot?.data.count).to.equal(7);
  });

  it('falls back to polling without a warning when there is no stream', async () => {
    const proxy = stubProxy(() =>
      new URL(proxy.requests.at(-1)!.url).pathname.endsWith('/stream')
        ? new Response('', { status: 404 })
        : json(withCount(5))(),
    );
    const statuses = recordEvents<{ status: string }>('datafast-status');
    const el = await mount(html`<datafast-live-map proxy-url="/live" transport="stream"></datafast-live-map>`);
    await shows(el, 'live');
    expect(statuses.map(({ status }) => status)).to.deep.equal(['loading', 'live']);
    expect(proxy.requests.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/live/stream', '/live']);
    await el.refresh();
    expect(new URL(proxy.requests.at(-1)!.url).pathname).to.equal('/live');
    expect(proxy.requests).to.have.length(3);
  });

  it('is closed when the attribute changes', async () => {
    const stream = openStream();
    const el = await mount(html`<datafast-live-map proxy-url=${stream.url} transport="stream"></datafast-live-map>`);
    await stream.hasReaders(1);
    const warnings = recordWarnings();
    el.transport = 'poll';
    await stream.hasReaders(0);
    await waitUntil(() => warnings.length === 1, 'a poll without a snapshot');
  });
});
