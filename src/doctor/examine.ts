import { addressFindings } from './address.ts';
import { ageFindings } from './age.ts';
import { readAnswer } from './answer.ts';
import { createAsk, type Ask, type Reply } from './ask.ts';
import { cachingFindings } from './caching.ts';
import { askedHeaders, corsFinding, preflightFinding, varyFindings } from './cors.ts';
import { ok, problem, type Finding } from './finding.ts';
import { findLeaks } from './leaks.ts';
import { peopleFindings } from './people.ts';
import { privacyFindings } from './privacy.ts';
import { isPersonal, shownUrl, type Subject } from './subject.ts';

export interface ExamineOptions {
  /** Default: the platform's. */
  fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. Default: `Date.now`. */
  now?: () => number;
  /** The element waits as long for an answer. Default: 12,000. */
  timeoutMs?: number;
}

/** Looks at a proxy from outside, as a browser would. Never rejects. */
export async function examine(subject: Subject, options: ExamineOptions = {}): Promise<Finding[]> {
  const { fetch = globalThis.fetch, now = Date.now, timeoutMs = 12_000 } = options;
  const findings = addressFindings(subject);
  // Where the address alone is wrong there is nobody to ask; a mixed page is told what else is wrong.
  if (
    findings.some(
      ({ verdict, check, blank }) => verdict === 'problem' && check === 'address' && blank?.includes('DataFast'),
    )
  ) {
    return findings;
  }
  const ask = createAsk(subject, { fetch, timeoutMs });
  const asked = await ask(subject.url, { headers: subject.headers });
  if ('trouble' in asked) return [...findings, problem('reachable', asked.trouble.text, asked.trouble.blank)];
  const { reply } = asked;
  findings.push(ok('reachable', 'The server answers.'));
  if (reply.status >= 300 && reply.status < 400 && reply.status !== 304) return [...findings, redirectFinding(reply)];
  findings.push(corsFinding(subject, reply.headers), ...varyFindings(subject, reply.headers));
  findings.push(...(await preflightFindings(subject, ask)));
  const { findings: read, snapshot, json } = readAnswer(reply);
  findings.push(...read);
  if (!snapshot) return [...findings, ...(await mountFindings(subject, reply, ask))];
  const isOpen = !isPersonal(subject) || (await isOpenToAll(subject, ask));
  findings.push(...peopleFindings(snapshot), ...ageFindings(snapshot, reply.headers, now()));
  findings.push(...privacyFindings(snapshot, findLeaks(json), isOpen), ...cachingFindings(subject, reply));
  return findings;
}

function redirectFinding({ url, status, headers }: Reply): Finding {
  const location = headers.get('location') ?? '';
  const target = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
  const where = target ? shownUrl(target) : 'somewhere else';
  const text =
    `It answers ${status} and sends to ${where}. Make that proxy-url, if it is the proxy: each step would need ` +
    'the permission of CORS, and a page to log in is no snapshot.';
  return problem('redirect', text, 'the proxy sends elsewhere');
}

async function preflightFindings(subject: Subject, ask: Ask): Promise<Finding[]> {
  const names = askedHeaders(subject);
  const { url, origin } = subject;
  if (names.length === 0 || origin === null || origin === url.origin) return [];
  const asking = { 'access-control-request-method': 'GET', 'access-control-request-headers': names.join(',') };
  const asked = await ask(url, { method: 'OPTIONS', headers: asking });
  if ('trouble' in asked) return [problem('preflight', asked.trouble.text, asked.trouble.blank)];
  return [preflightFinding(subject, asked.reply.status, asked.reply.headers)];
}

/** Whether whoever sends nothing of what the element sends is answered too. */
async function isOpenToAll({ url }: Subject, ask: Ask): Promise<boolean> {
  const asked = await ask(url);
  return 'reply' in asked && readAnswer(asked.reply).snapshot !== null;
}

/** Where README has the proxy mounted, and the same address with the slash that it lacks, or without it. */
async function mountFindings({ url, headers }: Subject, { status }: Reply, ask: Ask): Promise<Finding[]> {
  if (status !== 200 && status !== 404) return [];
  const { pathname } = url;
  const slashed = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`;
  for (const path of pathname === '/' ? ['/live'] : [slashed]) {
    const asked = await ask(new URL(path, url.origin), { headers });
    if ('trouble' in asked || !readAnswer(asked.reply).snapshot) continue;
    return [problem('address', `There is a live map proxy at ${shownUrl(asked.reply.url)}: make that proxy-url.`)];
  }
  return [];
}
