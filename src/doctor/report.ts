import type { Finding } from './finding.ts';
import { shownUrl, type Subject } from './subject.ts';

/** What the examination comes to: lines to print, and whether all is well. */
export interface Report {
  lines: string[];
  isHealthy: boolean;
}

export function reportOf({ url }: Pick<Subject, 'url'>, findings: readonly Finding[]): Report {
  const lines = findings.map(({ verdict, check, text }) => `${verdict.padEnd(9)}${check}: ${text}`);
  const problems = findings.filter(({ verdict }) => verdict === 'problem').length;
  const reasons = findings.map(({ blank }) => blank).filter((blank) => blank !== undefined);
  return {
    lines: [`Looking at ${shownUrl(url)}`, ...lines, summary(url, problems, reasons)],
    isHealthy: problems === 0,
  };
}

function summary({ origin }: URL, problems: number, reasons: readonly string[]): string {
  if (reasons.length > 0) return `The map stays blank because ${[...new Set(reasons)].join(', and because ')}.`;
  if (problems > 0)
    return `The map is shown, but ${problems === 1 ? 'one thing wants' : `${problems} things want`} a cure.`;
  return (
    'All is well. If the map stays blank all the same, the console of the page tells why: a Content Security Policy, ' +
    `for one, has to allow connect-src ${origin}.`
  );
}
