// Reads what a page has cost so far.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Has a page's durations counted in CPU time of its main thread, which other programs hardly change.
 *
 * @param cdp A session with the page, of Playwright or Puppeteer.
 */
export async function startMeter(cdp) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
}

/** Milliseconds, bytes and counts since the page began. */
export async function readMeter(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return {
    main: of.TaskDuration * 1000,
    script: of.ScriptDuration * 1000,
    style: of.RecalcStyleDuration * 1000,
    layout: of.LayoutDuration * 1000,
    heap: of.JSHeapUsedSize,
    nodes: of.Nodes,
    listeners: of.JSEventListeners,
  };
}

/** As `readMeter`, of what is in use. */
export async function readMemory(cdp) {
  // What has a finalizer goes with the second collection.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { heap, nodes, listeners } = await readMeter(cdp);
  return { heap, nodes, listeners };
}

/**
 * CPU milliseconds of all threads of all of the browser's processes but its own: page, compositor, raster, GPU. Linux
 * reports them to the nanosecond; elsewhere the answer is NaN.
 *
 * @param browserCdp A session with the browser, not with a page.
 */
export async function readAllCpu(browserCdp) {
  if (process.platform !== 'linux') return NaN;
  const { processInfo } = await browserCdp.send('SystemInfo.getProcessInfo');
  const nanoseconds = processInfo
    .filter(({ type }) => type !== 'browser')
    .flatMap(({ id }) => threadsOf(id))
    .reduce((sum, file) => sum + Number(read(file).split(' ')[0]), 0);
  return nanoseconds / 1e6;
}

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/schedstat`);
  } catch {
    return []; // It has ended meanwhile.
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '0';
  }
}
