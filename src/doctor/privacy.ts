import type { Snapshot } from '../protocol/types.ts';
import { note, ok, problem, type Finding } from './finding.ts';
import type { LeakKind, Leaks } from './leaks.ts';

const CHECK = 'privacy';

/** Whatever the policy. */
const NEVER: readonly [kind: LeakKind, what: string, cure: string][] = [
  ['key', 'What looks like a DataFast key stands in', 'Revoke it now, and keep it on the server.'],
  ['email', 'What looks like an e-mail address stands in', 'Do not send it to browsers.'],
  ['raw', 'DataFast’s own private fields are handed on:', 'Do not send them to browsers.'],
  ['unknown', 'Fields that are not documented, whatever they hold, stand in', 'An allow-list would leave them out.'],
  ['query', 'Addresses with a query or a fragment stand in', 'Tokens are often in them: send the path alone.'],
];
/** What a team may see, and the world may not. */
const GRANTED: readonly [kind: LeakKind, what: string][] = [
  ['name', 'Names of people stand in'],
  ['prediction', 'Predictions stand in'],
  ['referrer', 'Referrers stand in'],
];

/** What the world can read of people. @param isOpen The answer is given to anybody. */
export function privacyFindings({ meta }: Snapshot, leaks: Leaks, isOpen: boolean): Finding[] {
  const findings: Finding[] = [];
  if (meta === null && leaks.has('raw')) {
    const text =
      'The proxy hands on DataFast’s raw answer, ids of cookies included. createLiveMapProxy() publishes only';
    findings.push(problem(CHECK, `${text} what is on an allow-list.`));
  } else if (meta === null) {
    const text =
      'The answer is not of createLiveMapProxy(). Are its visitorIds those of cookies? Nobody should be sent them.';
    findings.push(note(CHECK, text));
  }
  for (const [kind, what, cure] of NEVER) {
    const fields = leaks.get(kind);
    if (fields) findings.push(problem(CHECK, `${what} ${listed(fields)}. ${cure}`));
  }
  for (const [kind, what] of GRANTED) {
    const fields = leaks.get(kind);
    if (!fields || !isOpen) continue;
    const text = `${what} ${listed(fields)}, and anybody may read them. Grant them with authorize alone.`;
    findings.push(problem(CHECK, text));
  }
  return findings.length > 0 ? findings : [ok(CHECK, 'Nothing was found that should not be public.')];
}

function listed(fields: ReadonlySet<string>): string {
  return [...fields].sort().join(', ');
}
