import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../tools/browsers/find.mjs';

/** A headless Chromium that talks to nobody by itself. */
export async function launchChromium(): Promise<Browser> {
  const found = await findChromium();
  if (!found) throw new Error('No Chromium on this machine: install Chrome, Chromium or Edge, or set CHROME_PATH.');
  return chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
