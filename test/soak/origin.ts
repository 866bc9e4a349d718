import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, sendFault } from '../../demo/upstream/faults.ts';
import { createSimulator } from '../../src/simulator/index.ts';

const VISITORS = 200;
/** At first a crowd from everywhere: the proxy unpacks the places of a country with its first visitor. */
const CROWD = 2_000;
const CROWD_MS = 120_000;

/** In turn, a minute of each after a minute without. */
export const FAULTS: readonly Fault[] = [
  500,
  'hang',
  429,
  'reset',
  'garbage',
  503,
  'stall',
  'half',
  'html',
  401,
  'drip',
  'redirect',
  'short',
  'huge',
  'empty',
  'bomb',
];

export interface Origin {
  url: string;
  fault: Fault | null;
  /** When it was called, in epoch milliseconds. */
  calls: number[];
  close: () => void;
}

/** A site with a steady number of visitors, which answers by a fault while there is one. */
export async function startOrigin(): Promise<Origin> {
  const [crowd, few] = [CROWD, VISITORS].map((visitors) => createSimulator({ visitors, steady: true }));
  const started = Date.now();
  const server = createServer((request, response) => {
    origin.calls.push(Date.now());
    if (origin.fault !== null) {
      sendFault(origin.fault, request, response);
      return;
    }
    const now = Date.now();
    const answer = (now - started < CROWD_MS ? crowd : few)?.answerAt(now);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin: Origin = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    fault: null,
    calls: [],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return origin;
}

/** The most calls in any 60 seconds. */
export function mostCallsAMinute(calls: readonly number[]): number {
  let first = 0;
  return calls.reduce((most, at, index) => {
    while (calls[first]! <= at - 60_000) first++;
    return Math.max(most, index - first + 1);
  }, 0);
}
