import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const START_MS = 10_000;
const folder = join(import.meta.dirname, '../servers');

/** Those that are compared, the floor first. */
export const SERVERS = {
  'node-http': 'raw node:http',
  nginx: 'nginx proxy_cache',
  'datafast-live-map': 'datafast-live-map',
  express: 'uncached Express proxy',
};

/**
 * Starts one of `servers/`, as a process that ends with this one.
 *
 * @returns Its address, the process whose CPU time counts, and its end.
 */
export async function startServer(id, settings) {
  const child = fork(join(folder, `${id}.mjs`), [JSON.stringify(settings)], { execArgv: ['--expose-gc'] });
  const answer = async () => {
    const signal = AbortSignal.timeout(START_MS);
    const failed = once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(`The server ${id} ended with code ${code}.`);
    });
    const [message] = await Promise.race([once(child, 'message', { signal }), failed]);
    failed.catch(() => undefined);
    return message;
  };
  const { url, pid } = await answer();
  return {
    url,
    pid,
    /** Bytes of memory, once what is not used any more is gone. */
    async residentBytes() {
      child.send('rss');
      return (await answer()).rss;
    },
    async close() {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
