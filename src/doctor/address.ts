import { note, ok, problem, type Finding } from './finding.ts';
import { isLoopback, type Subject } from './subject.ts';

/** DataFast's own host. */
export const UPSTREAM_HOST = 'datafa.st';

/** Whether an address is that of DataFast itself, which gets no request. `null`: it is not. */
export function upstreamFinding({ hostname }: URL, upstreamHost: string): Finding | null {
  if (hostname !== upstreamHost && !hostname.endsWith(`.${upstreamHost}`)) return null;
  return problem(
    'address',
    'This is DataFast itself, which requires the secret key and does not answer browsers. Set proxy-url to ' +
      'the address of your own proxy: datafast-live-map serve, or createLiveMapProxy() in a server that you have.',
    'a browser cannot ask DataFast itself',
  );
}

/** What the address alone shows, without a request. */
export function addressFindings({ url, origin }: Subject): Finding[] {
  const findings: Finding[] = [];
  if (url.username || url.password) {
    const text =
      'It contains a user name or password, which browsers refuse. Set the element’s property `headers` instead.';
    findings.push(problem('address', text, 'browsers refuse an address with a password'));
  }
  if (url.search) {
    const text = 'It has a query. The proxy ignores it, and a secret in it appears in every log on the way.';
    findings.push(note('address', text));
  }
  findings.push(schemeFinding(url, origin));
  return findings;
}

function schemeFinding(url: URL, origin: string | null): Finding {
  const page = origin === null ? null : new URL(origin);
  if (isLoopback(url)) {
    if (page && isLoopback(page)) return ok('address', 'Page and proxy are on this machine.');
    const text =
      `${url.host} is a name of this machine: on another machine the page looks for a proxy there, where no ` +
      'proxy is. Fine for trying it; a published page needs a public address.';
    return note('address', text);
  }
  if (url.protocol === 'https:') return ok('address', 'It is https, so http and https pages can request it.');
  if (page?.protocol !== 'https:') {
    return note('address', 'It is http: a page served over https cannot request it. Put the proxy behind https.');
  }
  const text =
    'The page is https and the proxy is http: browsers block that as mixed content. Put the proxy behind https.';
  return problem('address', text, 'an https page may not ask an http address');
}
