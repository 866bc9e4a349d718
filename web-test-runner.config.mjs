import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS } from './tools/browsers/chromium.mjs';
import { eventStreams } from './tools/browsers/event-streams.mjs';
import { findChromium, findFirefox, findWebKit } from './tools/browsers/find.mjs';
import { firefoxLauncher } from './tools/browsers/firefox.mjs';
import { webkitLauncher } from './tools/browsers/webkit.mjs';

// BROWSERS=chromium,firefox,webkit asks for some and fails where one is missing; else whatever is installed is used.
const wanted = process.env.BROWSERS?.split(',').map((name) => name.trim().toLowerCase());

async function chromium() {
  const found = await findChromium();
  if (!found) return;
  const launcher = chromeLauncher({
    launchOptions: {
      executablePath: found.path,
      headless: found.headless ?? true,
      env: { ...process.env, ...found.env },
      args: CHROMIUM_ARGS,
    },
  });
  launcher.name = 'Chromium';
  return launcher;
}

function firefox() {
  const path = findFirefox();
  return path && firefoxLauncher(path);
}

function webkit() {
  const found = findWebKit();
  return found && webkitLauncher(found);
}

const engines = [
  { name: 'chromium', launch: chromium, cure: 'install Chrome, Chromium or Edge, or set CHROME_PATH' },
  { name: 'firefox', launch: firefox, cure: 'install Firefox, or set FIREFOX_PATH' },
  { name: 'webkit', launch: webkit, cure: 'Linux only: apt install webkit2gtk-driver xvfb (Debian, Ubuntu)' },
];

const browsers = [];
const missing = [];
for (const { name, launch, cure } of engines) {
  if (wanted && !wanted.includes(name)) continue;
  const launcher = await launch();
  if (launcher) browsers.push(launcher);
  else missing.push(`not run in ${name}: it is not on this machine (${cure}).`);
}
if (missing.length > 0 && (wanted || browsers.length === 0)) throw new Error(missing.join('\n'));
for (const line of missing) console.warn(line);

export default {
  // Not any deeper: among what the other runtimes' tests install is a link to this very folder.
  files: 'test/*/*.browser.ts',
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ['browser'] },
  middleware: [eventStreams()],
  plugins: [esbuildPlugin({ ts: true, tsconfig: './tsconfig.json', target: 'esnext' })],
  browsers,
  testFramework: { config: { timeout: 20000 } },
  browserStartTimeout: 60000,
  testsFinishTimeout: 180000,
};
