import type { Platform } from '../store/platform.ts';

/** The browser's own. */
export const platform: Platform = {
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => {
    clearTimeout(handle as ReturnType<typeof setTimeout>);
  },
  now: () => performance.now(),
  epoch: () => Date.now(),
  random: () => Math.random(),
};
