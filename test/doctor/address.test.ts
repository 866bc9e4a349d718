import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressFindings } from '../../src/doctor/address.ts';
import { explainNetworkError } from '../../src/doctor/network.ts';

function verdicts(url: string, origin: string | null): string {
  const findings = addressFindings({ url: new URL(url), origin, headers: {}, credentials: false });
  return findings.map(({ verdict, blank }) => verdict + (blank === undefined ? '' : ', blank')).join(' · ');
}

describe('the address of the proxy', () => {
  const rows: [url: string, origin: string | null, expected: string][] = [
    ['https://live.example.com/', 'https://www.example.com', 'ok'],
    ['https://live.example.com/', null, 'ok'],
    ['http://live.example.com/', 'https://www.example.com', 'problem, blank'],
    ['http://live.example.com/', 'http://www.example.com', 'note'],
    ['http://live.example.com/', null, 'note'],
    ['http://127.0.0.1:8787/', 'http://localhost:5173', 'ok'],
    ['http://localhost:8787/', 'https://www.example.com', 'note'],
    ['http://[::1]:8787/', null, 'note'],
    ['https://me:secret@live.example.com/', null, 'problem, blank · ok'],
    ['https://live.example.com/?token=secret', null, 'note · ok'],
  ];
  for (const [url, origin, expected] of rows) {
    it(`${url} from ${origin ?? 'anywhere'}: ${expected}`, () => {
      assert.equal(verdicts(url, origin), expected);
    });
  }
});

describe('Node’s error codes', () => {
  const rows: [code: string, expected: RegExp][] = [
    ['ENOTFOUND', /no DNS record for live\.example\.com/],
    ['EAI_AGAIN', /could not be looked up/],
    ['EHOSTUNREACH', /is unreachable from here/],
    ['UND_ERR_CONNECT_TIMEOUT', /timed out/],
    ['CERT_HAS_EXPIRED', /has expired/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /self-signed/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /full chain/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /is not for live\.example\.com/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /does not serve https/],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', /handshake fails/],
    ['EUNHEARDOF', /cannot be reached \(EUNHEARDOF\)/],
    ['secret value', /cannot be reached\.$/],
  ];
  for (const [code, expected] of rows) {
    it(`${code} is explained in plain words`, () => {
      const error = Object.assign(new TypeError('fetch failed'), { cause: { code } });
      const { text, blank } = explainNetworkError(error, new URL('https://live.example.com/'));
      assert.match(text, expected);
      assert.ok(blank.length > 10);
    });
  }
});
