/** Whether this runtime keeps a connection for as long as somebody reads, and one process for all of them. */
export function holdsConnections(): boolean {
  const { navigator, EdgeRuntime, process, Deno, Bun } = globalThis as {
    navigator?: { userAgent?: string };
    EdgeRuntime?: unknown;
    process?: { versions?: { node?: string } };
    Deno?: unknown;
    Bun?: unknown;
  };
  // Both may look like Node in parts.
  if (navigator?.userAgent === 'Cloudflare-Workers' || EdgeRuntime !== undefined) return false;
  return process?.versions?.node !== undefined || Deno !== undefined || Bun !== undefined;
}
