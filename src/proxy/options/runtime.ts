interface Runtime {
  navigator?: { userAgent?: string };
  EdgeRuntime?: unknown;
  process?: { versions?: { node?: string } };
  Deno?: unknown;
  Bun?: unknown;
}

/** Whether many isolates serve, each request in a world of its own: on Workers, and on what is built like them. */
export function isEdge(): boolean {
  const { navigator, EdgeRuntime } = globalThis as Runtime;
  return navigator?.userAgent === 'Cloudflare-Workers' || EdgeRuntime !== undefined;
}

/** Whether this runtime keeps a connection for as long as a client reads, and one process for all of them. */
export function keepsConnections(): boolean {
  const { process, Deno, Bun } = globalThis as Runtime;
  // The edge may look like Node in parts.
  return !isEdge() && (process?.versions?.node !== undefined || Deno !== undefined || Bun !== undefined);
}

/**
 * Whether promises are bound to the request that made them, as on Workers: they never settle once that has ended, and
 * another request that awaits them fails or hangs. Assumed of every runtime that is not known to be otherwise.
 * https://developers.cloudflare.com/workers/configuration/compatibility-flags/ (handle_cross_request_promise_resolution)
 */
export function areRequestsIsolated(): boolean {
  return !keepsConnections();
}
