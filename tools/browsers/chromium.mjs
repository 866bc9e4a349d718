import { chromium } from 'playwright-core';
import { findChromium, shippedChromium } from './find.mjs';

/** A Chromium that talks to nobody by itself, and draws the same on every machine as far as it can. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** A headless Chromium for whole pages. Throws, and says how to get one, where there is none. */
export async function launchChromium() {
  return launch(await findChromium());
}

/** The one that comes with npm, where it runs: pixels differ between versions of Chromium, and not between machines. */
export async function launchPinnedChromium() {
  return launch((await shippedChromium()) ?? (await findChromium()));
}

function launch(found) {
  if (!found) throw new Error('No Chromium on this machine: install Chrome, Chromium or Edge, or set CHROME_PATH.');
  return chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    args: CHROMIUM_ARGS,
  });
}
