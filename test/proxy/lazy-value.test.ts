import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LazyValue } from '../../src/proxy/lazy-value.ts';

const never = new Promise<never>(() => undefined);

describe('LazyValue', () => {
  for (const apart of [false, true]) {
    it(`computes a value once, with ${apart ? 'isolated' : 'shared'} requests`, async () => {
      let made = 0;
      const lazy = new LazyValue(() => Promise.resolve(++made), apart);
      assert.equal(made, 0, 'not requested yet');
      assert.deepEqual(await Promise.all([lazy.value, lazy.value, lazy.value]), [1, 1, 1]);
      assert.equal(lazy.value, 1, 'without a promise');
    });
  }

  it('is computed by another request when the first was cancelled', async () => {
    const making: Promise<number>[] = [never, Promise.resolve(2)];
    const lazy = new LazyValue(() => making.shift()!, true);
    void lazy.value;
    assert.equal(await lazy.value, 2);
    assert.equal(lazy.value, 2);
  });

  it('does not cache a failure', async () => {
    const making = [Promise.reject(new Error('no')), Promise.resolve(2)];
    const lazy = new LazyValue(() => making.shift()!, false);
    await assert.rejects(Promise.resolve(lazy.value), /no/);
    assert.equal(await lazy.value, 2);
  });
});
