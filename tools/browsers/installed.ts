// The browsers of this machine: an explicit path first, then the places where each system installs them.
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const { arch, env, platform } = process;

export function installedChromium(): string | undefined {
  const given = pathFrom('CHROME_PATH');
  if (given !== undefined) return given;
  if (platform === 'darwin') {
    return firstExecutable(
      macApps(
        ['Google Chrome', 'Google Chrome'],
        ['Chromium', 'Chromium'],
        ['Microsoft Edge', 'Microsoft Edge'],
        ['Google Chrome Canary', 'Google Chrome Canary'],
      ),
    );
  }
  if (platform === 'win32') {
    return firstExecutable(
      windowsPrograms(
        'Google\\Chrome\\Application\\chrome.exe',
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ),
    );
  }
  return onPath(
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chrome',
  );
}

export function installedFirefox(): string | undefined {
  const given = pathFrom('FIREFOX_PATH');
  if (given !== undefined) return given;
  if (platform === 'darwin') {
    return firstExecutable(
      macApps(['Firefox', 'firefox'], ['Firefox Developer Edition', 'firefox'], ['Firefox Nightly', 'firefox']),
    );
  }
  if (platform === 'win32') {
    return firstExecutable(
      windowsPrograms(
        'Mozilla Firefox\\firefox.exe',
        'Firefox Developer Edition\\firefox.exe',
        'Firefox Nightly\\firefox.exe',
      ),
    );
  }
  return onPath('firefox', 'firefox-esr');
}

export interface InstalledWebKit {
  driver: string;
  browser: string;
  /** Present where there is no display to open a window on. */
  xvfb: string | undefined;
}

/** WebKitGTK, which has a WebDriver; Safari's own needs a desktop session. */
export function installedWebKit(): InstalledWebKit | undefined {
  if (platform !== 'linux') return;
  const driver = pathFrom('WEBKIT_DRIVER_PATH') ?? onPath('WebKitWebDriver', 'WPEWebDriver');
  if (driver === undefined) return;
  const libraries = [
    `/usr/lib/${arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
    '/usr/libexec',
    '/usr/lib64',
    '/usr/lib',
  ];
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  const browser =
    pathFrom('MINIBROWSER_PATH') ??
    firstExecutable(libraries.flatMap((folder) => versions.map((version) => join(folder, version, 'MiniBrowser'))));
  if (browser === undefined) return;
  const hasDisplay = Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
  const xvfb = hasDisplay ? undefined : onPath('Xvfb');
  if (!hasDisplay && xvfb === undefined) return;
  return { driver, browser, xvfb };
}

function pathFrom(variable: string): string | undefined {
  const path = env[variable];
  if (!path) return;
  if (!isExecutable(path)) throw new Error(`${variable} is set to ${path}, which is not an executable file.`);
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstExecutable(paths: string[]): string | undefined {
  return paths.find(isExecutable);
}

function onPath(...names: string[]): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter);
  return firstExecutable(folders.flatMap((folder) => names.map((name) => join(folder, name))));
}

function windowsPrograms(...tails: string[]): string[] {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return folders.flatMap((folder) => (folder ? tails.map((tail) => join(folder, tail)) : []));
}

function macApps(...apps: [app: string, program: string][]): string[] {
  return apps.flatMap(([app, program]) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${app}.app/Contents/MacOS/${program}`),
    ),
  );
}
