import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { test, type TestContext } from 'node:test';
import { startUpstream, type Fault, type Upstream, type UpstreamOptions } from '../../demo/upstream/server.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { createSimulator } from '../../src/simulator/index.ts';

const NOON = Date.UTC(2025, 5, 1, 12);
const KEY = { authorization: 'Bearer df_demo' };

async function start(context: TestContext, options?: UpstreamOptions): Promise<Upstream> {
  const upstream = await startUpstream({ now: () => NOON, ...options });
  context.after(() => upstream.close());
  return upstream;
}
function ask(url: string, headers: Record<string, string> = KEY, init?: RequestInit): Promise<Response> {
  return fetch(url, { headers, redirect: 'manual', ...init });
}
async function assertError(response: Response, status: number): Promise<void> {
  assert.equal(response.status, status);
  const { status: word, error } = (await response.json()) as {
    status: string;
    error: { code: number; message: string };
  };
  assert.deepEqual([word, error.code, typeof error.message], ['error', status, 'string']);
}

test('answers with the simulator’s state at the current time', async (context) => {
  const simulator = createSimulator({ seed: 3 });
  const upstream = await start(context, { simulator });
  assert.equal(new URL(upstream.url).pathname, '/api/v1/analytics/realtime/map');
  const response = await ask(upstream.url);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type')!, /^application\/json/);
  assert.deepEqual(await response.json(), simulator.answerAt(NOON));
});

test('answers with a fixed answer or with a function’s result', async (context) => {
  const fixed = await start(context, { answer: { status: 'success', data: { count: 3 } } });
  assert.deepEqual(await (await ask(fixed.url)).json(), { status: 'success', data: { count: 3 } });
  let count = 0;
  const counting = await start(context, { answer: () => ({ status: 'success', data: { count: ++count } }) });
  await (await ask(counting.url)).text();
  assert.deepEqual(await (await ask(counting.url)).json(), { status: 'success', data: { count: 2 } });
});

test('answers 401 for a missing or wrong key', async (context) => {
  const { url } = await start(context);
  await assertError(await ask(url, {}), 401);
  await assertError(await ask(url, { authorization: 'Bearer df_other' }), 401);
  await assertError(await ask(url, { authorization: 'df_demo' }), 401);
});

test('requires website and permission on every request with an account key', async (context) => {
  const options = { apiKey: 'dft_account', websiteId: 'site-1' };
  const { url } = await start(context, options);
  const key = { authorization: 'Bearer dft_account' };
  await assertError(await ask(url, key), 400);
  await assertError(await ask(`${url}?websiteId=site-2`, key), 404);
  const response = await ask(`${url}?websiteId=site-1`, key);
  assert.ok(parseSnapshot(await response.json()).ok);

  const powerless = await start(context, { ...options, permissions: ['goals:write'] });
  await assertError(await ask(`${powerless.url}?websiteId=site-1`, key), 403);
});

test('answers 404 for other paths and 405 for other methods', async (context) => {
  const { url } = await start(context);
  await assertError(await ask(url.replace('/map', '')), 404);
  await assertError(await ask(url, KEY, { method: 'POST' }), 405);
});

test('answers 429 with the time to wait after the limit of a minute, until the next minute', async (context) => {
  let now = NOON + 15_000;
  const { url } = await start(context, { requestsPerMinute: 2, now: () => now });
  const first = await ask(url);
  await first.text();
  assert.equal(first.headers.get('x-ratelimit-limit'), '2');
  assert.equal(first.headers.get('x-ratelimit-remaining'), '1');
  await (await ask(url)).text();
  const third = await ask(url);
  assert.equal(third.headers.get('retry-after'), '45');
  assert.equal(third.headers.get('x-ratelimit-remaining'), '0');
  await assertError(third, 429);
  now += 45_000;
  const later = await ask(url);
  await later.text();
  assert.equal(later.status, 200);
});

test('counts requests and stores the last 50', async (context) => {
  const upstream = await start(context, { answer: {} });
  for (let index = 1; index <= 60; index++) await (await ask(`${upstream.url}?n=${index}`)).text();
  assert.equal(upstream.calls, 60);
  assert.equal(upstream.requests.length, 50);
  assert.match(upstream.requests[0]!.url, /\?n=11$/);
  assert.match(upstream.requests.at(-1)!.url, /\?n=60$/);
  assert.equal(upstream.requests.at(-1)!.headers.authorization, 'Bearer df_demo');
});

for (const status of [400, 401, 403, 404, 429, 500, 503] as const) {
  test(`fault ${status} uses the documented envelope and ends when cleared`, async (context) => {
    const upstream = await start(context);
    upstream.fault = status;
    const response = await ask(upstream.url);
    assert.equal(response.headers.has('retry-after'), status === 429);
    await assertError(response, status);
    upstream.fault = null;
    const healthy = await ask(upstream.url);
    await healthy.text();
    assert.equal(healthy.status, 200);
  });
}

test('accepts a fault for a single request', async (context) => {
  const { url } = await start(context);
  await assertError(await ask(`${url}?fault=503`), 503);
  for (const unknown of ['', '?fault=', '?fault=999', '?fault=constructor']) {
    const response = await ask(url + unknown);
    await response.text();
    assert.equal(response.status, 200);
  }
});

test('fault html is a page with status 200', async (context) => {
  const { url } = await start(context);
  const response = await ask(`${url}?fault=html`);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type')!, /^text\/html/);
  assert.match(await response.text(), /^<!doctype html>/);
});

test('fault garbage is truncated, empty has no body, wrong-shape is other JSON', async (context) => {
  const { url } = await start(context);
  await assert.rejects((await ask(`${url}?fault=garbage`)).json(), SyntaxError);
  const empty = await ask(`${url}?fault=empty`);
  assert.deepEqual([empty.status, await empty.text()], [204, '']);
  assert.deepEqual(await (await ask(`${url}?fault=wrong-shape`)).json(), { ok: true });
});

test('fault redirect leads to a path that records clients that follow it', async (context) => {
  const upstream = await start(context);
  const response = await ask(`${upstream.url}?fault=redirect`);
  assert.deepEqual([response.status, response.headers.get('location')], [302, '/elsewhere']);
  assert.equal(upstream.calls, 1);
  await (await ask(`${upstream.url}?fault=redirect`, KEY, { redirect: 'follow' })).text();
  assert.match(upstream.requests.at(-1)!.url, /\/elsewhere$/);
});

test('fault reset closes the connection', async (context) => {
  const { url } = await start(context);
  await assert.rejects(ask(`${url}?fault=reset`), TypeError);
});

test('fault huge is endless and stops when the reader closes', async (context) => {
  const { url } = await start(context);
  const response = await ask(`${url}?fault=huge`);
  let bytes = 0;
  for await (const chunk of response.body!) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > 8 * 1024 * 1024) break;
  }
  assert.ok(bytes > 8 * 1024 * 1024);
});

for (const fault of ['hang', 'stall', 'huge'] satisfies Fault[]) {
  test(`fault ${fault} ends when the server closes`, async () => {
    const upstream = await startUpstream();
    upstream.fault = fault;
    const request = get(upstream.url, { headers: KEY });
    // Depending on how far it came, the request or its response reports the end; an unread response does not.
    const ended = new Promise((resolve) => {
      request.on('error', resolve);
      request.on('response', (response) => response.resume().on('error', resolve));
    });
    await once(request, fault === 'hang' ? 'finish' : 'response');
    await upstream.close();
    await ended;
  });
}

test('does not wait for a delayed answer when closing', async () => {
  const upstream = await startUpstream({ latencyMs: 3_600_000 });
  const request = get(upstream.url, { headers: KEY });
  const ended = once(request, 'error');
  ended.catch(() => undefined);
  await once(request, 'finish');
  await upstream.close();
  await assert.doesNotReject(ended);
});

test('sends a delayed answer', async (context) => {
  const { url } = await start(context, { latencyMs: 1 });
  const response = await ask(url);
  await response.text();
  assert.equal(response.status, 200);
});

test('may be closed twice', async () => {
  const upstream = await startUpstream();
  await upstream.close();
  await upstream.close();
});
