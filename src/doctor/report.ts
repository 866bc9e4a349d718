import type { Diagnosis } from './diagnose.ts';
import { shownUrl } from './subject.ts';

/** What the examination comes to: lines to print, and whether all is well. */
export interface Report {
  lines: string[];
  isHealthy: boolean;
}

export function reportOf({ subject: { url }, findings }: Diagnosis): Report {
  const lines = findings.map(({ verdict, check, text }) => `${verdict.padEnd(9)}${check}: ${text}`);
  const problems = findings.filter(({ verdict }) => verdict === 'problem').length;
  const reasons = findings.map(({ blank }) => blank).filter((blank) => blank !== undefined);
  return {
    lines: [`Checking ${shownUrl(url)}`, ...lines, summary(url, problems, reasons)],
    isHealthy: problems === 0,
  };
}

function summary({ origin }: URL, problems: number, reasons: readonly string[]): string {
  if (reasons.length > 0) return `The map stays blank because ${[...new Set(reasons)].join(', and because ')}.`;
  if (problems > 0)
    return `The map works, but ${problems === 1 ? '1 problem needs' : `${problems} problems need`} fixing.`;
  return (
    'Everything works. If the map is still blank, see the console of the page: a Content Security Policy, ' +
    `for example, has to allow connect-src ${origin}.`
  );
}
