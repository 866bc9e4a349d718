import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { areFilesPending, Lazy, LazyInstance } from '../../src/controllers/lazy.ts';

const NAMES = ['Lisbon', 'Tokyo'];

describe('data fetched on demand', () => {
  let requests: number;
  let warnings: string[];
  let answer: () => string;
  let file: Lazy<string[]>;

  beforeEach(() => {
    requests = 0;
    warnings = [];
    answer = () => JSON.stringify(NAMES);
    file = new Lazy('names', async () => {
      requests++;
      return Promise.resolve(JSON.parse(answer()) as string[]);
    });
    mock.timers.enable({ apis: ['Date'] });
    mock.method(console, 'warn', (text: string) => void warnings.push(text));
  });

  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
    Reflect.deleteProperty(globalThis, Symbol.for('datafast-live-map'));
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

  test('is not fetched unless requested', async () => {
    await settled();
    assert.equal(requests, 0);
    assert.equal(file.value, null);
  });

  test('is fetched once for all elements, each of which is called once when it is loaded', async () => {
    const [one, other] = [calls(), calls()];
    file.request(one.add);
    file.request(one.add);
    file.request(other.add);
    await settled();
    assert.equal(requests, 1);
    assert.deepEqual(file.value, NAMES);
    assert.deepEqual([one.count, other.count], [1, 1]);
  });

  test('is available at once to an element that requests it later', async () => {
    file.request(() => undefined);
    await settled();
    const late = calls();
    file.request(late.add);
    await settled();
    assert.equal(requests, 1);
    assert.equal(late.count, 0);
  });

  const failures: [name: string, answer: () => string][] = [
    ['a module that cannot be fetched', () => assert.fail('Failed to fetch names.js')],
    ['another text than expected', () => '<!doctype html>'],
  ];
  for (const [name, failure] of failures) {
    test(`${name} is reported in one line, and requested again later`, async () => {
      answer = failure;
      const log = calls();
      for (let times = 0; times < 3; times++) {
        file.request(log.add);
        await settled();
      }
      assert.equal(requests, 1);
      assert.equal(log.count, 1);
      assert.equal(file.value, null);
      assert.ok(file.isMissing);
      mock.timers.tick(60_000);
      file.request(log.add);
      await settled();
      assert.equal(requests, 2);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!, /^datafast-live-map could not load names; continuing without: /);

      answer = () => JSON.stringify(NAMES);
      mock.timers.tick(60_000);
      file.request(log.add);
      await settled();
      assert.equal(requests, 2);
      mock.timers.tick(60_000);
      file.request(log.add);
      await settled();
      assert.deepEqual(file.value, NAMES);
      assert.equal(log.count, 3);
    });
  }

  test('reports one of several missing files', async () => {
    answer = () => assert.fail('Failed to fetch names.js');
    const others = new Lazy('others', () => Promise.reject(new Error('Failed to fetch others.js')));
    file.request(() => undefined);
    others.request(() => undefined);
    await settled();
    assert.ok(file.isMissing && others.isMissing);
    assert.equal(warnings.length, 1);
  });

  test('is requested again after eight minutes at most', async () => {
    answer = () => assert.fail('Failed to fetch names.js');
    for (let times = 0; times < 10; times++) {
      file.request(() => undefined);
      await settled();
      mock.timers.tick(8 * 60_000);
    }
    assert.equal(requests, 10);
  });

  test('fails like any other on a page without a base URL', async () => {
    const lost = new Lazy('names', () => import(String(new URL('names.js', 'about:srcdoc'))) as Promise<unknown>);
    lost.request(() => undefined);
    await settled();
    assert.equal(lost.value, null);
    assert.equal(warnings.length, 1);
  });

  test('creates one object for each owner, once the file is there, and never while it is requested', async () => {
    const ends = calls();
    const owners = [1, 2].map(() => new LazyInstance(file, (names) => ({ names }), ends.add));
    const [first, second] = owners;
    first!.request();
    first!.request();
    assert.equal(first!.value, null);
    await settled();
    const created = first!.value;
    assert.deepEqual(created, { names: NAMES });
    second!.request();
    assert.equal(second!.value, null, 'the file is there, but code is running that has requested it');
    assert.ok(
      areFilesPending(() => undefined),
      'who waits for files waits for it',
    );
    await settled();
    assert.deepEqual(second!.value, { names: NAMES });
    first!.request();
    await settled();
    assert.equal(first!.value, created);
    assert.deepEqual([requests, ends.count], [1, 2]);
  });
});
