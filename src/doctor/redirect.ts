import type { ProbeResponse } from './probe.ts';
import { note, problem, type Finding } from './finding.ts';
import { shownUrl } from './subject.ts';

/** Where an answer redirects to. `null`: it does not; `elsewhere`: it has no address. */
export function redirectTarget({ url, status, headers }: ProbeResponse): URL | 'elsewhere' | null {
  if (status < 300 || status > 399 || status === 304) return null;
  const location = headers.get('location') ?? '';
  return location !== '' && URL.canParse(location, url.href) ? new URL(location, url.href) : 'elsewhere';
}

/** Within the proxy's own origin: the map is shown, but takes two requests each time. */
export function ownRedirectFinding({ status }: ProbeResponse, target: URL): Finding {
  const text = `It answers ${status} and redirects to ${shownUrl(target)}. Use that as proxy-url to save a request per poll.`;
  return note('redirect', text);
}

export function foreignRedirectFinding({ status }: ProbeResponse, target: URL | 'elsewhere'): Finding {
  const text =
    `It answers ${status} and redirects to ${target === 'elsewhere' ? 'another place' : shownUrl(target)}. Use that as ` +
    'proxy-url, if it is the proxy: each step would need the permission of CORS, and a page to log in is no snapshot.';
  return problem('redirect', text, 'the proxy sends elsewhere');
}
