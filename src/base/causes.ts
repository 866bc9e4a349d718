import { warnOnce } from './warn.ts';

/**
 * Tells the developer once why there is nothing to show. The sentences are fetched: most pages never need them.
 *
 * @param url Shown without its query, which may hold a token.
 */
export async function warnOfCause(tag: string, reason: string, url: string): Promise<void> {
  const address = url.split(/[?#]/, 1)[0] ?? '';
  warnOnce(`<${tag}> No live data from ${address}: ${(await causeOf(reason)) ?? `the request failed (${reason}).`}`);
}

async function causeOf(reason: string): Promise<string | null> {
  try {
    return (await import('../client/causes.ts')).causeOf(reason);
  } catch {
    // Where the network is down nothing is fetched.
    return null;
  }
}
