import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ready } from '../../src/proxy/ready.ts';

const never = new Promise<never>(() => undefined);

describe('Ready', () => {
  for (const apart of [false, true]) {
    it(`makes a value once, where requests live ${apart ? 'apart' : 'together'}`, async () => {
      let made = 0;
      const ready = new Ready(() => Promise.resolve(++made), apart);
      assert.equal(made, 0, 'nobody has asked');
      assert.deepEqual(await Promise.all([ready.value, ready.value, ready.value]), [1, 1, 1]);
      assert.equal(ready.value, 1, 'without a promise');
    });
  }

  it('is made by another request where the first one has died', async () => {
    const making: Promise<number>[] = [never, Promise.resolve(2)];
    const ready = new Ready(() => making.shift()!, true);
    void ready.value;
    assert.equal(await ready.value, 2);
    assert.equal(ready.value, 2);
  });

  it('does not remember a failure', async () => {
    const making = [Promise.reject(new Error('no')), Promise.resolve(2)];
    const ready = new Ready(() => making.shift()!, false);
    await assert.rejects(Promise.resolve(ready.value), /no/);
    assert.equal(await ready.value, 2);
  });
});
