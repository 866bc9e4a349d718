import { jsonAnswer } from '../answer.ts';
import type { Route, Site } from './route.ts';

/** `GET /health`: 200 while an answer can be given, 503 otherwise. Calls nobody. */
export function healthRoute({ snapshots }: Site): Route {
  return () => {
    const sight = snapshots.look();
    const { failing } = snapshots;
    const healthy = 'snapshot' in sight || failing === null;
    const ageSeconds = 'snapshot' in sight ? Math.floor(sight.ageMs / 1000) : null;
    const health = { status: healthy ? 'ok' : 'error', ageSeconds, reason: failing?.reason ?? null };
    return jsonAnswer(health, healthy ? 200 : 503);
  };
}
