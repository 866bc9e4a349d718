import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findLeaks } from '../../src/doctor/leaks.ts';
import { type JsonSchema, schemasOf } from '../../tools/json-schema.ts';
import { raw } from '../proxy/upstream.ts';
import { look, startServer } from './support.ts';

const PRIVATE = /\bada\b|lovelace|cookie-one|user-77|sesame|df_test|signup-form/i;

/** DataFast's own answer, handed on as it is. */
const RAW = {
  status: 'success',
  data: {
    count: 1,
    visitors: [
      {
        visitorId: 'cookie-one',
        location: { city: 'London', region: null, countryCode: 'GB' },
        system: { browser: { name: 'Firefox' }, os: { name: 'Linux' }, device: { type: 'desktop' } },
        currentUrl: '/reset?token=sesame',
        referrer: 'https://search.example/?q=lovelace',
        visitCount: 3,
        params: { ref: 'ada' },
        customerName: 'Ada Lovelace',
        customerEmail: 'ada@lovelace.example',
        profileData: { displayName: 'Ada', userId: 'user-77', hasProfile: true },
        conversionLikelihood: { score: 90 },
        'ada@lovelace.example': true,
      },
    ],
    recentEvents: [{ _id: 'e', type: 'custom', extraData: { eventName: 'goal', form: 'signup-form' } }],
    recentPayments: [{ _id: 'p', name: 'Ada', email: 'ada@lovelace.example', amount: 1, currency: 'USD' }],
  },
};
const HEADERS = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };

describe('a proxy that passes on DataFast’s raw answer', () => {
  it('is reported with the names of its private fields, without their values', async (t) => {
    const { url } = await startServer(t, raw(200, JSON.stringify(RAW), HEADERS));
    const looked = await look(url);
    const problems = looked.reported('problem').join('\n');
    for (const field of [
      'data.visitors[].customerEmail',
      'data.visitors[].profileData.userId',
      'data.visitors[].params',
      'data.visitors[].visitCount',
      'data.visitors[].currentUrl',
      'data.visitors[].customerName',
      'data.visitors[].conversionLikelihood',
      'data.visitors[].referrer',
      'data.visitors[].…',
      'data.recentEvents[].extraData.…',
      'data.recentPayments[].email',
      'data.recentPayments[].name',
    ]) {
      assert.ok(problems.includes(field), `${field} is not reported`);
    }
    assert.match(problems, /forwards DataFast’s raw answer/);
    assert.doesNotMatch(looked.printed, PRIVATE);
    assert.equal(looked.isHealthy, false);
  });

  it('in its newer form, with fewer fields, is reported for its ids', async (t) => {
    const visitors = [{ visitorId: 'cookie-one', location: { city: null, region: null, countryCode: 'GB' } }];
    const { url } = await startServer(t, raw(200, JSON.stringify({ status: 'success', data: { visitors } }), HEADERS));
    const looked = await look(url);
    assert.match(looked.reported('note').join('\n'), /privacy: .*visitorIds/);
    assert.doesNotMatch(looked.printed, PRIVATE);
  });
});

/** Names of all fields of JSON Schemas. */
function namesIn(schema: JsonSchema): string[] {
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as JsonSchema) : []),
    ...(typeof value === 'object' && value !== null ? namesIn(value as JsonSchema) : []),
  ]);
}

describe('private data', () => {
  it('is found at any depth, above all a key', () => {
    assert.deepEqual(
      [...findLeaks({ data: { visitors: [{ currentUrl: '/x/df_testtest1' }] } })],
      [['key', new Set(['data.visitors[].currentUrl'])]],
    );
    assert.ok(findLeaks({ data: { visitors: [[[{ x: 'a%40b.example' }]]] } }).has('email'));
  });

  it('includes any unknown field', () => {
    const visitors = [{ visitorId: 'a1', latitude: 1, ip: '203.0.113.7', system: { userAgent: 'x' } }];
    assert.deepEqual(
      [...findLeaks({ data: { visitors } })],
      [['unknown', new Set(['data.visitors[].…', 'data.visitors[].system.…'])]],
    );
  });

  it('does not include a field of the documented answer as unknown', () => {
    const types = join(import.meta.dirname, '../../src/protocol/types.ts');
    const schemas = schemasOf(types, ['SnapshotData'], (name) => name);
    const names = namesIn(schemas);
    assert.ok(names.includes('expectedValue'));
    const unknown = names.filter((name) => findLeaks({ data: { visitors: [{ [name]: 1 }] } }).has('unknown'));
    assert.deepEqual(unknown, []);
  });

  it('excludes names granted by the team policy', async (t) => {
    const meta = { version: 1, generatedAt: new Date().toISOString(), refreshSeconds: 10, stale: false };
    const visitors = [
      {
        visitorId: 'a1',
        location: { city: null, region: null, countryCode: 'GB' },
        profileData: { displayName: 'Ada', hasProfile: true, isRandomName: false },
      },
    ];
    const body = JSON.stringify({ status: 'success', meta, data: { count: 1, visitors } });
    const headers = { ...HEADERS, 'access-control-allow-headers': 'x-team', 'cache-control': 'private, no-store' };
    const { url } = await startServer(t, (request, response) => {
      const isTeam = request.headers['x-team'] === 'sesame' || request.method === 'OPTIONS';
      raw(isTeam ? 200 : 401, isTeam ? body : '', headers)(request, response);
    });
    const team = await look(url, { headers: { 'x-team': 'sesame' } });
    assert.deepEqual(team.reported('problem'), []);
    assert.doesNotMatch(team.printed, PRIVATE);

    const open = await startServer(t, raw(200, body, headers));
    const world = await look(open.url, { headers: { 'x-team': 'sesame' } });
    assert.match(
      world.reported('problem').join('\n'),
      /^privacy: Names of people are in data\.visitors\[\]\.profileData\.displayName/,
    );
  });
});
