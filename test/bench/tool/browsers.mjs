import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, environment, findChromium } from '../../../tools/browsers/chromium.ts';

/** A hidden page is not throttled. */
const UNHURRIED = [
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];
/** WebGL by software, as there may be no GPU. */
const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

/** The project's Chromium, headless. */
export async function launch(args) {
  const found = await findChromium();
  if (!found) throw new Error('No Chromium on this machine: install Chrome, Chromium or Edge, or set CHROME_PATH.');
  return chromium.launch({ executablePath: found.path, env: environment(found), args });
}

/** Two browsers, with WebGL and without, each started when it is first wanted. */
export class Browsers {
  #started = new Map();

  /** @returns {Promise<{ browser: import('playwright-core').Browser, cdp: import('playwright-core').CDPSession }>} */
  get(webgl) {
    if (!this.#started.has(webgl)) this.#started.set(webgl, this.#start(webgl));
    return this.#started.get(webgl);
  }

  async close() {
    for (const started of this.#started.values()) await (await started).browser.close();
  }

  async #start(webgl) {
    const usual = [...CHROMIUM_ARGS, ...UNHURRIED, '--enable-precise-memory-info'];
    const args = webgl ? [...usual.filter((arg) => arg !== '--disable-gpu'), ...SOFTWARE_WEBGL] : usual;
    const browser = await launch(args);
    return { browser, cdp: await browser.newBrowserCDPSession() };
  }
}
