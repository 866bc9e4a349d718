import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cpuSeconds } from './cpu.mjs';

const run = promisify(execFile);
const WARM_UP_SECONDS = 2;
/** After so many a server's code is compiled. */
const WARM_UP_REQUESTS = 20_000;
const WARM_UP_ROUNDS = 3;
const UNITS = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/**
 * As many requests as a server can answer, over connections that stay open, by wrk.
 *
 * @returns Requests per CPU second of the server, and the 99th percentile of latency in ms.
 */
export async function measureLoad({ url, pid }, { connections, seconds }) {
  await warmUp(url, connections);
  const before = cpuSeconds(pid);
  const { requests, p99 } = await wrk(url, connections, seconds);
  // Fewer than one per connection are too few to measure.
  if (requests < connections) return { perCpuSecond: NaN, p99: NaN };
  return { perCpuSecond: requests / (cpuSeconds(pid) - before), p99 };
}

/** What is there once, before the first answer and until the code is compiled, is no matter of a request. */
export async function warmUp(url, connections) {
  await (await fetch(url)).arrayBuffer();
  let answered = 0;
  for (let round = 0; round < WARM_UP_ROUNDS && answered < WARM_UP_REQUESTS; round++) {
    answered += (await wrk(url, connections, WARM_UP_SECONDS)).requests;
  }
}

async function wrk(url, connections, seconds) {
  const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '10s'];
  const { stdout } = await run('wrk', [...options, '-H', 'Accept-Encoding: gzip', `${url}/`], {
    timeout: (seconds + 30) * 1000,
  });
  const read = (pattern) => pattern.exec(stdout)?.slice(1);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`Some requests failed.\n${stdout}`);
  const [p99, unit] = read(/99%\s+([\d.]+)(us|ms|s|m)\b/);
  return {
    requests: Number(read(/(\d+) requests in/)[0]),
    p99: Number(p99) * UNITS[unit],
  };
}
