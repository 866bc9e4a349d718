import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { type Reply, startProxy, type TestProxy } from './start.ts';
import { type Respond, snapshot } from './upstream.ts';

export interface FaultyProxy extends TestProxy {
  /** While true, the upstream works and is simulated without a network, so that it cannot time out. */
  sound: boolean;
  /** Each call, by the proxy's clock. */
  calls: { at: number; init: RequestInit }[];
  /** A viewer, some seconds later; resolves when the refresh that it caused has ended. */
  lookAfter: (seconds: number) => Promise<Reply>;
}

/** A proxy before a real server that behaves badly, sound at first or not. */
export async function startFaulty(
  t: TestContext,
  {
    sound,
    address,
    ...options
  }: LiveMapProxyOptions & { sound: boolean; respond?: Respond; address?: string | undefined },
): Promise<FaultyProxy> {
  const calls: FaultyProxy['calls'] = [];
  const proxy = await startProxy(t, {
    fetch: (input, init) => {
      calls.push({ at: faulty.clock.now, init });
      return faulty.sound ? Promise.resolve(Response.json(snapshot())) : fetch(address ?? input, init);
    },
    ...options,
  });
  const faulty: FaultyProxy = {
    ...proxy,
    sound,
    calls,
    lookAfter: async (seconds) => {
      proxy.clock.passSeconds(seconds);
      const reply = await proxy.get();
      await proxy.settled();
      return reply;
    },
  };
  return faulty;
}

/** The most calls while the upstream is known to fail. */
export function assertPatient({ calls }: FaultyProxy): void {
  for (const { at: from } of calls) {
    const count = calls.filter(({ at }) => at >= from && at < from + 60_000).length;
    assert.ok(count <= 6, `${count} calls in 60 s`);
  }
}
