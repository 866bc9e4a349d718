// Firefox through puppeteer-core and WebDriver BiDi, which has no emulation of media features yet: the preferences that
// Firefox itself reads are set from its own scope, which needs --remote-allow-system-access.
import type { BrowserLauncher } from '@web/test-runner-core';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

type Launch = NonNullable<Parameters<typeof chromeLauncher>[0]>;
type Page = Awaited<ReturnType<NonNullable<Launch['createPage']>>>;
type Features = Parameters<Page['emulateMediaFeatures']>[0];

/** What puppeteer keeps for itself. */
interface BidiBrowser {
  connection: { send: (method: string, params: object) => Promise<{ result: unknown }> };
}

const PREFERENCES: Record<string, [name: string, values: Record<string, number>]> = {
  'prefers-reduced-motion': ['ui.prefersReducedMotion', { reduce: 1, 'no-preference': 0 }],
  'prefers-color-scheme': ['layout.css.prefers-color-scheme.content-override', { dark: 0, light: 1 }],
};

const PATIENCE_MS = 20_000;
const STEP_MS = 20;

async function emulate({ connection }: BidiBrowser, page: Page, features: Features = []): Promise<void> {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = result as { contexts: [{ context: string }] };
  const target = { context: contexts[0].context };
  for (const { name, value } of features) {
    const [preference, values] = PREFERENCES[name] ?? [];
    if (preference === undefined) throw new Error(`Firefox: no way to emulate ${name}.`);
    const number = values?.[value];
    const expression =
      number === undefined
        ? `Services.prefs.clearUserPref(${JSON.stringify(preference)})`
        : `Services.prefs.setIntPref(${JSON.stringify(preference)}, ${number})`;
    await connection.send('script.evaluate', { expression, target, awaitPromise: false });
    if (number === undefined) continue;
    const options = { timeout: PATIENCE_MS, polling: STEP_MS };
    await page.waitForFunction(`matchMedia('(${name}: ${value})').matches`, options);
  }
}

export function firefoxLauncher(executablePath: string): BrowserLauncher {
  return chromeLauncher({
    puppeteer: puppeteer,
    // Media preferences belong to the whole browser.
    concurrency: 1,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 0, 'layout.css.prefers-color-scheme.content-override': 1 },
    },
    createPage: async ({ context }) => {
      const page = await context.newPage();
      page.emulateMediaFeatures = (features) => emulate(context.browser() as unknown as BidiBrowser, page, features);
      return page;
    },
  });
}
