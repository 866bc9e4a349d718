import { note, ok, problem, type Finding } from './finding.ts';
import type { Subject } from './subject.ts';

const CHECK = 'CORS';
const BLANK = 'the browser does not let the page read the answer';

/** Whether the page may read an answer. @param check What the finding is called. */
export function corsFinding({ url, origin, credentials }: Subject, headers: Headers, check: string = CHECK): Finding {
  const allowed = headers.get('access-control-allow-origin');
  if (origin === null) {
    return allowed === '*' && !credentials
      ? ok(check, 'Pages of every origin may read the answer.')
      : note(check, 'Not every page may read the answer. Check yours with --origin https://www.example.com.');
  }
  if (origin === url.origin) return ok(check, 'Page and proxy have the same origin, so CORS does not apply.');
  const cure = `Start the proxy with --allowed-origin ${origin} (ALLOWED_ORIGINS, allowedOrigins).`;
  if (allowed === null) {
    const text = `There is no Access-Control-Allow-Origin, so pages of ${origin} may not read the answer. ${cure}`;
    return problem(check, `${text} If there is a proxy in front, make sure it forwards this header.`, BLANK);
  }
  if (allowed.includes(',')) {
    const text = 'Access-Control-Allow-Origin is present twice, which browsers refuse. Two servers add it: remove one.';
    return problem(check, text, BLANK);
  }
  if (allowed === '*' && credentials) {
    const text = `"*" is not enough for an element with credentials="include". ${cure}`;
    return problem(check, text, BLANK);
  }
  if (allowed === '*') return ok(check, 'Pages of every origin may read the answer.');
  if (allowed !== origin) {
    const text = `It allows ${originOf(allowed)}, not ${origin}: both must be identical. ${cure}`;
    const pattern = commonPattern(allowed, origin);
    const more = pattern === null ? '' : ` ${pattern} allows both, and every other subdomain.`;
    return problem(check, text + more, BLANK);
  }
  if (credentials && headers.get('access-control-allow-credentials') !== 'true') {
    const text = 'The element sends cookies, but Access-Control-Allow-Credentials: true is missing.';
    return problem(check, text, BLANK);
  }
  return ok(check, `Pages of ${origin} may read the answer.`);
}

/** Whether the page's origin is allowed by its name, and no header says that the answer depends on it. */
export function lacksVary({ url, origin }: Subject, headers: Headers): boolean {
  const isNamed = origin !== null && origin !== url.origin && headers.get('access-control-allow-origin') === origin;
  return isNamed && !/(^|,)\s*(origin|\*)\s*(,|$)/i.test(headers.get('vary') ?? '');
}

/**
 * A cache that does not know that the answers to two origins differ serves one to the other.
 *
 * @param other Headers of the answer to a request without `Origin`; `null`: there is none.
 */
export function varyFindings({ origin }: Subject, other: Headers | null): Finding[] {
  if (other === null || other.get('access-control-allow-origin') === origin) return [];
  const text = 'The answer names one origin without Vary: Origin, so a cache may serve it to pages of another.';
  return [problem(CHECK, text)];
}

/** Headers that a page may send unasked, and the one that the browser sends by itself. */
const UNASKED = new Set(['accept', 'accept-language', 'content-language', 'cookie']);

/** The headers that a browser asks permission for before it sends them. */
export function preflightHeaders({ headers }: Subject): string[] {
  return Object.keys(headers)
    .map((name) => name.toLowerCase())
    .filter((name) => !UNASKED.has(name))
    .sort();
}

/** Whether a preflight lets the element send its headers. */
export function preflightFinding(subject: Subject, status: number, headers: Headers): Finding {
  const check = 'preflight';
  const blank = 'CORS does not allow the element’s headers';
  if (status < 200 || status > 299) {
    const text =
      `Before it sends the element’s headers, the browser sends OPTIONS, which was answered with ${status}. ` +
      'Access control must let OPTIONS pass, since it never carries credentials.';
    return problem(check, text, blank);
  }
  const cors = corsFinding(subject, headers, check);
  if (cors.verdict !== 'ok')
    return { ...cors, text: `The answer to OPTIONS: ${cors.text}`, ...(cors.blank && { blank }) };
  const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/);
  const missing = preflightHeaders(subject).filter((name) => {
    // The star stands neither for Authorization nor, with cookies, for anything.
    const isStarred = allowed.includes('*') && !subject.credentials && name !== 'authorization';
    return !isStarred && !allowed.includes(name);
  });
  if (missing.length === 0) return ok(check, 'CORS allows the element’s headers.');
  return problem(check, `Access-Control-Allow-Headers does not name ${missing.join(', ')}.`, blank);
}

function originOf(value: string): string {
  if (value === 'null') return '"null"';
  return URL.canParse(value) && /^https?:/.test(value)
    ? new URL(value).origin + (value.endsWith('/') ? '/' : '')
    : 'something else';
}

/** The pattern of `allowedOrigins` that allows two subdomains of one domain; `null`: they are none. */
function commonPattern(one: string, other: string): string | null {
  const pattern = /^(https?:\/\/)[^./]+(\.[^./]+\.[^/]+)$/;
  const [first, second] = [pattern.exec(one), pattern.exec(other)];
  const isCommon = first?.[1] === second?.[1] && first?.[2] === second?.[2];
  return first && isCommon ? `${first[1]}*${first[2]}` : null;
}
