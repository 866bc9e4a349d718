/** What the owner of a site reads in the console when the map has nothing to show: the cause, and what to do. */
const CAUSES: Record<string, string> = {
  network: 'the proxy cannot be reached. Is it running, and does it allow this page’s origin (CORS)?',
  'request-failed': 'the request could not be made. Does the function given as `headers` throw?',
  timeout: 'the proxy did not answer within 12 seconds.',
  'not-json': 'the answer is not JSON. Does proxy-url point at the proxy, and not at a page of the site?',
  'not-a-snapshot': 'the answer is JSON, but not a DataFast snapshot. Does proxy-url point at the proxy?',
  'http-401': 'the proxy asks for authorization. See the `headers` and `credentials` properties.',
  unauthorized: 'the proxy asks for authorization. See the `headers` and `credentials` properties.',
  'http-404': 'there is nothing at this address. Is the proxy mounted there, and does its basePath agree?',
  'not-found': 'the proxy answers, but not at this address. Does its basePath agree with proxy-url?',
  misconfigured: 'the proxy is not configured. Its log tells more.',
  'upstream-unauthorized': 'DataFast refuses the proxy’s API key.',
  'upstream-forbidden': 'the proxy’s API key lacks the permission analytics:read.',
  'upstream-not-found': 'DataFast does not know the website that the proxy asks for.',
  'upstream-invalid': 'the proxy cannot read what DataFast answers. Its log tells more.',
  'upstream-rate-limited': 'DataFast limits the proxy’s requests. It goes on by itself.',
  'proxy-stale':
    'the proxy’s newest answer is old. DataFast does not answer it, or answers slowly. It goes on by itself.',
  'upstream-unavailable': 'DataFast does not answer the proxy. It goes on by itself.',
};

/** The cause and the cure of a reason; `null` where no more is known of it. */
export function causeOf(reason: string): string | null {
  return Object.hasOwn(CAUSES, reason) ? (CAUSES[reason] ?? null) : null;
}
