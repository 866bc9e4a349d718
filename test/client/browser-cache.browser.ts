import { expect } from '@open-wc/testing';
import { requestSnapshot } from '../../src/client/request.ts';
import { cachingFor } from '../../src/proxy/cache-control.ts';

interface Polled {
  /** Of each answer: how many people, and the server's time. */
  answers: [count: number | null, time: number | null][];
  /** What each request had that reached the server. */
  requests: Record<string, string>[];
}

/** Several requests, one after the other, for answers with one `Cache-Control`. */
async function poll(cacheControl: string, caches: RequestCache[]): Promise<Polled> {
  const url = `/cached-answers/${crypto.randomUUID()}`;
  const answers: Polled['answers'] = [];
  for (const cache of caches) {
    const { signal } = new AbortController();
    const address = `${url}?${new URLSearchParams({ 'cache-control': cacheControl }).toString()}`;
    const answer = await requestSnapshot(address, { credentials: 'same-origin', signal, cache });
    if (answer.ok) answers.push([answer.snapshot.data.count, answer.serverTime]);
  }
  const requests = (await (await fetch(`${url}/requests`)).json()) as Polled['requests'];
  return { answers, requests };
}

/** A browser driven by WebDriver may have no cache, and then cannot fail. */
async function hasCache(): Promise<boolean> {
  const { requests } = await poll('public, max-age=3600', ['default', 'default']);
  return requests.length === 1;
}

/** Seconds between the first of some answers and each. */
function secondsOf({ answers }: Polled): number[] {
  return answers.map(([, time]) => (Number(time) - Number(answers[0]?.[1])) / 1000);
}

describe('the browser’s cache', () => {
  const { 'Cache-Control': control = '' } = cachingFor({ refreshSeconds: 10 })(0, 'hit');

  it('revalidates with the proxy’s default headers, without directives for shared caches', async () => {
    const polled = await poll(control, ['no-cache', 'default', 'default', 'default']);
    expect(secondsOf(polled)).to.deep.equal([0, 1, 2, 3]);
    expect(polled.answers.map(([count]) => count)).to.deep.equal([0, 0, 1, 1]);
    for (const request of polled.requests.slice(1)) expect(request).not.to.have.any.keys('cache-control', 'pragma');
  });

  it('revalidates by ETag', async function () {
    if (!(await hasCache())) this.skip();
    const { requests } = await poll(control, ['no-cache', 'default', 'default', 'default']);
    expect(requests.map((request) => request['if-none-match'])).to.deep.equal([undefined, 'W/"0"', 'W/"0"', 'W/"1"']);
  });

  it('may repeat an answer that a header makes cacheable, which "no-cache" prevents', async function () {
    if (!(await hasCache())) this.skip();
    const polled = await poll('public, max-age=3600', ['no-cache', 'default', 'default', 'no-cache']);
    expect(secondsOf(polled)).to.deep.equal([0, 0, 0, 1]);
    expect(polled.requests).to.have.length(2);
  });
});
