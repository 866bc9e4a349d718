import { describeReason } from '../client/failure-reasons.ts';
import { failureMessage } from '../protocol/failure-message.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import type { Snapshot } from '../protocol/types.ts';
import type { ProbeResponse } from './probe.ts';
import { note, ok, problem, type Finding } from './finding.ts';
import { pageFinding } from './page.ts';

/** What an answer turned out to be. */
export interface ReadResponse {
  findings: Finding[];
  /** `null` where it has none. */
  snapshot: Snapshot | null;
  /** The decoded JSON, as it came. */
  json: unknown;
}

/** Routes of the proxy that are not the snapshot. */
const OTHER_ROUTES = /\/(stream|health|badge\.svg|badge\.json|map\.svg)$/;

/** Reads an answer as the element does. */
export function readResponse({ url, status, headers, body }: ProbeResponse): ReadResponse {
  const nothing = (finding: Finding): ReadResponse => ({ findings: [finding], snapshot: null, json: null });
  const route = OTHER_ROUTES.exec(url.pathname)?.[1];
  if (route !== undefined && status === 200) {
    const text = `This is the proxy’s /${route}. The snapshot is one level up: remove /${route} from proxy-url.`;
    return nothing(problem('address', text, 'proxy-url points at something else of the proxy'));
  }
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
  if (body === null) {
    const text = 'The answer does not end, or is too large for a snapshot. Does proxy-url point to the proxy?';
    return nothing(problem('content', text, 'the answer is no snapshot'));
  }
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return nothing(noJson(url, status, type, body));
  }
  const result = parseSnapshot(json);
  if (!result.ok) {
    const { kind, reason } = result.failure;
    const cause = (reason === null ? null : describeReason(reason)) ?? describeReason(`http-${status}`);
    if (kind === 'error-answer' || !isGood(status)) {
      const reported = cause === null ? 'The answer is an error.' : sentence(cause);
      const more = status === 401 ? ' Pass the same header to doctor with --header.' : '';
      return nothing(problem('status', `It answers ${status}: ${reported}${more}`, 'the proxy answers with an error'));
    }
    const text = `The answer is JSON, but no snapshot: ${failureMessage(result.failure)} Does proxy-url point to the proxy?`;
    return nothing(problem('shape', text, 'the answer is no snapshot'));
  }
  if (!isGood(status)) {
    const text = `It answers ${status} with a snapshot, which the element ignores. Answer 200.`;
    return nothing(problem('status', text, 'the status is not 200'));
  }
  const findings = [ok('status', `It answers ${status}.`)];
  if (type === 'application/json') findings.push(ok('content', 'The answer is JSON, and its Content-Type agrees.'));
  else findings.push(note('content', 'The answer is JSON, but its Content-Type is not application/json.'));
  findings.push(ok('shape', 'It is a DataFast snapshot.'));
  return { findings, snapshot: result.snapshot, json };
}

function noJson(url: URL, status: number, type: string | null, body: string): Finding {
  if (!isGood(status)) {
    const cause = describeReason(`http-${status}`);
    const text = cause === null ? 'Check the proxy’s server, and what is in front of it.' : sentence(cause);
    return problem('status', `It answers ${status}: ${text}`, `the answer has the status ${status}`);
  }
  if (type === 'text/html' || /^\s*<(!doctype|html)/i.test(body)) {
    return pageFinding(url, body);
  }
  const what = body === '' ? 'empty' : 'not JSON, or cut off';
  return problem('content', `The answer is ${what}. Does proxy-url point to the proxy?`, 'the answer is no snapshot');
}

/** As `Response.ok` has it, by which the element goes. */
function isGood(status: number): boolean {
  return status >= 200 && status <= 299;
}

function sentence(cause: string): string {
  return cause.charAt(0).toUpperCase() + cause.slice(1);
}
