// npm run bench:proxy: the proxy and its alternatives in one run. README.md explains the results.
import { spawnSync } from 'node:child_process';
import { aligned } from '../bench/tool/tables.mjs';
import { measureHerd } from './tool/herd.mjs';
import { measureLoad } from './tool/load.mjs';
import { readOptions } from './tool/options.mjs';
import { startOrigin } from './tool/origin.mjs';
import { readPublished } from './tool/published.mjs';
import { measureReaders } from './tool/readers.mjs';
import { comparison, demandsOn, verdicts } from './tool/results.mjs';
import { writeDocs } from './tool/docs.mjs';
import { startServer } from './tool/servers.mjs';

/** Seconds; the least that the proxy takes. */
const STREAM_INTERVAL = 2;

const options = readOptions(process.argv.slice(2));
const missing = ['nginx', 'wrk'].filter((program) => spawnSync(program, ['-v']).error);
if (missing.length > 0) {
  console.error(`Not on this machine: ${missing.join(', ')}. On Debian and Ubuntu: apt install nginx-light wrk.`);
  process.exit(1);
}

const origin = await startOrigin();
const results = Object.fromEntries(options.ids.map((id) => [id, { load: {} }]));
const log = (line) => console.log(`${new Date().toTimeString().slice(0, 8)} ${line}`);
const upstream = `${origin.url}/map`;

async function withServer(id, more, use) {
  const settings = { upstream, origin: `${origin.url}/published`, published: origin.published, ...more };
  const server = await startServer(id, settings);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

await withServer('datafast-live-map', {}, async ({ url }) => {
  origin.published = await readPublished(url);
});
const { headers, body } = origin.published;
log(
  `${Buffer.from(body, 'base64').length} bytes, ${headers['content-encoding']}, ${Object.keys(headers).length} headers`,
);

for (let round = 1; round <= options.rounds; round++) {
  for (const connections of options.connections) {
    for (const id of options.ids) {
      // A hundredth of the others: once is enough to see that.
      if (id === 'express' && round > 1) continue;
      const measured = await withServer(id, {}, (server) => measureLoad(server, { ...options, connections }));
      (results[id].load[connections] ??= []).push(measured);
    }
    log(`${connections} connections, ${round} of ${options.rounds}`);
  }
}
// The floor has no upstream.
for (const id of options.herd > 0 ? options.ids.filter((id) => id !== 'node-http') : []) {
  results[id].herd = await withServer(id, {}, (server) => measureHerd(server, origin, options.herd));
}
log('cold herd');
if ('datafast-live-map' in results && options.readers > 0) {
  results['datafast-live-map'].readers = await withServer(
    'datafast-live-map',
    { refreshSeconds: STREAM_INTERVAL },
    (server) => measureReaders(server, origin, options),
  );
  log('stream readers');
}
origin.close();

const demands = verdicts(demandsOn(results, options));
console.log(`\n${aligned(...comparison(results, options))}\n\n${aligned(...demands)}`);
if (options.docs) writeDocs(comparison(results, options));
