import type { PublishedHealth } from '../../protocol/published.ts';
import { jsonResponse } from '../response-info.ts';
import type { Route, RouteContext } from './route.ts';

/** `GET /health`: 200 while an answer can be given, 503 otherwise. Makes no upstream call. */
export function healthRoute({ snapshots }: RouteContext): Route {
  return () => {
    const result = snapshots.look();
    const { failing } = snapshots;
    const healthy = 'snapshot' in result || failing === null;
    const ageSeconds = 'snapshot' in result ? Math.floor(result.ageMs / 1000) : null;
    const health: PublishedHealth = { status: healthy ? 'ok' : 'error', ageSeconds, reason: failing?.reason ?? null };
    return jsonResponse(health, healthy ? 200 : 503);
  };
}
