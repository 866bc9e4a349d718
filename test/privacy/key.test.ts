import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startProxy } from '../proxy/start.ts';
import { answer, failure, raw, snapshot, type Respond } from '../proxy/upstream.ts';
import { outputAt, PATHS } from './outputs.ts';

const apiKey = 'df_verysecret';

/** All that comes out of a proxy, and what its operator reads. */
async function everything(proxy: Awaited<ReturnType<typeof startProxy>>): Promise<string> {
  const outputs = await Promise.all(PATHS.map((path) => outputAt(proxy, path)));
  return `${outputs.join('\n')}\n${proxy.log.join('\n')}`;
}

describe('the key is in no answer, header or log', () => {
  const echo = {
    'x-key': apiKey,
    'retry-after': apiKey,
    'www-authenticate': `Bearer ${apiKey}`,
    location: `https://${apiKey}.example.com/`,
  };
  const error = { code: apiKey, message: apiKey, reason: apiKey };
  const echoes: [what: string, respond: Respond][] = [
    ['a good answer has it in its headers', raw(200, JSON.stringify(snapshot()), echo)],
    ['an error has it in its headers', failure(401, echo)],
    ['a pause is asked for with it', failure(429, echo)],
    ['a redirect goes to it', raw(302, apiKey, echo)],
    ['an error has it in its body', raw(500, JSON.stringify({ status: 'error', error }), echo)],
    ['an error of status 200 has it in its body', answer({ status: 'error', error })],
    ['the answer is not JSON', raw(200, `not JSON: ${apiKey}`)],
    ['the answer is something else', answer({ [apiKey]: apiKey })],
    ['the reason phrase is the key', (_request, response) => response.writeHead(500, apiKey).end(apiKey)],
  ];
  for (const [what, respond] of echoes) {
    it(`when ${what}`, async (t) => {
      const output = await everything(await startProxy(t, { apiKey, respond }));
      assert.ok(!output.includes('verysecret'), output);
    });
  }

  it('when the answer has it in every text', async (t) => {
    const texts = [apiKey, `of ${apiKey}`, `/${apiKey}/x`, `https://example.com/${apiKey}`, `x-${apiKey}.y`];
    const visitors = texts.map((text, index) => ({
      visitorId: `${text}${index}`,
      location: { city: text, region: text, countryCode: text },
      system: { browser: text, os: { name: text }, device: { type: text } },
      currentUrl: text,
      precision: text,
    }));
    const recentEvents = texts.map((text) => ({ type: text, path: text, extraData: { eventName: text } }));
    const recentPayments = texts.map((text) => ({ type: text, currency: text, amount: text }));
    const respond = answer(snapshot({ visitors, recentEvents, recentPayments }));
    const proxy = await startProxy(t, { apiKey, respond });
    assert.equal((await proxy.get()).snapshot().data.visitors.length, texts.length);
    const output = await everything(proxy);
    assert.ok(!output.includes('verysecret'), output);
  });

  for (const form of ['df_12345', 'df_live_abcdef', 'dft_ab-cdefgh']) {
    it(`when it has the form ${form.replace(/\w+$/, '…')}, ${form.length} long`, async (t) => {
      const visitors = [{ visitorId: 'v', location: { city: form }, currentUrl: `/reset/${form}` }];
      const proxy = await startProxy(t, { respond: answer(snapshot({ visitors })) });
      const output = await everything(proxy);
      assert.ok(!output.includes(form), output);
    });
  }

  it('when the error of fetch contains it', async (t) => {
    const error = new TypeError(`cannot send Bearer ${apiKey}`, { cause: { code: apiKey, message: apiKey } });
    error.name = apiKey;
    const proxy = await startProxy(t, { apiKey, fetch: () => Promise.reject(error) });
    assert.equal((await proxy.get()).status, 503);
    assert.deepEqual(proxy.log, [
      'warn: datafast-live-map: DataFast cannot be reached (error). (upstream-unavailable)',
    ]);
    assert.ok(!(await everything(proxy)).includes('verysecret'));
  });

  it('when a viewer’s request contains it', async (t) => {
    const proxy = await startProxy(t, { apiKey });
    for (const path of [`/?key=${apiKey}`, `/${apiKey}`, `/health?${apiKey}`]) {
      const { bytes, headers } = await proxy.get(path, { authorization: `Bearer ${apiKey}`, 'x-key': apiKey });
      assert.ok(!`${bytes.toString()} ${JSON.stringify(headers)} ${proxy.log.join()}`.includes('verysecret'));
    }
  });
});
