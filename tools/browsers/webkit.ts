// WebKitGTK through WebKitWebDriver and MiniBrowser, as a launcher of @web/test-runner.
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import type { BrowserLauncher, SessionResult } from '@web/test-runner-core';
import { freePort } from './free-port.ts';
import type { InstalledWebKit } from './installed.ts';
import { WebDriverPage, type Command } from './webdriver-page.ts';

const START_MS = 60_000;
const STEP_MS = 50;

/** MiniBrowser's toolbar would keep the window wider than 447 px. */
const TOOLBAR = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -GtkArrow-arrow-scaling: 0; }
image { -gtk-icon-source: none; opacity: 0; }
`;

class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  /** The commands of @web/test-runner-commands know two kinds of pages, and this is closer to the other one. */
  readonly type = 'playwright';
  readonly concurrency = 1;
  readonly #installed: InstalledWebKit;
  readonly #children: ChildProcess[] = [];
  readonly #active = new Set<string>();
  #home: string | undefined;
  #address = '';
  #session: string | undefined;
  #started: Promise<WebDriverPage> | undefined;
  #page: WebDriverPage | undefined;

  constructor(installed: InstalledWebKit) {
    this.#installed = installed;
  }

  async startSession(id: string, url: string): Promise<void> {
    this.#page = await (this.#started ??= this.#start());
    this.#active.add(id);
    // All files have one window, and the pointer would be where the one before has left it.
    await this.#page.mouse.move(0, 0);
    await this.#inSession('POST', '/url', { url });
  }

  isActive(id: string): boolean {
    return this.#active.has(id);
  }

  async getBrowserUrl(id: string): Promise<string | undefined> {
    return this.#active.has(id) ? ((await this.#inSession('GET', '/url')) as string) : undefined;
  }

  getPage(): WebDriverPage | undefined {
    return this.#page;
  }

  async stopSession(id: string): Promise<SessionResult> {
    const coverage = await this.#page?.evaluate('return window.__coverage__').catch(() => undefined);
    await this.#inSession('POST', '/url', { url: 'about:blank' });
    this.#active.delete(id);
    return coverage ? { testCoverage: coverage as NonNullable<SessionResult['testCoverage']> } : {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('WebKit: no debug session; use a desktop browser.'));
  }

  async stop(): Promise<void> {
    if (this.#session !== undefined) await this.#inSession('DELETE', '').catch(() => undefined);
    for (const child of this.#children.reverse()) child.kill();
    if (this.#home !== undefined) rmSync(this.#home, { recursive: true, force: true });
  }

  async #start(): Promise<WebDriverPage> {
    const { driver, browser, xvfb } = this.#installed;
    const env = { ...process.env, ...this.#settings() };
    if (xvfb !== undefined) Object.assign(env, { DISPLAY: await this.#openDisplay(xvfb), GDK_BACKEND: 'x11' });
    const port = await freePort();
    this.#address = `http://127.0.0.1:${port}`;
    const child = this.#spawn(driver, [`--port=${port}`], { env });
    await this.#ready(child);
    const options = { binary: browser, args: ['--automation'] };
    const { sessionId } = (await this.#request('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    this.#session = sessionId;
    return new WebDriverPage(this.#inSession);
  }

  /** A home of its own: settings and caches of the person who runs the tests are left alone. */
  #settings(): Record<string, string> {
    this.#home = mkdtempSync(join(tmpdir(), 'wtr-webkit-'));
    mkdirSync(join(this.#home, 'gtk-3.0'));
    writeFileSync(join(this.#home, 'gtk-3.0/gtk.css'), TOOLBAR);
    return {
      XDG_CONFIG_HOME: this.#home,
      XDG_CACHE_HOME: this.#home,
      XDG_DATA_HOME: this.#home,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      NO_AT_BRIDGE: '1',
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    };
  }

  async #openDisplay(xvfb: string): Promise<string> {
    // Without a window manager the focus is where the display's own pointer is, in its middle: at the edge of each page.
    const args = ['-displayfd', '3', '-screen', '0', '8x8x24', '-nolisten', 'tcp'];
    const child = this.#spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = (await Promise.race([
      once(child.stdio[3] as Readable, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('WebKit: Xvfb did not start.'))),
    ])) as [Buffer];
    return `:${number.toString().trim()}`;
  }

  async #ready(driver: ChildProcess): Promise<void> {
    const end = performance.now() + START_MS;
    while (!(await this.#request('GET', '/status').catch(() => undefined))) {
      if (driver.exitCode !== null || performance.now() > end)
        throw new Error('WebKit: WebKitWebDriver did not start.');
      await sleep(STEP_MS);
    }
  }

  #spawn(path: string, args: string[], options: SpawnOptions): ChildProcess {
    const child = spawn(path, args, { stdio: 'ignore', ...options });
    this.#children.push(child);
    return child;
  }

  readonly #inSession: Command = (method, path, body) => {
    return this.#request(method, `/session/${this.#session ?? ''}${path}`, body);
  };

  async #request(method: string, path: string, body: object = {}): Promise<unknown> {
    const init = method === 'POST' ? { method, body: JSON.stringify(body) } : { method };
    const response = await fetch(this.#address + path, init);
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebKit: ${error}: ${message}`);
  }
}

export function webkitLauncher(installed: InstalledWebKit): BrowserLauncher {
  return new WebKitLauncher(installed);
}
