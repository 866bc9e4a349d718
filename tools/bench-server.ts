// npm run bench:server: how much CPU time renderLiveMap takes, and how large its HTML is, for made-up sites of several sizes.
import { gzipSync } from 'node:zlib';
import { renderLiveMap } from '../dist/server/index.js';
import { createSimulator } from '../src/simulator/index.ts';

const AT = Date.parse('2026-11-23T16:00:00.000Z');
const RENDERINGS = 200;
const kB = (text: string | Buffer): string => `${(text.length / 1000).toFixed(1)} kB`;

for (const visitors of [0, 14, 100, 1000]) {
  const simulator = createSimulator({ visitors, steady: true });
  const times: number[] = [];
  let html = '';
  for (let index = 0; index < RENDERINGS; index++) {
    const generatedAt = AT + index * 10_000;
    const meta = { version: 1, generatedAt: new Date(generatedAt).toISOString(), refreshSeconds: 10 };
    const snapshot = { ...simulator.answerAt(generatedAt), meta };
    const start = process.cpuUsage();
    html = renderLiveMap(snapshot, { attributes: { 'proxy-url': '/live' } });
    // Of this process: other programs of the machine do not count.
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  const [first = NaN, ...later] = times;
  later.sort((a, b) => a - b);
  // Garbage of other renderings, and a busy machine, are in all but the first of them.
  const [least = '', median = '', p95 = ''] = [0, 0.5, 0.95].map((share) =>
    later[Math.floor(share * later.length)]?.toFixed(1),
  );
  const own = html.replace(/<script type="application\/json">[^<]*<\/script>/, '');
  console.log(
    `${visitors} visitors: first ${first.toFixed(1)} ms of CPU time, then least ${least} ms, median ${median} ms, p95 ${p95} ms; ` +
      `HTML ${kB(own)}, gzip ${kB(gzipSync(own))}, with the snapshot ${kB(html)}`,
  );
}
