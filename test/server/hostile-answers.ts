import { randomFrom } from '../../src/simulator/random.ts';
import { AT, publishedAnswer } from './answers.ts';

/** Texts that end a script, a template, a comment, an attribute or a style where they are not escaped. */
export const WAYS_OUT: readonly string[] = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '--><script>alert(1)</script>',
  '</template></datafast-live-map><img src=x onerror=alert(1)>',
  '<template shadowrootmode="open"><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</style><svg onload=alert(1)>',
  '</title></textarea></noscript><iframe>',
  ']]><script>alert(1)</script>',
  '<![CDATA[ ]]><b>',
  '&lt;b&gt;&amp;&#60;script&#62;',
  '\u2028\u2029\u0000\ufffe\ud800',
  '${alert(1)}`\\u003c',
];

const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '`',
  '&',
  ';',
  '=',
  '/',
  '\\',
  '-',
  '!',
  ' ',
  '\n',
  '\u2028',
  '\u2029',
  '\u00a0',
  '\u0000',
  '\ud800',
  '&#x3c;',
  '\\u003c',
  '%3C',
  'script',
  'style',
  'template',
  'svg',
  'onload=',
  'alert(1)',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '</script>',
  '</template>',
  '</style>',
  '</datafast-live-map>',
  'Paris',
];

/** Made-up texts of the pieces that markup is made of. @returns Another text with each call. */
export function hostileTexts(seed: number): () => string {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return () => Array.from({ length: 1 + below(8) }, () => PIECES[below(PIECES.length)]).join('');
}

/** A snapshot with such a text wherever an answer has a text. */
export function answerWith(next: () => string): object {
  const time = (secondsAgo: number): string => new Date(AT - 1000 * secondsAgo).toISOString();
  const createVisitor = (place: object): object => ({
    visitorId: next(),
    location: { city: next(), region: next(), countryCode: 'FR', ...place },
    system: { browser: next(), os: next(), device: next() },
    currentUrl: `/${next()}`,
    referrer: next(),
    sessionStartTime: time(60),
    latitude: 48.8,
    longitude: 2.3,
    precision: 'city',
    customerName: next(),
    profileData: { displayName: next(), hasProfile: true },
    conversionLikelihood: { score: 77, confidence: 0.7, dimensionMatches: [next()] },
  });
  const createEvent = (type: string): object => ({
    _id: next(),
    type,
    visitorId: next(),
    timestamp: time(4),
    path: `/${next()}`,
    countryCode: next(),
    referrer: next(),
    displayName: next(),
    extraData: { eventName: next() },
  });
  const createPayment = (currency: string): object => ({
    _id: next(),
    type: next(),
    timestamp: time(5),
    amount: 5,
    currency,
    name: next(),
    displayName: next(),
  });
  return publishedAnswer(
    1,
    {
      count: 3,
      visitors: [createVisitor({}), createVisitor({}), createVisitor({ countryCode: next() })],
      recentEvents: ['pageview', 'custom', next()].map(createEvent),
      recentPayments: [next(), 'eur'].map(createPayment),
    },
    { idEpoch: next() },
  );
}
