import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProbe } from '../../src/doctor/probe.ts';
import { framingFindings } from '../../src/doctor/framing.ts';
import type { Subject } from '../../src/doctor/subject.ts';
import { startProxy } from '../proxy/start.ts';
import { look } from './support.ts';

/** What is found where /embed answers so. */
async function found(
  answer: { status?: number; headers?: Record<string, string> },
  subject: Partial<Subject> = {},
): Promise<string[]> {
  const full: Subject = {
    url: new URL('https://live.example/live'),
    origin: null,
    headers: {},
    credentials: false,
    ...subject,
  };
  const requested: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    requested.push(url);
    const { status = 200, headers = {} } = answer;
    return Promise.resolve(new Response('', { status, headers: { 'content-type': 'text/html', ...headers } }));
  };
  const findings = await framingFindings(full, createProbe(full, { fetch, timeoutMs: 1000 }));
  assert.deepEqual(requested, ['https://live.example/live/embed']);
  return findings.map(({ verdict, check, text }) => `${verdict} ${check}: ${text}`);
}

describe('the doctor on /embed', () => {
  const wiki = 'https://wiki.example';
  const policies: [policy: string, origin: string, isAllowed: boolean][] = [
    ['frame-ancestors *', wiki, true],
    ["default-src 'none'; Frame-Ancestors 'self' https://wiki.example; sandbox", wiki, true],
    ["frame-ancestors 'self'", wiki, false],
    ["frame-ancestors 'self'", 'https://live.example', true],
    ["frame-ancestors 'none'", 'https://live.example', false],
    ['frame-ancestors https://*.example', wiki, true],
    ['frame-ancestors https://*.wiki.example', wiki, false],
    ['frame-ancestors wiki.example', wiki, true],
    ['frame-ancestors http://wiki.example', wiki, true],
    ['frame-ancestors https://wiki.example', 'http://wiki.example', false],
    ['frame-ancestors https://wiki.example:8443', wiki, false],
    ['frame-ancestors https://wiki.example', 'https://wiki.example:8443', false],
    ['frame-ancestors https://wiki.example:*', 'https://wiki.example:8443', true],
    ['frame-ancestors https:', wiki, true],
  ];
  for (const [policy, origin, isAllowed] of policies) {
    it(`reports that ${origin} ${isAllowed ? 'may' : 'may not'} frame it with ${policy}`, async () => {
      const [text, ...more] = await found({ headers: { 'content-security-policy': policy } }, { origin });
      assert.deepEqual(more, []);
      if (isAllowed) assert.equal(text, `ok embed: Pages of ${origin} may show /embed in a frame.`);
      else assert.match(text!, /^note embed: Pages of .* may not show \/embed in a frame.*embed\.ancestors/);
    });
  }

  it('reports a second policy, which a server in front has added', async () => {
    const headers = { 'content-security-policy': "frame-ancestors *, frame-ancestors 'none'" };
    assert.match((await found({ headers }, { origin: wiki })).join(), /^note embed: .* may not .*a server in front/);
  });

  it('respects X-Frame-Options of a server in front when there is no policy', async () => {
    const headers = { 'x-frame-options': 'SAMEORIGIN' };
    assert.match((await found({ headers }, { origin: wiki })).join(), /^note embed: X-Frame-Options: SAMEORIGIN/);
    const both = { ...headers, 'content-security-policy': 'frame-ancestors *' };
    assert.match((await found({ headers: both }, { origin: wiki })).join(), /^ok /);
  });

  it('reports whether every page may frame it when no origin is given', async () => {
    assert.match(
      (await found({ headers: { 'content-security-policy': 'frame-ancestors *' } })).join(),
      /^ok .*every origin/,
    );
    const closed = { headers: { 'content-security-policy': "frame-ancestors 'self'" } };
    assert.match((await found(closed)).join(), /^note .*--origin/);
  });

  const others: [answer: Parameters<typeof found>[0], text: RegExp][] = [
    [{ status: 404 }, /^note embed: There is no \/embed: .*scriptUrl/],
    [{ status: 401 }, /^note embed: .*permission.*cookies/],
    [{ status: 500 }, /^note embed: .*500/],
    [{ headers: { 'content-type': 'application/json' } }, /not a page/],
  ];
  for (const [answer, text] of others) {
    it(`explains ${JSON.stringify(answer)}`, async () => {
      assert.match((await found(answer)).join(), text);
    });
  }

  it('diagnoses the /embed of a running proxy', async (t) => {
    const files = { names: new Set(['datafast-live-map.js']), read: () => Promise.resolve(new Uint8Array()) };
    const { url } = await startProxy(t, { files, sampleData: true, allowedOrigins: [wiki] });
    const looked = await look(`${url}/`, { origin: wiki });
    assert.match(looked.reported('ok').join('\n'), /Pages of https:\/\/wiki\.example may show \/embed in a frame/);
    assert.deepEqual(looked.reported('problem'), []);
  });
});
