import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeFailure } from '../../src/client/failure-reasons.ts';

const PAGE = 'https://www.example.com/blog/';

/** What an element on a page requests. */
function requestedFor(proxyUrl: string): string | null {
  const url = URL.canParse(proxyUrl.trim(), PAGE) ? new URL(proxyUrl.trim(), PAGE) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

const shown = (proxyUrl: string): string => describeFailure('not-json', proxyUrl, requestedFor(proxyUrl));

describe('the explanation of a failed request', () => {
  test('has the requested address, the relative one as written, and the cause', () => {
    assert.match(
      shown('/live'),
      /from https:\/\/www\.example\.com\/live \(proxy-url is "\/live"\): the answer is not JSON/,
    );
    assert.match(shown('https://live.example.com/'), /from https:\/\/live\.example\.com\/: the answer is not JSON/);
    assert.match(describeFailure('http-418', '/live', `${PAGE}live`), /the request failed \(http-418\)/);
  });

  test('reports a missing or unusable address', () => {
    assert.match(describeFailure('unconfigured', null, null), /^has no proxy-url: set it to the address of your proxy/);
    assert.match(
      describeFailure('unconfigured', 'javascript:alert(1)', null),
      /an address that is not http\(s\) \(proxy-url is "javascript:alert\(1\)"\)/,
    );
  });

  const intended: [written: string, meant: string][] = [
    ['live.example.com', 'https://live.example.com'],
    [' live.example.com ', 'https://live.example.com'],
    ['live.example.com/site?token=secret', 'https://live.example.com/site'],
    ['live.example.com:8443/site', 'https://live.example.com:8443/site'],
    ['www.example.org/live', 'https://www.example.org/live'],
    ['münchen.example', 'https://münchen.example'],
    ['https:live.example.com', 'https://live.example.com'],
    ['https//live.example.com', 'https://live.example.com'],
    ['proxy:8787', 'https://proxy:8787'],
    ['localhost', 'http://localhost'],
    ['localhost:8787', 'http://localhost:8787'],
    ['localhost:8787/live', 'http://localhost:8787/live'],
    ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['[::1]:8787', 'http://[::1]:8787'],
    ['mac.local:3000', 'http://mac.local:3000'],
  ];
  for (const [written, meant] of intended) {
    test(`reports a missing scheme in ${written}`, () => {
      const requested = requestedFor(written);
      assert.ok(shown(written).endsWith(` Did you mean ${meant}?`), shown(written));
      assert.ok(requested === null || shown(written).includes(`from ${requested.split('?')[0] ?? ''} (`));
    });
  }

  test('reports that two slashes inherit the page’s scheme', () => {
    const written = '//live.example.com';
    assert.match(
      describeFailure('network', written, 'http://live.example.com/'),
      /Did you mean https:\/\/live\.example\.com\?$/,
    );
    assert.doesNotMatch(describeFailure('network', written, 'https://live.example.com/'), /Did you mean/);
    assert.match(describeFailure('unconfigured', written, null), /Did you mean https:\/\/live\.example\.com\?$/);
  });

  test('does not mistake a path for a host', () => {
    for (const path of [
      '/live',
      './live',
      '../live',
      'live',
      'live.json',
      'api/live.php',
      'v1.0/live',
      '1.2/live',
      '/',
    ]) {
      assert.doesNotMatch(shown(path), /Did you mean/, path);
    }
    assert.doesNotMatch(shown('http://live.example.com'), /Did you mean/);
  });

  test('has no query, fragment, user name or password', () => {
    for (const address of [
      'https://ada:secret@live.example.com/?key=secret#secret',
      '/live?key=secret#secret',
      'live.example.com?key=secret',
      'ada:secret@live.example.com',
      'javascript:secret@secret/?secret',
    ]) {
      assert.doesNotMatch(describeFailure('network', address, requestedFor(address)), /ada|key|secret(?!\/)/, address);
    }
  });
});
