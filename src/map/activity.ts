import type { Activity } from './marks.ts';

const IDLE_AFTER_MS = 60_000;
const AWAY_AFTER_MS = 300_000;

/** How quiet somebody has been. @param lastActivity Epoch ms; `null`: nothing was seen, which counts as active. */
export function activityOf(lastActivity: number | null, now: number): Activity {
  const since = now - (lastActivity ?? now);
  return since < IDLE_AFTER_MS ? 'active' : since < AWAY_AFTER_MS ? 'idle' : 'away';
}
