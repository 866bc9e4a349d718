// npm run bench:page: what a page pays for the element, and what Lighthouse says of the demo. README.md says how to
// read it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemo } from './tool/demo-site.mjs';
import { lighthouseScores } from './tool/lighthouse.mjs';
import { firstMap, hidden, layoutShift, longTasks, reconnecting, watching } from './tool/page-measures.mjs';
import { bench } from './tool/paths.mjs';
import { serveSite, serveSmallPage } from './tool/sites.mjs';
import { launchTabs } from './tool/tabs.mjs';
import { aligned, fixed } from './tool/tables.mjs';

const VISITORS = 500;
const FEW_VISITORS = 100;
const RECONNECTED = {
  nodes: 'nodes more',
  listeners: 'listeners more',
  heap: 'bytes of heap more',
  requestsMeanwhile: 'requests meanwhile',
  requestsOnceGone: 'requests in 15 s once it is out',
};

const FIRST_MAP = {
  land: 'land painted',
  dots: 'dots painted',
  blocking: 'total blocking time of the start',
};

const site = await serveSmallPage({ visitors: VISITORS });
const browser = await launchTabs();
const both = async (measure) => ({
  with: await measure(browser, site, 'with'),
  without: await measure(browser, site, 'without'),
});
const smallSite = await serveSmallPage({ visitors: FEW_VISITORS });
const results = {
  when: new Date().toISOString(),
  chromium: await browser.version(),
  layoutShift: {
    with: await layoutShift(browser, site, 'with'),
    rendered: await layoutShift(browser, site, 'rendered'),
  },
  firstMap: {
    [FEW_VISITORS]: await firstMap(browser, smallSite, ['with', 'rendered']),
    [VISITORS]: await firstMap(browser, site, ['with', 'rendered']),
  },
  longTasks: await both(longTasks),
  watching: await both(watching),
  hidden: await both(hidden),
  reconnecting: await reconnecting(browser, site),
};
site.close();
smallSite.close();

const demo = await serveSite(buildDemo());
results.lighthouse = await lighthouseScores(browser, `${demo.origin}/`);
demo.close();
await browser.close();

const file = join(bench, 'page.json');
writeFileSync(file, JSON.stringify(results, null, 1));
print(results);

function print({ layoutShift, firstMap, longTasks, watching, hidden, reconnecting, lighthouse }) {
  const tasks = ({ count, longest }) => `${count}, longest ${fixed(longest, 0)} ms`;
  const cpu = ({ main, all }) => `${fixed(main)} / ${fixed(all)}`;
  const starts = [
    ...Object.keys(layoutShift.with).map((width) => [
      `layout shift at ${width} px`,
      ...[layoutShift.with, layoutShift.rendered].map((shifts) => fixed(shifts[width], 4)),
    ]),
    ...Object.entries(firstMap).flatMap(([visitors, starts]) =>
      Object.entries(FIRST_MAP).map(([name, what]) => [
        `${what} at 4x, ${visitors} visitors, ms`,
        ...[starts.with, starts.rendered].map((times) => fixed(times[name], 0)),
      ]),
    ),
  ];
  const rows = [
    ['tasks over 50 ms at 4x, load and a poll', tasks(longTasks.with), tasks(longTasks.without)],
    ['looked at, polling: CPU ms in 5 s, main / all', cpu(watching.with), cpu(watching.without)],
    ['hidden 15 s: document.visibilityState', hidden.with.visibility, hidden.without.visibility],
    ['hidden 15 s: requests', String(hidden.with.requests), ''],
    ['hidden 15 s: timers that fired', String(hidden.with.timers), String(hidden.without.timers)],
    ['hidden 15 s: main CPU ms', fixed(hidden.with.main), fixed(hidden.without.main)],
    ['shown again: requests within 2 s', String(hidden.with.requestsOnceShown), ''],
    ...Object.entries(reconnecting)
      .filter(([what]) => what !== 'rounds')
      .map(([what, value]) => [`${reconnecting.rounds} times out and in: ${RECONNECTED[what]}`, String(value), '']),
  ];
  console.log(`A page with ${VISITORS} visitors on its map\n`);
  console.log(aligned(['', 'rendered in the browser', 'on the server'], starts));
  console.log(`\n${aligned(['', 'with the element', 'without'], rows)}`);
  for (const [device, { categories, blocking, all }] of Object.entries(lighthouse)) {
    console.log(`\nLighthouse, the demo's landing page, ${device}: the median of ${all.length} runs`);
    console.log(`  total blocking time: ${fixed(blocking, 0)} ms of ${all.map((ms) => fixed(ms, 0)).join(', ')}`);
    for (const { id, score, lost } of categories) {
      const reasons = lost.map(({ id, score, value }) => `${id} ${score}${value ? ` (${value})` : ''}`);
      console.log(`  ${id}: ${score}${reasons.length > 0 ? `; lost to ${reasons.join(', ')}` : ''}`);
    }
  }
  console.log('\nAll of it: test/bench/page.json.');
}
