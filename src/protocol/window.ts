/** Seconds that a visitor stays listed after the last activity, as the upstream documents it. */
export const WINDOW_SECONDS = 600;
