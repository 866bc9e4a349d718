import { addressFindings, UPSTREAM_HOST, upstreamFinding } from './address.ts';
import { ageFindings } from './age.ts';
import { readResponse, type ReadResponse } from './response.ts';
import { createProbe, type Probe, type ProbeResponse } from './probe.ts';
import { cachingFindings } from './caching.ts';
import { preflightHeaders, corsFinding, lacksVary, preflightFinding, varyFindings } from './cors.ts';
import { ok, problem, type Finding } from './finding.ts';
import { framingFindings } from './framing.ts';
import { findLeaks } from './leaks.ts';
import { followedFinding } from './page.ts';
import { visitorFindings } from './visitors.ts';
import { privacyFindings } from './privacy.ts';
import { foreignRedirectFinding, redirectTarget, ownRedirectFinding } from './redirect.ts';
import { isPersonal, shownUrl, type Subject } from './subject.ts';
import { transferFindings } from './transfer.ts';

export interface DiagnoseOptions {
  /** Default: the platform's. */
  fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. Default: `Date.now`. */
  now?: () => number;
  /** Default: `setTimeout`. */
  wait?: (ms: number) => Promise<void>;
  /** The element waits as long for an answer. Default: 12,000. */
  timeoutMs?: number;
  /** DataFast's own host, which gets no request. */
  upstreamHost?: string;
}

/** A proxy without recent viewers gives its last answer, stale, and has a new one in a moment. */
const STALE_LOOKS = 5;
const STALE_WAIT_MS = 2000;

export interface Diagnosis {
  /** What the findings are about: the proxy of the map, where the address is that of a page. */
  subject: Subject;
  findings: Finding[];
}

/** Looks at a proxy from outside, as a browser would. Never rejects. */
export async function diagnose(subject: Subject, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const findings = await proxyFindings(subject, options);
  const { proxy } = findings.find((finding) => finding.proxy !== undefined) ?? {};
  // What authorizes at one origin is not sent to another that a page names.
  if (!proxy || (proxy.origin !== subject.url.origin && isPersonal(subject))) return { subject, findings };
  const followed = { ...subject, url: proxy, origin: subject.url.origin };
  return {
    subject: followed,
    findings: [followedFinding(subject.url), ...(await proxyFindings(followed, options))],
  };
}

async function proxyFindings(subject: Subject, options: DiagnoseOptions): Promise<Finding[]> {
  const { fetch = globalThis.fetch, timeoutMs = 12_000, upstreamHost = UPSTREAM_HOST } = options;
  const upstream = upstreamFinding(subject.url, upstreamHost);
  if (upstream) return [upstream];
  const findings = addressFindings(subject);
  const probe = createProbe(subject, { fetch, timeoutMs });
  const answered = await probe(subject.url, { headers: subject.headers });
  if ('error' in answered) return [...findings, problem('reachable', answered.error.text, answered.error.blank)];
  findings.push(ok('reachable', 'The server answers.'));
  const target = redirectTarget(answered.reply);
  if (target === null) return [...findings, ...(await answerFindings(subject, answered.reply, probe, options))];
  if (target === 'elsewhere' || target.origin !== subject.url.origin) {
    return [...findings, foreignRedirectFinding(answered.reply, target)];
  }
  // A browser follows such a step if CORS lets it.
  const permission = corsFinding(subject, answered.reply.headers, 'redirect');
  findings.push(ownRedirectFinding(answered.reply, target), ...(permission.verdict === 'problem' ? [permission] : []));
  const followed = await probe(target, { headers: subject.headers });
  if ('error' in followed) return [...findings, problem('reachable', followed.error.text, followed.error.blank)];
  const next = redirectTarget(followed.reply);
  if (next !== null) return [...findings, foreignRedirectFinding(followed.reply, next)];
  return [...findings, ...(await answerFindings({ ...subject, url: target }, followed.reply, probe, options))];
}

async function answerFindings(
  subject: Subject,
  reply: ProbeResponse,
  probe: Probe,
  options: DiagnoseOptions,
): Promise<Finding[]> {
  const findings = [corsFinding(subject, reply.headers)];
  if (lacksVary(subject, reply.headers)) {
    const answered = await probe(subject.url, { headers: subject.headers, origin: null });
    findings.push(...varyFindings(subject, 'reply' in answered ? answered.reply.headers : null));
  }
  findings.push(...(await preflightFindings(subject, probe)));
  const first = readResponse(reply);
  findings.push(...first.findings);
  if (!first.snapshot) return [...findings, ...(await mountFindings(subject, reply, probe))];
  const { snapshot, json } = first;
  const isOpen = !isPersonal(subject) || (await isOpenToAll(subject, probe));
  findings.push(
    ...visitorFindings(snapshot),
    ...(await freshness(subject, { ...first, snapshot }, reply, probe, options)),
  );
  findings.push(...privacyFindings(snapshot, findLeaks(json), isOpen), ...cachingFindings(reply, isOpen));
  findings.push(...(await transferFindings(subject, reply, probe)));
  // An answer without it comes from another server, or is DataFast's own.
  if (snapshot.meta) findings.push(...(await framingFindings(subject, probe)));
  return findings;
}

/** How old the answer is; a stale one is given the time that a proxy takes for the next. */
async function freshness(
  { url, headers }: Subject,
  { snapshot }: ReadResponse & { snapshot: NonNullable<ReadResponse['snapshot']> },
  reply: ProbeResponse,
  probe: Probe,
  { now = Date.now, wait = pause }: DiagnoseOptions,
): Promise<Finding[]> {
  let latest = { snapshot, headers: reply.headers };
  for (let look = 0; look < STALE_LOOKS && latest.snapshot.meta?.stale; look++) {
    await wait(STALE_WAIT_MS);
    const answered = await probe(url, { headers });
    const read = 'reply' in answered ? readResponse(answered.reply) : null;
    if ('reply' in answered && read?.snapshot) latest = { snapshot: read.snapshot, headers: answered.reply.headers };
  }
  return ageFindings(latest.snapshot, latest.headers, now());
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

async function preflightFindings(subject: Subject, probe: Probe): Promise<Finding[]> {
  const names = preflightHeaders(subject);
  const { url, origin } = subject;
  if (names.length === 0 || origin === null || origin === url.origin) return [];
  const asking = { 'access-control-request-method': 'GET', 'access-control-request-headers': names.join(',') };
  const answered = await probe(url, { method: 'OPTIONS', headers: asking });
  if ('error' in answered) return [problem('preflight', answered.error.text, answered.error.blank)];
  return [preflightFinding(subject, answered.reply.status, answered.reply.headers)];
}

/** Whether a request without the element's headers is answered as well. */
async function isOpenToAll({ url }: Subject, probe: Probe): Promise<boolean> {
  const answered = await probe(url);
  return 'reply' in answered && readResponse(answered.reply).snapshot !== null;
}

/** Where README has the proxy mounted, and the same address with the slash that it lacks, or without it. */
async function mountFindings({ url, headers }: Subject, { status }: ProbeResponse, probe: Probe): Promise<Finding[]> {
  if (status !== 200 && status !== 404) return [];
  const { pathname } = url;
  const path = pathname === '/' ? '/live' : pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`;
  const answered = await probe(new URL(path, url.origin), { headers });
  if ('error' in answered || !readResponse(answered.reply).snapshot) return [];
  return [problem('address', `There is a live map proxy at ${shownUrl(answered.reply.url)}: use that as proxy-url.`)];
}
