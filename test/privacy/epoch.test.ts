import assert from 'node:assert/strict';
import { it } from 'node:test';
import { areComparable } from '../../src/store/changes.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Snapshot } from '../../src/protocol/types.ts';
import { startProxy, type TestProxy } from '../proxy/start.ts';

/** A snapshot as the element reads it. */
async function seen({ get }: TestProxy): Promise<Snapshot> {
  const result = parseSnapshot((await get()).json());
  assert.ok(result.ok);
  return result.snapshot;
}

it('reports a new id epoch after midnight, so that no visitor seems to arrive', async (t) => {
  const account = { apiKey: 'dft_test', websiteId: 'site' };
  const [proxy, another] = [await startProxy(t, account), await startProxy(t, account)];
  for (const { clock } of [proxy, another]) clock.passSeconds(12 * 3600 - 1);
  const before = await seen(proxy);
  assert.ok(areComparable(before, await seen(another)), 'another proxy of the fleet, the same evening');
  proxy.clock.passSeconds(601);
  const after = await seen(proxy);
  assert.notEqual(after.data.visitors[0]!.visitorId, before.data.visitors[0]!.visitorId);
  assert.ok(!areComparable(before, after));
  another.clock.passSeconds(601);
  assert.deepEqual((await seen(another)).data, after.data);
});
