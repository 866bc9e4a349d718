import { warnOnce } from './warn.ts';

/** Absolute, relative to the document; `null` where there is none or it is no address to fetch from. */
export function resolveUrl(value: string | null): string | null {
  if (!value?.trim()) return null;
  try {
    const url = new URL(value.trim(), document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Tells the developer why nothing is polled. */
export function warnUnconfigured(tag: string, proxyUrl: string | null): void {
  const problem = proxyUrl?.trim() ? 'has a proxy-url that is no http(s) address' : 'has no proxy-url';
  warnOnce(`<${tag}> ${problem}: set it to the address of your proxy. A browser cannot call DataFast itself.`);
}
