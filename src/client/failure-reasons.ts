/** What the owner of a site reads in the console when an element has nothing to show: the cause, and what to do. */
const CAUSES = {
  unconfigured: 'set it to the address of your proxy. A browser cannot call DataFast itself.',
  network: 'the proxy cannot be reached. Is it running, and does it allow this page’s origin (CORS)?',
  'request-failed': 'the request could not be made. Does the function given as `headers` throw?',
  timeout: 'the proxy did not answer within 12 seconds.',
  'not-json': 'the answer is not JSON. Does proxy-url point to the proxy, and not to a page of the site?',
  'not-a-snapshot': 'the answer is JSON, but not a DataFast snapshot. Does proxy-url point to the proxy?',
  'http-401': 'the proxy asks for authorization. See the `headers` and `credentials` properties.',
  unauthorized: 'the proxy asks for authorization. See the `headers` and `credentials` properties.',
  'http-404': 'there is nothing at this address. Is the proxy mounted there, and does its basePath agree?',
  'not-found': 'the proxy answers, but not at this address. Does its basePath agree with proxy-url?',
  misconfigured: 'the proxy is not configured. See its log.',
  'upstream-unauthorized': 'DataFast refuses the proxy’s API key.',
  'upstream-forbidden':
    'the proxy’s API key lacks the permission analytics:read, tracking is suspended, or the plan has no API access.',
  'upstream-not-found': 'DataFast does not know the proxy’s website.',
  'upstream-invalid': 'the proxy cannot read DataFast’s answer. See its log.',
  'upstream-rate-limited': 'DataFast limits the proxy’s requests. The map retries.',
  'proxy-stale': 'the proxy’s data is old: DataFast does not answer, or answers slowly. The map retries.',
  'not-due': 'the proxy publishes with a delay (delaySeconds), and nothing is old enough yet. The map retries.',
  'upstream-unavailable': 'DataFast does not answer the proxy. The map retries.',
};

/** The cause and the cure of a reason; `null` where no more is known of it. */
export function describeReason(reason: string): string | null {
  return Object.hasOwn(CAUSES, reason) ? CAUSES[reason as keyof typeof CAUSES] : null;
}

/**
 * What the console shows. Addresses are without query and credentials, which may hold a token.
 *
 * @param proxyUrl As written.
 * @param requested What follows from it; `null` where it is no http(s) address.
 */
export function describeFailure(reason: string, proxyUrl: string | null, requested: string | null): string {
  if (proxyUrl === null) return `has no proxy-url: ${CAUSES.unconfigured}`;
  const written = withoutSecrets(proxyUrl);
  const isAbsolute = /^https?:\/\//i.test(written);
  const intended = isAbsolute ? '' : intendedUrl(written);
  return (
    'No live data from ' +
    (requested === null ? 'an address that is not http(s)' : withoutSecrets(requested)) +
    (isAbsolute ? ': ' : ` (proxy-url is "${written.slice(0, 100)}"): `) +
    (describeReason(reason) ?? `the request failed (${reason}).`) +
    (intended && !requested?.startsWith(intended) ? ` Did you mean ${intended}?` : '')
  );
}

function withoutSecrets(address: string): string {
  return address.trim().replace(/[?#].*|[^/]+@/gs, '');
}

/** Written without its scheme a host is a path of the page, and one with a port is a scheme of its own. */
const HOST = /^(?:https?[:/]\/?|\/\/)?(([\p{L}\d.-]+|\[[\da-f:.]+\])(:\d+)?(?:\/.*)?)$/iu;
/** Machines that rarely have a certificate. */
const LOCAL = /^(?:localhost|\d+(?:\.\d+){3}|\[.*|.+\.local)$/i;

/** The address that was meant where the scheme is missing; "" where it does not look like a host. */
function intendedUrl(written: string): string {
  const [, rest = '', name = '', port] = HOST.exec(written) ?? [];
  if (LOCAL.test(name)) return `http://${rest}`;
  return port || /\.(?!(?:json|php|html?)$)\p{L}{2,}$/iu.test(name) ? `https://${rest}` : '';
}
