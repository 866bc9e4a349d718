/** Absolute, relative to the document; `null` where there is none or it is no address to fetch from. */
export function resolveUrl(value: string | null): string | null {
  if (value === null) return null;
  try {
    const url = new URL(value.trim(), document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
