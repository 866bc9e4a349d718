// All that a page holds beside its contender. The bundle of a contender sets globalThis.contender.
import { createFeed } from './dots.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** A message that is posted in a frame comes after the frame's style, layout and paint. */
const afterFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    });
  });

const loaded = (element) =>
  new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });

const styleSheet = (href) => loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));

/** Runs scripts in their order, as `<script defer>` and `<script type="module">` of a page do. */
const runScripts = (scripts) =>
  Promise.all(
    scripts.map(({ src, isModule }) =>
      loaded(Object.assign(document.createElement('script'), { src, async: false, type: isModule ? 'module' : '' })),
    ),
  );

/** Elements below `root`, those in shadow trees too. */
function countElements(root) {
  let count = 0;
  for (const child of root.children) {
    count += 1 + countElements(child);
    if (child.shadowRoot) count += countElements(child.shadowRoot);
  }
  return count;
}

const host = document.getElementById('map');
let feed;
let dots;
let remembered;

/** To the next poll. */
function advance() {
  dots = feed.next();
  globalThis.contender.prepare?.(dots);
}

globalThis.bench = {
  init(count) {
    feed = createFeed(count);
    dots = feed.current();
  },

  /**
   * Loads and mounts the contender, until its land and dots are painted. Times count from the moment at which the last byte
   * of its scripts is there; the marks are for the trace.
   */
  async cold(scripts, css) {
    performance.mark('bench-start');
    if (css) await styleSheet(css);
    await runScripts(scripts);
    const { mount, isDrawn } = globalThis.contender;
    await mount(host, dots);
    do await afterFrame();
    while (isDrawn && !isDrawn());
    performance.mark('bench-picture');
    const committed = performance.now();
    await nextFrame();
    await nextFrame();
    const framed = performance.now();
    const responses = scripts.map(({ src }) => performance.getEntriesByName(new URL(src, document.baseURI).href)[0]);
    const responseEnd = Math.max(...responses.map((response) => response.responseEnd));
    return { commit: committed - responseEnd, frame: framed - responseEnd };
  },

  /** Ends a start: all that comes after the first picture has come by then. */
  async settle(ms) {
    await sleep(ms);
    performance.mark('bench-done');
  },

  /** The next poll's dots are made outside of what is measured. */
  prepare: advance,

  /** One update, until it is on the screen. It runs in a timer's task, which counts as script time. */
  async step() {
    const { update, settleMs } = globalThis.contender;
    let start, sync;
    await new Promise((resolve, reject) => {
      setTimeout(() => {
        start = performance.now();
        try {
          const done = update(dots);
          sync = performance.now() - start;
          Promise.resolve(done).then(resolve, reject);
        } catch (error) {
          reject(error);
        }
      });
    });
    if (settleMs) await sleep(settleMs);
    await afterFrame();
    await nextFrame();
    return { sync, wall: performance.now() - start };
  },

  /** Up to `count` updates, one a frame, as many as the time allows. */
  async many(count, budgetMs) {
    const { update, settleMs } = globalThis.contender;
    const start = performance.now();
    let done = 0;
    for (; done < count && performance.now() - start < budgetMs; done++) {
      advance();
      await update(dots);
      await nextFrame();
    }
    if (settleMs) await sleep(settleMs * 2);
    await nextFrame();
    await nextFrame();
    return done;
  },

  remember() {
    remembered = dots;
  },

  /** Shows the dots of that moment again. */
  async recall() {
    const { prepare, update, settleMs } = globalThis.contender;
    prepare?.(remembered);
    await update(remembered);
    if (settleMs) await sleep(settleMs);
    await afterFrame();
  },

  idle: sleep,
  countElements: () => countElements(host),
};
