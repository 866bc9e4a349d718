import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLiveMapProxy } from '../../src/proxy/index.ts';

function create(options: Record<string, unknown>): void {
  createLiveMapProxy(options);
}

function messageOf(options: Record<string, unknown>): string {
  try {
    create(options);
  } catch (error) {
    return (error as Error).message;
  }
  return assert.fail('expected an error');
}

describe('options of createLiveMapProxy', () => {
  it('accept a website key alone, and an account key with a website', () => {
    create({ apiKey: 'df_test' });
    create({ apiKey: 'df_test', websiteId: undefined });
    create({ apiKey: 'dft_test', websiteId: 'site' });
  });

  it('need no key with sample data', () => {
    create({ sampleData: true });
    create({ sampleData: true, apiKey: 'nonsense' });
  });

  const secret = 'verysecret';
  for (const apiKey of [
    secret,
    `sk_${secret}`,
    `df-${secret}`,
    `DF_${secret}`,
    `"df_${secret}"`,
    `df_${secret}\n`,
    `df_${secret} x`,
    `df_ü${secret}`,
    'df_',
    '',
    undefined,
    42,
    [`df_${secret}`],
  ]) {
    it(`reject the key ${JSON.stringify(apiKey)} without printing it`, () => {
      const message = messageOf({ apiKey });
      assert.match(message, /^apiKey: expected .*, got /);
      assert.ok(!message.includes('secret'), message);
    });
  }

  it('require a website with an account key, and none with a website key', () => {
    assert.match(messageOf({ apiKey: 'dft_verysecret' }), /^websiteId: expected with a dft_ key/);
    assert.match(messageOf({ apiKey: 'df_verysecret', websiteId: 'w' }), /^websiteId: expected none with a df_ key/);
    assert.ok(!messageOf({ apiKey: 'dft_verysecret' }).includes('secret'));
  });

  const bad: [string, unknown][] = [
    ['refreshSeconds', 1],
    ['refreshSeconds', NaN],
    ['refreshSeconds', '10'],
    ['staleSeconds', -1],
    ['staleSeconds', Infinity],
    ['delaySeconds', -1],
    ['delaySeconds', 3601],
    ['delaySeconds', '120'],
    ['historyMinutes', -1],
    ['historyMinutes', 121],
    ['historyMinutes', 2.5],
    ['historyMinutes', '30'],
    ['timeoutMs', 0],
    ['maxBytes', 0],
    ['basePath', 'live'],
    ['basePath', '/live?x'],
    ['basePath', '//host'],
    ['basePath', ''],
    ['allowedOrigins', 'https://example.com'],
    ['allowedOrigins', ['*']],
    ['allowedOrigins', ['https://example.com/']],
    ['allowedOrigins', ['https://example.com/path']],
    ['allowedOrigins', ['https://EXAMPLE.com']],
    ['allowedOrigins', ['example.com']],
    ['allowedOrigins', ['null']],
    ['allowedOrigins', ['https://.example.com']],
    ['allowedOrigins', ['https://(a|b).example.com']],
    ['allowedOrigins', ['/example/']],
    ['allowedOrigins', [/example/]],
    ['privacy', 'none'],
    ['minimumCount', -1],
    ['minimumCount', '5'],
    ['authorize', 'team'],
    ['rateLimit', 60],
    ['stream', 'yes'],
    ['sampleData', 'yes'],
    ['upstream', '/relative'],
    ['upstream', 'ftp://example.com/'],
    ['upstream', 'https://user:password@example.com/'],
    ['fetch', {}],
    ['now', 0],
    ['logger', {}],
  ];
  // By mistake, as from a configuration without the value: the default may publish more.
  const names =
    'allowedOrigins authorize privacy minimumCount delaySeconds rateLimit refreshSeconds staleSeconds historyMinutes';
  const others = 'timeoutMs maxBytes basePath stream embed png sampleData store upstream fetch now logger';
  bad.push(...`${names} ${others}`.split(' ').map((name): [string, unknown] => [name, null]));
  for (const [name, value] of bad) {
    it(`reject ${name} ${JSON.stringify(value)}`, () => {
      assert.match(messageOf({ apiKey: 'df_test', [name]: value }), new RegExp(`^${name}: expected .*, got `));
    });
  }

  for (const origin of [
    'https://*.example.com',
    'http://*.localhost',
    'https://*.example.co.uk:8443',
    'https://[::1]:3000',
  ]) {
    it(`accept the origin ${origin}`, () => {
      create({ apiKey: 'df_test', allowedOrigins: [origin] });
    });
  }

  for (const pattern of [
    ...['https://*', 'https://*.com', 'https://*:8443', 'https://*.com:8443', 'https://*.com.', 'https://*.com.:8443'],
    ...['https://a*.example.com', 'https://**.example.com', 'https://*.*.example.com', 'https://a.*.example.com'],
    ...['*.example.com', 'https://example.*', 'https://example.com:*', 'http*://example.com', '*://www.example.com'],
    ...['https://*.example.com/', 'https://*.example.com/*', 'https://*.example.com:443', 'https://*.Example.com'],
    ...['https://*.exa(mple.com', 'https://*..example.com', 'https://*.192.168.1', 'https://*@example.com'],
  ]) {
    it(`reject the pattern ${pattern} and list the supported ones`, () => {
      const message = messageOf({ apiKey: 'df_test', allowedOrigins: ['https://example.com', pattern] });
      assert.match(
        message,
        /^allowedOrigins: expected a star for the first label alone, as in "https:\/\/\*\.example\.com"/,
      );
      assert.ok(message.endsWith(`got "${pattern}".`), message);
    });
  }

  it('name the form of internationalized domains in origins', () => {
    const message = messageOf({ apiKey: 'df_test', allowedOrigins: ['https://bücher.example'] });
    assert.match(message, /^allowedOrigins: expected origins .*"xn--…"/);
    create({ apiKey: 'df_test', allowedOrigins: ['https://xn--bcher-kva.example', 'https://*.xn--bcher-kva.example'] });
  });

  it('suggest allowedOrigins: "*" for a star in a list', () => {
    assert.match(messageOf({ apiKey: 'df_test', allowedOrigins: ['*'] }), /expected "\*" alone and not in a list/);
  });

  it('reject patterns when the policy requires exact origins', () => {
    const options = { apiKey: 'df_test', privacy: 'team', authorize: () => true };
    create({ ...options, allowedOrigins: ['https://www.example.com'] });
    assert.match(
      messageOf({ ...options, allowedOrigins: ['https://www.example.com', 'https://*.example.com'] }),
      /^allowedOrigins: expected a list of exact origins .* got "https:\/\/\*\.example\.com"\.$/,
    );
  });

  it('name the invalid part of an option', () => {
    const message = (option: object): string => messageOf({ apiKey: 'df_test', ...option });
    assert.match(
      message({ rateLimit: { requests: 0, seconds: 60 } }),
      /^rateLimit\.requests: expected a number from 1/,
    );
    assert.match(message({ rateLimit: { requests: 5 } }), /^rateLimit\.seconds: expected a number/);
    assert.match(message({ rateLimit: { requests: 5, seconds: 60, hops: 1 } }), /^rateLimit: expected only requests/);
    const halfTrusted = { requests: 5, seconds: 60, trustProxy: 0.5 };
    assert.match(message({ rateLimit: halfTrusted }), /^rateLimit\.trustProxy: expected a whole number/);
    assert.match(message({ stream: { connections: 0 } }), /^stream\.connections: expected a number from 1/);
  });

  it('name unknown options', () => {
    assert.match(
      messageOf({ apiKey: 'df_test', refreshSecond: 5 }),
      /^Unknown option "refreshSecond"; known are apiKey/,
    );
  });

  it('do not quote a key in the wrong option', () => {
    for (const name of [
      'privacy',
      'basePath',
      'allowedOrigins',
      'upstream',
      'logger',
      'refreshSeconds',
      'dft_verysecret',
    ]) {
      assert.ok(!messageOf({ apiKey: 'df_test', [name]: 'dft_verysecret' }).includes('secret'), name);
    }
  });

  it('do not start a call or a timer', () => {
    const unused = (): never => assert.fail('called');
    create({ apiKey: 'df_test', fetch: unused, now: unused });
  });
});
