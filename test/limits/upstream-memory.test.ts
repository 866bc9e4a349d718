import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { fault, poured, raw, type Respond, snapshot, startUpstream } from '../proxy/upstream.ts';

const PROBE = join(import.meta.dirname, 'upstream-memory-probe.ts');
const MOST_BYTES = 16 * 1024 * 1024;

const bodies: [what: string, respond: Respond][] = [
  ['100 MB', poured(100_000_000)],
  ['a body without end', fault('huge')],
  ['a gzip bomb', fault('bomb')],
];

for (const [what, respond] of bodies) {
  it(`memory grows by at most 16 MB when the upstream sends ${what}`, async (t) => {
    // Packed, so that the process has loaded by then what it takes to unpack.
    const sound = raw(200, gzipSync(JSON.stringify(snapshot())), { 'content-encoding': 'gzip' });
    const upstream = await startUpstream((request, response) => {
      const [first, second] = upstream.requests;
      if (first && !second) sound(request, response);
      else respond(request, response);
    });
    t.after(() => {
      upstream.close();
    });
    const options = ['--expose-gc', '--import', 'tsx', PROBE, upstream.url];
    const { stdout } = await promisify(execFile)(process.execPath, options);
    assert.equal(upstream.requests.length, 2);
    assert.ok(Number(stdout) <= MOST_BYTES, `${stdout} bytes`);
  });
}
