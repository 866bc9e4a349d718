import type { Status } from '../store/status.ts';
import { resolveUrl } from './address.ts';
import { warnOnce } from './warn.ts';

/** Milliseconds that a framework may take to set an address or a snapshot, once the element is in the page. */
const SETTLING = 1_000;

/** Warns the developer once why there is nothing to show. The sentences are fetched: most pages never need them. */
export async function warnOfFailure(tag: string, reason: string, proxyUrl: string | null): Promise<void> {
  const requested = resolveUrl(proxyUrl);
  let text = `No live data from ${requested?.split(/[?#]/, 1)[0] ?? 'nowhere'}: the request failed (${reason}).`;
  try {
    text = (await import('../client/failure-reasons.ts')).describeFailure(reason, proxyUrl, requested);
  } catch {
    // Where the network is down nothing is fetched.
  }
  warnOnce(`<${tag}> ${text}`);
}

/** Warns of an element that has no address to poll, and still has none when its page has settled. */
export function warnUnconfigured(element: Element & { status: Status; proxyUrl: string | null }): void {
  if (element.status !== 'unconfigured') return;
  setTimeout(() => {
    const { isConnected, status, localName, proxyUrl } = element;
    if (isConnected && status === 'unconfigured') void warnOfFailure(localName, status, proxyUrl);
  }, SETTLING);
}
