import type { Probe, ProbeResponse } from './probe.ts';
import { note, ok, type Finding } from './finding.ts';
import { shownUrl, type Subject } from './subject.ts';

const CHECK = 'embed';

/** Whether the page with the map may be shown in a frame of the subject's page. No map stays blank for it: all are notes. */
export async function framingFindings({ url, origin, headers }: Subject, probe: Probe): Promise<Finding[]> {
  const page = new URL(`${url.pathname.replace(/\/$/, '')}/embed`, url);
  const answered = await probe(page, { headers, origin: null });
  if ('error' in answered) return [note(CHECK, answered.error.text)];
  const { reply } = answered;
  if (reply.status === 404) {
    return [note(CHECK, 'There is no /embed: it is off, or the proxy has no script for it (embed.scriptUrl).')];
  }
  if (reply.status === 401 || reply.status === 403) {
    return [note(CHECK, '/embed needs permission. A frame can send cookies, but no headers.')];
  }
  if (reply.status !== 200 || !/^text\/html\b/i.test(reply.headers.get('content-type') ?? '')) {
    return [note(CHECK, `/embed was answered with ${reply.status}, and is not a page.`)];
  }
  return [policyFinding(page, reply, origin)];
}

function policyFinding(page: URL, { headers }: ProbeResponse, origin: string | null): Finding {
  const lists = ancestorLists(headers);
  const isOpen = lists.every((sources) => sources.includes('*'));
  if (lists.length === 0) {
    const option = headers.get('x-frame-options');
    if (option === null) return ok(CHECK, 'Pages of every origin may show /embed in a frame.');
    const text = `X-Frame-Options: ${/^deny$/i.test(option.trim()) ? 'DENY' : 'SAMEORIGIN'} keeps /embed out of frames of other origins.`;
    return note(CHECK, `${text} Make the server in front of the proxy leave it out for ${shownUrl(page)}.`);
  }
  if (origin === null) {
    if (isOpen) return ok(CHECK, 'Pages of every origin may show /embed in a frame.');
    return note(CHECK, 'Not every page may show /embed in a frame. Check yours with --origin https://www.example.com.');
  }
  if (lists.every((sources) => sources.some((source) => allows(source, new URL(origin), page)))) {
    return ok(CHECK, `Pages of ${origin} may show /embed in a frame.`);
  }
  const refusal = `Pages of ${origin} may not show /embed in a frame:`;
  // The proxy sends one.
  if (lists.length > 1) {
    return note(
      CHECK,
      `${refusal} a server in front of the proxy adds a policy, and all of them have to name that origin.`,
    );
  }
  return note(
    CHECK,
    `${refusal} its frame-ancestors does not name that origin. Add it to allowedOrigins (--allowed-origin), or to embed.ancestors.`,
  );
}

/** The sources of each policy that has the directive: all of them have to allow a page. */
function ancestorLists(headers: Headers): string[][] {
  const policies = (headers.get('content-security-policy') ?? '').split(',');
  return policies.flatMap((policy) => {
    const directives = policy.split(';').map((directive) => directive.trim().toLowerCase().split(/\s+/));
    const sources = directives.find(([name]) => name === 'frame-ancestors');
    return sources ? [sources.slice(1)] : [];
  });
}

const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:[\]]+|\[[^\]]*\])(?::(\d+|\*))?(?:\/.*)?$/;

/** CSP 3 §6.7.2.7: whether a source of `frame-ancestors` matches an origin. */
function allows(source: string, origin: URL, page: URL): boolean {
  if (source === '*') return true;
  if (source === "'self'") return origin.origin === page.origin;
  if (/^[a-z][a-z\d+.-]*:$/.test(source)) return fitsScheme(source, origin.protocol);
  const [, scheme, host = '', port] = HOST_SOURCE.exec(source) ?? [];
  const isHost = host.startsWith('*.') ? origin.hostname.endsWith(host.slice(1)) : origin.hostname === host;
  return (
    isHost && fitsScheme(scheme === undefined ? page.protocol : `${scheme}:`, origin.protocol) && fitsPort(port, origin)
  );
}

/** A policy for http allows https as well. */
function fitsScheme(allowed: string, protocol: string): boolean {
  return allowed === protocol || (allowed === 'http:' && protocol === 'https:');
}

function fitsPort(allowed: string | undefined, { port, protocol }: URL): boolean {
  if (allowed === '*') return true;
  const own = port || (protocol === 'https:' ? '443' : '80');
  return allowed === undefined ? port === '' : allowed === own || (allowed === '80' && own === '443');
}
