import { type Coding, CODINGS, type Encoders } from './encoders.ts';

/** Clients send few different headers, but a hostile one may send many. */
const REMEMBERED = 100;
const known = new Map<string, readonly Coding[]>();

/**
 * The coding of a response: the one that the client prefers among those of the runtime, or else the shortest. `null`, without
 * coding, if the client has sent no `Accept-Encoding`.
 */
export function chosenCoding(header: string | null, encoders: Encoders): Coding | null {
  if (!header) return null;
  let accepted = known.get(header);
  if (!accepted) {
    accepted = acceptedCodings(header);
    if (known.size >= REMEMBERED) known.clear();
    known.set(header, accepted);
  }
  return accepted.find((coding) => encoders[coding]) ?? null;
}

/** The codings that an `Accept-Encoding` prefers to none, the best first. */
function acceptedCodings(header: string): readonly Coding[] {
  const qualities = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    qualities.set(coding === 'x-gzip' ? 'gzip' : coding, quality >= 0 ? quality : 0);
  }
  const quality = (coding: string): number => qualities.get(coding) ?? qualities.get('*') ?? 0;
  return CODINGS.filter((coding) => quality(coding) > 0 && quality(coding) >= (qualities.get('identity') ?? 0)).sort(
    (one, other) => quality(other) - quality(one),
  );
}

/** Whether an `If-None-Match` names the entity tag, by the weak comparison of RFC 9110 §13.1.2. */
export function matchesETag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return Array.from(header.matchAll(/"[^"]*"/g), ([tag]) => tag).includes(opaque);
}

/** Whether an `If-Match` lets a request through: it compares strongly (RFC 9110 §13.1.1), which no weak tag passes. */
export function passesIfMatch(header: string | null): boolean {
  return header === null || header.trim() === '*';
}
