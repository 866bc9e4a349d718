import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { startProxy } from '../proxy/start.ts';
import { answer, failure, raw, type Respond } from '../proxy/upstream.ts';
import { canariesIn, canaryAnswer } from './canaries.ts';
import { outputAt, PATHS } from './outputs.ts';

/** What each key of the policy lets through, and what all let through. */
const ALWAYS = ['recentevents-extradata-eventname', 'recentevents-type', 'recentpayments-type'];
const CITIES = ['visitors-location-city', 'visitors-location-region'];
const SYSTEM = ['visitors-system-browser-name', 'visitors-system-device-type', 'visitors-system-os-name'];
const PAGES = ['event-page', 'page'];
const REFERRERS = ['event-referrer-host', 'referrer-host'];
const NAMES = [
  'recentevents-customername',
  'recentevents-displayname',
  'recentpayments-displayname',
  'recentpayments-name',
  'visitors-customername',
  'visitors-profiledata-displayname',
];
/** A list of words: one more of them is one of them. */
const PREDICTIONS = [
  'visitors-conversionlikelihood-dimensionmatches',
  'visitors-conversionlikelihood-dimensionmatches-stray',
];

/** Asked for where a policy grants what not everybody may read. */
const GUARDED: LiveMapProxyOptions = { allowedOrigins: [], authorize: () => true };

const POLICIES: [what: string, options: LiveMapProxyOptions, allowed: string[]][] = [
  ['public', {}, [...CITIES, ...SYSTEM, ...PAGES]],
  ['team', { ...GUARDED, privacy: 'team' }, [...CITIES, ...SYSTEM, ...PAGES, ...REFERRERS, ...NAMES, ...PREDICTIONS]],
  ['without cities', { privacy: { cities: false } }, [...SYSTEM, ...PAGES]],
  ['with groups of two', { privacy: { minimumGroup: 2 } }, [...SYSTEM, ...PAGES]],
  ['without systems', { privacy: { system: false } }, [...CITIES, ...PAGES]],
  ['without pages', { privacy: { pages: 'hidden' } }, [...CITIES, ...SYSTEM]],
  ['with one page', { privacy: { pages: ['/canary-page'] } }, [...CITIES, ...SYSTEM, 'page']],
  ['without coordinates', { privacy: { coordinates: false } }, [...CITIES, ...SYSTEM, ...PAGES]],
  ['without amounts', { privacy: { amounts: 'hidden' } }, [...CITIES, ...SYSTEM, ...PAGES]],
  ['with referrers', { ...GUARDED, privacy: { referrers: true } }, [...CITIES, ...SYSTEM, ...PAGES, ...REFERRERS]],
  ['with names', { ...GUARDED, privacy: { names: true } }, [...CITIES, ...SYSTEM, ...PAGES, ...NAMES]],
  [
    'with predictions',
    { ...GUARDED, privacy: { predictions: true } },
    [...CITIES, ...SYSTEM, ...PAGES, ...PREDICTIONS],
  ],
  ['of too few people', { minimumCount: 2 }, ['event-page']],
];
/** The routes that answer with the snapshot; no other route has its texts. */
const WHOLE = ['/', '/stream'];

it('all routes are covered', () => {
  for (const path of ['/', '/health']) assert.ok(PATHS.includes(path), path);
});

describe('an answer with a canary in every text', () => {
  for (const [what, options, allowed] of POLICIES) {
    it(`${what}: publishes exactly the canaries that the policy allows, in the snapshot only`, async (t) => {
      const proxy = await startProxy(t, { ...options, respond: answer(canaryAnswer()) });
      await proxy.get();
      for (const path of PATHS) {
        const output = await outputAt(proxy, path);
        assert.deepEqual(canariesIn(output), WHOLE.includes(path) ? [...ALWAYS, ...allowed].sort() : [], path);
        assert.doesNotMatch(output, /77700\d|2020-01-01/, path);
      }
      assert.deepEqual(canariesIn(proxy.log.join(' ')), []);
    });

    it(`${what}: publishes no more when times and codes are canaries too`, async (t) => {
      const proxy = await startProxy(t, { ...options, respond: answer(canaryAnswer(true)) });
      await proxy.get();
      for (const path of PATHS) {
        const expected = WHOLE.includes(path) ? [...ALWAYS, ...allowed] : [];
        const found = canariesIn(await outputAt(proxy, path));
        assert.deepEqual(
          found.filter((name) => !expected.includes(name)),
          [],
          path,
        );
      }
      assert.deepEqual(canariesIn(proxy.log.join(' ')), []);
    });
  }
});

describe('a failing upstream with canaries in its messages', () => {
  const words = JSON.stringify(canaryAnswer());
  const headers = { 'retry-after': 'canary-pause', 'x-canary-header': 'canary-value', location: '/canary-location' };
  const failures: [what: string, respond: Respond][] = [
    ['an error', raw(500, words, headers)],
    ['an error in its own form', failure(401, headers)],
    ['a redirect', raw(302, words, headers)],
    ['a page', raw(200, `<!doctype html><title>canary-title</title>${words}`, headers)],
    ['half an answer', raw(200, words.slice(0, -9), headers)],
    [
      'an error of status 200',
      answer({ status: 'error', error: { code: 'canary-code', message: words, reason: words } }),
    ],
    ['something else', answer({ status: 'canary-status', list: [canaryAnswer()] })],
  ];
  for (const [what, respond] of failures) {
    it(`${what}: none of them is published`, async (t) => {
      const proxy = await startProxy(t, { respond });
      const outputs = await Promise.all(PATHS.map((path) => outputAt(proxy, path)));
      assert.deepEqual(canariesIn(`${outputs.join(' ')} ${proxy.log.join(' ')}`), []);
      assert.ok(!outputs.join(' ').includes('Words of the upstream'));
    });
  }
});
