import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { faultTable } from './fault-table.ts';
import { assertPatient, startFaulty } from './faulty.ts';
import { KEY } from './start.ts';

/** A URL on this machine without a server: a port that was free a moment ago. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

/** Often at first, and then for as long as the last good answer may be served: seconds between two looks. */
const LOOKS: readonly number[] = [...Array<number>(15).fill(2), ...Array<number>(18).fill(30)];

for (const { what, respond, address, options, status, reason, operator } of faultTable(await closedAddress())) {
  describe(`an upstream that answers with ${what}`, () => {
    it(`results in ${status} ${reason} without a previous snapshot`, async (t) => {
      const { get, calls, log } = await startFaulty(t, { ...options, sound: false, respond, address });
      const reply = await get();
      assert.equal(reply.status, status);
      const error = reply.error();
      assert.deepEqual(reply.json(), { status: 'error', error });
      assert.equal(error.code, status);
      assert.equal(error.reason, reason);
      assert.match(error.message, /live map/);
      assert.equal(reply.headers['cache-control'], 'no-store');
      assert.equal(reply.headers.etag, undefined);
      assert.equal('retry-after' in reply.headers, status >= 503);
      await get();
      assert.equal(calls.length, 1);
      assert.equal(log.length, 1);
      assert.match(log[0]!, /^warn: datafast-live-map: /);
      assert.match(log[0]!, operator);
      assert.ok(![...log, reply.bytes.toString()].some((text) => text.includes(KEY) || text.includes('Words of the')));
    });

    it('leaves the last good answer, and is retried with backoff until it recovers', async (t) => {
      const faulty = await startFaulty(t, { refreshSeconds: 2, ...options, sound: true, respond, address });
      const { get, calls, lookAfter, log } = faulty;
      const good = (await get()).snapshot();
      assert.equal(good.meta.stale, false);
      faulty.sound = false;
      // The first viewer after the interval is served before anybody can know.
      assert.equal((await lookAfter(2)).status, 200);
      for (const seconds of LOOKS) {
        const reply = await lookAfter(seconds);
        assert.equal(reply.status, 200);
        assert.deepEqual(reply.snapshot(), { ...good, meta: { ...good.meta, stale: true } });
      }
      assertPatient(faulty);
      assert.ok(calls.length > 3, 'keeps retrying');
      faulty.sound = true;
      const back = await lookAfter(450);
      assert.equal(back.status, 200);
      assert.equal(back.snapshot().meta.stale, false);
      assert.deepEqual(
        log.map((line) => line.split(':')[0]),
        ['warn', 'info'],
      );
    });
  });
}
