import type { Activity } from './mark.ts';

const IDLE_AFTER_MS = 60_000;
const AWAY_AFTER_MS = 300_000;

/** @param lastActivity Epoch ms; `null` where none was seen, which counts as active. */
export function activityOf(lastActivity: number | null, now: number): Activity {
  const since = now - (lastActivity ?? now);
  return since < IDLE_AFTER_MS ? 'active' : since < AWAY_AFTER_MS ? 'idle' : 'away';
}
