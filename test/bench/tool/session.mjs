import { readAllCpu, readMeter, startMeter } from './meter.mjs';
import { startOf, startTrace } from './trace.mjs';

const MOUNT_MS = 45_000;
const CLOSE_MS = 3_000;
/** Until all that a start defers is done; the element's clock, which turns each second, does not count. */
const DEFERRED_MS = 800;

export class TooSlow extends Error {}

/** The promise's outcome, or the error that it took too long. */
export async function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`${what} took more than ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A contender in a page of its own. */
export class Session {
  /** What the page threw. */
  errors = [];

  /** @param {{ dots: number, slowdown?: number }} options `slowdown` is how many times slower the CPU is made. */
  static async open(browsers, origin, contender, { dots, slowdown = 1 }) {
    const { browser, cdp: browserCdp } = await browsers.get(contender.webgl);
    const context = await browser.newContext({
      viewport: { width: 1000, height: contender.viewportHeight },
      deviceScaleFactor: 1,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const session = new Session(contender, context, page, browserCdp);
    page.on('pageerror', ({ message }) => session.errors.push(message));
    await page.goto(`${origin}/${contender.id}/index.html`);
    session.cdp = await context.newCDPSession(page);
    await startMeter(session.cdp);
    await session.call('init', dots);
    await page.waitForTimeout(150);
    if (slowdown > 1) await session.cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return session;
  }

  constructor(contender, context, page, browserCdp) {
    this.contender = contender;
    this.context = context;
    this.page = page;
    this.browserCdp = browserCdp;
  }

  /** Calls a function of in-page/harness.mjs. */
  call(name, ...args) {
    return this.page.evaluate(([name, args]) => globalThis.bench[name](...args), [name, args]);
  }

  /** What `action` gives, and what it has cost. */
  async measure(action) {
    const before = await readMeter(this.cdp);
    const allBefore = await readAllCpu(this.browserCdp);
    const result = await action();
    const after = await readMeter(this.cdp);
    const all = (await readAllCpu(this.browserCdp)) - allBefore;
    const spent = (key) => after[key] - before[key];
    return [
      result,
      { main: spent('main'), script: spent('script'), style: spent('style'), layout: spent('layout'), all },
    ];
  }

  /** Loads and mounts the contender. */
  async mount() {
    const { id, scripts, hasStyle } = this.contender;
    const style = hasStyle ? `/${id}/bundle.css` : null;
    const [times, { main, all }] = await this.measure(() =>
      within(MOUNT_MS, 'mounting', this.call('cold', scripts, style)),
    );
    return { ...times, main, all };
  }

  /** The same, until all is done: what it took, task by task. */
  async start() {
    const endTrace = await startTrace(this.browserCdp);
    try {
      const mounted = await this.mount();
      await this.call('settle', DEFERRED_MS);
      return { ...mounted, ...startOf(await endTrace()) };
    } catch (error) {
      await endTrace();
      throw error;
    }
  }

  async screenshot(path) {
    // A page that draws without end has no picture.
    await this.page.screenshot({ path, timeout: 8000 }).catch(() => {});
  }

  async close() {
    // Neither does a page that hangs close.
    const closed = this.context.close().catch(() => {});
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_MS))]);
  }
}
