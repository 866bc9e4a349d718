import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPublishPage } from '../../src/privacy/pages.ts';
import type { PrivacyPolicy } from '../../src/privacy/policy.ts';
import { pick, randomFrom, type Random } from '../../src/simulator/random.ts';

function publishPage(
  url: string | null,
  pages: PrivacyPolicy['pages'] = 'path',
  isId: (text: string) => boolean = () => false,
): string | null {
  return createPublishPage(pages)(url, isId);
}

describe('a page is published as its path', () => {
  const cases: [string | null, string | null][] = [
    [null, null],
    ['/', '/'],
    ['/pricing', '/pricing'],
    ['/pricing/', '/pricing/'],
    ['/pricing?plan=pro#top', '/pricing'],
    ['https://user:secret@example.com/a/b?c', '/a/b'],
    ['//example.com/a', '/a'],
    ['example.com/changelog', '/changelog'],
    ['localhost:3000/a', '/a'],
    ['https://example.com', '/'],
    ['https://example.com//a//b', '/a//b'],
    ['/v2/docs', '/v2/docs'],
    ['/blog/why-we-left-the-cloud', '/blog/why-we-left-the-cloud'],
    ['/ja/%E6%96%99%E9%87%91', '/ja/%E6%96%99%E9%87%91'],
    ['/bad/%E6%9', '/bad/%E6%9'],
  ];
  for (const [url, expected] of cases) {
    it(`${JSON.stringify(url)}: ${JSON.stringify(expected)}`, () => {
      assert.equal(publishPage(url), expected);
    });
  }

  for (const url of ['file:///Users/ada/taxes.html', 'chrome-extension://abc/page.html', 'mailto:ada', 'about:blank']) {
    it(`${url} is not a page`, () => {
      assert.equal(publishPage(url), null);
    });
  }
});

describe('text that looks like a secret is published as …', () => {
  const cases: [string, string][] = [
    ['/orders/8841205', '/orders/…'],
    ['/orders/١٢٣', '/orders/…'],
    ['/orders/%D9%A1%D9%A2', '/orders/…'],
    ['/blog/2026/review', '/blog/…/review'],
    ['/invite/3f8a9c21b7d04e56', '/invite/…'],
    ['/invite/3f8a9c21b7d04e5', '/invite/3f8a9c21b7d04e5'],
    ['/a/6F9619FF-8B86-D011-B42D-00CF4FC964FF/b', '/a/…/b'],
    ['/a/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee', '/a/…'],
    ['/r%2F12345/x', '/…/x'],
    ['/u/me@example.com', '/u/…'],
    ['/u/me%40example.com', '/u/…'],
    ['/u/me%2540example.com', '/u/…'],
    ['/u/me%25252525252540example.com', '/u/…'],
    ['/u/me＠example.com', '/u/…'],
    ['/u/%EF%BC%A0me', '/u/…'],
    ['/u/me&commat;example.com', '/u/…'],
    ['/u/me(at)example.com', '/u/…'],
    ['/u/@me', '/u/…'],
    ['/unsubscribe/YWRhQGV4YW1wbGUuY29t', '/unsubscribe/…'],
    ['/unsubscribe/YWJAYWIuYWI', '/unsubscribe/…'],
    ['/path%3Ftoken=abc', '/…'],
    ['/path;jsessionid=abc', '/…'],
    ['/bad/%E6%9/%40', '/bad/%E6%9/…'],
  ];
  for (const [url, expected] of cases) {
    it(`${url}: ${expected}`, () => {
      assert.equal(publishPage(url), expected);
    });
  }

  it('includes ids that occur in the answer', () => {
    assert.equal(
      publishPage('/team/ada-l/edit', 'path', (text) => text === 'ada-l'),
      '/team/…/edit',
    );
  });
});

describe('page patterns', () => {
  const cases: [pattern: string, url: string, expected: string | null][] = [
    ['/', '/', '/'],
    ['/', 'https://example.com', '/'],
    ['/', '/a', null],
    ['/pricing', '/pricing?x', '/pricing'],
    ['/pricing', '/pricing/', '/pricing/'],
    ['/pricing/', '/pricing', '/pricing'],
    ['/pricing', '/Pricing', null],
    ['/pricing', '/pricing/team', null],
    ['/blog/*', '/blog/first', '/blog/first'],
    ['/blog/*', '/blog', null],
    ['/blog/*', '/blog/', null],
    ['/blog/*', '/blog/a/b', null],
    ['/blog/*', '/blog/a%2Fb', '/blog/a%2Fb'],
    ['/*/about', '/de/about', '/de/about'],
    ['/docs/**', '/docs', '/docs'],
    ['/docs/**', '/docs/a/b/c', '/docs/a/b/c'],
    ['/docs/**', '/docsx', null],
    ['/**', '/anything/at/all', '/anything/at/all'],
    ['/a*b*c', '/axxbyyc', '/axxbyyc'],
    ['/a*b*c', '/abc', '/abc'],
    ['/a*a', '/a', null],
    ['/a*b', '/ab/', '/ab/'],
    ['/café', '/caf%C3%A9', '/caf%C3%A9'],
    ['/caf%C3%A9', '/café', '/café'],
    ['/a.b', '/axb', null],
  ];
  for (const [pattern, url, expected] of cases) {
    it(`${pattern} publishes ${url} as ${JSON.stringify(expected)}`, () => {
      assert.equal(publishPage(url, [pattern]), expected);
    });
  }

  it('publish secrets as … even in an allowed page', () => {
    assert.equal(publishPage('/orders/8841205', ['/orders/*']), '/orders/…');
    assert.equal(publishPage('/u/me@example.com/edit', ['/u/**']), '/u/…/edit');
  });

  it('publish text that a pattern spells out', () => {
    assert.equal(publishPage('/blog/2026/5', ['/blog/2026/*']), '/blog/2026/…');
    assert.equal(
      publishPage('/blog/10-years-of-maps', ['/blog/*', '/blog/10-years-of-maps']),
      '/blog/10-years-of-maps',
    );
  });

  it('publish no pages for an empty list, or when pages are hidden', () => {
    assert.equal(publishPage('/', []), null);
    assert.equal(publishPage('/pricing', 'hidden'), null);
  });

  it('match in bounded time with many asterisks and a hostile path', () => {
    const pattern = `/${'a*'.repeat(30)}b`;
    assert.equal(publishPage(`/${'a'.repeat(100_000)}`, [pattern]), null);
  });
});

/** Some segment of a path, as secret as a random one may be. */
function segment(random: Random): string {
  const characters = 'abcXYZ0189-_.~@%&=;,+ é料٣/?#:'.split('');
  const length = Math.floor(random() * 24);
  return Array.from({ length }, () => pick(random, characters)).join('');
}

describe('any path', () => {
  const random = randomFrom(41);
  const urls = Array.from({ length: 5000 }, () => {
    const path = Array.from({ length: 1 + Math.floor(random() * 4) }, () => segment(random)).join('/');
    return pick(random, ['/', 'https://example.com/', 'example.com/']) + pick(random, [path, encodeURI(path)]);
  });

  it('is published without a query, an @ sign, a number or a long text with digits', () => {
    for (const url of urls) {
      const page = publishPage(url);
      if (page === null) continue;
      assert.doesNotMatch(page, /[?#@＠]|%40/i, url);
      for (const part of page.split('/')) {
        const plain = decodeOnce(part);
        assert.ok(!/^\p{Nd}+$/u.test(plain), url);
        assert.ok(!(plain.length >= 16 && /\p{Nd}/u.test(plain)), url);
      }
    }
  });

  it('is published unchanged when published again', () => {
    for (const url of urls) {
      const page = publishPage(url);
      assert.equal(publishPage(page), page, url);
    }
  });

  it('is published by a list of patterns only if it is without, and always by "/**"', () => {
    for (const url of urls) {
      assert.equal(publishPage(url, ['/**']), publishPage(url), url);
      const some = publishPage(url, ['/*', '/a*/**']);
      assert.ok(some === null || some === publishPage(url), url);
    }
  });
});

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
