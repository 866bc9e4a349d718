/** A Chromium on this machine, and how to start it. */
export interface FoundChromium {
  path: string;
  /** Set for a binary that has no other mode. */
  headless?: 'shell';
  /** Variables that it needs in addition to the environment of the process. */
  env?: Record<string, string>;
}
