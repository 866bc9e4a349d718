/** The host of an address, however it is written: a host alone, host and path, or an absolute URL. */
export function hostOf(address: string | null): string | null {
  // A path of the site itself names no host.
  if (address === null || address.startsWith('/')) return null;
  try {
    const { hostname } = new URL(address.includes('://') ? address : `https://${address}`);
    return hostname.replace(/^www\./, '') || null;
  } catch {
    return null;
  }
}
