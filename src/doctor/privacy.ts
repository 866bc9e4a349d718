import type { Snapshot } from '../protocol/types.ts';
import { note, ok, problem, type Finding } from './finding.ts';
import type { LeakKind, Leaks } from './leaks.ts';

const CHECK = 'privacy';

/** Whatever the policy. */
const NEVER: readonly [kind: LeakKind, what: string, cure: string][] = [
  ['key', 'What looks like a DataFast key is in', 'Revoke it now, and keep it on the server.'],
  ['email', 'What looks like an e-mail address is in', 'Do not send it to browsers.'],
  ['raw', 'DataFast’s private fields are forwarded:', 'Do not send them to browsers.'],
  ['unknown', 'The answer has undocumented fields in', 'An allow-list would remove them.'],
  ['query', 'Addresses with a query or fragment are in', 'They often contain tokens: send only the path.'],
];
/** What a team may see, and the world may not. */
const GRANTED: readonly [kind: LeakKind, what: string][] = [
  ['name', 'Names of people are in'],
  ['prediction', 'Predictions stand in'],
  ['referrer', 'Referrers stand in'],
];

/** What the world can read of people. @param isOpen The answer is given to anybody. */
export function privacyFindings({ meta }: Snapshot, leaks: Leaks, isOpen: boolean): Finding[] {
  const findings: Finding[] = [];
  if (meta === null && leaks.has('raw')) {
    const text = 'The proxy forwards DataFast’s raw answer, including cookie IDs. createLiveMapProxy() publishes only';
    findings.push(problem(CHECK, `${text} fields of an allow-list.`));
  } else if (meta === null) {
    const text =
      'The answer is not from createLiveMapProxy(). Are its visitorIds cookie IDs? Those must not be published.';
    findings.push(note(CHECK, text));
  }
  for (const [kind, what, cure] of NEVER) {
    const fields = leaks.get(kind);
    if (fields) findings.push(problem(CHECK, `${what} ${listed(fields)}. ${cure}`));
  }
  for (const [kind, what] of GRANTED) {
    const fields = leaks.get(kind);
    if (!fields || !isOpen) continue;
    const text = `${what} ${listed(fields)}, and everyone can read them. Grant them only with authorize.`;
    findings.push(problem(CHECK, text));
  }
  return findings.length > 0 ? findings : [ok(CHECK, 'Found nothing that should not be public.')];
}

function listed(fields: ReadonlySet<string>): string {
  return [...fields].sort().join(', ');
}
