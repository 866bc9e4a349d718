// The browsers that the elements' tests run in, as launchers of @web/test-runner.
import type { BrowserLauncher } from '@web/test-runner-core';
import { chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS, environment, findChromium } from './chromium.ts';
import { firefoxLauncher } from './firefox.ts';
import { installedFirefox, installedWebKit } from './installed.ts';
import { webkitLauncher } from './webkit.ts';

interface Engine {
  launcher: () => Promise<BrowserLauncher | undefined>;
  /** How to get one. */
  cure: string;
}

const ENGINES: Readonly<Record<string, Engine>> = {
  chromium: { launcher: chromium, cure: 'install Chrome, Chromium or Edge, or set CHROME_PATH' },
  firefox: { launcher: firefox, cure: 'install Firefox, or set FIREFOX_PATH' },
  webkit: { launcher: webkit, cure: 'Linux only: apt install webkit2gtk-driver xvfb (Debian, Ubuntu)' },
};

async function chromium(): Promise<BrowserLauncher | undefined> {
  const found = await findChromium();
  if (!found) return;
  const launcher = chromeLauncher({
    launchOptions: {
      executablePath: found.path,
      headless: found.headless ?? true,
      env: environment(found),
      args: [...CHROMIUM_ARGS],
    },
  });
  launcher.name = 'Chromium';
  return launcher;
}

function firefox(): Promise<BrowserLauncher | undefined> {
  const path = installedFirefox();
  return Promise.resolve(path === undefined ? undefined : firefoxLauncher(path));
}

function webkit(): Promise<BrowserLauncher | undefined> {
  const installed = installedWebKit();
  return Promise.resolve(installed && webkitLauncher(installed));
}

/**
 * @param names "chromium,firefox,webkit" or some of them: each is required. Without it, those that are on this machine.
 */
export async function launchers(names: string | undefined): Promise<BrowserLauncher[]> {
  const required = names?.split(',').map((name) => name.trim().toLowerCase());
  const found: BrowserLauncher[] = [];
  const missing: string[] = [];
  for (const name of required ?? Object.keys(ENGINES)) {
    const engine = ENGINES[name];
    if (!engine) throw new Error(`BROWSERS: expected ${Object.keys(ENGINES).join(', ')}; got ${name}.`);
    const launcher = await engine.launcher();
    if (launcher) found.push(launcher);
    else missing.push(`Not run in ${name}: it is not on this machine (${engine.cure}).`);
  }
  if (missing.length > 0 && (required || found.length === 0)) throw new Error(missing.join('\n'));
  for (const line of missing) console.warn(line);
  return found;
}
