import { chromium, type Browser } from 'playwright-core';
import type { FoundChromium } from './found-chromium.ts';
import { installedChromium } from './installed.ts';
import { npmChromium } from './npm-chromium.ts';

/** A Chromium without requests of its own, which draws the same on every machine as far as it can. */
export const CHROMIUM_ARGS: readonly string[] = [
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

/** The installed one, or else that of the npm package. */
export async function findChromium(): Promise<FoundChromium | undefined> {
  const path = installedChromium();
  return path === undefined ? npmChromium() : { path };
}

/** A headless Chromium for whole pages. */
export async function launchChromium(): Promise<Browser> {
  return launch(await findChromium());
}

/** That of the npm package, where it runs: pixels differ between versions of Chromium, not between machines. */
export async function launchPinnedChromium(): Promise<Browser> {
  return launch((await npmChromium()) ?? (await findChromium()));
}

function launch(found: FoundChromium | undefined): Promise<Browser> {
  if (!found) throw new Error('No Chromium on this machine: install Chrome, Chromium or Edge, or set CHROME_PATH.');
  return chromium.launch({
    executablePath: found.path,
    env: environment(found),
    args: [...CHROMIUM_ARGS],
  });
}

export function environment({ env }: FoundChromium): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(own), ...env };
}
