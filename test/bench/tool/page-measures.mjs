// What a page pays for the element. Each measurement has a tab of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from './figures.mjs';
import { readAllCpu, readMemory, readMeter, startMeter } from './meter.mjs';

const TALL = 1600;
/** A poll, and what it brings by and by. */
const POLL_MS = 12_000;
const WATCHED_MS = 20_000;
const HIDDEN_MS = 15_000;
const ROUNDS = 100;
const STARTS = 7;
const START_MS = 4000;
const SLOWDOWN = 4;
/** A task that keeps the page from responding for longer counts. */
const LONG_MS = 50;

/** Runs in the page, before anything else in it. */
const OBSERVE = `
globalThis.seen = { shifts: [], tasks: [], timers: 0 };
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shifts.push(value);
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) seen.tasks.push(duration);
}).observe({ type: 'longtask', buffered: true });
for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
  const original = globalThis[name];
  globalThis[name] = (callback, ...rest) =>
    original((...given) => {
      seen.timers++;
      callback(...given);
    }, ...rest);
}`;

/** Runs in the page, before anything else in it: when land and dots are first painted. */
const OBSERVE_MAP = `
globalThis.painted = {};
const look = () => {
  const root = document.querySelector('datafast-live-map')?.shadowRoot;
  const drawn = { land: root?.querySelector('.land')?.getAttribute('d'), dots: root?.querySelector('.mark, .dense path') };
  requestAnimationFrame(look);
  // After the frame that has it.
  setTimeout(() => {
    for (const name of Object.keys(drawn)) if (drawn[name]) painted[name] ??= performance.now();
  });
};
look();`;

const IS_LIVE = `document.querySelector('datafast-live-map').status === 'live'`;

async function open(browser, url, { width = 1280, slowdown = 1 } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: TALL });
  await page.evaluateOnNewDocument(OBSERVE);
  const cdp = await page.createCDPSession();
  await startMeter(cdp);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url);
  if (!url.endsWith('/without')) await page.waitForFunction(IS_LIVE);
  return { page, cdp, seen: () => page.evaluate('seen') };
}

/**
 * Milliseconds from the navigation until land and dots are painted, and the total blocking time of the start, on a CPU made
 * four times slower: the median of several starts of each path, which take turns, as the load of a machine varies.
 */
export async function firstMap(browser, { origin }, paths) {
  const starts = Object.fromEntries(paths.map((path) => [path, []]));
  for (let start = 0; start < STARTS; start++)
    for (const path of paths) starts[path].push(await startMap(browser, `${origin}/${path}`));
  return Object.fromEntries(
    paths.map((path) => {
      const middle = (name) => median(starts[path].map((start) => start[name]));
      return [path, { land: middle('land'), dots: middle('dots'), blocking: middle('blocking') }];
    }),
  );
}

async function startMap(browser, url) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: TALL });
  await page.evaluateOnNewDocument(OBSERVE);
  await page.evaluateOnNewDocument(OBSERVE_MAP);
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(url);
  await page.waitForFunction(IS_LIVE);
  // Before the first poll of a rendered map.
  await sleep(START_MS);
  const { tasks, land, dots } = await page.evaluate('({ ...seen, ...painted })');
  await page.close();
  return { land, dots, blocking: tasks.reduce((sum, ms) => sum + Math.max(0, ms - LONG_MS), 0) };
}

/** Cumulative layout shift from the first paint to the end of the first poll after it, by the page's width. */
export async function layoutShift(browser, { origin }, path) {
  const shifts = {};
  for (const width of [360, 768, 1440]) {
    const { page, seen } = await open(browser, `${origin}/${path}`, { width });
    await sleep(POLL_MS);
    shifts[width] = (await seen()).shifts.reduce((sum, value) => sum + value, 0);
    await page.close();
  }
  return shifts;
}

/** Tasks of more than 50 ms while the page loads and polls once, on a CPU made four times slower. */
export async function longTasks(browser, { origin }, path) {
  const { page, seen } = await open(browser, `${origin}/${path}`, { slowdown: SLOWDOWN });
  await sleep(POLL_MS);
  const { tasks } = await seen();
  await page.close();
  return { count: tasks.length, longest: Math.max(0, ...tasks), total: tasks.reduce((sum, ms) => sum + ms, 0) };
}

/** CPU ms in 5 s of a page that is only looked at, polls and all: the mean over two polls. */
export async function watching(browser, { origin }, path) {
  const { page, cdp } = await open(browser, `${origin}/${path}`);
  const browserCdp = await browser.target().createCDPSession();
  await sleep(5000);
  const before = await readMeter(cdp);
  const allBefore = await readAllCpu(browserCdp);
  await sleep(WATCHED_MS);
  const after = await readMeter(cdp);
  const all = (await readAllCpu(browserCdp)) - allBefore;
  await page.close();
  const in5s = 5000 / WATCHED_MS;
  return { main: (after.main - before.main) * in5s, all: all * in5s };
}

/** A page behind another tab: what it asks and does there, and whether it goes on when it is shown again. */
export async function hidden(browser, site, path) {
  const { page, cdp, seen } = await open(browser, `${site.origin}/${path}`);
  const front = await browser.newPage();
  await front.bringToFront();
  await sleep(1000);
  const visibility = await page.evaluate('document.visibilityState');
  const requests = site.requests;
  const { timers } = await seen();
  const before = await readMeter(cdp);
  await sleep(HIDDEN_MS);
  const main = (await readMeter(cdp)).main - before.main;
  const result = {
    visibility,
    requests: site.requests - requests,
    timers: (await seen()).timers - timers,
    main,
  };
  await page.bringToFront();
  await sleep(2000);
  result.requestsOnceShown = site.requests - requests - result.requests;
  await front.close();
  await page.close();
  return result;
}

/** Runs in the page. */
const reconnect = (rounds) => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const element = document.querySelector('datafast-live-map');
  const parent = element.parentNode;
  for (let round = 0; round < ${rounds}; round++) {
    element.remove();
    await frame();
    parent.append(element);
    await frame();
  }
})()`;

/** The element goes out of the document and in again, many times: what stays behind, and what is asked afterwards. */
export async function reconnecting(browser, site) {
  site.freeze();
  const { page, cdp } = await open(browser, `${site.origin}/with`);
  await page.evaluate(reconnect(1));
  await sleep(3000);
  const before = await readMemory(cdp);
  const asked = site.requests;
  await page.evaluate(reconnect(ROUNDS));
  await sleep(3000);
  const after = await readMemory(cdp);
  const requestsMeanwhile = site.requests - asked;
  await page.evaluate(`document.querySelector('datafast-live-map').remove()`);
  await sleep(HIDDEN_MS);
  const requestsOnceGone = site.requests - asked - requestsMeanwhile;
  await page.close();
  return {
    rounds: ROUNDS,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    heap: after.heap - before.heap,
    requestsMeanwhile,
    requestsOnceGone,
  };
}
