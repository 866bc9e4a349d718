import { spawn } from 'node:child_process';

/** A program and its arguments. */
type CommandLine = readonly [program: string, ...args: string[]];

/** What opens an address in the viewer's browser. */
export function openCommand(platform: NodeJS.Platform, url: string): CommandLine {
  if (platform === 'darwin') return ['open', url];
  // `start` takes a first argument in quotes for the title of a window, and `&` for the end of a command.
  if (platform === 'win32') return ['cmd', '/d', '/c', 'start', '""', url.replaceAll('&', '^&')];
  return ['xdg-open', url];
}

/**
 * Opens an address in the viewer's browser. Never throws.
 *
 * @param onFailure There is no browser, or it does not start.
 */
export function openBrowser(url: string, onFailure: () => void): void {
  const [program, ...args] = openCommand(process.platform, url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.once('error', onFailure);
  child.once('exit', (code) => {
    if (code !== 0) onFailure();
  });
  // The server does not wait for the browser.
  child.unref();
}
