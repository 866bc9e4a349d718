/** A browser on this machine. */
export interface FoundBrowser {
  path: string;
  source: string;
  headless?: 'shell';
  env?: Record<string, string>;
}

export function findChromium(options?: { pinned?: boolean }): Promise<FoundBrowser | undefined>;
export function findFirefox(): string | undefined;
export function findWebKit(): { driver: string; browser: string; xvfb?: string } | undefined;
