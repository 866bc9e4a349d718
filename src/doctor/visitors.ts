import type { Snapshot } from '../protocol/types.ts';
import { note, ok, problem, type Finding } from './finding.ts';

/** Whether there is anybody to be drawn. */
export function visitorFindings({ data, meta }: Snapshot): Finding[] {
  const { count, visitors } = data;
  const findings: Finding[] = [];
  if (meta?.sample) findings.push(note('people', 'The visitors are simulated: the proxy serves sample data.'));
  if (count === null) {
    findings.push(note('people', 'There is no count: it is unknown, or below the proxy’s minimumCount.'));
  }
  const placed = visitors.filter(({ latitude, location }) => latitude !== null || location.countryCode !== null).length;
  if (visitors.length === 0) {
    if (count === null) return findings;
    const text = count === 0 ? 'There are no visitors right now' : 'The answer lists no visitors';
    return [...findings, note('people', `${text}, so the map has no dots. This is not an error.`)];
  }
  if (placed === 0) {
    const text = 'No visitor has coordinates or a country, so there are no dots.';
    return [...findings, problem('people', `${text} Does the proxy remove location?`, 'no visitor has a place')];
  }
  const missing = visitors.length - placed;
  const rest = missing === 0 ? '' : ` Counted but not drawn, without a place: ${missing}.`;
  return [...findings, ok('people', `Visitors that can be drawn: ${placed}.${rest}`)];
}
