import { ok, problem, type Finding } from './finding.ts';
import { isHttp, shownUrl } from './subject.ts';

/** In the markup of a page: the element, or the tag that inserts it, and the address that it is given. */
const ELEMENT = /<(?:datafast-live-(?:map|badge)|script)\b([^>]*)>/gi;
const PROXY_URL = /\s(?:data-)?proxy-url\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** A page is where the proxy should be. If it is the one with the map, it has the proxy's address. */
export function pageFinding(url: URL, html: string): Finding {
  const blank = 'the address is that of a page';
  const proxy = proxyUrlIn(html, url);
  if (proxy === null) {
    const text = 'This is a page, not the proxy. proxy-url must be the address where the proxy is mounted.';
    return problem('content', text, blank);
  }
  if (shownUrl(proxy) === shownUrl(url)) {
    const text = 'This is a page whose map uses the page itself as proxy-url. Where is the proxy mounted?';
    return problem('content', text, 'proxy-url points to a page');
  }
  const command = `datafast-live-map doctor ${shownUrl(proxy)} --origin ${url.origin}`;
  return { ...problem('content', `This is the page with the map. To check its proxy: ${command}`, blank), proxy };
}

/** All other findings are about the proxy. */
export function followedFinding(page: URL): Finding {
  return ok('page', `The map of ${shownUrl(page)} has this proxy.`);
}

/** The first proxy-url of the page. The page is not ours: only an http(s) address counts. */
function proxyUrlIn(html: string, base: URL): URL | null {
  for (const [, attributes = ''] of html.matchAll(ELEMENT)) {
    const [, double, single, bare] = PROXY_URL.exec(attributes) ?? [];
    const value = (double ?? single ?? bare)?.replaceAll('&amp;', '&');
    if (!value || !URL.canParse(value, base.href)) continue;
    const proxy = new URL(value, base.href);
    if (isHttp(proxy)) return proxy;
  }
  return null;
}
