import type { Platform } from '../client/poller.ts';

/** The browser's own. */
export const platform: Platform = {
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => {
    clearTimeout(handle as ReturnType<typeof setTimeout>);
  },
  now: () => performance.now(),
  random: () => Math.random(),
};
