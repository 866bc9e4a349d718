import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodedPath, pagePath } from '../../src/protocol/page.ts';

const PATHS: [text: string | null, path: string | null, why: string][] = [
  ['/pricing', '/pricing', 'a path'],
  ['/', '/', 'the root'],
  ['/pricing/', '/pricing/', 'a trailing slash is the site’s own business'],
  ['/pricing?utm_source=x', '/pricing', 'the query is left out'],
  ['/docs#install', '/docs', 'the fragment is left out'],
  ['/docs#a?b', '/docs', 'a question mark within the fragment'],
  ['/a?next=/b#c', '/a', 'slashes within the query'],
  ['https://example.com/pricing?x=1', '/pricing', 'an absolute URL'],
  ['https://example.com', '/', 'an absolute URL without path'],
  ['https://example.com?x=1', '/', 'an absolute URL with a query alone'],
  ['HTTPS://EXAMPLE.COM/A', '/A', 'schemes have no case, paths have'],
  ['https://ada:secret@example.com:8443/x', '/x', 'credentials and port are left out'],
  ['//cdn.example.com/x', '/x', 'a protocol-relative URL'],
  ['example.com/pricing', '/pricing', 'host and path'],
  ['example.com', '/', 'host alone'],
  ['localhost:3000/x', '/x', 'host with port'],
  ['app.example.com/a/b?c=d', '/a/b', 'host, path and query'],
  ['pricing', '/pricing', 'a path that lost its slash'],
  ['docs/v1.2/intro', '/docs/v1.2/intro', 'a dot behind the first slash makes no host'],
  ['/redirect/https://example.org/x', '/redirect/https://example.org/x', 'a URL within a path'],
  ['/%C3%BCber', '/%C3%BCber', 'percent-encoding stays as it came'],
  ['', null, 'nothing'],
  ['?x=1', null, 'a query alone'],
  [null, null, 'null'],
];

for (const [text, path, why] of PATHS) {
  test(`the path of ${JSON.stringify(text)} is ${JSON.stringify(path)}: ${why}`, () => {
    assert.equal(pagePath(text), path);
  });
}

test('the path of a path is unchanged', () => {
  for (const [, path] of PATHS) assert.equal(pagePath(path), path);
});

test('a path is decoded for display', () => {
  assert.equal(decodedPath('/%C3%BCber-uns'), '/über-uns');
  assert.equal(decodedPath('/%E6%96%99%E9%87%91'), '/料金');
  assert.equal(decodedPath('/über-uns'), '/über-uns');
});

test('characters that would change the meaning of a path stay encoded', () => {
  assert.equal(decodedPath('/a%2Fb%3Fc%23d'), '/a%2Fb%3Fc%23d');
});

test('a path that is not valid UTF-8 is shown as is', () => {
  assert.equal(decodedPath('/%FF/%zz'), '/%FF/%zz');
  assert.equal(decodedPath('/100%'), '/100%');
});

test('control and direction characters of a path are shown as �', () => {
  assert.equal(decodedPath('/a%0Ab'), '/a\ufffdb');
  assert.equal(decodedPath('/a\u0000b\u007fc\u0085d'), '/a\ufffdb\ufffdc\ufffdd');
  for (const direction of '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
    assert.equal(decodedPath(`/${encodeURIComponent(direction)}moc`), '/\ufffdmoc');
    assert.equal(decodedPath(`/${direction}moc`), '/\ufffdmoc');
  }
});
