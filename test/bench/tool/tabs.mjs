import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, environment, findChromium } from '../../../tools/browsers/chromium.ts';

/** Keeps hidden pages running. */
const HURRY = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/**
 * A browser whose tabs are really hidden behind one another. Puppeteer, because Playwright gives each page a window of
 * its own, and Lighthouse drives its pages too.
 */
export async function launchTabs() {
  const found = await findChromium();
  if (!found) throw new Error('No Chromium on this machine: install Chrome, Chromium or Edge, or set CHROME_PATH.');
  return puppeteer.launch({
    executablePath: found.path,
    headless: found.headless ?? true,
    env: environment(found),
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: HURRY,
  });
}
