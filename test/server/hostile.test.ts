import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { renderLiveMap } from '../../src/server/index.ts';
import { AT, publishedAnswer } from './answers.ts';
import { elementOf, withoutSnapshot } from './support.ts';

const WAYS_OUT = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '--><script>alert(1)</script>',
  '</template></datafast-live-map><img src=x onerror=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</style><svg onload=alert(1)>',
  '</title></textarea></noscript><iframe>',
  '<![CDATA[ ]]><b>',
  '&lt;b&gt;&amp;&#60;script&#62;',
  '\u2028\u2029\u0000\ufffe\ud800',
  '${alert(1)}`\\u003c',
];

/** A snapshot with a text wherever a text may be. */
function answerWith(text: string): object {
  const visitor = {
    visitorId: text,
    location: { city: text, region: text, countryCode: 'FR' },
    system: { browser: text, os: text, device: text },
    currentUrl: `/${text}`,
    referrer: text,
    sessionStartTime: new Date(AT - 60_000).toISOString(),
    latitude: 48.8,
    longitude: 2.3,
    precision: 'city',
    customerName: text,
    profileData: { displayName: text, hasProfile: true },
  };
  const timestamp = new Date(AT - 4_000).toISOString();
  return publishedAnswer(1, {
    count: 1,
    visitors: [visitor, { ...visitor, visitorId: `${text} 2` }],
    recentEvents: [
      { _id: `${text} 1`, type: 'pageview', visitorId: text, timestamp, path: `/${text}` },
      { _id: `${text} 2`, type: 'custom', visitorId: text, timestamp, extraData: { eventName: text } },
    ],
    recentPayments: [{ _id: text, type: text, timestamp, amount: 5, currency: text, name: text }],
  });
}

describe('a hostile snapshot', () => {
  const harmless = elementOf(renderLiveMap(answerWith('Paris')));
  for (const text of WAYS_OUT) {
    it(`is text, as ${JSON.stringify(text)} is`, () => {
      const answer = answerWith(text);
      const attributes = { label: text, 'proxy-url': text, title: text };
      const html = renderLiveMap(answer, { attributes });
      const { element, shadow, json } = elementOf(html);
      for (const name of ['script', 'img', 'iframe', 'style', 'b'])
        assert.equal(shadow.querySelectorAll(name).length, harmless.shadow.querySelectorAll(name).length, name);
      assert.equal(element.ownerDocument.querySelectorAll('script, img, iframe, svg').length, 0);
      for (const node of [element, ...shadow.querySelectorAll('*')])
        for (const { name } of node.attributes) assert.doesNotMatch(name, /^on|[<>"']/);
      // A browser reads no NUL.
      if (!text.includes('\0')) assert.equal(element.getAttribute('label'), text);
      const [read, own] = [parseSnapshot(json), parseSnapshot(answer)];
      assert.ok(read.ok && own.ok);
      assert.equal(read.snapshot.data.visitors[0]!.visitorId, own.snapshot.data.visitors[0]!.visitorId);
      const script = /<script type="application\/json">(.*?)<\/script>/.exec(html)![1]!;
      assert.doesNotMatch(script, /[<>&\u2028\u2029]/);
      assert.equal(withoutSnapshot(html).includes('<script'), false);
    });
  }
});
