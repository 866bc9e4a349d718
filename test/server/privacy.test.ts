import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { renderLiveMap } from '../../src/server/index.ts';
import { canariesIn, canaryAnswer } from '../privacy/canaries.ts';
import { startProxy } from '../proxy/start.ts';
import { answer } from '../proxy/upstream.ts';

const GUARDED: LiveMapProxyOptions = { allowedOrigins: [], authorize: () => true };
const POLICIES: Record<string, LiveMapProxyOptions> = {
  public: {},
  team: { ...GUARDED, privacy: 'team' },
  'without cities, pages and systems': { privacy: { cities: false, pages: 'hidden', system: false } },
  'with names': { ...GUARDED, privacy: { names: true } },
};
/** All that an element can show. Lists have long texts in two parts: the first one is the beginning of a name. */
const EVERYTHING = {
  breakdown: 'pages countries referrers browsers systems devices',
  history: true,
  'ticker-size': 20,
};
/** Of the e-mail addresses and ids that a raw answer has. */
const PERSONAL = /email|userid|visitorid|ip$|password|query|fragment/;

describe('renderLiveMap with a canary in every text', () => {
  for (const [what, options] of Object.entries(POLICIES)) {
    it(`${what}: renders only what the proxy publishes`, async (t) => {
      const proxy = await startProxy(t, { ...options, respond: answer(canaryAnswer()) });
      const { text } = { text: (await proxy.get()).bytes.toString() };
      const published = canariesIn(text);
      const rendered = canariesIn(renderLiveMap(JSON.parse(text), { lang: 'de', attributes: EVERYTHING }));
      assert.deepEqual(
        rendered.filter((name) => !published.some((known) => known.startsWith(name))),
        [],
      );
      assert.deepEqual(
        rendered.filter((name) => PERSONAL.test(name)),
        [],
      );
    });
  }

  it('renders a raw answer with the policy "public" only', async (t) => {
    for (const isFormless of [false, true]) {
      const raw = canaryAnswer(isFormless) as { meta?: unknown };
      delete raw.meta;
      const proxy = await startProxy(t, { respond: answer(raw) });
      const published = canariesIn((await proxy.get()).bytes.toString());
      const rendered = canariesIn(renderLiveMap(raw, { attributes: EVERYTHING }));
      assert.ok(rendered.length > 0);
      assert.deepEqual(
        rendered.filter((name) => !published.some((known) => known.startsWith(name))),
        [],
      );
      assert.doesNotMatch(renderLiveMap(raw, { attributes: EVERYTHING }), /77700\d/);
    }
  });
});
