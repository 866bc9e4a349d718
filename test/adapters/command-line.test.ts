import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCommandLine, type ServeSettings } from '../../src/adapters/command-line.ts';

const KEY = { DATAFAST_API_KEY: 'df_test' };

function settingsOf(args: string[], environment: Record<string, string>): ServeSettings {
  const command = parseCommandLine(['serve', ...args], environment);
  return command.name === 'serve' ? command.settings : assert.fail(JSON.stringify(command));
}

describe('the command line', () => {
  it('has a default for everything but the key', () => {
    assert.deepEqual(settingsOf([], KEY), {
      port: 8787,
      host: '127.0.0.1',
      basePath: '/',
      allowedOrigins: null,
      refreshSeconds: 10,
      historyMinutes: 30,
      delaySeconds: 0,
      privacy: 'public',
      embed: { ancestors: null },
      png: false,
      sampleData: false,
      open: false,
      apiKey: 'df_test',
      websiteId: undefined,
    });
  });

  const environment = {
    DATAFAST_API_KEY: ' dft_test\n',
    DATAFAST_WEBSITE_ID: 'site',
    PORT: '9000',
    HOST: '0.0.0.0',
    BASE_PATH: '/live',
    ALLOWED_ORIGINS: 'https://a.test, https://*.b.test,',
    REFRESH_SECONDS: '30',
    DELAY_SECONDS: '120',
    HISTORY_MINUTES: '0',
    PRIVACY: 'public',
    EMBED_ANCESTORS: 'https://wiki.test,https://b.test',
    PNG: 'on',
  };

  it('reads environment variables', () => {
    assert.deepEqual(settingsOf([], environment), {
      port: 9000,
      host: '0.0.0.0',
      basePath: '/live',
      allowedOrigins: ['https://a.test', 'https://*.b.test'],
      refreshSeconds: 30,
      historyMinutes: 0,
      delaySeconds: 120,
      privacy: 'public',
      embed: { ancestors: ['https://wiki.test', 'https://b.test'] },
      png: true,
      sampleData: false,
      open: false,
      apiKey: 'dft_test',
      websiteId: 'site',
    });
  });

  it('prefers flags over environment variables', () => {
    const args =
      '--port 1 --host h --base-path /b --allowed-origin https://c.test --allowed-origin https://d.test --refresh-seconds=5 --history-minutes 120 --delay-seconds 60 --embed-ancestor * --png';
    const settings = settingsOf(args.split(' '), environment);
    assert.equal(settings.port, 1);
    assert.equal(settings.host, 'h');
    assert.equal(settings.basePath, '/b');
    assert.deepEqual(settings.allowedOrigins, ['https://c.test', 'https://d.test']);
    assert.equal(settings.refreshSeconds, 5);
    assert.equal(settings.historyMinutes, 120);
    assert.equal(settings.delaySeconds, 60);
    assert.deepEqual(settings.embed, { ancestors: '*' });
    assert.equal(settings.png, true);
    assert.equal(settingsOf(['--no-embed'], environment).embed, false);
  });

  it('reads switches in the words that containers use', () => {
    for (const off of ['off', 'FALSE', '0', 'no']) {
      const { embed, png } = settingsOf([], { ...KEY, EMBED: off, PNG: off });
      assert.deepEqual([embed, png], [false, false], off);
    }
    for (const on of ['on', 'true', '1', 'Yes']) {
      const { embed, png } = settingsOf([], { ...KEY, EMBED: on, PNG: on });
      assert.deepEqual([embed, png], [{ ancestors: null }, true], on);
    }
  });

  it('treats an empty variable as unset', () => {
    const empty = Object.fromEntries(Object.keys(environment).map((name) => [name, '']));
    assert.deepEqual(settingsOf([], { ...empty, ...KEY }), settingsOf([], KEY));
  });

  it('needs no key for sample data', () => {
    assert.equal(settingsOf(['--sample-data'], {}).sampleData, true);
  });

  it('parses the doctor’s subject without a key', () => {
    const line = ['doctor', 'https://live.example.com/?q', '--origin', 'https://www.example.com/shop'];
    const more = ['--header', 'Authorization: Bearer a:b', '--header=X-Team:', '--credentials'];
    const command = parseCommandLine([...line, ...more], {});
    assert.deepEqual(command, {
      name: 'doctor',
      subject: {
        url: new URL('https://live.example.com/?q'),
        origin: 'https://www.example.com',
        headers: { Authorization: 'Bearer a:b', 'X-Team': '' },
        credentials: true,
      },
    });
    const bare = parseCommandLine(['doctor', 'http://localhost:8787'], {});
    assert.ok(bare.name === 'doctor');
    assert.deepEqual([bare.subject.origin, bare.subject.headers, bare.subject.credentials], [null, {}, false]);
  });

  it('shows help and version, whatever the other arguments', () => {
    assert.equal(parseCommandLine(['--help'], {}).name, 'help');
    assert.equal(parseCommandLine(['serve', '-h'], {}).name, 'help');
    assert.equal(parseCommandLine(['--version'], {}).name, 'version');
  });

  const refused: [args: string[], environment: Record<string, string>, message: RegExp, exitCode: number][] = [
    [['serve'], {}, /^DATAFAST_API_KEY is not set\..* --sample-data\.$/, 1],
    [[], KEY, /^no command: expected "serve" or "doctor"; see --help\.$/, 2],
    [['serve', '--origin', 'https://secret.test'], KEY, /^unknown option --origin for serve; see --help\.$/, 2],
    [['doctor'], {}, /^doctor: expected one address/, 2],
    [['doctor', 'https://a.test/secret', 'https://b.test'], {}, /^doctor: expected one address/, 2],
    [['doctor', 'secret.test'], {}, /^doctor: expected an address that begins with https:/, 2],
    [['doctor', 'file:///etc/secret'], {}, /^doctor: expected an address/, 2],
    [['doctor', 'https://a.test', '--origin', 'secret.test'], {}, /^--origin: expected/, 2],
    [['doctor', 'https://a.test', '--header', 'secret'], {}, /^--header: expected "Name: value"/, 2],
    [['doctor', 'https://a.test', '--header', 'X: secret\nY: z'], {}, /^--header: expected/, 2],
    [['doctor', 'https://a.test', '--port', '80'], {}, /^unknown option --port for doctor; see --help\.$/, 2],
    [['start'], KEY, /^unknown command: expected "serve"/, 2],
    [['serve', 'df_verysecret'], KEY, /^unknown command: expected "serve"/, 2],
    [['serve', '--api-key', 'df_verysecret'], KEY, /^Unknown option '--api-key'; see --help\.$/, 2],
    [['serve', '--api-key=df_verysecret'], KEY, /^Unknown option '--api-key'; see --help\.$/, 2],
    [['serve', '--port'], KEY, /^Option '--port <value>' argument missing; see --help\.$/, 2],
    [['serve', '--sample-data=yes'], KEY, /^Option '--sample-data' does not take an argument; see --help\.$/, 2],
    [['serve'], { ...KEY, PNG: 'secret' }, /^PNG \(--png\): expected on or off\.$/, 2],
    [['serve'], { ...KEY, EMBED: 'secret' }, /^EMBED: expected on or off\.$/, 2],
    [['serve', '--open', '--no-embed'], KEY, /^--open: --no-embed \(EMBED=off\) leaves no page to open\.$/, 2],
    [['serve', '--open'], { ...KEY, EMBED: 'off' }, /^--open: --no-embed/, 2],
    [['serve', '--port', 'http'], KEY, /^--port \(PORT\): expected/, 2],
    [['serve', '--port', '65536'], KEY, /^--port/, 2],
    [['serve'], { ...KEY, PORT: '80.5' }, /^--port \(PORT\)/, 2],
    [['serve', '--history-minutes', ''], KEY, /^--history-minutes \(HISTORY_MINUTES\): expected a whole number/, 2],
    [['serve'], { ...KEY, HISTORY_MINUTES: 'all' }, /^--history-minutes \(HISTORY_MINUTES\): expected/, 2],
    [['serve', '--delay-seconds', ''], KEY, /^--delay-seconds \(DELAY_SECONDS\): expected a number/, 2],
    [['serve'], { ...KEY, DELAY_SECONDS: 'later' }, /^--delay-seconds \(DELAY_SECONDS\): expected a number/, 2],
    [['serve'], { ...KEY, REFRESH_SECONDS: 'often' }, /^--refresh-seconds \(REFRESH_SECONDS\)/, 2],
  ];
  for (const [args, variables, message, exitCode] of refused) {
    it(`rejects "${args.join(' ')}" with ${JSON.stringify(variables)} in one line`, () => {
      const command = parseCommandLine(args, variables);
      assert.ok(command.name === 'refuse');
      assert.match(command.message, message);
      assert.doesNotMatch(command.message, /\n|secret/);
      assert.equal(command.exitCode, exitCode);
    });
  }
});
