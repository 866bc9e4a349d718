import type { ProbeResponse } from './probe.ts';
import { note, ok, problem, type Finding } from './finding.ts';

/** Seconds that a shared cache may keep an answer and the map is still live. */
const LONG = 60;

/** The directives for caches. @param isOpen The answer is given without authorization. */
export function cachingFindings({ headers }: ProbeResponse, isOpen: boolean): Finding[] {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  // Of the one for CDNs alone, which counts more there: RFC 9213.
  const targeted = headers.get('cdn-cache-control')?.toLowerCase() ?? '';
  const findings: Finding[] = [];
  const isPrivate = [control, targeted || control].every((value) => /\b(private|no-store)\b/.test(value));
  const lengths = Array.from(`${control}, ${targeted}`.matchAll(/\b(?:s-maxage|max-age)=(\d+)/g), ([, length]) =>
    Number(length),
  );
  const seconds = Math.max(0, ...lengths);
  if (!isOpen && !isPrivate) {
    const text = 'The answer is restricted, but caches on the way may store it. Send Cache-Control: private, no-store.';
    findings.push(problem('caching', text));
  } else if (!isPrivate && seconds > LONG) {
    findings.push(
      problem('caching', `Caches on the way may store an answer for ${seconds} s. Shorten that (s-maxage, max-age).`),
    );
  } else if (control === '') {
    findings.push(note('caching', 'There is no Cache-Control, so each cache on the way decides.'));
  } else findings.push(ok('caching', 'Cache-Control says how long caches may store an answer.'));
  if (headers.has('set-cookie')) {
    findings.push(note('caching', 'The answer sets a cookie, so many caches do not store it.'));
  }
  return findings;
}
