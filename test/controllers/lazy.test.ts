import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { lazyFile, type Lazy } from '../../src/controllers/lazy.ts';

const ADDRESS = 'https://cdn.example/dist/cdn/names.json';
const NAMES = ['Lisbon', 'Tokyo'];

describe('a file that is fetched when it is wanted', () => {
  let requests: string[];
  let warnings: string[];
  let answer: () => Response | Promise<Response>;
  let file: Lazy<string[]>;

  beforeEach(() => {
    requests = [];
    warnings = [];
    answer = () => Response.json(NAMES);
    file = lazyFile(
      'names',
      () => new URL('names.json', ADDRESS),
      (text) => JSON.parse(text) as string[],
    );
    mock.timers.enable({ apis: ['Date'] });
    mock.method(console, 'warn', (text: string) => void warnings.push(text));
    mock.method(globalThis, 'fetch', async (url: string) => {
      requests.push(url);
      return Promise.resolve().then(answer);
    });
  });

  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  /** What has been answered is read by then. */
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const calls = (): { count: number; add: () => void } => {
    const log = {
      count: 0,
      add: () => {
        log.count++;
      },
    };
    return log;
  };

  test('nobody wants it: there is no request', async () => {
    await settled();
    assert.deepEqual(requests, []);
    assert.equal(file.value, null);
  });

  test('all who want it share one request, and each is told once when it is there', async () => {
    const [one, other] = [calls(), calls()];
    file.want(one.add);
    file.want(one.add);
    file.want(other.add);
    await settled();
    assert.deepEqual(requests, [ADDRESS]);
    assert.deepEqual(file.value, NAMES);
    assert.deepEqual([one.count, other.count], [1, 1]);
  });

  test('who wants it later has it at once', async () => {
    file.want(() => undefined);
    await settled();
    const late = calls();
    file.want(late.add);
    await settled();
    assert.equal(requests.length, 1);
    assert.equal(late.count, 0);
  });

  const failures: [name: string, answer: () => Response][] = [
    ['a network that fails', () => assert.fail('Failed to fetch')],
    ['a file that is not there', () => new Response('Not found', { status: 404 })],
    ['a page in place of the file', () => new Response('<!doctype html>')],
  ];
  for (const [name, failure] of failures) {
    test(`${name} is told in one line with the address, to all who want it, and asked for again later`, async () => {
      answer = failure;
      const log = calls();
      for (let times = 0; times < 3; times++) {
        file.want(log.add);
        await settled();
      }
      assert.equal(requests.length, 1);
      assert.equal(log.count, 1);
      assert.equal(file.value, null);
      assert.ok(file.isMissing);
      mock.timers.tick(60_000);
      file.want(log.add);
      await settled();
      assert.equal(requests.length, 2);
      assert.equal(warnings.length, 1);
      assert.ok(warnings[0]!.includes(ADDRESS), warnings[0]);

      answer = () => Response.json(NAMES);
      mock.timers.tick(60_000);
      file.want(log.add);
      await settled();
      assert.equal(requests.length, 2);
      mock.timers.tick(60_000);
      file.want(log.add);
      await settled();
      assert.deepEqual(file.value, NAMES);
      assert.equal(log.count, 3);
    });
  }

  test('it is never longer than eight minutes until it is asked for again', async () => {
    answer = () => new Response('Not found', { status: 404 });
    for (let times = 0; times < 10; times++) {
      file.want(() => undefined);
      await settled();
      mock.timers.tick(8 * 60_000);
    }
    assert.equal(requests.length, 10);
  });

  test('a page that nothing is relative to is a failure as any other', async () => {
    const lost = lazyFile(
      'names',
      () => new URL('names.json', 'about:srcdoc'),
      (text) => text,
    );
    lost.want(() => undefined);
    await settled();
    assert.equal(lost.value, null);
    assert.equal(warnings.length, 1);
  });
});
