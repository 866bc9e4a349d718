import type { Probe, ProbeResponse } from './probe.ts';
import { note, ok, type Finding } from './finding.ts';
import type { Subject } from './subject.ts';

/** Characters from which on servers as a rule compress: less fits into one packet anyway. */
const WORTH_IT = 1400;

/** What a poll costs: whether answers are compressed, and sent only where there is a new one. */
export async function transferFindings(
  { headers }: Subject,
  { url, ...reply }: ProbeResponse,
  probe: Probe,
): Promise<Finding[]> {
  return [
    ...compressionFindings(reply),
    ...(await revalidationFindings(headers, url, reply.headers.get('etag'), probe)),
  ];
}

function compressionFindings({ headers, body }: Omit<ProbeResponse, 'url'>): Finding[] {
  const coding = headers.get('content-encoding');
  if (coding !== null && coding !== 'identity') return [ok('transfer', 'The answer is compressed.')];
  if ((body?.length ?? 0) < WORTH_IT) return [];
  const text =
    'The answer is not compressed. Make the server in front of the proxy forward Accept-Encoding, or compress.';
  return [note('transfer', text)];
}

async function revalidationFindings(
  headers: Subject['headers'],
  url: URL,
  etag: string | null,
  probe: Probe,
): Promise<Finding[]> {
  if (etag === null) return [note('transfer', 'There is no ETag, so each poll transfers the whole answer.')];
  const answered = await probe(url, { headers: { ...headers, 'if-none-match': etag } });
  if (!('reply' in answered)) return [];
  const { reply: again } = answered;
  if (again.status === 304) return [ok('transfer', 'An answer that has not changed is not sent again (304).')];
  // There was a new one in the meantime.
  if (again.headers.get('etag') !== etag) return [];
  const text = 'The answer has an ETag, but If-None-Match is ignored: each poll transfers the whole answer.';
  return [note('transfer', text)];
}
